#!/usr/bin/env python3
"""Everything the card says that has to be measured, piece by piece.

    python3 models/measurements.py --checkpoint FILE [--shard I/N] --out FILE    every N-th piece, as JSON
    python3 models/measurements.py --merge FILE... --out FILE                    such files as one

`./dev train` measures all pieces in one process; a cluster's scheduler can spread them, and then
`./dev train --export-only --measured FILE` exports.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Sequence

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when loading

import torch

import crew
import data
import untrained
from evaluate import Looks, ask, calibrate, calibration_of, load_checkpoint, measure, play, self_assessment
from network import Network
from shards import HOLDS, MISTAKEN, Record

ROOT = Path(__file__).resolve().parent.parent
LEVELS = ("easy", "medium", "hard")
Piece = tuple[str, str]  # kind and name


def public_files(smoke: bool) -> dict[str, Path]:
    """The published Sudoku files, where they are present."""
    files = sorted((ROOT.parent / "shared" / "data" / "sudoku").glob("*.txt"), key=lambda f: f.stat().st_size)
    return {f.stem: f for f in (files[:1] if smoke else files)}


def pack_files(folder: Path, smoke: bool) -> dict[tuple[str, str], Path]:
    """The shipped packs' puzzles, a text file for each family and level. Games that grow are left out: nobody can
    finish them alone without guessing."""
    files = {}
    for pack in sorted((ROOT / "puzzles").glob("*.json")):
        content = json.loads(pack.read_text())
        if "puzzles" not in content or (smoke and content["family"] not in data.SMOKE_PUZZLES):
            continue
        for level in LEVELS:
            entries = [p["text"] for p in content["puzzles"] if p["level"] == level and "game" not in p["size"]]
            if not entries:
                continue
            path = folder / f"pack-{content['family']}-{level}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(entries[: 3 if smoke else None]) + "\n")
            files[content["family"], level] = path
    return files


def foreign_puzzles(folder: Path, smoke: bool) -> frozenset[str]:
    """The texts of all of these: none may be in the data of a run."""
    files = [("sudoku", file) for file in public_files(smoke).values()]
    files += [(family, file) for (family, _), file in pack_files(folder, smoke).items()]
    return frozenset().union(*(data.from_file(family, file, folder).texts() for family, file in files))


# --- the pieces --------------------------------------------------------------------------------------------------


def sound(records: Sequence[Record]) -> list[Record]:
    """Without the positions that hold a mistake."""
    return [record for record in records if record.kind != MISTAKEN]


@dataclass(frozen=True)
class Desk:
    """A network and what it is measured on."""

    network: Network
    looks: Looks
    plan: data.Plan
    splits: dict[str, data.Split]
    shards: Path
    smoke: bool

    def pieces(self) -> list[Piece]:
        """A fixed order, so that every process means the same by the i-th."""
        families = dict.fromkeys(source.family for source in self.plan["test"])
        packs = [("packs", f"{family} {level}") for family, level in pack_files(self.shards, self.smoke)]
        public = [("public", name) for name in public_files(self.smoke)]
        new = [("untrained", name) for name in untrained.RULE_SETS]
        return [("overall", "temperature"), *(("families", family) for family in families), *packs, *public, *new]

    def piece(self, kind: str, name: str) -> dict[str, Any]:
        """One piece, in its place within the whole."""
        if kind == "overall":
            everything = self.splits["calibration"]
            records = sound(everything.records(range(len(everything))))
            return {kind: {name: calibrate(self.network, records, self.looks)}}
        if kind == "families":
            return {kind: {name: self.family(name)}}
        if kind == "packs":
            family, level = name.split(" ")
            file = pack_files(self.shards, self.smoke)[family, level]
            return {kind: {family: {level: play(self.network, family, file, self.looks.all)}}}
        if kind == "untrained":
            file = untrained.file_of(name, self.shards, 2 if self.smoke else untrained.PUZZLES)
            return {kind: {name: self.starts("custom", file)}}
        return {kind: {name: self.starts("sudoku", public_files(self.smoke)[name])}}

    def family(self, family: str) -> dict[str, Any]:
        """What was held out: calibration, accuracy and self-assessment."""
        temperature = calibrate(self.network, sound(self.records("calibration", family)), self.looks)
        records = self.records("test", family)
        answers = [ask(self.network, sound(records), n) for n in (self.looks.glance, self.looks.all)]
        return {
            "calibration": {"temperature": temperature, **calibration_of(answers, temperature)},
            "held_out": {
                "cell_accuracy_glance": round(float(answers[0].right.float().mean()), 4),
                "cell_accuracy_look": round(float(answers[1].right.float().mean()), 4),
                "self_assessment": self_assessment(ask(self.network, records, self.looks.all)),
                "sizes": {
                    source.size: measure(self.network, self.splits["test"].of_shard(i), self.looks)
                    for i, source in enumerate(self.plan["test"])
                    if source.family == family
                },
            },
        }

    def records(self, split: str, family: str) -> list[Record]:
        shards = [i for i, source in enumerate(self.plan[split]) if source.family == family]
        return [record for i in shards for record in self.splits[split].of_shard(i)]

    def starts(self, family: str, file: Path) -> dict[str, Any]:
        """Puzzles of a file: cells right at the start, beside what guessing among the open values comes to, and playing
        alone, with a second and with a third look at every move."""
        split = data.from_file(family, file, self.shards)
        records = split.records(range(len(split)))
        by_chance = sum(int((r.labels & HOLDS).sum()) for r in records) / sum(r.literals for r in records)
        in_one_shot = measure(self.network, records, self.looks)
        second, third = (play(self.network, family, file, n) for n in (self.looks.all, self.looks.third))
        return {**in_one_shot, "by_chance": round(by_chance, 4), **second, "third_look": third}

    def some(self, part: tuple[int, int]) -> dict[str, Any]:
        """Every n-th piece from the i-th on."""
        found: dict[str, Any] = {"packs": {}, "public": {}}
        for kind, name in self.pieces()[part[0] - 1 :: part[1]]:
            print(f"measuring: {kind} {name}", flush=True)
            merge(found, self.piece(kind, name))
        return found

    def all(self) -> dict[str, Any]:
        return self.some((1, 1))


def merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    """Adds what `more` has, at every depth."""
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            merge(into[name], value)
        else:
            into[name] = value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, default=ROOT / "build" / "models" / "checkpoint.pt")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "models", help="folder of the shards")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--shard", type=crew.part, default=(1, 1), metavar="I/N")
    parser.add_argument("--merge", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    found: dict[str, Any] = {}
    if arguments.merge:
        for file in arguments.merge:
            merge(found, json.loads(file.read_text()))
    else:
        torch.set_num_threads(1)
        shards = arguments.work / "shards"
        plan = data.SMOKE if arguments.smoke else data.FULL
        splits = data.load(plan, shards, foreign_puzzles(shards, arguments.smoke))
        network = load_checkpoint(arguments.checkpoint)
        found = Desk(network, Looks(), plan, splits, shards, arguments.smoke).some(arguments.shard)
    arguments.out.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
