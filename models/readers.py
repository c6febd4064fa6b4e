"""The three kinds of network behind one interface: boards in, scores for every value of every cell out.

A reader's `prepare` lays a batch out as its network wants it; `read` runs the network. Only `read` counts as the
time of an inference, since the engine prepares its own inputs. A literal is open if no unit excludes it directly.
`reads_rules`: illegal values have no score to begin with.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from baselines import ConvolutionalNetwork, Perceptron
from grids import Rules

# By the number of parameters that they come to on 6x6.
SHAPES: dict[str, dict[str, dict[str, int]]] = {
    "graph": {
        "2k": {"state": 16, "votes": 8, "hidden": 24, "doubts": 8},
        "10k": {"state": 32, "votes": 16, "hidden": 64, "doubts": 16},  # the shipped one has 48 hidden
        "50k": {"state": 80, "votes": 40, "hidden": 128, "doubts": 16},
    },
    "cnn": {
        "2k": {"width": 6, "depth": 5},
        "10k": {"width": 12, "depth": 7},
        "50k": {"width": 24, "depth": 9},
        "250k": {"width": 48, "depth": 12},
        "1M": {"width": 88, "depth": 14},
    },
    "mlp": {
        "2k": {"width": 4, "depth": 1},
        "10k": {"width": 21, "depth": 1},
        "50k": {"width": 90, "depth": 2},
        "250k": {"width": 270, "depth": 3},
        "1M": {"width": 600, "depth": 3},
    },
}


class GridReader(nn.Module):
    """A baseline. It is told nothing but the board, and scores illegal values as well."""

    reads_rules = False

    def __init__(self, network: nn.Module):
        super().__init__()
        self.network = network

    def prepare(self, boards: Tensor, open_literals: Tensor) -> Any:
        return boards

    def read(self, prepared: Any) -> Tensor:
        return self.network(prepared)

    def forward(self, boards: Tensor, open_literals: Tensor) -> Tensor:
        return self.read(self.prepare(boards, open_literals))

    def loss(self, boards: Tensor, solutions: Tensor) -> Tensor:
        """Cross-entropy of the empty cells' values."""
        empty = boards == 0
        return nn.functional.cross_entropy(self.network(boards)[empty], solutions[empty] - 1)


class NoReader(nn.Module):
    """Nothing learned: every value is as good as any other. What the rules do by themselves."""

    reads_rules = False

    def __init__(self, rules: Rules):
        super().__init__()
        self.rules = rules

    def prepare(self, boards: Tensor, open_literals: Tensor) -> Any:
        return boards

    def read(self, prepared: Any) -> Tensor:
        return prepared.new_zeros(len(prepared), self.rules.cells, self.rules.n, dtype=torch.float)

    def forward(self, boards: Tensor, open_literals: Tensor) -> Tensor:
        return self.read(boards)


def reader(model: str, shape: str, rules: Rules) -> nn.Module:
    if model == "none":
        return NoReader(rules)
    arguments = SHAPES[model][shape]
    if model == "cnn":
        return GridReader(ConvolutionalNetwork(rules.n, **arguments))
    if model == "mlp":
        return GridReader(Perceptron(rules.n, **arguments))
    from graph_reader import GraphReader  # the baselines do not need it

    return GraphReader(arguments, rules)


def parameters(model: nn.Module) -> int:
    return sum(p.numel() for p in model.parameters())
