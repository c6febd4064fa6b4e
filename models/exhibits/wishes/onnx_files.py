"""The exhibit's networks as ONNX: a bag of numbered words or features -> a vector, or a score.

Rows of the large table are stored as 8-bit integers with a scale each, which is a quarter of the size; the arithmetic
is in 32-bit floats. Inputs are int32, 0 is padding.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 13


def quantised(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """8-bit rows and the scale of each; row 0, the padding, is empty."""
    table = table.astype(np.float32).copy()
    table[0] = 0
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    rows = np.round(table / np.maximum(scale, 1e-12)).astype(np.int8)
    return rows, scale.astype(np.float32)


def _bag(table: np.ndarray) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    rows, scale = quantised(table)
    nodes = [
        helper.make_node("Gather", ["rows", "words"], ["small"]),
        helper.make_node("Cast", ["small"], ["plain"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scale", "words"], ["scales"]),
        helper.make_node("Mul", ["plain", "scales"], ["vectors"]),
        helper.make_node("ReduceSum", ["vectors", "second"], ["bag"], keepdims=0),
    ]
    constants = {"rows": rows, "scale": scale, "second": np.array([1], dtype=np.int64)}
    return nodes, [numpy_helper.from_array(value, name) for name, value in constants.items()]


def save(path: Path, table: np.ndarray, layers: dict[str, np.ndarray], kind: str) -> None:
    """kind: "critic" (a probability), "matcher" (a hidden layer, around which the bag goes on), "table" (the bag)."""
    nodes, constants = _bag(table)
    constants += [numpy_helper.from_array(value.astype(np.float32), name) for name, value in layers.items()]
    if layers:
        nodes += [
            helper.make_node("Gemm", ["bag", "hidden.weight", "hidden.bias"], ["sums"], transB=1),
            helper.make_node("Relu", ["sums"], ["active"]),
            helper.make_node("Gemm", ["active", "out.weight", "out.bias"], ["heard"], transB=1),
        ]
    if kind == "critic":
        nodes.append(helper.make_node("Sigmoid", ["heard"], ["answer"]))
    elif kind == "matcher":
        nodes.append(helper.make_node("Add", ["bag", "heard"], ["answer"]))
    else:
        nodes.append(helper.make_node("Identity", ["bag"], ["answer"]))
    graph = helper.make_graph(
        nodes,
        kind,
        [helper.make_tensor_value_info("words", TensorProto.INT32, ["texts", "width"])],
        [helper.make_tensor_value_info("answer", TensorProto.FLOAT, ["texts", "size"])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="fastslow")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(path))
