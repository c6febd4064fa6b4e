"""The data sets: which puzzles, from which seeds, and how the splits are kept apart."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Sequence

from shards import Record, Shard


@dataclass(frozen=True)
class Source:
    """Generated puzzles of one family and size, each as several positions."""

    size: str
    count: int
    seed: int
    positions: int = 6
    family: str = "sudoku"


# A seed is used by one source of one split only; the tool draws disjoint puzzle seeds from it.
FULL = {
    "training": [
        Source("9x9", 14000, 1),
        Source("6x6", 1500, 2),
        Source("4x4", 800, 3, 3),
        Source("16x16", 100, 4, 4),
    ],
    "validation": [Source("9x9", 400, 101, 4), Source("6x6", 50, 102, 4), Source("4x4", 50, 103, 2)],
    "calibration": [Source("9x9", 400, 201, 7), Source("6x6", 50, 202, 7), Source("4x4", 50, 203, 4)],
    "test": [
        Source("9x9", 500, 301, 4),
        Source("6x6", 200, 302, 4),
        Source("4x4", 200, 303, 4),
        Source("16x16", 20, 304, 4),
    ],
}
SMOKE = {
    "training": [Source("4x4", 200, 11), Source("6x6", 60, 12)],
    "validation": [Source("4x4", 30, 111), Source("6x6", 10, 112)],
    "calibration": [Source("4x4", 30, 211), Source("6x6", 10, 212)],
    "test": [Source("4x4", 30, 311), Source("6x6", 10, 312), Source("9x9", 5, 313)],
}


class Split:
    """Records of several shards, without the puzzles that belong to somebody else."""

    def __init__(self, shards: Sequence[Shard], without: frozenset[str] = frozenset()):
        self._shards = shards
        self._places = [
            (s, i) for s, shard in enumerate(shards) for i in range(len(shard)) if shard.text(i) not in without
        ]

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, i: int) -> Record:
        shard, record = self._places[i]
        return self._shards[shard][record]

    def records(self, indices: Iterable[int]) -> list[Record]:
        return [self[int(i)] for i in indices]

    def of_shard(self, shard: int) -> list[Record]:
        return [self._shards[s][i] for s, i in self._places if s == shard]

    def texts(self) -> frozenset[str]:
        return frozenset(self._shards[s].text(i) for s, i in self._places)


def tool() -> str:
    """The engine's command-line tool."""
    return os.environ.get("FASTSLOW_TOOL", "fastslow")


def write_shard(path: Path, *arguments: str) -> Shard:
    """Lets the engine write a shard, unless it is there already."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        command = [tool(), "dataset", *arguments, "--out", str(unfinished)]
        try:
            subprocess.run(command, check=True)
        except FileNotFoundError:
            sys.exit(f"the engine's tool '{tool()}' is not there: run ./dev build native, or set FASTSLOW_TOOL")
        except subprocess.CalledProcessError as error:
            sys.exit(f"the data could not be written: {' '.join(command)} ended with code {error.returncode}")
        unfinished.rename(path)
    return Shard(path)


def generated(source: Source, folder: Path) -> Shard:
    s = source
    return write_shard(
        folder / f"{s.family}-{s.size}-{s.count}x{s.positions}-seed{s.seed}.shard",
        *("--family", s.family, "--size", s.size, "--count", str(s.count)),
        *("--seed", str(s.seed), "--positions", str(s.positions)),
    )


def from_file(family: str, puzzles: Path, folder: Path) -> Split:
    """The starting positions of a file of puzzles, for evaluation."""
    shard = write_shard(
        folder / f"{family}-{puzzles.stem}.shard", "--family", family, "--file", str(puzzles), "--positions", "1"
    )
    return Split([shard])


def load(plan: dict[str, list[Source]], folder: Path, foreign: frozenset[str]) -> dict[str, Split]:
    """All splits. No puzzle is in two of them, and none of `foreign` (texts) is in any."""
    taken = foreign
    splits = {}
    for name in ("test", "calibration", "validation", "training"):  # the first come first
        splits[name] = Split([generated(source, folder) for source in plan[name]], taken)
        taken |= splits[name].texts()
    return splits
