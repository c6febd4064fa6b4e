"""Recorded steps of learning: what a network written anew in another language (engine/practice) has to find as well.

In: the shipped network, its recorded inputs (vectors.json), and puzzles that the engine's tool (FASTSLOW_TOOL) makes or
an author wrote, encoded at their start. Out: tests/golden/practice_gradients.json, for each batch its cases and
puzzles, the losses of all of them, taught together, and the gradient of every number, in the order of the file's
initializers (engine/practice/parameters.h).

    /usr/bin/python3 -m models.export.gradients
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from models.common import engine_tool
from models.export.onnx_graph import _weights
from models.pipeline.graph_batch import Batch, union
from models.pipeline.network import Network
from models.pipeline.objective import loss, self_assessment_loss
from models.pipeline.onnx_weights import network_of
from models.pipeline.shards import HOLDS, Record, Rows

ROOT = Path(__file__).parents[2]
OUT = ROOT / "tests" / "golden" / "practice_gradients.json"
EXAMPLES = ROOT / "puzzles" / "examples"
FEW = (0, 6, 8, 10)  # cases of vectors.json: among them one with weighted sums
# Every kind of group: exactly one, at most and at least so many, clauses, counts that are sums, sums with weights.
LARGE = (
    ("sudoku", "9x9k"),
    ("kenken", "7x7"),
    ("minesweeper", "12x12"),
    ("nonogram", "10x10"),
    ("skyscrapers", "6x6"),
    ("lightup", "10x10"),
    ("binairo", "8x8"),
    ("map", "10x8n15"),
    ("knights", "6"),
    ("zebra", "4x4"),
)
OWN = ("letters", "magic", "products", "dots", "marks", "binary", "pets")
EXTRA = ("no_vote", "nothing")  # initializers that are no weights


def rows_of(case: dict[str, Any], name: str, padding: int) -> Rows:
    """A padded matrix as lists."""
    matrix = np.array(case[name], np.int64).reshape(case["shapes"][name])
    kept = matrix != padding
    return Rows(kept.sum(1), matrix[kept])


def encoded(family: str, text: str) -> dict[str, Any]:
    """The start of a puzzle, in the form of a recorded case."""
    told = json.loads(engine_tool.ask("encode", "--json", "--family", family, "--file", "-", text=text + "\n")[0])
    groups, sums = [told["groups"], told["width"]], [told["sums"], told["sumWidth"]]
    return {
        "puzzle": text,
        "shapes": {
            "literal_groups": [told["literals"], told["degree"]],
            "group_literals": groups,
            "sum_literals": sums,
            "sum_coefficients": sums,
        },
        "group_literals": told["groupLiterals"],
        "group_features": told["groupFeatures"],
        "sum_literals": told["sumLiterals"],
        "sum_coefficients": told["sumCoefficients"],
        "sum_features": told["sumFeatures"],
    }


def record_of(case: dict[str, Any]) -> Record:
    """The case as a record, taught made-up answers: of variable i the i-th of its values, counted round."""
    literals = case["shapes"]["literal_groups"][0]
    groups = rows_of(case, "group_literals", literals)
    sums = rows_of(case, "sum_literals", literals)
    features = np.array(case["group_features"], np.float32).reshape(-1, 4)
    matrix = np.array(case["sum_literals"], np.int64).reshape(case["shapes"]["sum_literals"])
    weights = np.array(case["sum_coefficients"], np.float32).reshape(case["shapes"]["sum_coefficients"])
    labels = np.zeros(literals, np.uint8)
    start = 0
    for index, size in enumerate(groups.sizes):
        if features[index, 0] > 0:
            labels[groups.items[start + index % size]] |= HOLDS
        start += size
    return Record(
        puzzle=0,
        kind=0,
        group_features=features,
        sum_features=np.array(case["sum_features"], np.float32).reshape(-1, 4),
        weights=weights[matrix != literals],
        groups=groups,
        sums=sums,
        labels=labels,
        text=case["puzzle"],
    )


def gradient_of(network: Network, batch: Batch, iterations: int) -> tuple[float, float, np.ndarray]:
    """The losses, and every number's gradient in the order of the initializers."""
    thought = network.begin(batch)
    steps = []
    for _ in range(iterations):
        thought = network.iterate(batch, thought)
        steps.append(network.logits(thought))
    cost = loss(steps, batch)
    judged = self_assessment_loss(network.judgement(batch, thought), steps[-1], batch)
    network.zero_grad()
    (cost + judged).backward()
    with torch.no_grad():
        for parameter in network.parameters():
            assert parameter.grad is not None
            parameter.copy_(parameter.grad)
    gradients = [w.reshape(-1) for name, w in _weights(network).items() if name not in EXTRA]
    return float(cost), float(judged), np.concatenate(gradients).astype("<f4")


def step(
    recorded: list[dict[str, Any]], cases: list[int], puzzles: list[tuple[str, str]], count: int
) -> dict[str, Any]:
    """A batch, learned from. The network is read anew, as its numbers make place for their gradients."""
    network = network_of(ROOT / "models" / "fastslow.onnx")
    inputs = [recorded[i] for i in cases] + [encoded(family, text) for family, text in puzzles]
    cost, judged, gradient = gradient_of(network, union([record_of(one) for one in inputs]), count)
    print(f"{len(inputs)} positions, {count} iterations: losses {cost:.5f} and {judged:.5f}", flush=True)
    return {
        "cases": cases,
        "puzzles": [{"family": family, "text": text} for family, text in puzzles],
        "iterations": count,
        "loss": cost,
        "self_assessment_loss": judged,
        "gradient": base64.b64encode(gradient.tobytes()).decode(),
    }


def generated(family: str, size: str) -> tuple[str, str]:
    return family, engine_tool.ask("generate", "--family", family, "--size", size, "--seed", "11", "--count", "1")[0]


def written(name: str) -> tuple[str, str]:
    return "custom", json.dumps(json.loads((EXAMPLES / f"{name}.en.json").read_text()), separators=(",", ":"))


def main() -> None:
    torch.set_num_threads(1)
    recorded = json.loads((ROOT / "models" / "vectors.json").read_text())["cases"]
    starts = [i for i, case in enumerate(recorded) if not case["continues"]]
    batches = [
        step(recorded, list(FEW), [], 7),
        step(recorded, starts, [], 3),
        step(recorded, [], [generated(family, size) for family, size in LARGE], 4),
        step(recorded, [], [written(name) for name in OWN], 5),
    ]
    OUT.write_text(json.dumps({"batches": batches}, indent=1) + "\n")


if __name__ == "__main__":
    main()
