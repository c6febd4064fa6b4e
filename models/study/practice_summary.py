"""What the runs of practice come to over their seeds.

In: the runs of results/practice.json. Out: for each study what was asked of System 2 and what was played wrong, as
shares of the moves on held-out puzzles: {mean, low, high, seeds}, the mean over the seeds with its interval of 95 % by
Student's t (its ends cut off at 0 and 1: where shares are close to 0, the interval is a rough one).
"""

from __future__ import annotations

from collections import defaultdict
from math import sqrt
from statistics import mean, stdev
from typing import Any, Callable, Iterable

Run = dict[str, Any]
Test = dict[str, Any]

# The 97.5 % point of Student's t by degrees of freedom.
T = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262}
GRID = tuple(range(9))  # puzzles practised


def interval(shares: list[float]) -> dict[str, float]:
    middle = mean(shares)
    half = T[len(shares) - 1] * stdev(shares) / sqrt(len(shares)) if len(shares) > 1 else 1.0
    ends = {"mean": middle, "low": max(0.0, middle - half), "high": min(1.0, middle + half)}
    return {**{name: round(value, 4) for name, value in ends.items()}, "seeds": len(shares)}


def share(test: Test, what: str) -> float:
    """Of the moves; of none, nothing was asked and nothing wrong."""
    return test[what] / test["moves"] if test["moves"] else 0.0


def of_tests(tests: list[Test]) -> dict[str, Any]:
    return {
        "asked": interval([share(t, "escalated") for t in tests]),
        "wrong": interval([share(t, "wrong") for t in tests]),
    }


def grouped(runs: Iterable[Run], key: Callable[[Run], str]) -> dict[str, list[Run]]:
    groups: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        groups[key(run)].append(run)
    return groups


def measured_at(run: Run, puzzles: int) -> Test:
    (found,) = (test for test in run["tests"] if test["practised"] == puzzles)
    return dict(found)


def curves(runs: list[Run]) -> dict[str, Any]:
    return {
        teacher: [{"puzzles": n, **of_tests([measured_at(run, n) for run in of_teacher])} for n in GRID]
        for teacher, of_teacher in grouped(runs, lambda run: run["teacher"]).items()
    }


def ends(runs: list[Run]) -> dict[str, Any]:
    """Before and after."""
    return {"before": of_tests([r["tests"][0] for r in runs]), "after": of_tests([r["tests"][-1] for r in runs])}


def practised(run: Run) -> str:
    return f"{run['family']}:{run['size']}"


def others(runs: list[Run]) -> dict[str, Any]:
    """What became of each of the other families."""
    families = runs[0]["others"]
    times = ("before", "after")
    return {f: {when: of_tests([r["others"][f][when] for r in runs]) for when in times} for f in families}


def summary_of(runs: list[Run]) -> dict[str, Any]:
    of = defaultdict(list, grouped(runs, lambda run: run["study"]))
    start = {"models/fastslow.onnx": "shipped", "FIRST": "plain Sudoku 6x6"}
    return {
        "teachers": curves(of["teachers"]),
        **{name: ends(of[name]) for name in ("own", "knight") if of[name]},
        "relearned": {kind: ends(some) for kind, some in grouped(of["relearned"], practised).items()},
        "told": {
            begun: {
                rule: of_tests([r["tests"][0] for r in some]) for rule, some in grouped(of_start, practised).items()
            }
            for begun, of_start in grouped(of["told"], lambda run: start[run["start"]]).items()
        },
        "matrix": {name: others(some) for name, some in grouped(of["matrix"], practised).items()},
        "replay": {
            name: {"practised": ends(some), "others": others(some)}
            for name, some in grouped(of["replay"], lambda run: "with" if run["replay"] else "without").items()
        },
    }
