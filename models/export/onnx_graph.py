"""The network as an ONNX graph, node by node: a Loop over iterations, so that one file serves any number of them.

Written by hand because it can then be what the runtime likes best: whatever does not change from one iteration to
the next (the features' part of the groups' layers, the domains) is computed once before the loop; layers that read the
same rows are one Gemm; sums are added by Gemm itself. `vectors.parity` holds it against PyTorch.

In: a `Network`. Out: an ONNX model, whose inputs are the encoder's tensors (ENCODED; N literals, G groups, W sums), the
number of iterations, and the states to go on from (CARRIED; zeros at first), and whose outputs are logits [N], sureness
[1] and the states at the end.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from models.pipeline.network import LEAST_VOTES, Network
from models.pipeline.shards import GROUP_FEATURES

OPSET = 17
FLOAT, INT32, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT32, TensorProto.INT64, TensorProto.BOOL

ENCODED = {  # name -> type and shape: the tensors of engine/policy/encoder.h
    "literal_groups": (INT32, ["N", "D"]),
    "group_literals": (INT32, ["G", "K"]),
    "group_features": (FLOAT, ["G", GROUP_FEATURES]),
    "literal_sums": (INT32, ["N", "Dw"]),
    "literal_coefficients": (FLOAT, ["N", "Dw"]),
    "sum_literals": (INT32, ["W", "Kw"]),
    "sum_coefficients": (FLOAT, ["W", "Kw"]),
    "sum_features": (FLOAT, ["W", GROUP_FEATURES]),
}
CARRIED = {"literal_state": "N", "group_message": "G", "sum_message": "W"}  # from one look to the next: name -> rows


class Graph:
    """Nodes under construction. A node is called by its operator and gives the names of its outputs."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Any, dtype: Any = np.float32) -> str:
        self.initializers.append(numpy_helper.from_array(np.array(value, dtype, order="C"), name))
        return name

    def __call__(self, operator: str, *inputs: str, to: str | list[str], **attributes: Any) -> Any:
        outputs = [to] if isinstance(to, str) else to
        self.nodes.append(helper.make_node(operator, inputs, outputs, **attributes))
        return to


def graph_of(network: Network) -> onnx.ModelProto:
    """The whole model."""
    g = Graph()
    for name, value in _weights(network).items():
        g.constant(name, value)
    g.constant("least_votes", [LEAST_VOTES])
    integers: dict[str, Any] = {"first_row": [0], "axis_1": [1], "axis_2": [2], "column_0": 0}
    for name, number in integers.items():
        g.constant(name, number, np.int64)
    sizes = _before_loop(g, network)
    loop = _loop_body(network)
    carried = ["state_before", "group_message", "sum_message"]
    g("Loop", "iterations", "", *carried, to=["state_after", "group_message_out", "sum_message_out"], body=loop)
    _after_loop(g)
    model = helper.make_model(
        helper.make_graph(g.nodes, "fastslow", _inputs(sizes), _outputs(sizes), g.initializers),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=8,
        producer_name="fastslow",
    )
    onnx.checker.check_model(model, full_check=True)
    return model


def _weights(network: Network) -> dict[str, np.ndarray]:
    """The layers' weights as the graph multiplies them: [in, out], those on the same rows side by side."""
    h, c = network.config.state, network.config.votes

    def of(layer: Any) -> tuple[np.ndarray, np.ndarray]:
        return layer.weight.detach().numpy().T, layer.bias.detach().numpy()

    vote, vote_bias = of(network.vote)
    mix, mix_bias = of(network.mix)
    group, group_bias = of(network.group)
    load, load_bias = of(network.load)
    features = slice(2 * c, 2 * c + GROUP_FEATURES)  # rows of `group` that read features
    load_features = slice(c, c + GROUP_FEATURES)
    weights = {
        "first": network.first.detach().numpy()[None],
        "norm_scale": network.norm.weight.detach().numpy(),
        "norm_shift": network.norm.bias.detach().numpy(),
        "seen_weight": np.hstack([vote, mix[:h]]),  # the votes' logits, and what the update reads of the state
        "seen_bias": np.concatenate([vote_bias, mix_bias]),
        "mix_weight": mix[h:],
        "group_features_weight": group[features],
        "group_bias": group_bias,
        "group_weight": np.delete(group, np.r_[features], 0),
        "load_features_weight": load[load_features],
        "load_bias": load_bias,
        "load_weight": np.delete(load, np.r_[load_features], 0),
    }
    for name in ("slope", "change", "read", "doubt", "judge"):
        weights[f"{name}_weight"], weights[f"{name}_bias"] = of(getattr(network, name))
    weights["no_vote"] = np.zeros((1, c))
    weights["nothing"] = np.zeros((1, 2 * c))
    return weights


