"""The data sets: which puzzles, from which seeds, and how the splits are kept apart."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Iterable, Sequence

from shards import Record, Shard

SPLITS = ("test", "calibration", "validation", "training")  # the first come first: see `load`


@dataclass(frozen=True)
class Source:
    """Generated puzzles of one family and size, each as several positions."""

    family: str
    size: str
    count: int
    seed: int
    positions: int = 5
    rules: tuple[str, ...] = ()  # switches that are on in puzzles of this size

    def as_dict(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value != ()}

    @property
    def name(self) -> str:
        return f"{self.family}-{self.size}-{self.count}x{self.positions}-seed{self.seed}"


# Training puzzles of every family and size. The other splits take shares of these numbers, from other seeds.
PUZZLES = {
    "sudoku": {"9x9": 6000, "6x6": 600, "4x4": 300, "16x16": 80,
               "6x6x": 200, "9x9x": 500, "9x9n": 300, "9x9j": 500, "9x9k": 400},
    "skyscrapers": {"4x4": 400, "5x5": 800, "6x6": 500},
    "kenken": {"3x3": 200, "4x4": 500, "5x5": 700, "6x6": 700, "7x7": 500},
    "futoshiki": {"4x4": 300, "5x5": 700, "5x5a": 500, "6x6": 500, "7x7": 400, "9x9": 150},
    "nonogram": {"5x5": 400, "10x10": 1200, "15x15": 400, "20x20": 150},
    "minesweeper": {"5x5": 400, "8x8": 1000, "12x12": 600, "9x9-game": 400, "16x16-game": 200, "30x16-game": 60},
    "queens": {"5x5": 200, "6x6": 400, "8x8": 1000, "10x10": 800},
    "binairo": {"4x4": 200, "6x6": 500, "8x8": 800, "10x10": 700},
    "lightup": {"5x5": 400, "7x7": 1000, "10x10": 900},
    "map": {"6x5n8": 400, "10x8n15": 700, "15x12n25": 700, "20x15n30": 400},
    "knights": {"3": 300, "4": 500, "5": 700, "6": 700, "7": 600},
    "zebra": {"3x3": 300, "4x4": 800, "5x5": 700},
}
RULES = {("sudoku", "x"): "diagonals", ("sudoku", "n"): "antiknight", ("sudoku", "j"): "jigsaw",
         ("sudoku", "k"): "killer"}
SHARES = {"training": 1.0, "validation": 0.02, "calibration": 0.07, "test": 0.06}
SMOKE_PUZZLES = {"sudoku": {"4x4": 200, "6x6": 60}, "kenken": {"4x4": 40}, "queens": {"5x5": 40}}
SMOKE_SHARES = {"training": 1.0, "validation": 0.15, "calibration": 0.15, "test": 0.15}

Plan = dict[str, list[Source]]


def plan_of(puzzles: dict[str, dict[str, int]], shares: dict[str, float], least: int) -> Plan:
    """The sources of every split. A seed is used by one source of one split only."""
    plan: Plan = {}
    for number, (split, share) in enumerate(shares.items()):
        kinds = [(family, size, count) for family, sizes in puzzles.items() for size, count in sizes.items()]
        plan[split] = [
            Source(family, size, max(least, round(count * share)), 1 + 1000 * number + i, rules=rules_of(family, size))
            for i, (family, size, count) in enumerate(kinds)
        ]
    return plan


def rules_of(family: str, size: str) -> tuple[str, ...]:
    """A size's letter names the rule that is on."""
    rule = RULES.get((family, size[-1]))
    return (rule,) if rule else ()


FULL = plan_of(PUZZLES, SHARES, 10)
SMOKE = plan_of(SMOKE_PUZZLES, SMOKE_SHARES, 6)


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


def tool() -> str:
    """The engine's command-line tool."""
    return os.environ.get("FASTSLOW_TOOL", "fastslow")


def run_tool(*arguments: str) -> None:
    command = [tool(), *arguments]
    try:
        subprocess.run(command, check=True)
    except FileNotFoundError:
        sys.exit(f"the engine's tool '{tool()}' is not there: run ./dev build native, or set FASTSLOW_TOOL")
    except subprocess.CalledProcessError as error:
        sys.exit(f"the data could not be written: {' '.join(command)} ended with code {error.returncode}")


def write_shard(path: Path, *arguments: str) -> Path:
    """Lets the engine write a shard, unless it is there already."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        run_tool("dataset", *arguments, "--out", str(unfinished))
        unfinished.rename(path)
    return path


def part_path(source: Source, folder: Path, part: tuple[int, int]) -> Path:
    return folder / (f"{source.name}.shard" if part == (1, 1) else f"{source.name}.{part[0]}-of-{part[1]}.shard")


def write_part(source: Source, folder: Path, part: tuple[int, int] = (1, 1)) -> Path:
    """Part i of n of a source: every n-th puzzle from the i-th on."""
    s = source
    return write_shard(
        part_path(source, folder, part),
        *("--family", s.family, "--size", s.size, "--count", str(s.count)),
        *("--seed", str(s.seed), "--positions", str(s.positions), "--shard", f"{part[0]}/{part[1]}"),
    )


def generated(source: Source, folder: Path) -> Shard:
    """All of a source: in one file, or in the parts that other processes wrote (`prepare`)."""
    whole = part_path(source, folder, (1, 1))
    parts = sorted(folder.glob(f"{source.name}.1-of-*.shard"))
    if whole.exists() or not parts:
        return Shard([write_part(source, folder)])
    number = int(parts[0].stem.rpartition("-")[2])
    return Shard([part_path(source, folder, (i, number)) for i in range(1, number + 1)])


def prepare(plan: Plan, folder: Path, part: tuple[int, int] = (1, 1), workers: int | None = None) -> None:
    """Has part i of n of every source written, several at a time."""
    sources = [source for split in SPLITS for source in plan[split]]
    sources = [s for s in sources if part != (1, 1) or not any(folder.glob(f"{s.name}.1-of-*.shard"))]
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
