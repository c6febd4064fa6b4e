"""The networks of models/study as ONNX graphs, for one board at a time.

In: a `Scorer`. Out: an ONNX model. Its input is `board` int32 [1, cells] (0: empty) for the baselines, `open` float32
[1, cells, values] (1: no row, column or box excludes the value, and nobody ruled it out) for the graph network, which
sees nothing else; the units of its rules are constants. Its output is `scores` float32 [1, cells, values], of which
those of values that are not open mean nothing.

The baselines' weights are stored as eight bits with a scale per channel, and a norm is part of the convolution before
it. The graph network is written without gaps: a group that has no open literal computes, too, and nobody hears it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper
from torch import nn

from models.exhibits.sizes.quantised import eight_bits
from models.export.onnx_graph import BOOL, FLOAT, INT32, INT64, OPSET, Graph
from models.pipeline.network import LEAST_VOTES, Network
from models.study.baselines import ConvolutionalNetwork, GridScorer, Perceptron
from models.study.graph_scorer import ITERATIONS, GraphScorer
from models.study.scorer import Scorer
from models.study.sudoku import Rules


def input_of(scorer: Scorer) -> str:
    return "open" if isinstance(scorer, GraphScorer) else "board"


def model_of(scorer: Scorer, rules: Rules) -> onnx.ModelProto:
    """The whole model."""
    g = Graph()
    cells, n = rules.cells, rules.n
    name = input_of(scorer)
    if isinstance(scorer, GraphScorer):
        _graph_network(g, scorer.network, rules)
        shape, kind = [1, cells, n], FLOAT
    else:
        assert isinstance(scorer, GridScorer)
        _planes(g, n)
        network = scorer.network
        if isinstance(network, ConvolutionalNetwork):
            _convolutions(g, network)
        else:
            _perceptron(g, network)
        shape, kind = [1, cells], INT32
    inputs = [helper.make_tensor_value_info(name, kind, shape)]
    outputs = [helper.make_tensor_value_info("scores", FLOAT, [1, cells, n])]
    model = helper.make_model(
        helper.make_graph(g.nodes, "sizes", inputs, outputs, g.initializers),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=8,
        producer_name="fastslow",
    )
    onnx.checker.check_model(model, full_check=True)
    return model


# --- the baselines ---


def _planes(g: Graph, values: int) -> None:
    """Which of "empty", 1, 2, ... stands in each cell: [1, cells, values + 1]."""
    g.constant("each_value", np.arange(values + 1).reshape(1, 1, -1), np.int32)
    g.constant("last", [2], np.int64)
    g("Unsqueeze", "board", "last", to="board_column")
    g("Equal", "board_column", "each_value", to="stands")
    _as_float(g, "stands", "planes")


def _as_float(g: Graph, x: str, to: str) -> None:
    g.nodes.append(helper.make_node("Cast", [x], [to], to=TensorProto.FLOAT))  # whose own attribute is called `to`


def _weights(g: Graph, name: str, weights: np.ndarray, factor: np.ndarray | None = None) -> str:
    """Weights [out, ...] from eight bits; `factor` [out]: what each output channel is multiplied by."""
    whole, scale = eight_bits(weights)
    scale = scale if factor is None else scale * factor
    g.constant(f"{name}_int8", whole, np.int8)
    g.constant(f"{name}_scale", scale.reshape(-1, *[1] * (whole.ndim - 1)))
    _as_float(g, f"{name}_int8", f"{name}_whole")
    return g("Mul", f"{name}_whole", f"{name}_scale", to=name)


def _array(values: Any) -> np.ndarray:
    return values.detach().numpy()


def _convolution(g: Graph, name: str, layer: nn.Conv2d, x: str, norm: nn.BatchNorm2d | None = None) -> str:
    """A convolution, and the norm that follows it, if one does."""
    factor, bias = None, _array(layer.bias) if layer.bias is not None else np.zeros(layer.out_channels, np.float32)
    if norm is not None:
        factor = _array(norm.weight) / np.sqrt(_array(norm.running_var) + norm.eps)
        bias = _array(norm.bias) + (bias - _array(norm.running_mean)) * factor
    weights = _weights(g, f"{name}_weights", _array(layer.weight), factor)
    g.constant(f"{name}_bias", bias)
    side = layer.kernel_size[0] // 2
    return g("Conv", x, weights, f"{name}_bias", to=f"{name}_sum", pads=[side] * 4)


def _convolutions(g: Graph, network: ConvolutionalNetwork) -> None:
    """See ConvolutionalNetwork.forward."""
    n = network.side
    g.constant("image_shape", [1, n + 1, n, n], np.int64)
    g.constant("flat_shape", [1, n, n * n], np.int64)
    g("Transpose", "planes", to="planes_first", perm=[0, 2, 1])
    g("Reshape", "planes_first", "image_shape", to="image")
    _convolution(g, "first", network.first, "image")
    x = g("Relu", "first_sum", to="x")
    for i, block in enumerate(network.blocks):
        _convolution(g, f"block{i}", block.convolution, x, block.norm)
        g("Relu", f"block{i}_sum", to=f"block{i}_on")
        x = g("Add", x, f"block{i}_on", to=f"block{i}")
    _convolution(g, "read", network.read, x)
    g("Reshape", "read_sum", "flat_shape", to="flat")
    g("Transpose", "flat", to="scores", perm=[0, 2, 1])


def _perceptron(g: Graph, network: Perceptron) -> None:
    """See Perceptron.forward."""
    n = network.side
    g.constant("row_shape", [1, -1], np.int64)
    g.constant("score_shape", [1, n * n, n], np.int64)
    x = g("Reshape", "planes", "row_shape", to="row")
    for i, layer in enumerate(network.layers):
        if isinstance(layer, nn.ReLU):
            x = g("Relu", x, to=f"on{i}")
            continue
        weights = _weights(g, f"weights{i}", _array(layer.weight))
        g.constant(f"bias{i}", _array(layer.bias))
        x = g("Gemm", x, weights, f"bias{i}", to=f"sum{i}", transB=1)
    g("Reshape", x, "score_shape", to="scores")


# --- the graph network ---


def _graph_network(g: Graph, network: Network, rules: Rules) -> None:
    """The iterations on all literals [L] and units [U] of the rules; see Network.iterate."""
    h, c = network.config.state, network.config.votes
    for name, layer in (("vote", network.vote), ("group", network.group), ("change", network.change)):
        g.constant(f"{name}_weight", _array(layer.weight).T)
        g.constant(f"{name}_bias", _array(layer.bias))
    g.constant("mix_weight", _array(network.mix.weight).T[: h + 3 * c])  # the rest reads weighted sums: there are none
    g.constant("mix_bias", _array(network.mix.bias))
    g.constant("read_weight", _array(network.read.weight).T)
    g.constant("read_bias", _array(network.read.bias))
    g.constant("norm_scale", _array(network.norm.weight))
    g.constant("norm_shift", _array(network.norm.bias))
    g.constant("least_votes", [LEAST_VOTES])
    g.constant("one", [1.0])
    g.constant("axis_1", [1], np.int64)
    g.constant("units", rules.units.numpy(), np.int32)
    g.constant("of_literal", rules.of_literal.numpy(), np.int32)
    g.constant("domain", rules.of_literal[:, 0].numpy(), np.int32)
    _before_loop(g, network, rules)
    g.constant("iterations", ITERATIONS, np.int64)
    carried, after = ["state_before", "message_before"], ["state_after", "message_after"]
    g("Loop", "iterations", "", *carried, to=after, body=_body(network, rules))
    g("Gemm", "state_after", "read_weight", "read_bias", to="read")
    g.constant("score_shape", [1, rules.cells, rules.n], np.int64)
    g("Reshape", "read", "score_shape", to="scores")


def _before_loop(g: Graph, network: Network, rules: Rules) -> None:
    """Which literals are open [L, 1], the units' features [U, 4], and what everybody begins with."""
    h, c = network.config.state, network.config.votes
    g.constant("literal_shape", [rules.literals, 1], np.int64)
    g("Reshape", "open", "literal_shape", to="is_open")
    g("Gather", "is_open", "units", to="open_each", axis=0)
    g("ReduceSum", "open_each", "axis_1", to="open_left", keepdims=0)
    g("Max", "open_left", "one", to="left")
    g("Reciprocal", "left", to="one_of_left")
    kinds = np.stack([rules.is_domain.float().numpy(), *np.ones((2, len(rules.units)))], 1)
    g.constant("unit_kinds", kinds)
    g("Concat", "unit_kinds", "one_of_left", to="features", axis=1)
    g.constant("first", _array(network.first)[None])
    g.constant("nothing", [[0.0]])
    g.constant("state_shape", [rules.literals, h], np.int64)
    g.constant("message_shape", [len(rules.units), c], np.int64)
    g("Expand", "first", "state_shape", to="state_before")
    g("Expand", "nothing", "message_shape", to="message_before")


