"""Which puzzles the network is trained and measured on: families, sizes, how many, from which seeds.

In: the tables below. Out: a `Plan`, the sources of each split. A new family needs its line in PUZZLES.
"""

from __future__ import annotations

from dataclasses import dataclass

SPLITS = ("test", "calibration", "validation", "training")  # the first come first: see `load`


@dataclass(frozen=True)
class Source:
    """Generated puzzles of one family and size, each as several positions."""

    family: str
    size: str
    count: int
    seed: int
    positions: int = 5
    level: str | None = None  # none: by turns

    @property
    def name(self) -> str:
        size = self.size if self.level is None else f"{self.size}-{self.level}"
        return f"{self.family}-{size}-{self.count}x{self.positions}-seed{self.seed}"


# Training puzzles of every family and size. The other splits take shares of these numbers, from other seeds.
PUZZLES = {
    "sudoku": {
        "9x9": 6000,
        "6x6": 600,
        "4x4": 300,
        "16x16": 80,
        "6x6x": 200,
        "9x9x": 500,
        "9x9n": 300,
        "9x9j": 500,
        "9x9k": 400,
    },
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
            Source(family, size, max(least, round(count * share)), 1 + 1000 * number + i)
            for i, (family, size, count) in enumerate(kinds)
        ]
    return plan


FULL = plan_of(PUZZLES, SHARES, 10)
SMOKE = plan_of(SMOKE_PUZZLES, SMOKE_SHARES, 6)
