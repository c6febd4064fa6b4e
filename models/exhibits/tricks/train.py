"""Trains System 1 of the trick questions: from a glance at a text to one operation on its numbers.

    npx tsx web/tools/tricks.ts export && python3 -m models.exhibits.tricks.train

In: build/tricks/{everyday,tricky,held_out_*}.json, drawn from the grammar (web/src/exhibits/tricks), with
answers that System 2 found. Nobody says which operation is the right one: an item is learned from its answer alone, and
whatever operations give that answer share the credit,

    loss = -log sum of softmax(scores over the operations that come out whole)[those that give the answer].

Out: tricks.onnx (float32 features [1, F] -> scores [1, operations]) and card.json. The shipped network's examples are
everyday problems only, where what comes to mind first is right; others are trained with some tricks among them, to see
how many it takes. Those are measured on held-out problems and not kept.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from models.common.paths import BUILD

HERE = Path(__file__).resolve().parent
COMMAND = "python3 -m models.exhibits.tricks.train"
SEED = 1
HIDDEN = 20
EPOCHS = 10
BATCH = 64
RATE = 3e-3
FORGET = 0.1  # share of the features that training leaves out at random, so that no single word decides
EXAMPLES = 6000
SHARE = 0.0  # of trick problems among the examples
SHARES = [0.002, 0.01, 0.1]  # of other networks, that are only measured


class Examples:
    """Items as tensors: features [N, F], and which operations come out whole and which are right [N, operations]."""

    def __init__(self, items: list[dict[str, Any]], features: int, operations: int) -> None:
        self.features = torch.zeros(len(items), features)
        self.able = torch.zeros(len(items), operations, dtype=torch.bool)
        self.right = torch.zeros(len(items), operations, dtype=torch.bool)
        for row, item in enumerate(items):
            self.features[row, item["features"]] = 1
            self.able[row, item["able"]] = True
            self.right[row, item["right"]] = True

    def __getitem__(self, rows: Tensor) -> Examples:
        some = Examples([], 0, 0)
        some.features, some.able, some.right = self.features[rows], self.able[rows], self.right[rows]
        return some


def read(name: str) -> tuple[list[dict[str, Any]], int, int]:
    """A set of problems, and the sizes of the network."""
    file = json.loads((BUILD / "tricks" / f"{name}.json").read_text())
    return file["items"], file["features"], file["operations"]


def mixture(share: float) -> list[dict[str, Any]]:
    """As many examples, with a share of tricks among them, in an order of their own."""
    everyday, tricky = read("everyday")[0], read("tricky")[0]
    order = torch.Generator().manual_seed(SEED)
    tricks = round(share * EXAMPLES)
    chosen = [everyday[i] for i in torch.randperm(len(everyday), generator=order)[: EXAMPLES - tricks]]
    chosen += [tricky[i] for i in torch.randperm(len(tricky), generator=order)[:tricks]]
    return [chosen[i] for i in torch.randperm(len(chosen), generator=order)]


def network_of(features: int, operations: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(features, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, operations))


def log_chances(scores: Tensor, able: Tensor) -> Tensor:
    """The logarithm of each operation's probability among those that come out whole."""
    return scores.masked_fill(~able, -1e9).log_softmax(-1)


def surprise(scores: Tensor, examples: Examples) -> Tensor:
    """The loss of each example; 0 where no operation gives the answer, so that nothing can be learned."""
    right = log_chances(scores, examples.able).masked_fill(~examples.right, -1e9).logsumexp(-1)
    return torch.where(examples.right.any(-1), -right, torch.zeros_like(right))


def train(items: list[dict[str, Any]], features: int, operations: int) -> nn.Sequential:
    torch.manual_seed(SEED)
    examples = Examples(items, features, operations)
    network = network_of(features, operations)
    optimizer = torch.optim.Adam(network.parameters(), RATE)
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(items)).split(BATCH):
            batch = examples[rows]
            kept = (torch.rand_like(batch.features) >= FORGET).float()
            optimizer.zero_grad()
            surprise(network(batch.features * kept), batch).mean().backward()
            optimizer.step()
    return network.eval()


@torch.no_grad()
def accuracy(network: nn.Sequential, name: str) -> float:
    """How often the likeliest operation gives the answer."""
    examples = Examples(*read(name))
    best = log_chances(network(examples.features), examples.able).argmax(-1, keepdim=True)
    return examples.right.gather(1, best).float().mean().item()


def onnx_of(network: nn.Sequential) -> onnx.ModelProto:
    """The network as an ONNX graph of two layers."""
    first, last = network[0], network[2]
    weights = {"w1": first.weight, "b1": first.bias, "w2": last.weight, "b2": last.bias}
    nodes = [
        helper.make_node("Gemm", ["features", "w1", "b1"], ["hidden"], transB=1),
        helper.make_node("Relu", ["hidden"], ["seen"]),
        helper.make_node("Gemm", ["seen", "w2", "b2"], ["scores"], transB=1),
    ]
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "tricks",
        [info("features", TensorProto.FLOAT, [1, first.in_features])],
        [info("scores", TensorProto.FLOAT, [1, last.out_features])],
        [numpy_helper.from_array(value.detach().numpy(), name) for name, value in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def measured(share: float, network: nn.Sequential) -> dict[str, float]:
    """How a network does that met such a share of tricks."""
    return {
        "tricks": round(share * EXAMPLES),
        "everyday": round(accuracy(network, "held_out_everyday"), 4),
        "tricky": round(accuracy(network, "held_out_tricky"), 4),
    }


def main() -> None:
    torch.set_num_threads(1)
    _, features, operations = read("everyday")
    network = train(mixture(SHARE), features, operations)
    data = onnx_of(network).SerializeToString()
    (HERE / "tricks.onnx").write_bytes(data)
    others = [measured(share, train(mixture(share), features, operations)) for share in SHARES]
    card = {
        "name": "tricks",
        "purpose": "At a glance at a word problem, one operation on its numbers: System 1 of the trick questions.",
        "parameters": sum(p.numel() for p in network.parameters()),
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "data": {
            "source": "npx tsx web/tools/tricks.ts export",
            "training": f"{EXAMPLES} problems in both languages, of them {round(SHARE * EXAMPLES)} tricks",
            "evaluation": "held-out problems with things that training does not mention (models/results/tricks.json)",
        },
        "command": COMMAND,
        "seed": SEED,
        "results": {
            "examples": EXAMPLES,
            "shipped": round(SHARE * EXAMPLES),
            "shares": [measured(SHARE, network), *others],
        },
    }
    (HERE / "card.json").write_text(json.dumps(card, indent=2) + "\n")
    print(json.dumps(card["results"], indent=2))


if __name__ == "__main__":
    main()
