"""How near System 1 is to what is wanted of it: a checkpoint beside the shipped network, on the same puzzles.

    python3 -m models.study.wanted build/harder/checkpoint.pt              everything; finished parts are kept
    python3 -m models.study.wanted build/harder/checkpoint.pt --every 20   of clue17-1000 every 20th puzzle
    python3 -m models.study.wanted build/harder/checkpoint.pt --smoke      a few puzzles

Three things are measured. *Alone*: puzzles finished without a mistake, playing the surest move after a second look at
every position. *A night at the start*: as alone, but first the start is looked at from up to K other states, and a
picture that breaks no rule is written down (study/sleeping.py; the shipped network's nights are those recorded there).
*By iterations*: cells right at the starts of each family's test puzzles after so many iterations, to see whether
thinking on does harm.

In: a checkpoint of pipeline/trainer.py, published Sudokus where a folder beside the repository has them, the hard
packs, test puzzles of `./dev train`. None of them is trained on. Out: a table, and wanted.json in the work folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from functools import partial
from pathlib import Path
from typing import Any, Callable, Sequence

import torch

from models.common.generated_parts import percent
from models.common.paths import BUILD, MODELS, RESULTS
from models.pipeline import data
from models.pipeline.evaluate import LOOKS, load_checkpoint
from models.pipeline.evaluation_files import pack_files, public_files, reserved_texts
from models.pipeline.network import Network
from models.pipeline.onnx_weights import network_of
from models.pipeline.play import finished_alone
from models.pipeline.shards import Record
from models.study.harder import small_plan
from models.study.long_looks import NUMBERS, found_by, starts
from models.study.sleeping import first_states

WANTED = {"top95": 0.85, "clue17-1000": 0.99, "sudoku, hard": 16 / 22, "kenken, hard": 18 / 22}
STATES = (16, 32)  # of a night
LONG = "clue17-1000"  # of which every so many-th puzzle may do

Measured = dict[str, Any]


def files_of(folder: Path, every: int, smoke: bool) -> dict[str, tuple[str, Path]]:
    """The puzzles that something is wanted on: name -> family and file."""
    files: dict[str, tuple[str, Path]] = {}
    for name, path in public_files(smoke).items():
        lines = [line for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]
        kept = lines[:3] if smoke else lines[:: every if name == LONG else 1]
        part = folder / f"{name}-{len(kept)}.txt"
        part.write_text("\n".join(kept) + "\n")
        files[name] = "sudoku", part
    for (family, level), path in pack_files(folder, smoke).items():
        if f"{family}, {level}" in WANTED:
            files[f"{family}, {level}"] = family, path
    return files


def tests_of(work: Path, smoke: bool) -> dict[str, list[Record]]:
    """The starts of the test puzzles, by family."""
    plan = small_plan(smoke)
    data.prepare(plan, work / "shards", workers=1)
    test = data.load(plan, work / "shards", reserved_texts(work / "shards", smoke))["test"]
    return {family: starts(test, indices, None) for family, indices in sorted(test.by_family().items())}


def recorded_nights(files: dict[str, tuple[str, Path]], every: int, folder: Path) -> None:
    """Keeps what results/sleeping.json says of the shipped network as if it had been measured now."""
    sets = json.loads((RESULTS / "sleeping.json").read_text())["sets"]
    folder.mkdir(parents=True, exist_ok=True)
    for name, (_, file) in files.items():
        path = folder / f"night-{file.stem}.json"
        if name in sets and not path.exists():
            path.write_text(json.dumps({"first": sets[name]["first"][:: every if name == LONG else 1]}) + "\n")


class Measuring:
    """Measures one network; what is finished is kept in the folder and not measured again."""

    def __init__(self, network: Network, folder: Path):
        self.network, self.folder = network, folder
        folder.mkdir(parents=True, exist_ok=True)

    def once(self, name: str, measure: Callable[[], Measured]) -> Measured:
        path = self.folder / f"{name}.json"
        if not path.exists():
            path.write_text(json.dumps(measure()) + "\n")
            print(f"{self.folder.name} {name}", flush=True)
        found: Measured = json.loads(path.read_text())
        return found

    def alone(self, family: str, file: Path) -> Measured:
        finished = finished_alone(self.network, ["--family", family, "--file", str(file)], LOOKS.all).finished
        return {"finished": [finished[i] for i in sorted(finished)]}

    def night(self, family: str, file: Path) -> Measured:
        split = data.from_file(family, file, self.folder.parent)
        return {"first": first_states(self.network, split.records(range(len(split))))}

    def by_iterations(self, records: Sequence[Record]) -> Measured:
        found = found_by(self.network, records)
        return {"puzzles": len(records), "cells": int(found.cells.sum()), "right": found.shares(found.last)}

    def all(self, files: dict[str, tuple[str, Path]], tests: dict[str, list[Record]]) -> Measured:
        games: Measured = {}
        for name, (family, file) in files.items():
            alone = self.once(f"alone-{file.stem}", partial(self.alone, family, file))["finished"]
            nights = self.once(f"night-{file.stem}", partial(self.night, family, file))["first"]
            games[name] = {"puzzles": len(alone), "alone": sum(alone), **with_nights(alone, nights)}
        iterations = {
            family: self.once(f"iterations-{family}", partial(self.by_iterations, records))
            for family, records in tests.items()
        }
        return {"games": games, "iterations": iterations}


def with_nights(alone: Sequence[bool], first: Sequence[int | None]) -> Measured:
    """Puzzles finished if a night of so many states comes first, and those that the night itself solved."""
    solved = {k: [f is not None and f <= k for f in first] for k in STATES}
    return {
        "at_once": {str(k): sum(found) for k, found in solved.items()},
        "finished": {str(k): sum(a or n for a, n in zip(alone, found)) for k, found in solved.items()},
    }


def table(found: dict[str, Measured]) -> str:
    """Both networks' figures side by side."""
    kinds = ["alone", *(f"night of {k}" for k in STATES)]
    heads = [f"{who}: {kind}" for who in found for kind in kinds]
    lines = ["| puzzles | number | wanted | " + " | ".join(heads) + " |", "|---|---:|" + "---:|" * (1 + len(heads))]
    for name in next(iter(found.values()))["games"]:
        cells = []
        for measured in found.values():
            game = measured["games"][name]
            cells += [percent(n / game["puzzles"]) for n in (game["alone"], *game["finished"].values())]
        wanted = percent(WANTED[name]) if name in WANTED else ""
        lines.append(f"| {name} | {game['puzzles']} | {wanted} | " + " | ".join(cells) + " |")
    heads = [f"{who}: {n}" for who in found for n in NUMBERS]
    lines += ["", "| starts | number | " + " | ".join(heads) + " |", "|---|---:|" + "---:|" * len(heads)]
    for family in next(iter(found.values()))["iterations"]:
        rows = [measured["iterations"][family] for measured in found.values()]
        shares = [percent(row["right"][str(n)]) for row in rows for n in NUMBERS]
        lines.append(f"| {family} | {rows[0]['puzzles']} | " + " | ".join(shares) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--every", type=int, default=1, help=f"of {LONG} only every so many-th puzzle")
    parser.add_argument("--work", type=Path, help="folder of shards and finished parts (build/wanted)")
    arguments = parser.parse_args()
    work = arguments.work or BUILD / ("wanted-smoke" if arguments.smoke else "wanted")
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    files, tests = files_of(work, arguments.every, arguments.smoke), tests_of(work, arguments.smoke)
    trained = hashlib.sha256(arguments.checkpoint.read_bytes()).hexdigest()[:12]
    step = torch.load(arguments.checkpoint, map_location="cpu")["run"]["step"]
    if not arguments.smoke:
        recorded_nights(files, arguments.every, work / "shipped")
    found = {
        "shipped": Measuring(network_of(MODELS / "fastslow.onnx"), work / "shipped").all(files, tests),
        f"step {step}": Measuring(load_checkpoint(arguments.checkpoint), work / trained).all(files, tests),
    }
    (work / "wanted.json").write_text(json.dumps(found, indent=1) + "\n")
    print(table(found))


if __name__ == "__main__":
    main()
