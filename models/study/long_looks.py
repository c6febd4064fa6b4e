"""Does thinking on do harm? The shipped network, and one that went on learning for it, after up to 64 iterations.

    python3 -m models.study.long_looks --minutes 30   goes on training (resumable), measures, writes the results
    python3 -m models.study.long_looks --measure      only measures the checkpoint that is there
    python3 -m models.study.long_looks --shipped      measures the shipped network by itself, and trains nothing
    python3 -m models.study.long_looks --smoke        a few steps on little data

It begins with the weights in fastslow.onnx and follows a recipe for thinking on (pipeline/recipe.py) on a tenth of the
training puzzles of `./dev train`; the test split is that of the card. Nothing that is shipped changes.

Beside each network's last picture stands what is left of the harm if the rules have the last word: a picture beyond 24
iterations counts only where it breaks no rule, and ends the thinking there.

In: the engine's puzzles. Out: results/long_looks.json and a table in README.md: cells right at the starts of the test
puzzles and of the published ones, after so many iterations, and how far chance can be behind a difference.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import torch

from models.common.generated_parts import percent, put_into
from models.common.paths import BUILD, MODELS, RESULTS
from models.pipeline import data
from models.pipeline.data import Split
from models.pipeline.distributed import ProcessGroup
from models.pipeline.evaluation_files import public_files, reserved_texts
from models.pipeline.graph_batch import union
from models.pipeline.network import Network
from models.pipeline.objective import best_of_domains, read
from models.pipeline.onnx_weights import checkpoint_of, network_of
from models.pipeline.pictures import broken
from models.pipeline.plan import PUZZLES, SMOKE, Plan, plan_of
from models.pipeline.play import unions
from models.pipeline.recipe import RECIPES
from models.pipeline.shards import START, Record
from models.pipeline.trainer import Settings, Trainer

NUMBERS = (6, 24, 32, 48, 64)
KEPT_FROM = 24  # what the shipped network was trained for: earlier pictures are not kept
SHARES = {"training": 0.1, "validation": 0.02, "calibration": 0.01, "test": 0.06}
RATE = 4e-4  # peak: a fifth of what training from nothing has
EDGES = 6000  # of a step: more and smaller ones than from nothing
SMOKE_STEPS = 3
DRAWS, SEED = 1000, 1  # of the bootstrap

Rights = dict[int, np.ndarray]  # after so many iterations: cells right of each puzzle [P]


@dataclass(frozen=True)
class Found:
    """Of a network on some puzzles. cells: how many are open [P]. last: cells right of the last picture. kept: of the
    picture at KEPT_FROM iterations, unless a later one breaks no rule, which ends the thinking; what the engine does.
    fewest: of the picture from there on that broke the fewest, of equals the first; tried in its place. whole: puzzles
    of which some picture broke no rule."""

    cells: np.ndarray
    last: Rights
    kept: Rights
    fewest: Rights
    whole: dict[int, int]

    def shares(self, rights_: Rights) -> dict[str, float]:
        """Of all cells, after so many iterations."""
        return {str(n): round(float(r.sum() / self.cells.sum()), 4) for n, r in rights_.items()}


@torch.no_grad()
def found_by(network: Network, records: Sequence[Record]) -> Found:
    """Looks at each record for the longest number of iterations, and at the pictures on the way."""
    last: dict[int, list[np.ndarray]] = {number: [] for number in NUMBERS}
    later = [number for number in NUMBERS if number >= KEPT_FROM]
    kept: dict[int, list[np.ndarray]] = {number: [] for number in later}
    fewest: dict[int, list[np.ndarray]] = {number: [] for number in later}
    whole = dict.fromkeys(later, 0)
    cells = []
    for some in unions(records):
        batch = union(some)
        thought, done = None, 0
        least = np.full(batch.positions, np.inf)
        best = stands = np.zeros(batch.positions)
        for number in NUMBERS:
            thought = network.look(batch, number - done, thought)
            done = number
            logits = network.logits(thought)
            chosen, hit = best_of_domains(read(logits, batch), batch)
            position = batch.position[chosen].numpy()
            right = np.bincount(position, hit.numpy(), batch.positions)
            last[number].append(right)
            if number >= KEPT_FROM:
                breaks = broken(batch, logits)[0].numpy()
                best = np.where(breaks < least, right, best)
                solved = (breaks == 0) & (least > 0)
                stands = right if number == KEPT_FROM else np.where(solved, right, stands)
                least = np.minimum(breaks, least)
                kept[number].append(stands)
                fewest[number].append(best)
                whole[number] += int((least == 0).sum())
        cells.append(np.bincount(position, minlength=batch.positions))
    return Found(np.concatenate(cells), _joined(last), _joined(kept), _joined(fewest), whole)


def _joined(parts: dict[int, list[np.ndarray]]) -> Rights:
    return {number: np.concatenate(some) for number, some in parts.items()}


def spread(difference: np.ndarray, cells: np.ndarray) -> float:
    """The standard error of a difference in the share of cells, over which puzzles it was measured on (bootstrap: B.
    Efron, "Bootstrap Methods", 1979)."""
    rng = np.random.default_rng(SEED)
    draws = rng.integers(len(cells), size=(DRAWS, len(cells)))
    return float((difference[draws].sum(1) / cells[draws].sum(1)).std())


def compared(shipped: Network, longer: Network, records: Sequence[Record]) -> dict[str, Any]:
    """Both networks on the same puzzles."""
    before, after = found_by(shipped, records), found_by(longer, records)
    cells, last = before.cells, KEPT_FROM

    def error(a: np.ndarray, b: np.ndarray) -> float:
        return round(spread(a - b, cells), 4)

    return {
        "puzzles": len(records),
        "shipped": before.shares(before.last),
        "shipped, kept": before.shares(before.kept),
        "shipped, fewest broken": before.shares(before.fewest),
        "shipped, whole": {str(n): number for n, number in before.whole.items()},
        "longer": after.shares(after.last),
        "longer, kept": after.shares(after.kept),
        "standard_error": {
            "shipped, kept at 64 against shipped at 24": error(before.kept[NUMBERS[-1]], before.last[last]),
            "longer at 24 against shipped at 24": error(after.last[last], before.last[last]),
            "longer at 64 against itself at 24": error(after.last[NUMBERS[-1]], after.last[last]),
            "longer at 6 against shipped at 6": error(after.last[NUMBERS[0]], before.last[NUMBERS[0]]),
        },
    }


def starts(split: Split, indices: Sequence[int], most: int | None) -> list[Record]:
    """Evenly over all of them, so that every size is among them."""
    found = [r for r in split.records(indices) if r.kind == START and r.literals]
    return found if most is None else found[:: max(1, -(-len(found) // most))]


def table(results: dict[str, Any]) -> str:
    head = " | ".join(str(n) for n in NUMBERS)
    lines = [
        f"{results['training']['steps']:,} more steps, {results['training']['positions']:,} positions, in "
        f"{results['training']['minutes']} minutes.",
        "",
        f"| puzzles | number | shipped: {head} | longer: {head} | standard error at 24 |",
        "|---|---:|" + "---:|" * (2 * len(NUMBERS) + 1),
    ]
    for name, found in results["puzzles"].items():
        shares = [percent(found[who][str(n)]) for who in ("shipped", "longer") for n in NUMBERS]
        error = 100 * found["standard_error"]["longer at 24 against shipped at 24"]
        lines.append(f"| {name} | {found['puzzles']} | " + " | ".join(shares) + f" | {error:.1f} |")
    return "\n".join(lines) + "\n"


def shipped_only(test: Split, smoke: bool, shards: Path, most: int | None) -> dict[str, Any]:
    """The shipped network's pictures by themselves: nothing is trained."""
    found = {}
    for name, records in sets_of(test, smoke, shards, most).items():
        seen = found_by(network_of(MODELS / "fastslow.onnx"), records)
        found[name] = {
            "puzzles": len(records),
            "last": seen.shares(seen.last),
            "kept": seen.shares(seen.kept),
            "fewest": seen.shares(seen.fewest),
            "whole": {str(n): number for n, number in seen.whole.items()},
        }
        print(name, json.dumps(found[name]), flush=True)
    return {
        "command": "python3 -m models.study.long_looks --shipped" + (f" --most {most}" if most else ""),
        "about": {
            "last": "share of open cells whose best value is right at a puzzle's start, after so many iterations",
            "kept": f"the same if a picture beyond {KEPT_FROM} iterations counts only where it breaks no rule",
            "fewest": f"the same of the picture from {KEPT_FROM} on that breaks the fewest rules, of equals the first",
            "whole": "puzzles of which a picture up to there broke no rule",
        },
        "puzzles": found,
    }


