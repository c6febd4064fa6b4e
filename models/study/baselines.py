"""The baselines: a plain convolutional network and a plain multi-layer perceptron. Neither has the graph.

Both see the board as one-hot planes (one for "empty", one a value) and give every cell a score for every value. In:
boards [B, cells]. Out: scores [B, cells, values].

Source of the residual blocks: K. He, X. Zhang, S. Ren, J. Sun, "Deep Residual Learning for Image Recognition",
CVPR 2016.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from models.study.scorer import Scorer


def planes(boards: Tensor, values: int) -> Tensor:
    """[B, cells] -> [B, cells, values + 1]; plane 0 says "empty"."""
    return nn.functional.one_hot(boards, values + 1).float()


class Block(nn.Module):
    """A residual convolution, 3x3."""

    def __init__(self, width: int):
        super().__init__()
        self.convolution = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(width)

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.relu(self.norm(self.convolution(x)))


class ConvolutionalNetwork(nn.Module):
    """boards [B, cells] -> scores [B, cells, values]. Residual blocks on the whole grid, no pooling."""

    def __init__(self, side: int, width: int, depth: int):
        super().__init__()
        self.side = side
        self.first = nn.Conv2d(side + 1, width, 3, padding=1)
        self.blocks = nn.Sequential(*(Block(width) for _ in range(depth)))
        self.read = nn.Conv2d(width, side, 1)

    def forward(self, boards: Tensor) -> Tensor:
        n = self.side
        image = planes(boards, n).transpose(1, 2).reshape(-1, n + 1, n, n)
        scores = self.read(self.blocks(torch.relu(self.first(image))))
        return scores.reshape(-1, n, n * n).transpose(1, 2)


class Perceptron(nn.Module):
    """boards [B, cells] -> scores [B, cells, values]. The flattened board through `depth` hidden layers."""

    def __init__(self, side: int, width: int, depth: int):
        super().__init__()
        self.side = side
        sizes = [side * side * (side + 1)] + [width] * depth
        layers: list[nn.Module] = []
        for before, after in zip(sizes, sizes[1:]):
            layers += [nn.Linear(before, after), nn.ReLU()]
        self.layers = nn.Sequential(*layers, nn.Linear(width, side * side * side))

    def forward(self, boards: Tensor) -> Tensor:
        n = self.side
        return self.layers(planes(boards, n).reshape(len(boards), -1)).reshape(-1, n * n, n)


class GridScorer(Scorer):
    """A baseline among the networks of the comparison. It scores illegal values as well."""

    def __init__(self, network: ConvolutionalNetwork | Perceptron):
        super().__init__()
        self.network = network

    def infer(self, prepared: Tensor) -> Tensor:
        return self.network(prepared)

    def loss(self, boards: Tensor, solutions: Tensor) -> Tensor:
        """Cross-entropy of the empty cells' values."""
        empty = boards == 0
        return nn.functional.cross_entropy(self.network(boards)[empty], solutions[empty] - 1)
