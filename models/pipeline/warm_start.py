"""Beginning a run with the weights of an earlier network.

In: a new `Network` and an earlier one's checkpoint. Out: the new one, changed so that it answers as the earlier one did
where layers only grew. Source: the idea of function-preserving growth, T. Chen, I. Goodfellow, J. Shlens, "Net2Net:
Accelerating Learning via Knowledge Transfer", ICLR 2016; here what is new simply says nothing at first.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import torch

from models.pipeline.network import Network


def warm_start(network: Network, checkpoint: Path) -> dict[str, Any]:
    """Copies what fits. Returns what the card says of it.

    Narrower layers fill the first rows and columns; inputs that the earlier network did not have get weight 0, and
    what new hidden channels say too.
    """
    weights = torch.load(checkpoint, map_location="cpu")["network"]
    state = network.state_dict()
    for name, old in weights.items():
        if name not in state:
            continue
        new = state[name].clone()
        new[: old.shape[0]] = 0  # where the earlier network had nothing to read, or to say
        new[tuple(slice(0, size) for size in old.shape)] = old
        state[name] = new
    network.load_state_dict(state)
    return {"sha256": hashlib.sha256(checkpoint.read_bytes()).hexdigest()}
