"""Writes what is shipped, all at once or not at all: the .onnx, its card, the vectors, the README's numbers.

In: what a run ended with. Out: fastslow.onnx, fastslow.json and vectors.json in a folder.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Callable

import onnx

from models.export import card_tables
from models.export.card import Trained, card_of
from models.export.onnx_graph import graph_of
from models.export.vectors import TOLERANCE, chosen_for_vectors, parity, times_of, write_vectors


def release(trained: Trained, measure: Callable[[], dict[str, Any]], out: Path) -> None:
    """Writes everything to `out`, or leaves what is there if ONNX Runtime disagrees. `measure` is asked after that, as
    it takes long."""
    network, test = trained.network, trained.splits["test"]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        model, vectors = Path(folder, "fastslow.onnx"), Path(folder, "vectors.json")
        onnx.save(graph_of(network), str(model))
        write_vectors(network, chosen_for_vectors(trained.plan, test), vectors)
        difference = parity(model, vectors)
        if difference > TOLERANCE:
            sys.exit(f"ONNX Runtime's answers differ by {difference}; nothing was exported")
        card = card_of(trained, measure())
        card["time"] = times_of(model, network, trained.plan, test, Path(folder))
        card["parity"] = {"largest_difference": round(difference, 6), "tolerance": TOLERANCE}
        card["bytes"] = model.stat().st_size
        card["sha256"] = hashlib.sha256(model.read_bytes()).hexdigest()
        model.rename(out / "fastslow.onnx")
        vectors.rename(out / "vectors.json")
    (out / "fastslow.json").write_text(json.dumps(card, indent=1) + "\n")
    print(f"exported to {out}: {card['bytes']} bytes, {card['parameters']} parameters", flush=True)
    card_tables.update_readme(out / "README.md", card)
