"""Batches: the disjoint union of several positions' factor graphs, with shifted indices.

In: records with n1, n2, ... literals. Out: a `Batch` of N = n1 + n2 + ... literals. Source: the usual way to batch
graphs of unequal size, M. Fey, J. Lenssen, "Fast Graph Representation Learning with PyTorch Geometric", 2019; rows are
kept compressed (CSR) rather than padded.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Sequence

import numpy as np
import torch
from torch import Tensor

from models.pipeline.shards import HIDDEN, HOLDS, MISTAKEN, Record, Rows


@dataclass(frozen=True)
class Incidence:
    """Which literals belong to which groups, read from both sides: items of row i lie from offsets[i] on.

    literals [E], group_offsets [G]: the literals of each group. groups [E], literal_offsets [N]: the groups of each
    literal. place [E]: which of `literals` an entry of `groups` is.
    """

    literals: Tensor
    group_offsets: Tensor
    groups: Tensor
    literal_offsets: Tensor
    place: Tensor

    @staticmethod
    def of(rows: Rows, literals: int) -> "Incidence":
        turned, order = rows.turned(literals)
        arrays = (rows.items, _offsets(rows.sizes), turned.items, _offsets(turned.sizes), order)
        return Incidence(*(torch.from_numpy(np.ascontiguousarray(a)) for a in arrays))


@dataclass(frozen=True)
class Batch:
    """A union of factor graphs.

    groups, sums: incidences; group_features [G, 4]; weights [F] of the sums' literals; sum_features [W, 4];
    domain [N]: the group that is each literal's domain; holds, hidden [N] bool; position [N]: which one a literal
    comes from; sound [positions] bool: no wrong value stands on the board.
    """

    groups: Incidence
    group_features: Tensor
    sums: Incidence
    weights: Tensor
    sum_features: Tensor
    domain: Tensor
    holds: Tensor
    hidden: Tensor
    position: Tensor
    sound: Tensor
    positions: int

    @property
    def literals(self) -> int:
        return self.domain.shape[0]

    def to(self, device: torch.device | str) -> "Batch":
        def moved(value: Any) -> Any:
            if isinstance(value, Incidence):
                return Incidence(*(getattr(value, f.name).to(device) for f in fields(Incidence)))
            return value.to(device) if isinstance(value, Tensor) else value

        return Batch(*(moved(getattr(self, f.name)) for f in fields(Batch)))


def _offsets(sizes: np.ndarray) -> np.ndarray:
    return np.cumsum(sizes) - sizes


def _joined(parts: Sequence[Rows], literal_starts: np.ndarray) -> Rows:
    sizes = np.concatenate([part.sizes for part in parts])
    items = np.concatenate([part.items + start for part, start in zip(parts, literal_starts)])
    return Rows(sizes, items)


def union(records: Sequence[Record]) -> Batch:
    """One graph made of all; rows keep the order of the records."""
    literals = np.array([r.literals for r in records])
    starts = _offsets(literals)
    n = int(literals.sum())
    groups = _joined([r.groups for r in records], starts)
    sums = _joined([r.sums for r in records], starts)
    features = np.concatenate([r.group_features for r in records])
    labels = np.concatenate([r.labels for r in records])
    row, _ = groups.places()
    in_domain = features[row, 0] > 0
    domain = np.zeros(n, np.int64)
    domain[groups.items[in_domain]] = row[in_domain]
    return Batch(
        Incidence.of(groups, n),
        torch.from_numpy(features),
        Incidence.of(sums, n),
        torch.from_numpy(np.concatenate([r.weights for r in records])),
        torch.from_numpy(np.concatenate([r.sum_features for r in records])),
        torch.from_numpy(domain),
        torch.from_numpy(labels & HOLDS > 0),
        torch.from_numpy(labels & HIDDEN > 0),
        torch.from_numpy(np.repeat(np.arange(len(records)), literals)),
        torch.tensor([r.kind != MISTAKEN for r in records]),
        len(records),
    )
