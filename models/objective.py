"""What the network is trained for, and how its answers are read: softmax over each variable's literals."""

from __future__ import annotations

import warnings
from typing import Sequence

import numpy as np
import torch
from torch import Tensor

from batch import Batch

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


def reliability(confidence: np.ndarray, right: np.ndarray, bins: int = 15) -> list[list[float]]:
    """Over equally wide bins of confidence: [mean confidence, share that is right, number], of those not empty."""
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    inside = [index == b for b in range(bins)]
    return [[float(confidence[i].mean()), float(right[i].mean()), int(i.sum())] for i in inside if i.any()]


def expected_calibration_error(bins: list[list[float]]) -> float:
    """Mean distance of confidence and accuracy, weighted by the bins' population."""
    total = sum(number for _, _, number in bins)
    return sum(number * abs(mean - right) for mean, right, number in bins) / total


def fit_temperature(logits: Tensor, domain: Tensor, groups: int, holds: Tensor) -> float:
    """The temperature with the least cross-entropy, by golden-section search over its logarithm."""

    def cost(log_t: float) -> float:
        return -float(log_probabilities(logits / float(np.exp(log_t)), domain, groups)[holds].mean())

    low, high = np.log(0.2), np.log(5.0)
    ratio = (np.sqrt(5.0) - 1) / 2
    for _ in range(40):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        if cost(a) < cost(b):
            high = b
        else:
            low = a
    return float(np.exp((low + high) / 2))
