"""The learners of the exhibit "a vehicle": each tells the state after a step of 0.1 s from the state before it.

State [n, 6]: x, y (m), heading (rad), speed forward and to the left (m/s), turning (rad/s). Controls [n, 2]: steering
(rad) and pedal (-1..1), held for the step. What a learner knows of physics is what its `forward` says, and no more; the
world's tyres, drag and slope (engine/physics/bicycle.h) are told to none.

Plain: a network of numbers to numbers. Bicycle: the textbook's linear bicycle model with six numbers to fit
(R. Rajamani, "Vehicle Dynamics and Control", 2012, chapter 2). Residual: the same, and a small network for the
accelerations that it lacks. Variational: a forced variational integrator on the plane with a network for the forces and
one for the potential, after PhysORD (Zhao et al., arXiv 2404.01596).
"""

from __future__ import annotations

from typing import Callable

import torch
from torch import Tensor, nn

SECONDS = 0.1
TO_FRONT, TO_REAR = 1.15, 1.35  # metres, as can be measured at any car
STATE, CONTROLS = 6, 2
PLAIN_WIDTH = 304
SMALL_WIDTH = 64
POTENTIAL_WIDTH = 16
SUBSTEPS = 4


def split(state: Tensor) -> tuple[Tensor, ...]:
    return tuple(state[:, i] for i in range(STATE))


def body(state: Tensor, controls: Tensor) -> Tensor:
    """What moves the car as it sees it itself, at a scale of one: [n, 5]."""
    _, _, _, forward, left, turning = split(state)
    return torch.stack([forward / 10, left / 3, turning, controls[:, 0] * 4, controls[:, 1]], 1)


