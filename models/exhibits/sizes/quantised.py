"""Weights of eight bits, so that a network of a million parameters is a file of a megabyte.

In: a trained baseline of models/study. Out: the same with every weight of its layers rounded to one of 255 values,
evenly spaced between -m and m, where m is the largest of its output channel. Biases and norms stay. What is measured is
the rounded network, the one that the file holds.

Source: symmetric quantisation per channel, R. Krishnamoorthi, "Quantizing deep convolutional networks for efficient
inference: A whitepaper", 2018.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

LARGEST = 127


def eight_bits(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """weights [out, ...] as int8 of that shape, and the scale [out] that gives them back."""
    flat = np.abs(weights.reshape(len(weights), -1)).max(1)
    scale = np.where(flat > 0, flat / LARGEST, 1.0).astype(np.float32)
    spread = scale.reshape(-1, *[1] * (weights.ndim - 1))
    return np.rint(weights / spread).astype(np.int8), scale


@torch.no_grad()
def quantise(network: nn.Module) -> None:
    """Rounds the weights of all layers in place."""
    for layer in network.modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            whole, scale = eight_bits(layer.weight.numpy())
            spread = scale.reshape(-1, *[1] * (whole.ndim - 1))
            layer.weight.copy_(torch.from_numpy(whole * spread))
