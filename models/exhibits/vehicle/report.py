"""results/vehicle.json and the card, from the notes of all runs."""

from __future__ import annotations

import statistics
from typing import Any

from models.exhibits.vehicle.data import LEARNED_FROM, MARKS, MEASURED_ON

COMMAND = "python3 -m models.exhibits.vehicle.train"
# What PhysORD's authors report of their network beside one that learns from data alone (arXiv 2404.01596).
CLAIM = {"better_percent": 46.7, "parameters_percent": 3.1}
Row = dict[str, Any]


def columns(runs: list[Row], key: str) -> list[list[float]]:
    return [list(column) for column in zip(*(run[key] for run in runs))]


def row_of(runs: list[Row]) -> Row:
    """One learner and number of drives, over all seeds: means, and the standard deviation of the mean errors."""
    one = runs[0]
    return {
        "learner": one["learner"],
        "drives": one["drives"],
        "parameters": one["parameters"],
        "seeds": len(runs),
        "mean": [round(statistics.fmean(column), 3) for column in columns(runs, "mean")],
        "spread": [round(statistics.pstdev(column), 3) for column in columns(runs, "mean")],
        "median": [round(statistics.fmean(column), 3) for column in columns(runs, "median")],
        "energy": [round(statistics.fmean(column), 2) for column in columns(runs, "energy")],
        "seconds": round(statistics.fmean(run["seconds"] for run in runs), 1),
    }


def rows_of(runs: list[Row]) -> list[Row]:
    kinds = dict.fromkeys((run["learner"], run["drives"]) for run in runs)
    return [row_of([run for run in runs if (run["learner"], run["drives"]) == kind]) for kind in kinds]


def comparison(rows: list[Row]) -> list[Row]:
    """By how much a learner's errors are smaller than the plain network's, at each mark, in percent."""
    of = {(row["learner"], row["drives"]): row for row in rows}
    found = []
    for learner, drives in of:
        plain = of.get(("plain", drives))
        if learner == "plain" or plain is None:
            continue
        own = of[learner, drives]
        better = [round(100 * (1 - mine / theirs), 1) for mine, theirs in zip(own["mean"], plain["mean"])]
        share = round(100 * own["parameters"] / plain["parameters"], 2)
        found.append({"learner": learner, "drives": drives, "better_percent": better, "parameters_percent": share})
    return found


def results_of(runs: list[Row], nothing: Row, seeds: int, tests: int) -> Row:
    rows = rows_of(runs)
    return {
        "what": "How far off, in metres, learners of a car's motion are after so many seconds, by how many drives of "
        "2 s they saw; energies in kJ; seconds of processor time on one thread. "
        "Means over the drives, then over the seeds.",
        "command": COMMAND,
        "world": "engine/physics/bicycle.h: nothing measured is noisy",
        "marks": list(MARKS),
        "tests": tests,
        "seeds": seeds,
        "claim": CLAIM,
        "nothing": nothing,
        "rows": rows,
        "against_plain": comparison(rows),
    }


def card_of(shipped: list[Row], runs: list[Row]) -> Row:
    return {
        "name": "vehicle",
        "purpose": "tells where a car will be: four learners in a file, by how many drives they saw",
        "parameters": {run["learner"]: run["parameters"] for run in runs},
        "data": {
            "training": f"drives of 2 s that the engine simulates, from seed {LEARNED_FROM} on",
            "evaluation": f"drives of 5 s from seed {MEASURED_ON} on, in models/results/vehicle.json",
        },
        "command": COMMAND,
        "seed": 0,
        "files": shipped,
    }
