"""The three kinds of network: many of one kind at once, each with weights of its own, so that training all of them is a
few large products.

All are the right-hand side of a differential equation, dq/dt and dp/dt from q, p and the drive u, and go on by the same
Runge-Kutta step; they differ in nothing but what they cannot say:
- plain: two layers of tanh, two numbers out.
- hamiltonian (Greydanus et al. 2019, arXiv 1906.01563): one number out, H(q, p, u); dq/dt = dH/dp,
  dp/dt = -dH/dq.
- port: port-Hamiltonian (after Desai et al. 2021, arXiv 2107.08024): H(q, p), a friction r(q, p) >= 0 and a port
  g(q, p): dq/dt = dH/dp, dp/dt = -dH/dq - r dH/dp + g u.
The gradient of H is written out by hand: so it exports as plain ONNX operators, and training needs no second
derivatives.

Shapes: q, p, u are [M, B] (M networks, B motions); weights [M, out, in].
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from models.exhibits.objects.motions import INTERVAL

KINDS = ("plain", "hamiltonian", "port")
HIDDEN = 24
SIDE = 12  # the hidden layer of the port-Hamiltonian network's friction and port
SPEED_SCALE = {"pendulum": 5.0, "block": 3.0}
PLACE_SCALE = 2.0
DRIVE_SCALE = {"pendulum": 4.0, "block": 1.5}


def features(kind: str, q: Tensor, p: Tensor) -> tuple[Tensor, Tensor]:
    """What the networks see of a place and a speed, [M, B, F], and its derivative by q; that by p is 1 / SPEED_SCALE in
    the last. The pendulum's angle comes as sine and cosine, so that a turn more is the same."""
    speed = p / SPEED_SCALE[kind]
    if kind == "block":
        by_q = torch.tensor([1 / PLACE_SCALE, 0.0])
        return torch.stack([q / PLACE_SCALE, speed], -1), by_q.expand(*q.shape, 2)
    sine, cosine = torch.sin(q), torch.cos(q)
    return torch.stack([sine, cosine, speed], -1), torch.stack([cosine, -sine, torch.zeros_like(q)], -1)


def seen(kind: str) -> int:
    return 2 if kind == "block" else 3


@dataclass
class Design:
    object: str
    kind: str

    def shapes(self) -> dict[str, tuple[int, int]]:
        """Weights as [out, in], by name; a bias has one column."""
        inner = seen(self.object)
        inputs = inner if self.kind == "port" else inner + 1
        shapes = {"w1": (HIDDEN, inputs), "b1": (HIDDEN, 1), "w2": (HIDDEN, HIDDEN), "b2": (HIDDEN, 1)}
        shapes["w3"] = (2 if self.kind == "plain" else 1, HIDDEN)
        if self.kind == "plain":
            shapes["b3"] = (2, 1)
        if self.kind == "port":
            shapes |= {"v1": (SIDE, inner), "c1": (SIDE, 1), "v2": (2, SIDE), "c2": (2, 1)}
        return shapes

    def parameters(self) -> int:
        return sum(math.prod(shape) for shape in self.shapes().values())


class Networks(nn.Module):
    """`seeds`: one for each network."""

    def __init__(self, design: Design, seeds: list[int]) -> None:
        super().__init__()
        self.design = design
        many = []
        for seed in seeds:
            generator = torch.Generator().manual_seed(seed)
            one = {}
            for name, shape in design.shapes().items():
                scale = 0.0 if name[0] in "bc" else 1 / math.sqrt(shape[1])
                one[name] = torch.randn(*shape, generator=generator) * scale
            many.append(one)
        self.weights = nn.ParameterDict(
            {name: nn.Parameter(torch.stack([one[name] for one in many])) for name in many[0]}
        )

    def first(self, count: int) -> Networks:
        """The first so many of them."""
        some = Networks(self.design, [0] * count)
        for name, weights in self.weights.items():
            some.weights[name] = nn.Parameter(weights.detach()[:count].clone())
        return some

    def forward(self, q: Tensor, p: Tensor, u: Tensor) -> tuple[Tensor, Tensor]:
        """dq/dt and dp/dt."""
        w, kind = self.weights, self.design.object
        seen_here, by_q = features(kind, q, p)
        drive = u / DRIVE_SCALE[kind]
        inner = seen_here if self.design.kind == "port" else torch.cat([seen_here, drive[..., None]], -1)
        one = torch.tanh(layer(inner, w["w1"], w["b1"]))
        two = torch.tanh(layer(one, w["w2"], w["b2"]))
        if self.design.kind == "plain":
            rates = layer(two, w["w3"], w["b3"])
            return rates[..., 0], rates[..., 1]
        back = ((1 - two * two) * w["w3"]) @ w["w2"]
        gradient = (((1 - one * one) * back) @ w["w1"])[..., : seen(kind)]
        h_q = (gradient * by_q).sum(-1)
        h_p = gradient[..., -1] / SPEED_SCALE[kind]
        if self.design.kind == "hamiltonian":
            return h_p, -h_q
        side = layer(torch.tanh(layer(seen_here, w["v1"], w["c1"])), w["v2"], w["c2"])
        return h_p, -h_q - nn.functional.softplus(side[..., 0]) * h_p + side[..., 1] * drive

    def step(self, q: Tensor, p: Tensor, drive: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """An interval on; the drive at its beginning, middle and end."""
        before, middle, after = drive
        h = INTERVAL
        q1, p1 = self(q, p, before)
        q2, p2 = self(q + h / 2 * q1, p + h / 2 * p1, middle)
        q3, p3 = self(q + h / 2 * q2, p + h / 2 * p2, middle)
        q4, p4 = self(q + h * q3, p + h * p3, after)
        return q + h / 6 * (q1 + 2 * (q2 + q3) + q4), p + h / 6 * (p1 + 2 * (p2 + p3) + p4)

    @torch.no_grad()
    def rollout(self, q: Tensor, p: Tensor, drive: Tensor) -> tuple[Tensor, Tensor]:
        """q, p: [M, B]; drive [M, B, 2 steps + 1]. Out: [M, B, steps + 1]."""
        places, speeds = [q], [p]
        for i in range(0, drive.shape[-1] - 1, 2):
            q, p = self.step(q, p, (drive[..., i], drive[..., i + 1], drive[..., i + 2]))
            places.append(q)
            speeds.append(p)
        return torch.stack(places, -1), torch.stack(speeds, -1)


def layer(x: Tensor, weights: Tensor, bias: Tensor) -> Tensor:
    return torch.baddbmm(bias.transpose(1, 2), x, weights.transpose(1, 2))
