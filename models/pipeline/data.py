"""The data sets: written by the engine as shards, read as splits that have no puzzle in common.

In: a `Plan`, and a folder for the shards. Out: a `Split` of records for each name in SPLITS.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Iterable, Sequence

from models.common import engine_tool
from models.common.options import WHOLE, Part
from models.pipeline.plan import SPLITS, Plan, Source
from models.pipeline.shards import Record, Shard


class Split:
    """Records of several shards, without the puzzles that belong to somebody else."""

    def __init__(self, shards: Sequence[Shard], families: Sequence[str], without: frozenset[str] = frozenset()):
        self._shards = shards
        self._families = families
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

    def only(self, indices: Iterable[int]) -> "Split":
        """A part of it."""
        part = Split(self._shards, self._families)
        part._places = [self._places[i] for i in indices]
        return part

    def edges(self, i: int) -> int:
        shard, record = self._places[i]
        return self._shards[shard].edges(record)

    def kinds(self) -> list[int]:
        """What kind of position each record is (shards.START and so on)."""
        return [self._shards[s].kind(i) for s, i in self._places]

    def by_family(self) -> dict[str, list[int]]:
        """The indices of each family's records."""
        found: dict[str, list[int]] = {}
        for i, (shard, _) in enumerate(self._places):
            found.setdefault(self._families[shard], []).append(i)
        return found

    def texts(self) -> frozenset[str]:
        return frozenset(self._shards[s].text(i) for s, i in self._places)


def write_shard(path: Path, *arguments: str) -> Path:
    """Lets the engine write a shard, unless it is there already."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        engine_tool.write("dataset", *arguments, "--out", str(unfinished))
        unfinished.rename(path)
    return path


def part_path(source: Source, folder: Path, part: Part) -> Path:
    return folder / (f"{source.name}.shard" if part == WHOLE else f"{source.name}.{part[0]}-of-{part[1]}.shard")


def write_part(source: Source, folder: Path, part: Part = WHOLE) -> Path:
    """Part i of n of a source: every n-th puzzle from the i-th on."""
    s = source
    return write_shard(
        part_path(source, folder, part),
        *("--family", s.family, "--size", s.size, "--count", str(s.count)),
        *("--seed", str(s.seed), "--positions", str(s.positions), "--shard", f"{part[0]}/{part[1]}"),
        *(() if s.level is None else ("--level", s.level)),
    )


def generated(source: Source, folder: Path) -> Shard:
    """All of a source: in one file, or in the parts that other processes wrote (`prepare`)."""
    whole = part_path(source, folder, WHOLE)
    parts = sorted(folder.glob(f"{source.name}.1-of-*.shard"))
    if whole.exists() or not parts:
        return Shard([write_part(source, folder)])
    number = int(parts[0].stem.rpartition("-")[2])
    return Shard([part_path(source, folder, (i, number)) for i in range(1, number + 1)])


def prepare(plan: Plan, folder: Path, part: Part = WHOLE, workers: int | None = None) -> None:
    """Has part i of n of every source written, several at a time."""
    sources = [source for split in SPLITS for source in plan[split]]
    sources = [s for s in sources if part != WHOLE or not any(folder.glob(f"{s.name}.1-of-*.shard"))]
    with ThreadPoolExecutor(workers or os.cpu_count()) as pool:
        for done, _ in enumerate(pool.map(lambda s: write_part(s, folder, part), sources), 1):
            if done % 10 == 0 or done == len(sources):
                print(f"data: {done} of {len(sources)} sources", flush=True)


def from_file(family: str, puzzles: Path, folder: Path) -> Split:
    """The starting positions of a file of puzzles, for evaluation."""
    path = folder / f"{family}-{puzzles.stem}.shard"
    write_shard(path, "--family", family, "--file", str(puzzles), "--positions", "1")
    return Split([Shard([path])], [family])


def load(plan: Plan, folder: Path, foreign: frozenset[str]) -> dict[str, Split]:
    """All splits. No puzzle is in two of them, and none of `foreign` (texts) is in any."""
    taken = foreign
    splits = {}
    for name in SPLITS:
        sources = plan[name]
        splits[name] = Split([generated(s, folder) for s in sources], [s.family for s in sources], taken)
        taken |= splits[name].texts()
    return splits
