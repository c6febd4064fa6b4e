"""Everything the card says that has to be measured, piece by piece.

    python3 -m models.export.measurements --checkpoint FILE [--shard I/N] --out FILE    every N-th piece, as JSON
    python3 -m models.export.measurements --merge FILE... --out FILE                    such files as one

`./dev train` measures all pieces in one process; a cluster's scheduler can spread them, and then
`./dev train --export-only --measured FILE` exports.

In: a network, the held-out splits and the evaluation files. Out: nested dictionaries of numbers, each piece in its
place.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Sequence

import torch

from models.common.options import WHOLE, Part, part
from models.common.paths import BUILD
from models.export import unseen_rules
from models.pipeline import data
from models.pipeline.evaluate import (
    LOOKS,
    Looks,
    ask,
    calibrate,
    calibration_of,
    load_checkpoint,
    measure,
    play,
    self_assessment,
)
from models.pipeline.evaluation_files import pack_files, public_files, reserved_texts
from models.pipeline.network import Network
from models.pipeline.plan import FULL, SMOKE, Plan
from models.pipeline.shards import HOLDS, MISTAKEN, Record

Piece = tuple[str, str]  # kind and name


def sound(records: Sequence[Record]) -> list[Record]:
    """Without the positions that hold a mistake."""
    return [record for record in records if record.kind != MISTAKEN]


@dataclass(frozen=True)
class Measurements:
    """A network and what it is measured on."""

    network: Network
    looks: Looks
    plan: Plan
    splits: dict[str, data.Split]
    shards: Path
    smoke: bool

    def pieces(self) -> list[Piece]:
        """A fixed order, so that every process means the same by the i-th."""
        families = dict.fromkeys(source.family for source in self.plan["test"])
        packs = [("packs", f"{family} {level}") for family, level in pack_files(self.shards, self.smoke)]
        public = [("public", name) for name in public_files(self.smoke)]
        new = [("untrained", name) for name in unseen_rules.RULE_SETS]
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
            file = unseen_rules.file_of(name, self.shards, 2 if self.smoke else unseen_rules.PUZZLES)
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

    def some(self, part: Part) -> dict[str, Any]:
        """Every n-th piece from the i-th on."""
        found: dict[str, Any] = {"packs": {}, "public": {}}
        for kind, name in self.pieces()[part[0] - 1 :: part[1]]:
            print(f"measuring: {kind} {name}", flush=True)
            merge(found, self.piece(kind, name))
        return found

    def all(self) -> dict[str, Any]:
        return self.some(WHOLE)


def merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    """Adds what `more` has, at every depth."""
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            merge(into[name], value)
        else:
            into[name] = value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, default=BUILD / "models" / "checkpoint.pt")
    parser.add_argument("--work", type=Path, default=BUILD / "models", help="folder of the shards")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--shard", type=part, default=WHOLE, metavar="I/N")
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
        plan = SMOKE if arguments.smoke else FULL
        splits = data.load(plan, shards, reserved_texts(shards, arguments.smoke))
        network = load_checkpoint(arguments.checkpoint)
        found = Measurements(network, LOOKS, plan, splits, shards, arguments.smoke).some(arguments.shard)
    arguments.out.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
