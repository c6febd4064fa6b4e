#!/usr/bin/env python3
"""What each of the network's ingredients is worth: short runs that differ from the shipped recipe in one thing.

    ./dev ablations                 every run that is still missing, then results/ablations.json and README.md
    ./dev ablations --shard 1/4     every fourth run; several such processes share a folder
    ./dev ablations --smoke         a few steps each on little data

All runs see the same number of steps of the same size and have one seed. They are compared on the validation split, so
that the choice of a recipe owes nothing to what the card is measured on. The data is that of `./dev train`.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Callable

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when loading

import numpy as np
import torch
from torch import Tensor

import crew
import data
import measurements
import train
from batch import Batch, union
from evaluate import Looks, cell_accuracy
from network import Config, Network, Thought
from results import percent, put_into
from shards import MARKED, MISTAKEN, START

ROOT = Path(__file__).resolve().parent.parent
STEPS, SMOKE_STEPS = 1500, 3
SEED = 1


class WithoutShares(Network):
    """A literal hears what its groups say, but not which part of their votes is its own."""

    def hear(self, batch: Batch, vote: Tensor, votes: Tensor, message: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        _, _, messages = super().hear(batch, vote, votes, message)
        return torch.zeros_like(vote), torch.zeros_like(vote), messages


class Means(Network):
    """A group hears the mean of its literals' votes instead of their sum."""

    def count(self, batch: Batch, vote: Tensor) -> Tensor:
        return super().count(batch, vote) * batch.group_features[:, 3:]  # 1 / number of literals


class WithoutMemory(Network):
    """A group forgets what it said in the iteration before."""

    def iterate(self, batch: Batch, thought: Thought) -> Thought:
        return super().iterate(batch, replace(thought, message=torch.zeros_like(thought.message)))


Kinds = Callable[[int, float], bool]  # (kind of a position, how much of the run is done) -> whether it is drawn


@dataclass(frozen=True)
class Variant:
    name: str
    about: str
    config: Config = Config()
    network: Callable[[Config], Network] = Network
    depths: tuple[int, int] = train.DEPTHS
    share: float = train.SHARE  # of the favourite family
    kinds: Kinds = field(default=lambda kind, done: True)


VARIANTS = (
    Variant("as shipped", "all"),
    Variant("always 12 iterations", "iterations", depths=(12, 12)),
    Variant("always 24 iterations", "iterations", depths=(24, 24)),
    Variant("6 to 12 iterations", "iterations", depths=(6, 12)),
    Variant("hidden layer of 32", "width", Config(hidden=32)),
    Variant("hidden layer of 64", "width", Config(hidden=64)),
    Variant("states of 48, votes of 24", "width", Config(state=48, votes=24)),
    Variant("no shares", "aggregation", network=WithoutShares),
    Variant("means of votes for sums", "aggregation", network=Means),
    Variant("groups without memory", "aggregation", network=WithoutMemory),
    Variant("starts only", "curriculum", kinds=lambda kind, done: kind == START),
    Variant("no positions with mistakes or marks", "curriculum", kinds=lambda kind, done: kind not in (MISTAKEN, MARKED)),
    Variant("starts last", "curriculum", kinds=lambda kind, done: kind != START or done > 0.5),
    Variant("every family alike", "curriculum", share=1 / len(data.PUZZLES)),
)


class Draw(train.Draw):
    """Draws among the positions of the kinds that the variant trains on."""

    def __init__(self, training: data.Split, kinds: list[int], variant: Variant):
        super().__init__(training, train.EDGES, variant.share)
        self.kinds, self.variant, self.done = kinds, variant, 0.0

    def wants(self, position: int) -> bool:
        return self.variant.kinds(self.kinds[position], self.done)


def trained(variant: Variant, training: data.Split, kinds: list[int], steps: int) -> Network:
    """The network after a short run."""
    torch.manual_seed(SEED)
    network = variant.network(variant.config)
    optimizer = train.optimizer_of(network, train.PEAK_RATE)
    draw = Draw(training, kinds, variant)
    for step in range(steps):
        rng = np.random.default_rng([SEED, step])
        depth = int(rng.integers(variant.depths[0], variant.depths[1] + 1))
        draw.done = step / steps
        batch = union(training.records(draw(rng)))
        for group in optimizer.param_groups:
            group["lr"] = train.learning_rate(train.PEAK_RATE, step, step / steps)
        train.descend(network, optimizer, batch, depth)
    return network.eval()


def measured(network: Network, validation: data.Split) -> dict[str, Any]:
    """Cells right in one shot: the mean over the families, and Sudoku."""
    looks = Looks()
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
        + " | ".join(percent(found[c]) for c in columns) + f" | {found['seconds']:.0f} |"
        for name, (about, found) in results["runs"].items()
    ]
    return "\n".join([
        f"{results['steps']:,} steps each, one seed; cells right in one shot on the validation split.",
        "",
        "| about | variant | parameters | all families, glance | second look | Sudoku, glance | second look | seconds |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
        *rows,
    ]) + "\n"


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
    results = {"command": "./dev ablations", "steps": steps, "edges": train.EDGES, "seed": SEED,
               "rate": train.PEAK_RATE, "runs": runs}
    out.mkdir(parents=True, exist_ok=True)
    (out / "ablations.json").write_text(json.dumps(results, indent=1) + "\n")
    put_into(out.parent / "README.md", "ablations.json by ablations.py", table(results))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--shard", type=crew.part, default=(1, 1), metavar="I/N")
    parser.add_argument("--merge", action="store_true", help="only collect what the runs left")
    parser.add_argument("--work", type=Path, help="folder of the shards (build/models) and of the finished runs")
    parser.add_argument("--out", type=Path, help="folder of ablations.json (models/results; smoke: the work folder)")
    arguments = parser.parse_args()
    steps = arguments.steps or (SMOKE_STEPS if arguments.smoke else STEPS)
    work = arguments.work or ROOT / "build" / ("models-smoke" if arguments.smoke else "models")
    out = arguments.out or (work / "results" if arguments.smoke else ROOT / "models" / "results")
    folder = work / "ablations"
    folder.mkdir(parents=True, exist_ok=True)
    if not arguments.merge:
        run_all(arguments.smoke, arguments.shard, steps, work / "shards", folder)
    write(folder, out, steps)


def run_all(smoke: bool, part: tuple[int, int], steps: int, shards: Path, folder: Path) -> None:
    torch.set_num_threads(1)
    plan = data.SMOKE if smoke else data.FULL
    data.prepare(plan, shards)
    splits = data.load(plan, shards, measurements.foreign_puzzles(shards, smoke))
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
