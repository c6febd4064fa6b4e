"""Motions of the two objects, as the engine simulates them (engine/physics/objects.h).

In: an object, its switches, seeds. Out: `Motions`, tensors [motions, steps + 1]; `drive` has every half interval,
[motions, 2 steps + 1]. Needs the engine's tool (FASTSLOW_TOOL).
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import torch
from torch import Tensor

from models.common import engine_tool

OBJECTS = ("pendulum", "block")
# Friction, drive: in this order everywhere.
SCENES = ((False, False), (True, False), (False, True), (True, True))
INTERVAL = 0.1
# What a network learns from is so long, and it is followed ten times as far.
HORIZON = 30
FAR = 10 * HORIZON

# As in engine/physics/objects.cc; a test holds the tool's energies against them.
GRAVITY = 9.81
PULL = 3.0


@dataclass
class Motions:
    q: Tensor
    p: Tensor
    energy: Tensor
    drive: Tensor

    def first(self, count: int) -> Motions:
        return Motions(self.q[:count], self.p[:count], self.energy[:count], self.drive[:count])


def energy(kind: str, q: Tensor, p: Tensor) -> Tensor:
    return p * p / 2 + (PULL * q if kind == "block" else GRAVITY * (1 - torch.cos(q)))


def simulated(kind: str, count: int, steps: int, seed: int) -> dict[tuple[bool, bool], Motions]:
    """The first `count` motions from this seed on of each setting of the switches."""
    found: dict[tuple[bool, bool], list[list[list[float]]]] = {scene: [] for scene in SCENES}
    some = 4 * count
    while min(map(len, found.values())) < count:
        numbers = ["--count", str(some), "--steps", str(2 * steps), "--seed", str(seed)]
        seed += some
        for line in engine_tool.ask("simulate", "--world", kind, *numbers):
            motion = json.loads(line)
            friction, drive, _ = motion["controls"][0]
            found[bool(friction), bool(drive)].append(motion["states"])
    return {scene: _motions(torch.tensor(states[:count])) for scene, states in found.items()}


def _motions(states: Tensor) -> Motions:
    """states [motions, 2 steps + 1, 5]: place, speed, time, energy, drive, at every half interval."""
    q, p, _, energies, drive = states.unbind(-1)
    return Motions(q[:, ::2], p[:, ::2], energies[:, ::2], drive)


def finite(value: Tensor, most: float) -> Tensor:
    """Where a prediction has run away, the most that is counted."""
    return torch.nan_to_num(value, nan=most, posinf=most, neginf=-most).clamp(-most, most)
