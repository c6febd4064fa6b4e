"""The card (fastslow.json): everything there is to say about a network, for whoever uses it.

In: what a run ended with, and what was measured (export/measurements.py). Out: a dictionary. Source of the idea: M.
Mitchell et al., "Model Cards for Model Reporting", FAT* 2019.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from models.common import engine_tool
from models.export.onnx_graph import CARRIED, ENCODED, OPSET
from models.pipeline.data import Split
from models.pipeline.evaluate import LOOKS
from models.pipeline.network import Network
from models.pipeline.plan import Plan, Source
from models.pipeline.trainer import Run, Settings


@dataclass(frozen=True)
class Trained:
    """What a run ended with."""

    network: Network
    run: Run
    settings: Settings
    plan: Plan
    splits: dict[str, Split]


Rules = dict[tuple[str, str], list[str]]


def rules_of_sizes() -> Rules:
    """The rule switches that are on in puzzles of a family and size, as the engine tells them."""
    families = json.loads("".join(engine_tool.ask("families", "--json")))
    return {(family["id"], size["id"]): size["rules"] for family in families for size in family["dimensions"]}


def source_of(source: Source, rules: Rules) -> dict[str, Any]:
    on = rules.get((source.family, source.size), [])
    return {**asdict(source), **({"rules": on} if on else {})}


def card_of(trained: Trained, measured: dict[str, Any]) -> dict[str, Any]:
    """All but what is only known once the files are written: times, parity, size and digest."""
    network, run, settings = trained.network, trained.run, trained.settings
    families, rules = measured["families"], rules_of_sizes()
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
            name: {"positions": len(trained.splits[name]), "sources": [source_of(source, rules) for source in sources]}
            for name, sources in trained.plan.items()
        },
        "training": {
            "seed": settings.seed,
            "edges": settings.edges,
            "peak_rate": settings.rate,
            "steps": run.step,
            "positions_seen": run.positions,
            "minutes": round(run.seconds / 60, 1),
            "device": settings.device,
            "threads": settings.threads,
            "started_from": run.started_from,
            "history": run.history,
        },
        "held_out": {family: part["held_out"] for family, part in families.items()},
        "packs": measured["packs"],
        "public": measured["public"],
        "untrained": measured["untrained"],
    }
