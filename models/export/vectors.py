"""Recorded inputs and answers (vectors.json): what tests replay to see that another runtime says what PyTorch says.

In: a `Network` and records. Out: a JSON file of cases, each the encoder's tensors (engine/policy/encoder.h), flat in
row-major order with their shapes, and the logits [N] and sureness that PyTorch gave. A case that `continues` goes on
from the states of the case before it.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import torch

from models.export.onnx_graph import CARRIED
from models.pipeline.data import Split
from models.pipeline.evaluate import LOOKS
from models.pipeline.graph_batch import union
from models.pipeline.network import Network, Thought
from models.pipeline.plan import Plan
from models.pipeline.shards import START, Record

TOLERANCE = 1e-3  # of logits, between PyTorch and ONNX Runtime Web


def carried_widths(network: Network) -> dict[str, int]:
    return dict(zip(CARRIED, (network.config.state, network.config.votes, network.config.votes)))


@torch.no_grad()
def vectors_of(network: Network, record: Record) -> list[dict[str, Any]]:
    """A recorded position: a glance, and a second look that goes on from it."""
    batch = union([record])
    encoded = record.encoded()
    cases = []
    thought: Thought | None = None
    for iterations in (LOOKS.glance, LOOKS.look):
        continues = thought is not None
        thought = network.look(batch, iterations, thought)
        cases.append(
            {
                "puzzle": record.text,
                "iterations": iterations,
                "continues": continues,
                "shapes": {name: list(array.shape) for name, array in encoded.items()},
                **{name: [round(v, 6) for v in array.flatten().tolist()] for name, array in encoded.items()},
                "logits": [round(v, 4) for v in network.logits(thought).tolist()],
                "sureness": round(float(torch.sigmoid(network.judgement(batch, thought))), 5),
            }
        )
    return cases


def write_vectors(network: Network, records: Sequence[Record], path: Path) -> None:
    cases = [json.dumps(c, separators=(",", ":")) for record in records for c in vectors_of(network, record)]
    carried = json.dumps(carried_widths(network))
    path.write_text(f'{{"tolerance":{TOLERANCE},"carried":{carried},"cases":[\n' + ",\n".join(cases) + "\n]}\n")


def run_onnx(model: Path, vectors: Path, *options: str) -> list[dict[str, Any]]:
    """What ONNX Runtime Web makes of the vectors."""
    command = ["node", str(Path(__file__).with_name("run_onnx.mjs")), str(model), str(vectors), *options]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def parity(model: Path, vectors: Path) -> float:
    """The largest difference between recorded logits or sureness and those of ONNX Runtime Web."""
    cases = json.loads(vectors.read_text())["cases"]
    answers = run_onnx(model, vectors)
    logits = [float(np.abs(np.subtract(a["logits"], c["logits"])).max()) for a, c in zip(answers, cases)]
    return max(*logits, *(abs(a["sureness"] - c["sureness"]) for a, c in zip(answers, cases)))


def chosen_for_vectors(plan: Plan, test: Split) -> list[Record]:
    """Of each family its smallest size's start, and one Sudoku of each smaller size, starts and later ones."""
    chosen = []
    seen: set[str] = set()
    for i, source in enumerate(plan["test"]):
        records = [r for r in test.of_shard(i) if r.literals]
        if source.family not in seen or (source.family == "sudoku" and source.size in ("4x4", "6x6")):
            chosen += [min((r for r in records if r.kind == START), key=lambda r: r.literals)]
        if source.family == "sudoku" and source.size in ("4x4", "6x6"):
            chosen += [next(r for r in records if r.kind != START)]
        seen.add(source.family)
    return chosen


def times_of(model: Path, network: Network, plan: Plan, test: Split, folder: Path) -> dict[str, Any]:
    """By family and size: how long a look at a puzzle's start takes here, the median of many, and how many literals are
    open there."""
    starts = [next(r for r in test.of_shard(i) if r.kind == START and r.literals) for i in range(len(plan["test"]))]
    path = folder / "starts.json"
    write_vectors(network, starts, path)
    answers = run_onnx(model, path, "--time")
    families: dict[str, Any] = {}
    for source, glance, look in zip(plan["test"], answers[::2], answers[1::2]):
        times = {name: round(answer["milliseconds"], 3) for name, answer in (("glance", glance), ("look", look))}
        families.setdefault(source.family, {})[source.size] = {"open_literals": glance["rows"], **times}
    return {"unit": "ms", "runtime": "ONNX Runtime Web under Node, one thread", "families": families}