def _before_loop(g: Graph, network: Network) -> dict[str, int]:
    """What the iterations have in common. Returns the widths of what is carried on."""
    g("Add", "literal_state", "first", to="state_before")
    g("Gather", "literal_groups", "column_0", to="domain", axis=1)
    g("Gemm", "group_features", "group_features_weight", "group_bias", to="group_base")
    g("Gemm", "sum_features", "load_features_weight", "load_bias", to="load_base")
    g("Unsqueeze", "sum_coefficients", "axis_2", to="sum_factors")
    g("Unsqueeze", "literal_coefficients", "axis_2", to="literal_factors")
    g.constant("plain_rows", [3 * network.config.votes], np.int64)
    g("Slice", "mix_weight", "first_row", "plain_rows", to="mix_weight_plain")  # without those that read the sums
    g("Size", "sum_features", to="sums_size")
    g("Greater", "sums_size", "column_0", to="has_sums")
    return {
        "literal_state": network.config.state,
        "group_message": network.config.votes,
        "sum_message": network.config.votes,
    }


def _loop_body(network: Network) -> onnx.GraphProto:
    """One iteration: see Network.iterate. Names from outside the loop are free."""
    b = Graph()
    c, m = network.config.votes, network.config.hidden
    b.constant("split_seen", [c, m], np.int64)
    b.constant("split_told", [c, c], np.int64)
    b.constant("each_row", [1], np.int64)  # an outer constant would hide the shapes from the runtime
    _cast_votes(b, network)
    _make_messages(b)
    _hear(b)
    b("If", "has_sums", to=["load_next", "mixed"], then_branch=_with_sums(network), else_branch=_without_sums(network))
    _change_states(b)
    number, go_on, go_on_next = (
        helper.make_tensor_value_info(name, kind, [])
        for name, kind in (("number", INT64), ("go_on", BOOL), ("go_on_next", BOOL))
    )
    inputs = [number, go_on, *_carried(network, "")]
    return helper.make_graph(b.nodes, "iteration", inputs, [go_on_next, *_carried(network, "_next")], b.initializers)


def _carried(network: Network, end: str) -> list[onnx.ValueInfoProto]:
    """What goes from one iteration to the next: literals' states, groups' messages, sums' messages."""
    rows_and_widths = {
        "state": ("N", network.config.state),
        "message": ("G", network.config.votes),
        "load": ("W", network.config.votes),
    }
    return [
        helper.make_tensor_value_info(name + end, FLOAT, [rows, width])
        for name, (rows, width) in rows_and_widths.items()
    ]


def _cast_votes(b: Graph, network: Network) -> None:
    """Each literal's vote, and what the update reads of its state, from one matrix product."""
    b("LayerNormalization", "state", "norm_scale", "norm_shift", to="seen", axis=1, epsilon=network.norm.eps)
    b("Gemm", "seen", "seen_weight", "seen_bias", to="both")
    b("Split", "both", "split_seen", to=["vote_logits", "mix_base"], axis=1)
    b("Sigmoid", "vote_logits", to="vote")
    b("Concat", "vote", "no_vote", to="vote_rows", axis=0)


def _make_messages(b: Graph) -> None:
    """Each group's sum of votes, and its message. (Padding points at the last row of `vote_rows`, which is no vote.)"""
    b("Gather", "vote_rows", "group_literals", to="votes_cast", axis=0)
    b("ReduceSum", "votes_cast", "each_row", to="votes_sum", keepdims=0)
    b("Add", "votes_sum", "least_votes", to="votes")
    b("Log", "votes", to="votes_log")
    b("Concat", "votes", "votes_log", "message", to="known", axis=1)
    b("Gemm", "known", "group_weight", "group_base", to="message_raw")
    b("Relu", "message_raw", to="message_next")


def _hear(b: Graph) -> None:
    """What each literal hears: see Network.hear."""
    b("Reciprocal", "votes", to="one_vote")
    b("Concat", "one_vote", "message_next", to="told", axis=1)
    b("Concat", "told", "nothing", to="told_rows", axis=0)
    b("Gather", "told_rows", "literal_groups", to="told_each", axis=0)
    b("ReduceSum", "told_each", "each_row", to="heard", keepdims=0)
    b("Split", "heard", "split_told", to=["worth", "messages"], axis=1)
    b("Mul", "vote", "worth", to="share")
    b("Gather", "one_vote", "domain", to="domain_vote", axis=0)
    b("Mul", "vote", "domain_vote", to="domain_share")
    b("Concat", "share", "domain_share", "messages", to="parts", axis=1)


