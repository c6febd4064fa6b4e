"""The learners of one number of drives as one ONNX file: the way ahead, whole.

Inputs: `start` float32 [1, 6] and `controls` float32 [steps, 1, 2]. Outputs: for each learner, by its name, the states
after each step, float32 [steps, 1, 6]. A learner is a Scan whose body is its step as PyTorch writes it. Weights lie
outside of the bodies, those of the plain network as eight bits with a scale per channel (exhibits/sizes/quantised.py).
"""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import TensorProto, compose, helper, numpy_helper
from torch import nn

from models.exhibits.sizes.parity import run_onnx
from models.exhibits.sizes.quantised import eight_bits
from models.exhibits.vehicle.learners import CONTROLS, STATE, Plain, rollout

OPSET = 13
PARITY_STEPS = 20
TOLERANCE = 1e-3  # metres, radians and so on, after two seconds


def step_graph(name: str, learner: nn.Module) -> onnx.GraphProto:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            learner.eval(),
            (torch.zeros(1, STATE), torch.zeros(1, CONTROLS)),
            buffer,
            input_names=["state", "held"],
            output_names=["next"],
            opset_version=OPSET,
        )
    graph = compose.add_prefix(onnx.load_from_string(buffer.getvalue()), f"{name}.").graph
    fixed = {value.name for value in (*graph.input, *graph.output, *graph.initializer)}
    short: dict[str, str] = {}
    for node in graph.node:
        # Where in the source each comes from is half of the file, and nobody reads it.
        node.ClearField("doc_string")
        node.ClearField("name")
        for names in (node.input, node.output):
            for i, value in enumerate(names):
                if value and value not in fixed:
                    names[i] = short.setdefault(value, f"{name[0]}{len(short)}")
    del graph.value_info[:]
    return graph


def scan(name: str, learner: nn.Module) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    """The nodes of a learner and its weights."""
    step = step_graph(name, learner)
    nodes, weights = [], []
    for weight in step.initializer:
        array = numpy_helper.to_array(weight)
        if isinstance(learner, Plain) and array.ndim == 2:
            whole, scale = eight_bits(array)
            parts = {"whole": whole, "scale": scale}
            weights += [numpy_helper.from_array(part, f"{weight.name}.{kind}") for kind, part in parts.items()]
            nodes.append(
                helper.make_node("DequantizeLinear", [f"{weight.name}.{kind}" for kind in parts], [weight.name], axis=0)
            )
        else:
            weights.append(weight)
    state = helper.make_tensor_value_info(f"{name}.state", TensorProto.FLOAT, [1, STATE])
    held = helper.make_tensor_value_info(f"{name}.held", TensorProto.FLOAT, [1, CONTROLS])
    following = helper.make_tensor_value_info(f"{name}.next", TensorProto.FLOAT, [1, STATE])
    told = helper.make_tensor_value_info(f"{name}.told", TensorProto.FLOAT, [1, STATE])
    body = helper.make_graph(
        [*step.node, helper.make_node("Identity", [f"{name}.next"], [f"{name}.told"])],
        f"{name}.step",
        [state, held],
        [following, told],
    )
    nodes.append(helper.make_node("Scan", ["start", "controls"], [f"{name}.last", name], body=body, num_scan_inputs=1))
    return nodes, weights


def model_of(learners: dict[str, nn.Module]) -> onnx.ModelProto:
    nodes, weights = [], []
    for name, learner in learners.items():
        own, own_weights = scan(name, learner)
        nodes += own
        weights += own_weights
    inputs = [
        helper.make_tensor_value_info("start", TensorProto.FLOAT, [1, STATE]),
        helper.make_tensor_value_info("controls", TensorProto.FLOAT, ["steps", 1, CONTROLS]),
    ]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["steps", 1, STATE]) for name in learners]
    model = helper.make_model(
        helper.make_graph(nodes, "vehicle", inputs, outputs, weights),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=8,
        producer_name="fastslow",
    )
    onnx.checker.check_model(model)
    return model


@torch.no_grad()
def difference(learners: dict[str, nn.Module], path: Path) -> float:
    """By how much ONNX Runtime Web's states differ from PyTorch's, on a curve that is braked out of."""
    start = torch.tensor([[3.0, -4.0, 0.7, 8.0, 0.1, 0.2]])
    controls = torch.tensor([[0.1, 0.4]] * (PARITY_STEPS // 2) + [[-0.05, -0.3]] * (PARITY_STEPS // 2))
    inputs: dict[str, Any] = {
        "start": {"type": "float32", "shape": [1, STATE], "data": start.flatten().tolist()},
        "controls": {"type": "float32", "shape": [PARITY_STEPS, 1, CONTROLS], "data": controls.flatten().tolist()},
    }
    (theirs,) = run_onnx([{"model": str(path), "inputs": inputs}])
    return max(
        float((rollout(learner, start, controls[None]).flatten() - torch.tensor(theirs[name])).abs().max())
        for name, learner in learners.items()
    )


def write(folder: Path, drives: int, learners: dict[str, nn.Module]) -> dict[str, Any]:
    """Writes the file and tells what the card says of it. An error where ONNX Runtime Web disagrees."""
    path = folder / f"vehicle-{drives}.onnx"
    onnx.save(model_of(learners), str(path))
    found = difference(learners, path)
    if not found <= TOLERANCE:
        raise ValueError(f"ONNX Runtime Web's states of {path.name} differ by {found}")
    data = path.read_bytes()
    return {
        "drives": drives,
        "file": path.name,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "parity": round(found, 6),
    }
