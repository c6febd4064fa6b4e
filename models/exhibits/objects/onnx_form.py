"""The networks of one design as an ONNX graph that follows a motion: a Scan over intervals, node by node.

In: `Networks`. Out: a model with the weights of all of them; inputs `which` [1] (int32, the number of a network),
`start` [1, 2] (place and speed) and `drive` [2 steps + 1]; outputs `place`, `speed` and `energy`, each [steps + 1].
The gradient of H stands there as plain operators, as in networks.py.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from models.exhibits.objects.motions import GRAVITY, INTERVAL, PULL
from models.exhibits.objects.networks import DRIVE_SCALE, PLACE_SCALE, SPEED_SCALE, Networks, seen
from models.export.onnx_graph import OPSET, Graph

FLOAT, INT32 = TensorProto.FLOAT, TensorProto.INT32


class Formula(Graph):
    """A graph whose nodes name their outputs themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.made = 0

    def do(self, operator: str, *inputs: str, **attributes: Any) -> str:
        self.made += 1
        return str(self(operator, *inputs, to=f"{operator.lower()}_{self.made}", **attributes))

    def number(self, value: float) -> str:
        return self.constant(f"n{len(self.initializers)}", [[value]])

    def product(self, *factors: str) -> str:
        first, *rest = factors
        for factor in rest:
            first = self.do("Mul", first, factor)
        return first

    def total(self, *parts: str) -> str:
        first, *rest = parts
        for part in rest:
            first = self.do("Add", first, part)
        return first

    def layer(self, x: str, weights: str, bias: str) -> str:
        return self.do("Gemm", x, weights, bias, transB=1)


def graph_of(networks: Networks) -> onnx.ModelProto:
    g = Formula()
    for name, weights in networks.weights.items():
        value = weights.detach().numpy()
        # Of the network that is asked for: a bias as a row, the rest as it is.
        g.constant(f"all_{name}", value[..., 0] if name[0] in "bc" else value)
        chosen = g("Gather", f"all_{name}", "which", to=name if name[0] in "bc" else f"one_{name}", axis=0)
        if name[0] not in "bc":
            g("Squeeze", chosen, g.constant(f"axis_{name}", [0], np.int64), to=name)
    _triples(g)
    body = _step(networks)
    g("Scan", "start", "triples", to=["end", "states"], body=body, num_scan_inputs=1)
    g.constant("row", [1], np.int64)
    states = g.do("Concat", "start", g.do("Squeeze", "states", "row"), axis=0)
    place = g("Gather", states, g.constant("first", 0, np.int64), to="place", axis=1)
    speed = g("Gather", states, g.constant("second", 1, np.int64), to="speed", axis=1)
    _energy(g, networks.design.object, place, speed)
    inputs = [
        helper.make_tensor_value_info("which", INT32, [1]),
        helper.make_tensor_value_info("start", FLOAT, [1, 2]),
        helper.make_tensor_value_info("drive", FLOAT, ["D"]),
    ]
    outputs = [helper.make_tensor_value_info(name, FLOAT, ["T"]) for name in ("place", "speed", "energy")]
    model = helper.make_model(
        helper.make_graph(g.nodes, "objects", inputs, outputs, g.initializers),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=8,
        producer_name="fastslow",
    )
    onnx.checker.check_model(model)
    return model


def _triples(g: Formula) -> None:
    """The drive at the beginning, middle and end of every interval: [steps, 3]."""
    g.constant("two", [2], np.int64)
    g.constant("zero", [0], np.int64)
    g.constant("one_more", [1], np.int64)
    g.constant("far", [2**31], np.int64)
    g.constant("before_last", [-1], np.int64)
    parts = [
        g.do("Slice", "drive", "zero", "before_last", "zero", "two"),
        g.do("Slice", "drive", "one_more", "far", "zero", "two"),
        g.do("Slice", "drive", "two", "far", "zero", "two"),
    ]
    g("Concat", *[g.do("Unsqueeze", part, "one_more") for part in parts], to="triples", axis=1)


