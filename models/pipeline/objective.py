"""What the network is trained for, and how its answers are read: softmax over each variable's literals.

In: logits [N], one for each open literal of a `Batch`, whose `domain` [N] says which variable each belongs to. Out:
log-probabilities [N], losses (scalars), and each variable's best literal.
"""

from __future__ import annotations

import warnings
from typing import Sequence

import numpy as np
import torch
from torch import Tensor

from models.pipeline.graph_batch import Batch

warnings.filterwarnings("ignore", "scatter_reduce")  # "in beta" in PyTorch 1.13


def peaks_of(values: Tensor, domain: Tensor, groups: int) -> Tensor:
    """The largest value in each literal's domain [N]."""
    peaks = torch.full((groups,), -torch.inf, device=values.device)
    return peaks.scatter_reduce(0, domain, values.detach(), "amax")[domain]


def log_probabilities(logits: Tensor, domain: Tensor, groups: int) -> Tensor:
    """logits [N], domain [N] (each literal's domain group, 0 .. groups-1) -> log-softmax within domains [N]."""
    shifted = logits - peaks_of(logits, domain, groups)
    totals = torch.zeros(groups, device=logits.device).index_add(0, domain, shifted.exp())
    return shifted - totals[domain].log()


def read(logits: Tensor, batch: Batch) -> Tensor:
    return log_probabilities(logits, batch.domain, batch.group_features.shape[0])


def loss(steps: Sequence[Tensor], batch: Batch) -> Tensor:
    """Cross-entropy of each open variable's value. Later iterations count more; the first few are left free.

    A variable counts 1 / sqrt(number of open ones in its position), so that large boards do not drown small ones.
    """
    holds = batch.holds
    number = torch.zeros(batch.positions, device=holds.device).index_add(
        0, batch.position[holds], torch.ones(int(holds.sum()), device=holds.device)
    )
    share = number[batch.position[holds]].rsqrt()
    share = share / share.sum()
    total = torch.zeros((), device=holds.device)
    weights = 0.0
    for i in range(len(steps) // 4, len(steps)):
        weight = (i + 1) / len(steps)
        total = total - weight * (read(steps[i], batch)[holds] * share).sum()
        weights += weight
    return total / weights


def picture_is_right(logits: Tensor, batch: Batch) -> Tensor:
    """[positions] bool: every visible variable's best value is right, and nothing wrong stands on the board."""
    best = logits.detach() >= peaks_of(logits, batch.domain, batch.group_features.shape[0])
    slips = (best != batch.holds) & ~batch.hidden
    wrong = torch.zeros(batch.positions, device=logits.device).index_add(0, batch.position, slips.float())
    return (wrong == 0) & batch.sound


def self_assessment_loss(judgement: Tensor, logits: Tensor, batch: Batch) -> Tensor:
    right = picture_is_right(logits, batch).float()
    return torch.nn.functional.binary_cross_entropy_with_logits(judgement, right)


def best_of_domains(log_p: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Each open visible variable's most probable literal: (its row [V], whether it holds [V] bool).

    Of several equally probable ones the first counts, as in the engine. Variables whose right value is gone (the
    board holds a mistake) count as wrong.
    """
    rows = torch.nonzero(~batch.hidden).squeeze(1)
    order = rows[torch.argsort(log_p[rows], descending=True, stable=True)]
    _, first = np.unique(batch.domain[order].cpu().numpy(), return_index=True)
    chosen = order[torch.from_numpy(first).to(order.device)]
    return chosen, batch.holds[chosen]