def kept_table(results: dict[str, Any]) -> str:
    later = [str(n) for n in NUMBERS if n >= KEPT_FROM]
    names = (("last", "as it is"), ("kept", "only solutions count"), ("fewest", "fewest rules broken"))
    head = [f"{says}: {later[0 if who == 'last' else 1]}" for who, says in names]
    lines = [
        "| puzzles | number | "
        + " | ".join(" | ".join([h, *later[2 - (who == "last") :]]) for h, (who, _) in zip(head, names))
        + " |",
        "|---|---:|" + "---:|" * (3 * len(later) - 2),
    ]
    for name, found in results["puzzles"].items():
        shares = [percent(found[who][n]) for who, _ in names for n in later[0 if who == "last" else 1 :]]
        lines.append(f"| {name} | {found['puzzles']} | " + " | ".join(shares) + " |")
    return "\n".join(lines) + "\n"


def sets_of(test: Split, smoke: bool, shards: Path, most: int | None) -> dict[str, list[Record]]:
    """The starts of all puzzles, by family, and of the published ones."""
    sets = {family: starts(test, indices, most) for family, indices in sorted(test.by_family().items())}
    for name, file in public_files(smoke).items():
        split = data.from_file("sudoku", file, shards)
        sets[name] = starts(split, range(len(split)), most)
    return sets


