"""Which runs the learning curves take: kinds of network, their sizes, numbers of training puzzles, seeds.

In: a `Setting`. Out: lists of `Job`s. The numbers below decide how a run is trained and judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.study.networks import SHAPES

KINDS = ("graph", "cnn", "mlp")
SEEDS = (1, 2, 3)
PUZZLES = (10, 50, 300, 2000, 10000)
SIZE_SEEDS = (1, 2)
LONGER = 5  # times the processor time, for some runs that show what more of it brings
LONGER_RUNS = (("mlp", "250k"), ("cnn", "50k"), ("cnn", "250k"), ("mlp", "1M"), ("graph", "10k"))
BATCH = 64
RATE = {"graph": 4e-3, "cnn": 3e-3, "mlp": 2e-3}  # peak learning rates
THRESHOLD = 0.9
LEARNING_SHAPE = {"graph": "10k", "cnn": "50k", "mlp": "250k"}  # the baselines' best in the usual time

COMMON: dict[str, Any] = {  # what the results files say of every run
    "threshold": THRESHOLD,
    "batch": BATCH,
    "peak_rate": RATE,
    "family": "sudoku",
    "device": "cpu, one thread",
}


@dataclass(frozen=True)
class Setting:
    """What all runs share."""

    size: str = "6x6"
    seconds: float = 10.0
    test: int = 300
    validation: int = 300
    training: int = 10000


@dataclass(frozen=True)
class Job:
    """One run: a kind of network, its size, how many training puzzles."""

    model: str
    shape: str
    puzzles: int
    seed: int
    budget: int = 1  # times the usual processor time

    @property
    def name(self) -> str:
        longer = f"-{self.budget}times" if self.budget > 1 else ""
        return f"{self.model}-{self.shape}-{self.puzzles}puzzles-seed{self.seed}{longer}"


NOTHING = Job("none", "none", 0, 1)  # the reference: nothing learned
SMOKE = Setting("4x4", 0.5, test=20, validation=20, training=60)


def learning_jobs(setting: Setting) -> list[Job]:
    """Learning curves: a network of each kind, trained on few to many puzzles."""
    numbers = [p for p in PUZZLES if p <= setting.training]
    return [NOTHING] + [Job(m, LEARNING_SHAPE[m], p, s) for s in SEEDS for p in numbers for m in KINDS]


def size_jobs(setting: Setting) -> list[Job]:
    """Networks of all sizes, trained on all puzzles."""
    seeds = {m: {shape: SEEDS if shape == LEARNING_SHAPE[m] else SIZE_SEEDS for shape in SHAPES[m]} for m in KINDS}
    usual = [Job(m, shape, setting.training, s) for m in KINDS for shape in SHAPES[m] for s in seeds[m][shape]]
    longer = [Job(m, shape, setting.training, 1, LONGER) for m, shape in LONGER_RUNS]
    return [NOTHING] + usual + longer


def in_order(learning: list[Job], sizes: list[Job]) -> list[Job]:
    """All of them, such that an interrupted plan has something of everything: first one seed of each."""

    def stage(job: Job) -> int:
        if job.budget > 1:
            return 2
        return 0 if job.seed == 1 else 1 if job in learning else 3

    return sorted(dict.fromkeys(learning + sizes), key=lambda job: (stage(job), job.seed))


def smoke_jobs() -> tuple[list[Job], list[Job]]:
    """A few of either kind, on 4x4."""
    learning = [NOTHING] + [Job(m, "2k", p, 1) for m in KINDS for p in (10, 60)]
    sizes = [NOTHING] + [Job(m, "2k", 60, 1) for m in KINDS] + [Job("mlp", "10k", 60, 1)]
    return learning, sizes
