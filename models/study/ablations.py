"""What each of the network's ingredients is worth: short runs that differ from the shipped recipe in one thing.

    ./dev ablations                 every run that is still missing, then results/ablations.json and README.md
    ./dev ablations --shard 1/4     every fourth run; several such processes share a folder
    ./dev ablations --smoke         a few steps each on little data

All runs see the same number of steps of the same size and have one seed. They are compared on the validation split, so
that the choice of a recipe owes nothing to what the card is measured on. The data is that of `./dev train`.

In: the splits of `./dev train`. Out: results/ablations.json, and a table in README.md.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch

from models.common.generated_parts import percent, put_into
from models.common.options import WHOLE, Part, part
from models.common.paths import BUILD, RESULTS
from models.pipeline import data
from models.pipeline.data import Split
from models.pipeline.evaluate import LOOKS, cell_accuracy
from models.pipeline.evaluation_files import reserved_texts
from models.pipeline.graph_batch import union
from models.pipeline.network import Network
from models.pipeline.plan import FULL, SMOKE
from models.pipeline.recipe import Recipe, plan_of
from models.pipeline.trainer import EDGES, PEAK_RATE, Draw, descend, learning_rate, optimizer_of
from models.study.variants import VARIANTS, Variant

STEPS, SMOKE_STEPS = 1500, 3
SEED = 1


class VariantDraw(Draw):
    """Draws among the positions of the kinds that the variant trains on."""

    def __init__(self, training: Split, kinds: list[int], variant: Variant):
        super().__init__(training, EDGES, {"sudoku": variant.share})
        self.kinds, self.variant, self.done = kinds, variant, 0.0

    def wants(self, position: int) -> bool:
        return self.variant.kinds(self.kinds[position], self.done)


def trained(variant: Variant, training: Split, kinds: list[int], steps: int) -> Network:
    """The network after a short run."""
    torch.manual_seed(SEED)
    network = variant.network(variant.config)
    optimizer = optimizer_of(network, PEAK_RATE)
    draw = VariantDraw(training, kinds, variant)
    for step in range(steps):
        rng = np.random.default_rng([SEED, step])
        thinking = plan_of(Recipe(depths=variant.depths), rng)
        draw.done = step / steps
        batch = union(training.records(draw(rng)))
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(PEAK_RATE, step, step / steps)
        descend(network, optimizer, batch, thinking)
    return network.eval()


def measured(network: Network, validation: Split) -> dict[str, Any]:
    """Cells right in one shot: the mean over the families, and Sudoku."""
    looks = LOOKS
    found: dict[str, Any] = {"parameters": network.parameter_count()}
    families = {family: validation.records(some) for family, some in sorted(validation.by_family().items())}
    for name, iterations in (("glance", looks.glance), ("look", looks.all)):
        right = {family: cell_accuracy(network, records, iterations) for family, records in families.items()}
        found[name] = round(float(np.mean(list(right.values()))), 4)
        found[f"{name}_sudoku"] = round(right["sudoku"], 4)
    return found


def table(results: dict[str, Any]) -> str:
    columns = ("glance", "look", "glance_sudoku", "look_sudoku")
    rows = [
        f"| {about} | {name} | {found['parameters']:,} | "
        + " | ".join(percent(found[c]) for c in columns)
        + f" | {found['seconds']:.0f} |"
        for name, (about, found) in results["runs"].items()
    ]
    lines = [
        f"{results['steps']:,} steps each, one seed; cells right in one shot on the validation split.",
        "",
        "| about | variant | parameters | all families, glance | second look | Sudoku, glance | second look "
        "| seconds |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
        *rows,
    ]
    return "\n".join(lines) + "\n"


def path_of(variant: Variant, folder: Path) -> Path:
    """Where the variant's finished run is kept."""
    return folder / f"{variant.name.replace(' ', '-')}.json"


def write(folder: Path, out: Path, steps: int) -> None:
    """The results file and the README's table from the finished runs."""
    runs = {}
    for variant in VARIANTS:
        path = path_of(variant, folder)
        if path.exists():
            runs[variant.name] = (variant.about, json.loads(path.read_text()))
    results = {
        "command": "./dev ablations",
        "steps": steps,
        "edges": EDGES,
        "seed": SEED,
        "rate": PEAK_RATE,
        "runs": runs,
    }
    out.mkdir(parents=True, exist_ok=True)
    (out / "ablations.json").write_text(json.dumps(results, indent=1) + "\n")
    put_into(out.parent / "README.md", "ablations.json by ablations.py", table(results))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--shard", type=part, default=WHOLE, metavar="I/N")
    parser.add_argument("--merge", action="store_true", help="only collect what the runs left")
    parser.add_argument("--work", type=Path, help="folder of the shards (build/models) and of the finished runs")
    parser.add_argument("--out", type=Path, help="folder of ablations.json (models/results; smoke: the work folder)")
    arguments = parser.parse_args()
    steps = arguments.steps or (SMOKE_STEPS if arguments.smoke else STEPS)
    work = arguments.work or BUILD / ("models-smoke" if arguments.smoke else "models")
    out = arguments.out or (work / "results" if arguments.smoke else RESULTS)
    folder = work / "ablations"
    folder.mkdir(parents=True, exist_ok=True)
    if not arguments.merge:
        run_all(arguments.smoke, arguments.shard, steps, work / "shards", folder)
    write(folder, out, steps)


def run_all(smoke: bool, part: Part, steps: int, shards: Path, folder: Path) -> None:
    """Trains and measures those variants of a part whose files are not in the folder yet."""
    torch.set_num_threads(1)
    plan = SMOKE if smoke else FULL
    data.prepare(plan, shards)
    splits = data.load(plan, shards, reserved_texts(shards, smoke))
    training = splits["training"]
    kinds = training.kinds()
    for variant in VARIANTS[part[0] - 1 :: part[1]]:
        path = path_of(variant, folder)
        if path.exists():
            continue
        started = time.process_time()
        network = trained(variant, training, kinds, steps)
        seconds = round(time.process_time() - started, 1)
        found = {**measured(network, splits["validation"]), "seconds": seconds}
        path.write_text(json.dumps(found) + "\n")
        print(f"{variant.name}: {found}", flush=True)


if __name__ == "__main__":
    main()
