"""Writes what is shipped: the .onnx, its card, the vectors that tests replay, the README's numbers."""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import onnx
import torch

import data
import measurements
from batch import union
from evaluate import Looks
from network import Network
from onnx_graph import CARRIED, ENCODED, OPSET, graph_of
from results import update_readme
from shards import START, Record

HERE = Path(__file__).resolve().parent
TOLERANCE = 1e-3  # of logits, between PyTorch and ONNX Runtime Web
LOOKS = Looks()


# --- vectors -----------------------------------------------------------------------------------------------------


def carried_widths(network: Network) -> dict[str, int]:
    return dict(zip(CARRIED, (network.config.state, network.config.votes, network.config.votes)))


@torch.no_grad()
def vectors_of(network: Network, record: Record) -> list[dict[str, Any]]:
    """A recorded position: a glance, and a second look that goes on from it. Tensors flat, in row-major order."""
    batch = union([record])
    encoded = record.encoded()
    cases = []
    thought = None
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
    command = ["node", str(HERE / "run_onnx.mjs"), str(model), str(vectors), *options]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def parity(model: Path, vectors: Path) -> float:
    """The largest difference between recorded logits or sureness and those of ONNX Runtime Web."""
    cases = json.loads(vectors.read_text())["cases"]
    answers = run_onnx(model, vectors)
    logits = [float(np.abs(np.subtract(a["logits"], c["logits"])).max()) for a, c in zip(answers, cases)]
    return max(*logits, *(abs(a["sureness"] - c["sureness"]) for a, c in zip(answers, cases)))


def chosen_for_vectors(plan: data.Plan, test: data.Split) -> list[Record]:
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


def times_of(model: Path, network: Network, plan: data.Plan, test: data.Split, folder: Path) -> dict[str, Any]:
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


# --- the card ----------------------------------------------------------------------------------------------------


def card_of(
    network: Network,
    run: Any,
    arguments: argparse.Namespace,
    plan: data.Plan,
    splits: dict[str, data.Split],
) -> dict[str, Any]:
    """Everything there is to say about the model, except the digest of its file."""
    desk = measurements.Desk(network, LOOKS, plan, splits, arguments.work / "shards", arguments.smoke)
    measured = json.loads(arguments.measured.read_text()) if arguments.measured else desk.all()
    families = measured["families"]
    return {
        "name": "fastslow",
        "license": "MIT",
        "architecture": {"kind": "factor graph, shared votes and weighted sums", **network.config.as_dict()},
        "parameters": network.parameter_count(),
        "opset": OPSET,
        "inputs": [*ENCODED, "iterations", *CARRIED],
        "outputs": ["logits", "sureness", *(f"{name}_out" for name in CARRIED)],
        "iterations": {"glance": LOOKS.glance, "look": LOOKS.look},
        "temperature": measured["overall"]["temperature"],
        "calibration": {family: part["calibration"] for family, part in families.items()},
        "data": {
            name: {"positions": len(splits[name]), "sources": [source.as_dict() for source in sources]}
            for name, sources in plan.items()
        },
        "training": {
            "seed": arguments.seed,
            "edges": arguments.edges,
            "peak_rate": arguments.rate,
            "steps": run.step,
            "positions_seen": run.positions,
            "minutes": round(run.seconds / 60, 1),
            "device": arguments.device,
            "threads": arguments.threads,
            "started_from": run.started_from,
            "history": run.history,
        },
        "held_out": {family: part["held_out"] for family, part in families.items()},
        "packs": measured["packs"],
        "public": measured["public"],
        "untrained": measured["untrained"],
    }


# --- all of it ---------------------------------------------------------------------------------------------------


def export(
    network: Network,
    run: Any,
    arguments: argparse.Namespace,
    plan: data.Plan,
    splits: dict[str, data.Split],
) -> None:
    """Writes everything to `arguments.out`, or leaves what is there if ONNX Runtime disagrees."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=arguments.out) as folder:
        model, vectors = Path(folder, "fastslow.onnx"), Path(folder, "vectors.json")
        onnx.save(graph_of(network), str(model))
        write_vectors(network, chosen_for_vectors(plan, splits["test"]), vectors)
        difference = parity(model, vectors)
        if difference > TOLERANCE:
            sys.exit(f"ONNX Runtime's answers differ by {difference}; nothing was exported")
        card = card_of(network, run, arguments, plan, splits)
        card["time"] = times_of(model, network, plan, splits["test"], Path(folder))
        card["parity"] = {"largest_difference": round(difference, 6), "tolerance": TOLERANCE}
        card["bytes"] = model.stat().st_size
        card["sha256"] = hashlib.sha256(model.read_bytes()).hexdigest()
        model.rename(arguments.out / "fastslow.onnx")
        vectors.rename(arguments.out / "vectors.json")
    (arguments.out / "fastslow.json").write_text(json.dumps(card, indent=1) + "\n")
    print(f"exported to {arguments.out}: {card['bytes']} bytes, {card['parameters']} parameters", flush=True)
    if (arguments.out / "README.md").exists():
        update_readme(arguments.out / "README.md", card)
