"""Beginning a run with the weights of an earlier network."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from network import Network


def start_from(network: Network, path: Path) -> dict[str, Any]:
    """Copies what fits from a checkpoint, or from the .onnx of the first, Sudoku-only network.

    Narrower layers fill the first rows and columns; inputs that the earlier network did not have get weight 0, and
    what new hidden channels say too, so that the network begins as the earlier one. Returns what the card says of it.
    """
    weights = _of_onnx(path) if path.suffix == ".onnx" else torch.load(path, map_location="cpu")["network"]
    state = network.state_dict()
    for name, old in weights.items():
        if name not in state:
            continue
        new = state[name].clone()
        new[: old.shape[0]] = 0  # where the earlier network had nothing to read, or to say
        new[tuple(slice(0, size) for size in old.shape)] = old
        state[name] = new
    network.load_state_dict(state)
    return {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def _of_onnx(path: Path) -> dict[str, torch.Tensor]:
    """The weights of an exported network, which kept the names they have in PyTorch."""
    tensors = onnx.load(str(path)).graph.initializer
    return {tensor.name: torch.from_numpy(np.array(numpy_helper.to_array(tensor))) for tensor in tensors}
