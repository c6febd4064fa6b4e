"""The exhibit's card, and the file of its results.

In: the plan, and what its runs came to (train.perform). Out: dictionaries that explain their own fields.
"""

from __future__ import annotations

from typing import Any

from models.exhibits.sizes.plan import Plan
from models.study.curve_plan import BATCH, RATE, THRESHOLD
from models.study.sudoku import Puzzles, text_of

Run = dict[str, Any]

CARD = ("name", "kind", "puzzles", "seed", "parameters", "input", "training", "file", "bytes", "sha256")
RESULTS = ("name", "kind", "puzzles", "parameters", "legal_values", "all_values", "milliseconds_per_position", "parity")

ABOUT = {
    "kind": "graph: System 1's graph network; cnn: residual 3x3 convolutions; mlp: the flattened grid through hidden "
    "layers; none: nothing is learned, all values of a cell are alike. All get a random symmetry of each training "
    "position, so ten puzzles are more than ten for every kind",
    "parameters": "all of the network's; of the graph network's, those for weighted sums and sureness lie idle and are "
    "not in its file",
    "weights": "of the baselines rounded to eight bits before anything was measured",
    "puzzles": "how many it was trained on",
    "legal_values": "guessing only among values that no row, column or box excludes directly",
    "all_values": "guessing among all values; the graph network has scores for legal ones only",
    "cells_right_at_start": "share of the empty cells whose best value is right, at the starting position",
    "finished_alone": "share of the puzzles finished most confident move first, the board looked at again after each, "
    "without one wrong move",
    "with_system2": "the threshold strategy: see results/sizes.json; all puzzles are solved by construction",
    "escalated": "share of the steps (guesses, proved moves, guesses taken back) that System 2 made",
    "temperature": "with the least cross-entropy on validation puzzles; the scores are divided by it",
    "parity": "largest difference of a score between PyTorch and ONNX Runtime Web",
}


def examples_of(runs: list[Run], puzzles: Puzzles) -> list[dict[str, Any]]:
    """Three test puzzles for the reader to begin with: the first that the fewest networks finish alone, the first that
    the most do, and one between."""
    finished = [sum(run["finishes"][i] for run in runs) for i in range(len(puzzles))]
    numbers = sorted(set(finished))
    chosen = [finished.index(n) for n in dict.fromkeys((numbers[0], numbers[len(numbers) // 2], numbers[-1]))]
    return [{"text": text_of(puzzles.givens[i]), "finished_by": finished[i], "of": len(runs)} for i in chosen]


def card_of(command: str, plan: Plan, runs: list[Run], candidates: Puzzles) -> dict[str, Any]:
    """What the page needs to load and ask each network, and where it comes from."""
    setting = plan.setting
    return {
        "name": "sizes",
        "purpose": "networks of several kinds and sizes that play a reader's 6x6 Sudoku, alone and with System 2",
        "license": "MIT",
        "command": command,
        "size": setting.size,
        "threshold": THRESHOLD,
        "data": {
            "training": {"puzzles": "the first of these", "of": setting.training, "generator_seed": 1001},
            "calibration": {"puzzles": setting.validation, "generator_seed": 1101, "also": "choosing the best weights"},
            "evaluation": {"puzzles": setting.test, "generator_seed": 1301},
            "disjoint": "no puzzle's text is in two of them",
        },
        "training": {"seconds": setting.seconds, "batch": BATCH, "peak_rate": RATE, "device": "cpu, one thread"},
        "results": "models/results/sizes_live.json",
        "examples": examples_of(runs, candidates),
        "networks": [{**{name: run[name] for name in CARD}, "temperature": temperatures(run)} for run in runs],
    }


def temperatures(run: Run) -> dict[str, float]:
    """By what is guessed among."""
    return {values: run[values]["temperature"] for values in ("legal_values", "all_values")}


def results_of(command: str, plan: Plan, runs: list[Run]) -> dict[str, Any]:
    """What was measured on the test puzzles."""
    return {
        "command": command,
        "setting": {**plan.as_dict(), "threshold": THRESHOLD},
        "about": ABOUT,
        "networks": [{name: run[name] for name in RESULTS if name in run} for run in runs],
    }