def _body(network: Network, rules: Rules) -> onnx.GraphProto:
    """One iteration. Names from outside the loop are free."""
    b = Graph()
    c = network.config.votes
    b.constant("halves", [c, c], np.int64)
    b.constant("each", [1], np.int64)
    b("LayerNormalization", "state", "norm_scale", "norm_shift", to="seen", axis=1, epsilon=network.norm.eps)
    b("Gemm", "seen", "vote_weight", "vote_bias", to="vote_logits")
    b("Sigmoid", "vote_logits", to="vote_any")
    b("Mul", "vote_any", "is_open", to="vote")
    b("Gather", "vote", "units", to="votes_cast", axis=0)
    b("ReduceSum", "votes_cast", "each", to="votes_sum", keepdims=0)
    b("Add", "votes_sum", "least_votes", to="votes")
    b("Log", "votes", to="votes_log")
    b("Concat", "votes", "votes_log", "features", "message", to="known", axis=1)
    b("Gemm", "known", "group_weight", "group_bias", to="message_raw")
    b("Relu", "message_raw", to="message_next")
    b("Reciprocal", "votes", to="one_vote")
    b("Concat", "one_vote", "message_next", to="told", axis=1)
    b("Gather", "told", "of_literal", to="told_each", axis=0)
    b("ReduceSum", "told_each", "each", to="heard", keepdims=0)
    b("Split", "heard", "halves", to=["worth", "messages"], axis=1)
    b("Mul", "vote", "worth", to="share")
    b("Gather", "one_vote", "domain", to="domain_vote", axis=0)
    b("Mul", "vote", "domain_vote", to="domain_share")
    b("Concat", "seen", "share", "domain_share", "messages", to="parts", axis=1)
    b("Gemm", "parts", "mix_weight", "mix_bias", to="mixed")
    b("Relu", "mixed", to="mixed_on")
    b("Gemm", "mixed_on", "change_weight", "change_bias", to="change")
    b("Add", "state", "change", to="state_next")
    b("Identity", "go_on", to="go_on_next")
    before, after = _carried(network, rules, ""), _carried(network, rules, "_next")
    return helper.make_graph(b.nodes, "iteration", before, after, b.initializers)


def _carried(network: Network, rules: Rules, end: str) -> list[onnx.ValueInfoProto]:
    """What goes from one iteration to the next, after what every Loop counts and asks."""
    first = [helper.make_tensor_value_info("number", INT64, [])] if not end else []
    return [
        *first,
        helper.make_tensor_value_info(f"go_on{end}", BOOL, []),
        helper.make_tensor_value_info(f"state{end}", FLOAT, [rules.literals, network.config.state]),
        helper.make_tensor_value_info(f"message{end}", FLOAT, [len(rules.units), network.config.votes]),
    ]
