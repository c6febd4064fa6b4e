"""Accuracy against the number of parameters: our networks, the baselines, and what others have published.

    python3 -m models.study.accuracy_by_size            from the finished runs, in results/accuracy_by_size.json
    python3 -m models.study.accuracy_by_size --train N  first trains the runs of LONGEST for N times the usual time

Ours and the baselines are runs of `./dev curves`, all measured on the same test puzzles, illegal values left out of
every network's scores: with the usual processor time, five times that, and N times where --train was used. "settled":
this time brought no more than a per cent of the cells over a fifth of it, which is what "stopped improving" means here;
where it is false, more time may well bring more. Published figures are from other sets and other amounts of training,
so they are only to be looked at beside the others.

In: results/sizes.json, finished runs in the work folder. Out: results/accuracy_by_size.json.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import fmean
from typing import Any

import torch

from models.common.paths import BUILD, RESULTS
from models.study.curve_plan import Job, Setting
from models.study.curve_run import perform
from models.study.sudoku import Rules, splits

LONGEST = (("cnn", "50k"), ("mlp", "250k"))  # the baselines that were best of their kind with five times the time
SETTLED = 0.01  # of the cells
KINDS = {"graph": "ours", "cnn": "baseline", "mlp": "baseline", "none": "baseline"}
NAMES = {"graph": "graph network", "cnn": "convolutional network", "mlp": "perceptron", "none": "rules only"}
PUBLISHED: tuple[dict[str, Any], ...] = (
    {
        "name": "TRM",
        "parameters": 5_000_000,
        "accuracy": 0.874,
        "set": "Sudoku-Extreme, 9x9, 1,000 training puzzles",
        "source": 'A. Jolicoeur-Martineau, "Less is More: Recursive Reasoning with Tiny Networks", arXiv 2510.04871',
    },
    {
        "name": "HRM",
        "parameters": 27_000_000,
        "accuracy": 0.55,
        "set": "Sudoku-Extreme, 9x9, 1,000 training puzzles",
        "source": 'G. Wang et al., "Hierarchical Reasoning Model", arXiv 2506.21734',
    },
    {
        "name": "RRN",
        "parameters": None,  # the paper does not say
        "accuracy": 0.966,
        "set": "9x9 with 17 givens, 180,000 training puzzles of 17 to 34",
        "source": 'R. Palm, U. Paquet, O. Winther, "Recurrent Relational Networks", NeurIPS 2018',
    },
)
ABOUT = {
    "accuracy": "share of the puzzles whose every cell is right in one shot, from the start, among legal values",
    "cells": "share of the empty cells whose best legal value is right at the start",
    "finished_alone": "share of the puzzles finished most confident move first, without one wrong move",
    "seconds": "processor time of the training steps, one thread",
    "runs": "how many runs (seeds) the numbers are the mean of",
    "settled": "whether this time brought less than a per cent of the cells over a fifth of it; null: unknown",
}

Run = dict[str, Any]


def point(runs: list[Run], set_: str) -> dict[str, Any]:
    """The runs of one network and one time as a point of the chart."""
    first, found = runs[0], [run["legal_values"] for run in runs]
    return {
        "name": f"{NAMES[first['model']]} {first['shape']}" if first["parameters"] else NAMES["none"],
        "kind": KINDS[first["model"]],
        "parameters": first["parameters"],
        "accuracy": round(fmean(f["puzzles_right_in_one_shot"] for f in found), 4),
        "cells": round(fmean(f["cells_right_at_start"] for f in found), 4),
        "finished_alone": round(fmean(f["finished_alone"] for f in found), 4),
        "seconds": round(fmean(run["training"]["seconds"] for run in runs), 1),
        "runs": len(runs),
        "settled": None,
        "set": set_,
        "source": "./dev curves",
    }


def points(runs: list[Run], set_: str) -> list[dict[str, Any]]:
    """A point for each network and time. Whether it is settled is seen from the same network with a fifth of it."""
    by: dict[tuple[str, str], dict[int, list[Run]]] = {}
    for run in runs:
        by.setdefault((run["model"], run["shape"]), {}).setdefault(run["budget"], []).append(run)
    found = []
    for times in by.values():
        cells = {}
        for budget, some in sorted(times.items()):
            made = point(some, set_)
            cells[budget] = made["cells"]
            if budget // 5 in cells and budget > 1:
                made["settled"] = made["cells"] - cells[budget // 5] < SETTLED
            found.append(made)
    return found


def results_of(runs: list[Run], setting: dict[str, Any], longest: int | None) -> dict[str, Any]:
    """What the file holds."""
    set_ = f"Sudoku {setting['size']}, {setting['test']} test puzzles of ours"
    others = [{"kind": "published", "cells": None, "seconds": None, "settled": None, **p} for p in PUBLISHED]
    return {
        "command": "python3 -m models.study.accuracy_by_size" + (f" --train {longest}" if longest else ""),
        "about": ABOUT,
        "set": set_,
        "points": points(runs, set_) + others,
    }


def trained(job: Job, setting: Setting, work: Path) -> Run:
    """A run, or what is kept of it: finished ones are not run again."""
    folder = work / f"runs-{setting.size}-{setting.seconds:g}s"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{job.name}.json"
    if not path.exists():
        counts = {"test": setting.test, "validation": setting.validation, "training": setting.training}
        found = perform(job, setting, Rules(setting.size), splits(setting.size, counts, work))
        path.write_text(json.dumps(found) + "\n")
        print(f"{job.name}: {found['legal_values']['cells_right_at_start']:.3f} of the cells", flush=True)
    run: Run = json.loads(path.read_text())
    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=int, metavar="N", help="train the runs of LONGEST for N times the usual time")
    parser.add_argument("--work", type=Path, default=BUILD / "curves", help="folder of puzzles and finished runs")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder of the results, which has sizes.json")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    sizes = json.loads((arguments.out / "sizes.json").read_text())
    runs = list(sizes["runs"])
    if arguments.train:
        setting = Setting(sizes["setting"]["size"], sizes["setting"]["seconds"])
        for model, shape in LONGEST:
            runs.append(trained(Job(model, shape, setting.training, 1, arguments.train), setting, arguments.work))
    found = results_of(runs, sizes["setting"], arguments.train)
    (arguments.out / "accuracy_by_size.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