def _energy(g: Formula, kind: str, place: str, speed: str) -> None:
    kinetic = g.product(speed, speed, g.constant("half", 0.5))
    if kind == "block":
        potential = g.product(place, g.constant("pull", PULL))
    else:
        potential = g.product(
            g.do("Sub", g.constant("hanging", 1.0), g.do("Cos", place)), g.constant("gravity", GRAVITY)
        )
    g("Add", kinetic, potential, to="energy")


def _step(networks: Networks) -> onnx.GraphProto:
    """Networks.step for one motion: state [1, 2] and the drive of an interval [3] -> the next state, twice."""
    g = Formula()
    for name, column in (("before", 0), ("middle", 1), ("after", 2)):
        index = g.constant(f"column_{name}", [column], np.int64)
        g("Reshape", g.do("Gather", "triple", index, axis=0), g.constant(f"shape_{name}", [1, 1], np.int64), to=name)

    def moved(rate: str, share: float) -> str:
        return g.do("Add", "state", g.product(rate, g.number(share * INTERVAL)))

    one = _rates(g, networks, "state", "before")
    two = _rates(g, networks, moved(one, 0.5), "middle")
    three = _rates(g, networks, moved(two, 0.5), "middle")
    four = _rates(g, networks, moved(three, 1.0), "after")
    mean = g.product(g.total(one, four, g.product(g.total(two, three), g.number(2.0))), g.number(INTERVAL / 6))
    g("Add", "state", mean, to="state_out")
    g("Identity", "state_out", to="state_kept")
    states = [helper.make_tensor_value_info(name, FLOAT, [1, 2]) for name in ("state", "state_out", "state_kept")]
    triple = helper.make_tensor_value_info("triple", FLOAT, [3])
    return helper.make_graph(g.nodes, "interval", [states[0], triple], states[1:], g.initializers)


def _rates(g: Formula, networks: Networks, state: str, drive: str) -> str:
    """Networks.forward: [1, 2]."""
    kind, design = networks.design.object, networks.design
    q, p = (g.do("Gather", state, g.constant(f"i{len(g.initializers)}", [i], np.int64), axis=1) for i in (0, 1))
    speed = g.product(p, g.number(1 / SPEED_SCALE[kind]))
    u = g.product(drive, g.number(1 / DRIVE_SCALE[kind]))
    if kind == "block":
        # One constant for both, as the plain network leaves by_q unused and the runtime warns of constants without use.
        scale = g.number(1 / PLACE_SCALE)
        places, by_q = [g.product(q, scale)], [scale]
    else:
        sine, cosine = g.do("Sin", q), g.do("Cos", q)
        places, by_q = [sine, cosine], [cosine, g.do("Neg", sine)]
    sees = g.do("Concat", *places, speed, axis=1)
    inner = sees if design.kind == "port" else g.do("Concat", sees, u, axis=1)
    one = g.do("Tanh", g.layer(inner, "w1", "b1"))
    two = g.do("Tanh", g.layer(one, "w2", "b2"))
    if design.kind == "plain":
        return g.layer(two, "w3", "b3")
    slope = [g.do("Sub", g.number(1.0), g.product(x, x)) for x in (one, two)]
    back = g.do("MatMul", g.product(slope[1], "w3"), "w2")
    gradient = g.do("MatMul", g.product(slope[0], back), "w1")
    by = [
        g.do("Gather", gradient, g.constant(f"i{len(g.initializers)}", [i], np.int64), axis=1)
        for i in range(seen(kind))
    ]
    h_q = g.total(*[g.product(one_by, chain) for one_by, chain in zip(by, by_q)])
    h_p = g.product(by[-1], g.number(1 / SPEED_SCALE[kind]))
    push = g.do("Neg", h_q)
    if design.kind == "port":
        side = g.layer(g.do("Tanh", g.layer(sees, "v1", "c1")), "v2", "c2")
        friction, port = (
            g.do("Gather", side, g.constant(f"i{len(g.initializers)}", [i], np.int64), axis=1) for i in (0, 1)
        )
        lost = g.product(g.do("Softplus", friction), h_p)
        push = g.total(g.do("Sub", push, lost), g.product(port, u))
    return g.do("Concat", h_p, push, axis=1)
