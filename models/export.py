"""Writes what is shipped: the .onnx, its card, the vectors that tests replay, the README's numbers."""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import onnx
import torch

import data
from evaluate import calibrate, measure
from network import Network
from results import update_readme
from shards import Record

HERE = Path(__file__).resolve().parent
OPSET = 13
TOLERANCE = 1e-3  # of logits, between PyTorch and ONNX Runtime Web
INPUTS = ("literal_groups", "group_literals", "group_features")


def public_puzzles(folder: Path, shards: Path, smoke: bool) -> dict[str, data.Split]:
    """The published puzzle files, where they are present: for evaluation only."""
    files = sorted((folder / "sudoku").glob("*.txt"), key=lambda f: f.stat().st_size)
    return {f.stem: data.from_file("sudoku", f, shards) for f in (files[:1] if smoke else files)}


def write_onnx(network: Network, example: Record, path: Path) -> None:
    """The network as a graph over int32 indices with dynamic axes, checked."""
    axes = {
        "literal_groups": {0: "N", 1: "D"},
        "group_literals": {0: "G", 1: "K"},
        "group_features": {0: "G"},
        "logits": {0: "N"},
    }
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*_graph_op.*")  # how PyTorch 1.13 writes what it will deprecate
        torch.onnx.export(
            network,
            input_tensors(example),
            str(path),
            opset_version=OPSET,
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes=axes,
        )
    onnx.checker.check_model(onnx.load(str(path)))


def input_tensors(record: Record) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """One position as the engine hands it to the network."""
    return (
        torch.from_numpy(record.literal_groups.astype(np.int32)),
        torch.from_numpy(record.group_literals.astype(np.int32)),
        torch.from_numpy(record.group_features.copy()),
    )


@torch.no_grad()
def vector(network: Network, record: Record) -> dict[str, Any]:
    """A recorded input and its logits; tensors flat, in row-major order."""
    tensors = dict(zip(INPUTS, input_tensors(record)))
    logits = network(*tensors.values())
    return {
        "puzzle": record.text,
        "shapes": {name: list(tensor.shape) for name, tensor in tensors.items()},
        **{name: [round(v, 6) for v in tensor.flatten().tolist()] for name, tensor in tensors.items()},
        "logits": [round(v, 4) for v in logits.tolist()],
    }


def write_vectors(network: Network, records: Sequence[Record], path: Path) -> None:
    cases = [json.dumps(vector(network, record), separators=(",", ":")) for record in records]
    path.write_text(f'{{"tolerance":{TOLERANCE},"cases":[\n' + ",\n".join(cases) + "\n]}\n")


def run_onnx(model: Path, vectors: Path) -> list[list[float]]:
    """The logits that ONNX Runtime Web gives for the vectors."""
    command = ["node", str(HERE / "run_onnx.mjs"), str(model), str(vectors)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def parity(model: Path, vectors: Path) -> float:
    """The largest difference between recorded logits and those of ONNX Runtime Web."""
    cases = json.loads(vectors.read_text())["cases"]
    answers = run_onnx(model, vectors)
    return max(float(np.abs(np.subtract(a, c["logits"])).max()) for a, c in zip(answers, cases))


def chosen_for_vectors(test: data.Split) -> list[Record]:
    """A few positions of every size: starts and later ones, small."""
    chosen = []
    sizes: dict[int, int] = {}
    for record in (test[i] for i in range(len(test))):
        length = len(record.text)
        if length <= 81 and sizes.get(length, 0) < (2 if length == 81 else 3):
            sizes[length] = sizes.get(length, 0) + 1
            chosen.append(record)
    return chosen


def card_of(
    network: Network,
    run: Any,
    arguments: argparse.Namespace,
    plan: dict[str, list[data.Source]],
    splits: dict[str, data.Split],
    public: dict[str, data.Split],
) -> dict[str, Any]:
    """Everything there is to say about the model, except the digest of its file."""
    calibration = splits["calibration"]
    temperature = calibrate(network, calibration.records(range(len(calibration))))
    accuracy = {}
    for i, source in enumerate(plan["test"]):
        name = f"{source.family} {source.size}"
        print(f"measuring on held-out {name}", flush=True)
        accuracy[name] = measure(network, splits["test"].of_shard(i), temperature)
    on_public = {}
    for name, split in public.items():
        print(f"measuring on {name}", flush=True)
        on_public[name] = measure(network, split.records(range(len(split))), temperature)
    return {
        "name": "fastslow",
        "license": "MIT",
        "architecture": {"kind": "factor graph, shared votes", **network.config.as_dict()},
        "parameters": network.parameter_count(),
        "opset": OPSET,
        "inputs": list(INPUTS),
        "output": "logits",
        "temperature": round(temperature, 4),
        "data": {
            name: {"positions": len(splits[name]), "sources": [asdict(source) for source in sources]}
            for name, sources in plan.items()
        },
        "training": {
            "seed": arguments.seed,
            "batch": arguments.batch,
            "peak_rate": arguments.rate,
            "steps": run.step,
            "positions_seen": run.positions,
            "minutes": round(run.seconds / 60, 1),
            "device": arguments.device,
            "threads": arguments.threads,
            "history": run.history,
        },
        "held_out": accuracy,
        "public": on_public,
    }


def export(
    network: Network,
    run: Any,
    arguments: argparse.Namespace,
    plan: dict[str, list[data.Source]],
    splits: dict[str, data.Split],
    public: dict[str, data.Split],
) -> None:
    """Writes everything to `arguments.out`, or leaves what is there if ONNX Runtime disagrees."""
    card = card_of(network, run, arguments, plan, splits, public)
    arguments.out.mkdir(parents=True, exist_ok=True)
    chosen = chosen_for_vectors(splits["test"])
    with tempfile.TemporaryDirectory(dir=arguments.out) as folder:
        model, vectors = Path(folder, "fastslow.onnx"), Path(folder, "vectors.json")
        write_onnx(network, chosen[-1], model)
        write_vectors(network, chosen, vectors)
        difference = parity(model, vectors)
        if difference > TOLERANCE:
            sys.exit(f"ONNX Runtime's logits differ by {difference}; nothing was exported")
        card["parity"] = {"largest_difference": round(difference, 6), "tolerance": TOLERANCE}
        card["bytes"] = model.stat().st_size
        card["sha256"] = hashlib.sha256(model.read_bytes()).hexdigest()
        model.rename(arguments.out / "fastslow.onnx")
        vectors.rename(arguments.out / "vectors.json")
    (arguments.out / "fastslow.json").write_text(json.dumps(card, indent=2) + "\n")
    print(f"exported to {arguments.out}: {card['bytes']} bytes, {card['parameters']} parameters", flush=True)
    if (arguments.out / "README.md").exists():
        update_readme(arguments.out / "README.md", card)
