"""Trains, rounds, measures and exports the networks of the exhibit "Small against large".

    python3 -m models.exhibits.sizes.train              every network that is still missing, then card and results
    python3 -m models.exhibits.sizes.train --smoke      three tiny ones on 4x4, into build/sizes-smoke

In: puzzles that the engine generates (FASTSLOW_TOOL). Out: an .onnx for each network, card.json, and
results/sizes_live.json. Every network may train for the same processor time on one thread; training, stopping, games
and measures are those of models/study. Finished runs are kept in the work folder; remove one there to repeat it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

from models.common.paths import BUILD, MODELS, RESULTS
from models.exhibits.sizes.onnx_form import input_of, model_of
from models.exhibits.sizes.parity import TOLERANCE, difference
from models.exhibits.sizes.plan import Plan, full, name_of, smoke
from models.exhibits.sizes.quantised import quantise
from models.exhibits.sizes.report import card_of, results_of
from models.study.augmentation import positions
from models.study.baselines import GridScorer
from models.study.curve_plan import Job
from models.study.curve_run import measure_with, milliseconds, train
from models.study.networks import network_of
from models.study.one_system import finished_alone
from models.study.scorer import Scorer, UniformScorer
from models.study.sudoku import Puzzles, Rules, splits

PARITY_BOARDS = 8
CANDIDATES = 40  # test puzzles among which the exhibit's examples are looked for


def trained(job: Job, plan: Plan, rules: Rules, sets: dict[str, Puzzles]) -> tuple[Scorer, dict[str, Any]]:
    """The network as its file has it, and how its training went."""
    torch.manual_seed(job.seed)
    scorer = network_of(job.model, job.shape, rules)
    run = train(scorer, job, plan.setting, rules, sets)
    if isinstance(scorer, GridScorer):
        quantise(scorer)
    return scorer, {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(run).items()}


def measured(scorer: Scorer, rules: Rules, sets: dict[str, Puzzles]) -> dict[str, Any]:
    """Among legal values, and among all; the graph network has no scores for others than legal ones."""
    legal = measure_with(scorer, rules, sets, legal=True)
    any_value = legal if scorer.sees_rules else measure_with(scorer, rules, sets, legal=False)
    return {"legal_values": legal, "all_values": any_value}


def export(scorer: Scorer, rules: Rules, sets: dict[str, Puzzles], path: Path) -> float:
    """Writes the file, unless ONNX Runtime disagrees. Returns by how much its scores differ."""
    unfinished = path.with_suffix(".part")
    onnx.save(model_of(scorer, rules), str(unfinished))
    some = np.arange(PARITY_BOARDS) % len(sets["test"])
    boards, _ = positions(sets["test"], some, np.random.default_rng(3))
    found = difference(scorer, rules, unfinished, boards)
    if found > TOLERANCE:
        sys.exit(f"ONNX Runtime's scores of {path.name} differ by {found}; nothing was exported")
    unfinished.rename(path)
    return found


def finishes(scorer: Scorer, rules: Rules, puzzles: Puzzles) -> list[bool]:
    """Which of the puzzles the network finishes alone."""
    each = (Puzzles(puzzles.givens[i : i + 1], puzzles.solutions[i : i + 1]) for i in range(len(puzzles)))
    return [finished_alone(scorer, rules, one, legal=True) == 1 for one in each]


def perform(job: Job, plan: Plan, rules: Rules, sets: dict[str, Puzzles], path: Path) -> dict[str, Any]:
    """A network from its seed to its file and numbers."""
    scorer, training = trained(job, plan, rules, sets)
    parity = export(scorer, rules, sets, path)
    return {
        "name": name_of(job),
        "kind": job.model,
        "shape": job.shape,
        "puzzles": job.puzzles,
        "seed": job.seed,
        "parameters": scorer.parameter_count(),
        "input": input_of(scorer),
        "training": training,
        "milliseconds_per_position": round(milliseconds(scorer, rules, sets["test"]), 3),
        "parity": round(parity, 6),
        **measured(scorer, rules, sets),
        "finishes": finishes(scorer, rules, sets["test"].first(CANDIDATES)),
        "file": path.name,
        "bytes": path.stat().st_size,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


def nothing_learned(rules: Rules, sets: dict[str, Puzzles]) -> dict[str, Any]:
    """What legal values come to by themselves, for comparison: all of a cell's are alike."""
    return {
        "name": "none",
        "kind": "none",
        "puzzles": 0,
        "parameters": 0,
        **measured(UniformScorer(rules), rules, sets),
    }


def finished(plan: Plan, rules: Rules, sets: dict[str, Puzzles], work: Path, files: Path) -> list[dict[str, Any]]:
    """All runs of the plan; those whose files are there are not repeated."""
    runs = []
    for job in plan.jobs:
        path, note = files / f"{name_of(job)}.onnx", work / f"{name_of(job)}.json"
        if not (path.exists() and note.exists()):
            run = perform(job, plan, rules, sets, path)
            note.write_text(json.dumps(run) + "\n")
            print(f"{run['name']}: {summary(run)}", flush=True)
        runs.append(json.loads(note.read_text()))
    return runs


def summary(run: dict[str, Any]) -> str:
    return "; ".join(
        f"{values}: finished alone {run[values]['finished_alone']:.3f}, "
        f"escalated {run[values]['with_system2']['escalated']:.3f}"
        for values in ("legal_values", "all_values")
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--work", type=Path, help="folder of puzzles and finished runs (build/sizes)")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    work = arguments.work or BUILD / ("sizes-smoke" if arguments.smoke else "sizes")
    plan, command = (smoke(), "--smoke") if arguments.smoke else (full(), "")
    files = work if arguments.smoke else MODELS / "exhibits" / "sizes"
    results = work if arguments.smoke else RESULTS
    work.mkdir(parents=True, exist_ok=True)
    setting = plan.setting
    counts = {"test": setting.test, "validation": setting.validation, "training": setting.training}
    sets, rules = splits(setting.size, counts, work), Rules(setting.size)
    runs = finished(plan, rules, sets, work, files)
    nothing = nothing_learned(rules, sets)
    command = f"python3 -m models.exhibits.sizes.train {command}".strip()
    for path, content in (
        (files / "card.json", card_of(command, plan, runs, sets["test"].first(CANDIDATES))),
        (results / "sizes_live.json", results_of(command, plan, [nothing, *runs])),
    ):
        path.write_text(json.dumps(content, indent=1) + "\n")


if __name__ == "__main__":
    main()