def measured(trainer: Trainer, test: Split, shards: Path, smoke: bool, most: int | None) -> dict[str, Any]:
    """All puzzles, by family, and the published ones."""
    shipped, longer = network_of(MODELS / "fastslow.onnx"), trainer.kept().eval()
    found = {}
    for name, records in sets_of(test, smoke, shards, most).items():
        found[name] = compared(shipped, longer, records)
        print(name, json.dumps(found[name]), flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--recipe", choices=RECIPES, default="longer")
    parser.add_argument("--measure", action="store_true", help="measure the checkpoint as it is")
    parser.add_argument("--shipped", action="store_true", help="trains nothing; results/solutions_only.json")
    parser.add_argument("--most", type=int, help="measure on at most so many puzzles of a family or file")
    parser.add_argument("--work", type=Path, help="folder of the shards and of the checkpoint (build/long_looks)")
    parser.add_argument("--out", type=Path, help="folder of the results (models/results; smoke: the work folder)")
    arguments = parser.parse_args()
    work = arguments.work or BUILD / ("long_looks-smoke" if arguments.smoke else "long_looks")
    out = arguments.out or (work / "results" if arguments.smoke else RESULTS)
    run(arguments, work, out)


def run(arguments: argparse.Namespace, work: Path, out: Path) -> None:
    """Trains and measures."""
    smoke, minutes, most, recipe = arguments.smoke, arguments.minutes, arguments.most, RECIPES[arguments.recipe]
    torch.set_num_threads(1)
    shards = work / "shards"
    plan: Plan = SMOKE if smoke else plan_of(PUZZLES, SHARES, 10)
    data.prepare(plan, shards)
    splits = data.load(plan, shards, reserved_texts(shards, smoke))
    if arguments.shipped:
        kept = shipped_only(splits["test"], smoke, shards, most)
        out.mkdir(parents=True, exist_ok=True)
        (out / "solutions_only.json").write_text(json.dumps(kept, indent=1) + "\n")
        put_into(out.parent / "README.md", "solutions_only.json by long_looks.py", kept_table(kept))
        return
    start = checkpoint_of(MODELS / "fastslow.onnx", work)
    steps = SMOKE_STEPS if smoke else None
    settings = Settings(work, minutes, steps, edges=EDGES, rate=RATE, start=start, recipe=recipe, reports=6)
    trainer = Trainer(settings, splits["training"], splits["validation"], ProcessGroup())
    if not arguments.measure:
        trainer.train()
    took = round(trainer.run.seconds / 60, 1)  # an interrupted run may be measured, too
    results = {
        "command": f"python3 -m models.study.long_looks --recipe {arguments.recipe} --minutes {took}"
        + (f" --most {most}" if most else ""),
        "about": "share of open cells whose best value is right at a puzzle's start, after so many iterations",
        "training": {
            "recipe": recipe.as_dict(),
            "peak_rate": RATE,
            "edges": EDGES,
            "steps": trainer.run.step,
            "positions": trainer.run.positions,
            "minutes": took,
            "puzzles": {name: sum(s.count for s in plan[name]) for name in ("training", "test")},
            "history": trainer.run.history,
        },
        "puzzles": measured(trainer, splits["test"], shards, smoke, most),
    }
    out.mkdir(parents=True, exist_ok=True)
    (out / "long_looks.json").write_text(json.dumps(results, indent=1) + "\n")
    put_into(out.parent / "README.md", "long_looks.json by long_looks.py", table(results))


if __name__ == "__main__":
    main()
