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


def scene_name(friction: bool, drive: bool) -> str:
    return {(False, False): "free", (True, False): "friction", (False, True): "drive", (True, True): "both"}[
        friction, drive
    ]


def energy(kind: str, q: Tensor, p: Tensor) -> Tensor:
    return p * p / 2 + (PULL * q if kind == "block" else GRAVITY * (1 - torch.cos(q)))


def simulated(kind: str, scene: tuple[bool, bool], count: int, steps: int, seed: int) -> Motions:
    friction, drive = scene
    switches = [*(["--friction"] if friction else []), *(["--drive"] if drive else [])]
    numbers = ["--count", str(count), "--steps", str(steps), "--seed", str(seed), "--interval", str(INTERVAL)]
    lines = [json.loads(line) for line in engine_tool.ask("objects", "--object", kind, *switches, *numbers)]

    def column(name: str) -> Tensor:
        return torch.tensor([line[name] for line in lines], dtype=torch.float32)

    return Motions(column("q"), column("p"), column("energy"), column("drive"))


def finite(value: Tensor, most: float) -> Tensor:
    """Where a prediction has run away, the most that is counted."""
    return torch.nan_to_num(value, nan=most, posinf=most, neginf=-most).clamp(-most, most)


