"""Drives of the world, from the engine's tool (`fastslow simulate`), and what is asked of who predicts them."""

from __future__ import annotations

import json
from dataclasses import dataclass

import torch
from torch import Tensor

from models.common import engine_tool

# Seeds of drives that are learned from and of those that are only measured on; the page's are others.
LEARNED_FROM, MEASURED_ON = 1_000_000, 2_000_000
TEST_DRIVES, TEST_STEPS = 200, 50
MARKS = (0.5, 1.0, 2.0, 5.0)  # seconds
MASS, INERTIA, SLOPE = 1200.0, 1700.0, (-0.35, 0.5)  # of engine/physics/bicycle.h; to tell energies, never to learn


@dataclass(frozen=True)
class Drives:
    states: Tensor  # [n, steps + 1, 6]
    controls: Tensor  # [n, steps, 2]

    def first(self, count: int) -> "Drives":
        return Drives(self.states[:count], self.controls[:count])

    def behind(self, count: int) -> "Drives":
        return Drives(self.states[count:], self.controls[count:])

    def __len__(self) -> int:
        return len(self.states)


def read(lines: list[str]) -> Drives:
    drives = [json.loads(line) for line in lines]
    # Read with all digits; headings lie anywhere, as the car may turn round and round.
    states = torch.tensor([drive["states"] for drive in drives], dtype=torch.float32)
    return Drives(states, torch.tensor([drive["controls"] for drive in drives], dtype=torch.float32))


def drives(seed: int, count: int, steps: int) -> Drives:
    arguments = ("--world", "vehicle", "--seed", str(seed), "--count", str(count), "--steps", str(steps))
    return read(engine_tool.ask("simulate", *arguments))


def energy(states: Tensor) -> Tensor:
    """In kJ. [..., 6] -> [...]"""
    x, y, _, forward, left, turning = states.unbind(-1)
    motion = MASS * (forward**2 + left**2) / 2 + INERTIA * turning**2 / 2
    return (motion - MASS * (SLOPE[0] * x + SLOPE[1] * y)) / 1000
