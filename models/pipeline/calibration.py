"""Calibration: how far a confidence can be believed, and the temperature that makes it believable.

In: confidences and whether each was right, or logits [N] with each literal's domain. Out: reliability bins, the
expected calibration error (ECE) and a temperature.

Source: C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
"""

from __future__ import annotations

from typing import Callable

import numpy as np
from torch import Tensor

from models.pipeline.objective import log_probabilities

Bin = tuple[float, float, int]  # mean confidence, share that is right, number


def reliability(confidence: np.ndarray, right: np.ndarray, bins: int = 15) -> list[Bin]:
    """Over equally wide bins of confidence [K], those that are not empty; right: [K] bool."""
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    inside = [index == b for b in range(bins)]
    return [(float(confidence[i].mean()), float(right[i].mean()), int(i.sum())) for i in inside if i.any()]


def expected_calibration_error(bins: list[Bin]) -> float:
    """Mean distance of confidence and accuracy, weighted by the bins' population."""
    total = sum(number for _, _, number in bins)
    return sum(number * abs(mean - right) for mean, right, number in bins) / total


def golden_section(cost: Callable[[float], float], low: float, high: float, steps: int = 40) -> float:
    """Where a function with one valley is least, between `low` and `high`. (J. Kiefer, "Sequential minimax search for
    a maximum", 1953.)"""
    ratio = (np.sqrt(5.0) - 1) / 2
    for _ in range(steps):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        if cost(a) < cost(b):
            high = b
        else:
            low = a
    return (low + high) / 2


def fit_temperature(logits: Tensor, domain: Tensor, groups: int, holds: Tensor) -> float:
    """The temperature between 0.2 and 5 with the least cross-entropy of the literals that hold, searched for over its
    logarithm."""

    def cost(log_t: float) -> float:
        return -float(log_probabilities(logits / float(np.exp(log_t)), domain, groups)[holds].mean())

    return float(np.exp(golden_section(cost, np.log(0.2), np.log(5.0))))
