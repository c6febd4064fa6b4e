"""The results files of curves.py, and their tables for people.

In: the dictionaries of finished runs. Out: JSON files that explain their own fields (ABOUT), and a part of README.md.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, Iterable, Sequence

from models.common.generated_parts import put_into

Run = dict[str, Any]
KINDS = {"graph": "graph network", "cnn": "CNN", "mlp": "MLP", "none": "none (all legal values alike)"}
ABOUT = {
    "model": "graph: System 1's graph network; cnn: residual 3x3 convolutions on the whole grid; mlp: the flattened "
    "grid through hidden layers; none: every legal value has the same score, nothing is learned",
    "positions": "all kinds are trained on the same puzzles, a quarter of the positions at the start, the others with "
    "a random subset of the open cells filled in",
    "augmentation": "each training position is replaced by a random symmetric one (values renamed, rows, columns and "
    "bands exchanged). The graph network cannot tell these apart; the baselines get them so that they are not worse "
    "for want of examples",
    "budget": "processor time of the training steps, one thread, the same for all (times `budget`); a run ends earlier "
    "when validation stops improving, and keeps its best weights. A busy machine gives fewer steps in that time: "
    "compare `steps` among runs of one shape",
    "parameters": "all of the network's; what the graph network has for weighted sums and sureness lies idle here",
    "cells_right_at_start": "share of the empty cells whose best value is right, at the starting position",
    "puzzles_right_in_one_shot": "share of the puzzles with all cells right at the starting position",
    "finished_alone": "share of the puzzles finished most confident move first, the board looked at again after each, "
    "without one wrong move",
    "with_system2": "the threshold strategy: a proposal is played unproved if its calibrated probability reaches the "
    "threshold, it is legal and no rule visibly breaks; otherwise System 2 settles its cell. Wrong guesses are taken "
    "back once System 2 is asked or a rule visibly breaks. All are solved by construction",
    "all_values": "the network's scores for all values of a cell; the graph network has none for illegal ones",
    "legal_values": "the same if values that a row, column or box excludes directly are left out of its scores, as the "
    "engine does for any network; for the graph network the same numbers",
    "escalated": "share of the steps (guesses, proved moves, guesses taken back) that System 2 made",
    "guesses_wrong": "share of the guesses that were taken back",
    "engine_check": "boards on which System 2 was asked, given to the engine's solver: those with a wrong guess must "
    "have no solution, the others exactly the one from which proved values were taken",
    "milliseconds_per_position": "median processor time of one inference on a starting position",
}
MEASURES: dict[str, Callable[[Run], float]] = {
    "cells": lambda r: r["all_values"]["cells_right_at_start"],
    "whole": lambda r: r["all_values"]["puzzles_right_in_one_shot"],
    "alone": lambda r: r["all_values"]["finished_alone"],
    "solved": lambda r: r["all_values"]["with_system2"]["solved"],
    "escalated": lambda r: r["all_values"]["with_system2"]["escalated"],
    "taken_back": lambda r: r["all_values"]["with_system2"]["taken_back_per_puzzle"],
    "legal_cells": lambda r: r["legal_values"]["cells_right_at_start"],
    "legal_alone": lambda r: r["legal_values"]["finished_alone"],
    "legal_solved": lambda r: r["legal_values"]["with_system2"]["solved"],
    "legal_escalated": lambda r: r["legal_values"]["with_system2"]["escalated"],
    "legal_taken_back": lambda r: r["legal_values"]["with_system2"]["taken_back_per_puzzle"],
    "milliseconds": lambda r: r["milliseconds_per_position"],
    "seconds": lambda r: r["training"]["seconds"],
}


def groups(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """Runs that differ in the seed only, together: the mean and the least and largest of every measure."""
    together: dict[tuple, list[Run]] = {}
    for run in runs:
        together.setdefault((run["model"], run["shape"], run["puzzles"], run["budget"]), []).append(run)
    result = []
    for (model, shape, puzzles, budget), same in together.items():
        entry: dict[str, Any] = {"model": model, "shape": shape, "puzzles": puzzles, "budget": budget}
        entry |= {"parameters": same[0]["parameters"], "seeds": len(same)}
        for name, measure in MEASURES.items():
            values = [measure(run) for run in same]
            entry[name] = {"mean": round(sum(values) / len(values), 4), "least": min(values), "most": max(values)}
        result.append(entry)
    return result


def write(path: Path, command: str, setting: dict[str, Any], runs: Sequence[Run], missing: Sequence[str]) -> None:
    """One results file: one run a line, so that changes can be read."""
    path.parent.mkdir(parents=True, exist_ok=True)

    def lines(items: Iterable[Any]) -> str:
        return ",\n".join("    " + json.dumps(item) for item in items)

    head = {"command": command, "setting": setting, "about": ABOUT, "missing": list(missing)}
    text = json.dumps(head, indent=2)[:-2]
    text += f',\n  "means": [\n{lines(groups(runs))}\n  ],\n  "runs": [\n{lines(runs)}\n  ]\n}}\n'
    path.write_text(text)


# --- tables ---------------------------------------------------------------------------------------


def percent(entry: dict[str, Any], name: str) -> str:
    """The mean, and how far the seeds lie apart if that is half a percent or more."""
    value = entry[name]
    spread = 100 * (value["most"] - value["least"]) / 2
    return f"{100 * value['mean']:.1f} %" + (f" ± {spread:.0f}" if spread >= 0.5 else "")


COLUMNS = (
    "cells right in one shot | whole puzzles | finished alone | escalated with System 2 | taken back a puzzle "
    "| legal values only: finished alone | escalated | taken back"
)
NUMBERS = "---:|" * 8


def row(first: Sequence[str], entry: dict[str, Any]) -> str:
    own = [percent(entry, name) for name in ("cells", "whole", "alone", "escalated")]
    legal = [percent(entry, name) for name in ("legal_alone", "legal_escalated")]
    back = [f"{entry[name]['mean']:.2f}" for name in ("taken_back", "legal_taken_back")]
    return "| " + " | ".join([*first, *own, back[0], *legal, back[1]]) + " |"


def by_puzzles(results: dict[str, Any]) -> str:
    lines = [f"| network | parameters | training puzzles | {COLUMNS} |", "|---|---:|---:|" + NUMBERS]
    order = list(KINDS)
    for e in sorted(results["means"], key=lambda e: (order.index(e["model"]), e["puzzles"])):
        lines.append(row([KINDS[e["model"]], f"{e['parameters']:,}", f"{e['puzzles']:,}"], e))
    return "\n".join(lines) + "\n"


def by_size(results: dict[str, Any]) -> str:
    seconds = results["setting"]["seconds"]
    lines = [
        f"| network | parameters | trained, s | ms a position | seeds | {COLUMNS} |",
        "|---|---:|---:|---:|---:|" + NUMBERS,
    ]
    order = list(KINDS)
    for e in sorted(results["means"], key=lambda e: (order.index(e["model"]), e["parameters"], e["budget"])):
        trained = f"{e['seconds']['mean']:.0f} of {seconds * e['budget']:.0f}" if e["parameters"] else "–"
        milliseconds = f"{e['milliseconds']['mean']:.2f}"
        lines.append(row([KINDS[e["model"]], f"{e['parameters']:,}", trained, milliseconds, str(e["seeds"])], e))
    return "\n".join(lines) + "\n"


SOURCE = "results/ by curves.py"


def tables(folder: Path) -> str:
    """What README.md shows of the results files in the folder."""
    learning, sizes = (json.loads((folder / f"{name}.json").read_text()) for name in ("learning_curves", "sizes"))
    setting = learning["setting"]
    missing = len({*learning["missing"], *sizes["missing"]})
    lines = [
        *([f"**Incomplete: {missing} runs of the plan are still missing.**", ""] if missing else []),
        f"Sudoku {setting['size']}, {setting['test']} test puzzles, {setting['seconds']:g} seconds of one thread a "
        "run; mean of the seeds, ± half their range.",
        "",
        "By training puzzles:",
        "",
        by_puzzles(learning),
        f"By size, trained on {setting['training']:,} puzzles:",
        "",
        by_size(sizes),
    ]
    return "\n".join(lines)


def update_readme(readme: Path, folder: Path) -> None:
    put_into(readme, SOURCE, tables(folder))
