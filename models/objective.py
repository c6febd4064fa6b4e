"""What the network is trained for, and how its answers are read: softmax over each variable's literals."""

from __future__ import annotations

import warnings
from typing import Sequence

import numpy as np
import torch
from torch import Tensor

from batch import Batch

warnings.filterwarnings("ignore", "scatter_reduce")  # "in beta" in PyTorch 1.13


def log_probabilities(logits: Tensor, domains: Tensor, groups: int) -> Tensor:
    """logits [N], domains [N] (each literal's domain group, 0 .. groups-1) -> log-softmax within domains [N]."""
    peaks = torch.full((groups,), -torch.inf, device=logits.device)
    peaks = peaks.scatter_reduce(0, domains, logits.detach(), "amax")
    shifted = logits - peaks[domains]
    totals = torch.zeros(groups, device=logits.device).index_add(0, domains, shifted.exp())
    return shifted - totals[domains].log()


def loss(steps: Sequence[Tensor], batch: Batch) -> Tensor:
    """Cross-entropy per open variable. Later iterations count more; the first few are left free."""
    right = batch.labels > 0
    groups = batch.group_features.shape[0]
    total = torch.zeros((), device=batch.labels.device)
    weights = 0.0
    for i in range(len(steps) // 4, len(steps)):
        weight = (i + 1) / len(steps)
        total = total - weight * log_probabilities(steps[i], batch.domains, groups)[right].mean()
        weights += weight
    return total / weights


def best_of_domains(log_p: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Each open variable's most probable literal: (its probability [V], whether it holds [V] bool).

    Of several equally probable ones the first counts, as in the engine.
    """
    order = torch.argsort(log_p, descending=True, stable=True)
    _, first = np.unique(batch.domains[order].cpu().numpy(), return_index=True)
    chosen = order[torch.from_numpy(first).to(order.device)]
    return log_p[chosen].exp(), batch.labels[chosen] > 0


def expected_calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 15) -> float:
    """Mean distance of confidence and accuracy over equally wide bins, weighted by their population."""
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    error = 0.0
    for b in range(bins):
        inside = index == b
        if inside.any():
            error += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return float(error)


def fit_temperature(logits: Tensor, domains: Tensor, groups: int, labels: Tensor) -> float:
    """The temperature with the least cross-entropy, by golden-section search over its logarithm."""
    right = labels > 0

    def cost(log_t: float) -> float:
        return -float(log_probabilities(logits / float(np.exp(log_t)), domains, groups)[right].mean())

    low, high = np.log(0.2), np.log(5.0)
    ratio = (np.sqrt(5.0) - 1) / 2
    for _ in range(40):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        if cost(a) < cost(b):
            high = b
        else:
            low = a
    return float(np.exp((low + high) / 2))