def _change_states(b: Graph) -> None:
    """The hidden layer's answer is added to the states; the Gemm does the adding."""
    b("Relu", "mixed", to="mixed_on")
    b("Gemm", "mixed_on", "change_weight", "state", to="changed")
    b("Add", "changed", "change_bias", to="state_next")
    b("Identity", "go_on", to="go_on_next")


def _branch(network: Network, name: str, b: Graph) -> onnx.GraphProto:
    """The nodes as one side of the `If`: what both sides answer with."""
    outputs = [("load_out", "W", network.config.votes), ("mixed_out", "N", network.config.hidden)]
    infos = [helper.make_tensor_value_info(name, FLOAT, [rows, width]) for name, rows, width in outputs]
    return helper.make_graph(b.nodes, name, [], infos, b.initializers)


def _with_sums(network: Network) -> onnx.GraphProto:
    """See Network.weigh."""
    b = Graph()
    c = network.config.votes
    b.constant("split_lines", [c, c], np.int64)
    b.constant("each_sum", [1], np.int64)
    b("Gather", "vote_rows", "sum_literals", to="brought_each", axis=0)
    b("Mul", "brought_each", "sum_factors", to="brought_weighed")
    b("ReduceSum", "brought_weighed", "each_sum", to="brought", keepdims=0)
    b("Concat", "brought", "load", to="load_known", axis=1)
    b("Gemm", "load_known", "load_weight", "load_base", to="load_raw")
    b("Relu", "load_raw", to="load_out")
    b("Gemm", "load_out", "slope_weight", "slope_bias", to="slope")
    b("Concat", "load_out", "slope", to="lines", axis=1)
    b("Concat", "lines", "nothing", to="line_rows", axis=0)
    b("Gather", "line_rows", "literal_sums", to="line_each", axis=0)
    b("Split", "line_each", "split_lines", to=["line_base", "line_slope"], axis=2)
    b("Mul", "line_slope", "literal_factors", to="line_rise")
    b("Add", "line_base", "line_rise", to="line_at")
    b("Relu", "line_at", to="hinge")
    b("ReduceSum", "hinge", "each_sum", to="loads", keepdims=0)
    b("Concat", "parts", "loads", to="parts_and_loads", axis=1)
    b("Gemm", "parts_and_loads", "mix_weight", "mix_base", to="mixed_out")
    return _branch(network, "with_sums", b)


def _without_sums(network: Network) -> onnx.GraphProto:
    """Most puzzles have no weighted sums: then nobody hears of them."""
    b = Graph()
    b("Identity", "load", to="load_out")
    b("Gemm", "parts", "mix_weight_plain", "mix_base", to="mixed_out")
    return _branch(network, "without_sums", b)


def _after_loop(g: Graph) -> None:
    """The two read-outs: see Network.logits and Network.judgement."""
    g("Sub", "state_after", "first", to="literal_state_out")
    g("Gemm", "state_after", "read_weight", "read_bias", to="read")
    g("Squeeze", "read", "axis_1", to="logits")
    g("LayerNormalization", "state_after", "norm_scale", "norm_shift", to="seen_last", axis=1)
    g("Concat", "seen_last", "read", to="judged", axis=1)
    g("Gemm", "judged", "doubt_weight", "doubt_bias", to="doubt_raw")
    g("Relu", "doubt_raw", to="doubts")
    g("ReduceMean", "doubts", to="doubt_mean", axes=[0], keepdims=1)
    g("ReduceMax", "doubts", to="doubt_most", axes=[0], keepdims=1)
    g("Concat", "doubt_mean", "doubt_most", to="doubt_all", axis=1)
    g("Gemm", "doubt_all", "judge_weight", "judge_bias", to="judgement")
    g("Sigmoid", "judgement", to="sure")
    g("Squeeze", "sure", "axis_1", to="sureness")


def _inputs(sizes: dict[str, int]) -> list[onnx.ValueInfoProto]:
    return [
        *(helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in ENCODED.items()),
        helper.make_tensor_value_info("iterations", INT64, [1]),
        *(helper.make_tensor_value_info(name, FLOAT, [rows, sizes[name]]) for name, rows in CARRIED.items()),
    ]


def _outputs(sizes: dict[str, int]) -> list[onnx.ValueInfoProto]:
    return [
        helper.make_tensor_value_info("logits", FLOAT, ["N"]),
        helper.make_tensor_value_info("sureness", FLOAT, [1]),
        *(helper.make_tensor_value_info(name + "_out", FLOAT, [rows, sizes[name]]) for name, rows in CARRIED.items()),
    ]
