"""Batches: the disjoint union of several positions' factor graphs, with shifted indices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Sequence

import numpy as np
import torch

from shards import Record


@dataclass(frozen=True)
class Batch:
    """A union of factor graphs, in the encoder's form, as tensors.

    literal_groups [N, D] int64, group_literals [G, K] int64, group_features [G, 4] float32,
    labels [N] float32, position [N] int64 (the position a literal row comes from).
    """

    literal_groups: torch.Tensor
    group_literals: torch.Tensor
    group_features: torch.Tensor
    labels: torch.Tensor
    position: torch.Tensor
    positions: int

    @property
    def inputs(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        return self.literal_groups, self.group_literals, self.group_features

    @property
    def domains(self) -> torch.Tensor:
        """[N] the domain group of each literal: the first entry of its row."""
        return self.literal_groups[:, 0]

    def to(self, device: torch.device | str) -> "Batch":
        moved = (t.to(device) for t in (*self.inputs, self.labels, self.position))
        return Batch(*moved, self.positions)


def _stack(blocks: Sequence[np.ndarray], pads: Sequence[int], offsets: np.ndarray, pad: int) -> torch.Tensor:
    """Index blocks [n_i, width_i] below each other, shifted; `pads[i]` becomes `pad`."""
    width = max(block.shape[1] for block in blocks)
    stacked = np.full((sum(block.shape[0] for block in blocks), width), pad, np.int64)
    row = 0
    for block, own_pad, offset in zip(blocks, pads, offsets):
        part = stacked[row : row + block.shape[0], : block.shape[1]]
        np.add(block, offset, out=part, where=block != own_pad)
        row += block.shape[0]
    return torch.from_numpy(stacked)


def union(records: Sequence[Record]) -> Batch:
    """One graph made of all; rows keep the order of the records."""
    literals = [r.literals for r in records]
    groups = [r.groups for r in records]
    literal_offsets = np.concatenate(([0], np.cumsum(literals)))
    group_offsets = np.concatenate(([0], np.cumsum(groups)))
    n, g = int(literal_offsets[-1]), int(group_offsets[-1])
    return Batch(
        _stack([r.literal_groups for r in records], groups, group_offsets, g),
        _stack([r.group_literals for r in records], literals, literal_offsets, n),
        torch.from_numpy(np.concatenate([r.group_features for r in records])),
        torch.from_numpy(np.concatenate([r.labels for r in records])),
        torch.from_numpy(np.repeat(np.arange(len(records)), literals)),
        len(records),
    )


def batches(count: int, size: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """One epoch: indices 0 .. count-1 in random order, `size` at a time, the rest left out."""
    order = rng.permutation(count)
    for start in range(0, count - size + 1, size):
        yield order[start : start + size]
