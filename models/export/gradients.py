"""A recorded step of learning: what a network written anew in another language (engine/practice) has to find as well.

In: the shipped network and its recorded inputs (vectors.json). Out: tests/golden/practice_gradients.json with the losses
of a few of the cases, taught together, and the gradient of every number, in the order of the file's initializers
(engine/practice/parameters.h).

    /usr/bin/python3 -m models.export.gradients
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from models.export.onnx_graph import _weights
from models.pipeline.graph_batch import Batch, union
from models.pipeline.network import Network
from models.pipeline.objective import loss, self_assessment_loss
from models.pipeline.onnx_weights import network_of
from models.pipeline.shards import HOLDS, Record, Rows

ROOT = Path(__file__).parents[2]
OUT = ROOT / "tests" / "golden" / "practice_gradients.json"
CASES = (0, 6, 8, 10)  # of vectors.json: among them one with weighted sums
ITERATIONS = 7
EXTRA = ("no_vote", "nothing")  # initializers that are no weights


def rows_of(case: dict[str, Any], name: str, padding: int) -> Rows:
    """A padded matrix as lists."""
    matrix = np.array(case[name], np.int64).reshape(case["shapes"][name])
    kept = matrix != padding
    return Rows(kept.sum(1), matrix[kept])


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


def gradient_of(network: Network, batch: Batch) -> tuple[float, float, np.ndarray]:
    """The losses, and every number's gradient in the order of the initializers."""
    thought = network.begin(batch)
    steps = []
    for _ in range(ITERATIONS):
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


def main() -> None:
    torch.set_num_threads(1)
    cases = json.loads((ROOT / "models" / "vectors.json").read_text())["cases"]
    network = network_of(ROOT / "models" / "fastslow.onnx")
    batch = union([record_of(cases[i]) for i in CASES])
    cost, judged, gradient = gradient_of(network, batch)
    recorded = {
        "cases": CASES,
        "iterations": ITERATIONS,
        "loss": cost,
        "self_assessment_loss": judged,
        "gradient": base64.b64encode(gradient.tobytes()).decode(),
    }
    OUT.write_text(json.dumps(recorded, indent=1) + "\n")
    print(f"{OUT.relative_to(ROOT)}: {len(gradient)} numbers, losses {cost:.5f} and {judged:.5f}")


if __name__ == "__main__":
    main()
