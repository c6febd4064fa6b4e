"""Where things are in the repository."""

from __future__ import annotations

from pathlib import Path

MODELS = Path(__file__).resolve().parents[1]  # the shipped network, its card and its README
ROOT = MODELS.parent
RESULTS = MODELS / "results"  # what the studies measured
BUILD = ROOT / "build"  # shards, checkpoints and unfinished studies; never committed
