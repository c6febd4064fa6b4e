"""How many networks learn from how much, and for how long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    counts: tuple[int, ...] = (5, 20, 100)  # motions to learn from, for each setting of the switches
    seeds: int = 10
    steps: int = 1000
    batch: int = 32
    rate: float = 5e-3
    tests: int = 20
    # Seeds of the motions; those of one network's seed are so far from the next one's.
    first: int = 1_000_000
    apart: int = 10_000
    first_test: int = 2_000_000


PLAN = Plan()
SMOKE = Plan(counts=(2, 3), seeds=2, steps=3, batch=4, tests=2)