def network(*widths: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for before, after in zip(widths, widths[1:]):
        layers += [nn.Linear(before, after), nn.Tanh()]
    return nn.Sequential(*layers[:-1])


class Plain(nn.Module):
    """`car_frame`: the way is told as the car sees it, which is a little geometry."""

    def __init__(self, car_frame: bool = False) -> None:
        super().__init__()
        self.car_frame = car_frame
        self.net = network(9, PLAIN_WIDTH, PLAIN_WIDTH, PLAIN_WIDTH, STATE)
        self.scale: Tensor
        self.register_buffer("scale", torch.ones(STATE))

    def forward(self, state: Tensor, controls: Tensor) -> Tensor:
        c, s = state[:, 2].cos(), state[:, 2].sin()
        where = torch.stack([state[:, 0] / 30, state[:, 1] / 30, c, s], 1)
        change = self.net(torch.cat([where, body(state, controls)], 1)) * self.scale
        if self.car_frame:
            x, y = change[:, 0], change[:, 1]
            change = torch.cat([torch.stack([x * c - y * s, x * s + y * c], 1), change[:, 2:]], 1)
        return state + change

    def look_at(self, states: Tensor) -> None:
        """The changes that were seen set the scale of what is said. states: [drives, steps, 6]"""
        change = states[:, 1:] - states[:, :-1]
        self.scale.copy_(change.reshape(-1, STATE).std(0) + 1e-3)


class Bicycle(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        # Logarithms: stiffness of the tyres front and rear (per mass), inertia (per mass), power, brakes, resistance.
        self.numbers = nn.Parameter(torch.tensor([40.0, 40.0, 1.5, 4.0, 7.0, 0.1]).log())

    def accelerations(self, forward: Tensor, left: Tensor, turning: Tensor, controls: Tensor) -> Tensor:
        front, rear, inertia, power, brakes, resistance = self.numbers.exp()
        steering, pedal = controls[:, 0], controls[:, 1]
        rolling = (forward**2 + 4).sqrt()  # so that a car can stand
        way = forward / rolling
        push = pedal.clamp(min=0) * power + pedal.clamp(max=0) * brakes * way - resistance * forward
        front_side = -front * ((left + TO_FRONT * turning) / rolling - steering * way)
        rear_side = -rear * (left - TO_REAR * turning) / rolling
        return torch.stack(
            [
                push - front_side * steering + left * turning,
                front_side + rear_side - forward * turning,
                (TO_FRONT * front_side - TO_REAR * rear_side) / inertia,
            ],
            1,
        )

    def missing(self, state: Tensor, controls: Tensor) -> Tensor | float:
        """Accelerations that the model lacks."""
        del state, controls
        return 0.0

    def rate(self, state: Tensor, controls: Tensor, missing: Tensor | float) -> Tensor:
        _, _, heading, forward, left, turning = split(state)
        c, s = heading.cos(), heading.sin()
        way = torch.stack([forward * c - left * s, forward * s + left * c, turning], 1)
        return torch.cat([way, self.accelerations(forward, left, turning, controls) + missing], 1)

    def forward(self, state: Tensor, controls: Tensor) -> Tensor:
        """Substeps by the midpoint rule."""
        missing = self.missing(state, controls)
        h = SECONDS / SUBSTEPS
        for _ in range(SUBSTEPS):
            middle = state + self.rate(state, controls, missing) * (h / 2)
            state = state + self.rate(middle, controls, missing) * h
        return state


class Residual(Bicycle):
    def __init__(self) -> None:
        super().__init__()
        self.net = network(7, SMALL_WIDTH, SMALL_WIDTH, 3)

    def missing(self, state: Tensor, controls: Tensor) -> Tensor:
        heading = state[:, 2:3]
        return self.net(torch.cat([body(state, controls), heading.cos(), heading.sin()], 1)) * 2


class Variational(nn.Module):
    """Discrete d'Alembert on the plane: with the mass in the forces, half a step's impulse, the way, the other half.
    Forces are in the car's frame and know nothing of where it is; the potential knows nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.force = network(5, SMALL_WIDTH, SMALL_WIDTH, 3)
        self.inner = nn.Linear(2, POTENTIAL_WIDTH)
        self.outer = nn.Linear(POTENTIAL_WIDTH, 1, bias=False)

    def pull(self, x: Tensor, y: Tensor) -> Tensor:
        """Minus the gradient of the potential, [n, 2]; written out, so that files need no derivatives."""
        inner = self.inner(torch.stack([x, y], 1) / 30).tanh()
        return (self.outer.weight * (1 - inner**2)) @ self.inner.weight

    def forward(self, state: Tensor, controls: Tensor) -> Tensor:
        x, y, heading, forward, left, turning = split(state)
        c, s = heading.cos(), heading.sin()
        force = self.force(body(state, controls)) * 10
        push = torch.stack([force[:, 0] * c - force[:, 1] * s, force[:, 0] * s + force[:, 1] * c], 1)
        speed = torch.stack([forward * c - left * s, forward * s + left * c], 1)
        h = SECONDS
        half = speed + (push + self.pull(x, y)) * (h / 2)
        half_turning = turning + force[:, 2] * (h / 2)
        x, y, heading = x + half[:, 0] * h, y + half[:, 1] * h, heading + half_turning * h
        # The other half of the same force, which turns with the car.
        c, s = heading.cos(), heading.sin()
        push = torch.stack([force[:, 0] * c - force[:, 1] * s, force[:, 0] * s + force[:, 1] * c], 1)
        full = half + (push + self.pull(x, y)) * (h / 2)
        turning = half_turning + force[:, 2] * (h / 2)
        forward, left = full[:, 0] * c + full[:, 1] * s, full[:, 1] * c - full[:, 0] * s
        return torch.stack([x, y, heading, forward, left, turning], 1)


LEARNERS: dict[str, Callable[[], nn.Module]] = {
    "variational": Variational,
    "plain": Plain,
    "bicycle": Bicycle,
    "residual": Residual,
    "plain_long": Plain,
    "plain_frame": lambda: Plain(car_frame=True),
}


def rollout(learner: nn.Module, start: Tensor, controls: Tensor) -> Tensor:
    """start [n, 6], controls [n, steps, 2] -> the states after each step [n, steps, 6]."""
    states = []
    state = start
    for step in range(controls.shape[1]):
        state = learner(state, controls[:, step])
        states.append(state)
    return torch.stack(states, 1)
