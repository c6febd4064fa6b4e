"""The shipped network's weights, read back from its ONNX graph: where no checkpoint of the run is left.

In: the file that `export/onnx_graph.py` made. Out: a `Network` that answers as it did. It undoes `_weights` there:
what was put side by side is taken apart again.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from models.pipeline.network import Config, Network
from models.pipeline.shards import GROUP_FEATURES


def network_of(model: Path) -> Network:
    """The network that the file holds."""
    stored = {w.name: numpy_helper.to_array(w) for w in onnx.load(str(model)).graph.initializer}
    state, votes = stored["first"].shape[1], stored["no_vote"].shape[1]
    hidden, doubts = stored["mix_weight"].shape[1], stored["doubt_weight"].shape[1]
    network = Network(Config(state, votes, hidden, doubts))
    network.load_state_dict({name: torch.tensor(np.array(w)) for name, w in _layers(stored, votes).items()})
    return network.eval()


def checkpoint_of(start: Path, folder: Path) -> Path:
    """A checkpoint to begin from: the file itself, or one made of an ONNX file's weights in the folder."""
    if start.suffix != ".onnx":
        return start
    network = network_of(start)
    made = folder / f"{start.stem}-weights.pt"
    torch.save({"config": network.config.as_dict(), "network": network.state_dict()}, made)
    return made


def _layers(stored: dict[str, np.ndarray], c: int) -> dict[str, np.ndarray]:
    """The layers as PyTorch keeps them: weights [out, in]."""
    seen, seen_bias = stored["seen_weight"], stored["seen_bias"]
    group, load = stored["group_weight"], stored["load_weight"]
    layers = {
        "first": stored["first"][0],
        "norm.weight": stored["norm_scale"],
        "norm.bias": stored["norm_shift"],
        "vote.weight": seen[:, :c].T,
        "vote.bias": seen_bias[:c],
        "mix.weight": np.vstack([seen[:, c:], stored["mix_weight"]]).T,
        "mix.bias": seen_bias[c:],
        # The features' rows lie between the votes and the last message.
        "group.weight": np.insert(group, [2 * c] * GROUP_FEATURES, stored["group_features_weight"], 0).T,
        "group.bias": stored["group_bias"],
        "load.weight": np.insert(load, [c] * GROUP_FEATURES, stored["load_features_weight"], 0).T,
        "load.bias": stored["load_bias"],
    }
    for name in ("slope", "change", "read", "doubt", "judge"):
        layers[f"{name}.weight"] = stored[f"{name}_weight"].T
        layers[f"{name}.bias"] = stored[f"{name}_bias"]
    return layers
