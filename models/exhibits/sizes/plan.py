"""Which networks the guide lets loose on the reader's own Sudoku: kinds, sizes, numbers of training puzzles.

In: nothing. Out: a `Setting` that all runs share, and `Job`s, of those kinds and shapes that models/study compares. All
files together are to stay at about 3 MB, so the largest networks are only there with all puzzles.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from models.study.curve_plan import Job, Setting

FULL = Setting(size="6x6", seconds=30.0, test=300, validation=300, training=10000)
SMOKE = Setting(size="4x4", seconds=0.5, test=20, validation=20, training=60)
SEED = 1
EXAMPLES = (10000, 10, 300)
SHAPES = (("graph", "10k"), ("mlp", "10k"), ("cnn", "10k"), ("graph", "2k"), ("cnn", "250k"))
LARGEST = (("mlp", "1M"), ("cnn", "1M"))


@dataclass(frozen=True)
class Plan:
    """What a run of the command makes."""

    setting: Setting
    jobs: list[Job]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self.setting)


def name_of(job: Job) -> str:
    return f"{job.model}-{job.shape.lower()}-{job.puzzles}"


def full() -> Plan:
    shapes = {puzzles: SHAPES + LARGEST if puzzles == FULL.training else SHAPES for puzzles in EXAMPLES}
    return Plan(FULL, [Job(kind, shape, puzzles, SEED) for puzzles in EXAMPLES for kind, shape in shapes[puzzles]])


def smoke() -> Plan:
    return Plan(SMOKE, [Job(kind, "2k", 10, SEED) for kind in ("graph", "cnn", "mlp")])
