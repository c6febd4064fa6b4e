"""The part of README.md that is generated from the card."""

from __future__ import annotations

from pathlib import Path
from typing import Any

BEGIN = "<!-- begin: generated from fastslow.json by results.py -->\n"
END = "<!-- end: generated -->\n"


def percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def tables(card: dict[str, Any]) -> str:
    training = card["training"]
    lines = [
        f"{card['parameters']:,} parameters, {card['bytes'] / 1000:.0f} kB; {training['steps']:,} steps over "
        f"{training['positions_seen']:,} positions in {training['minutes']:.0f} minutes on "
        f"{training['device']} ({training['threads']} thread). Temperature {card['temperature']}.",
        "",
        "| puzzles | number | cells right in one shot, at the start | anywhere | finished alone "
        "| ECE before | after |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for title, part in (("held out: ", card["held_out"]), ("", card["public"])):
        for name, m in part.items():
            anywhere = percent(m["cell_accuracy"]) if "cell_accuracy" in m else "–"
            lines.append(
                f"| {title}{name} | {m['puzzles']} | {percent(m['cell_accuracy_start'])} | {anywhere} "
                f"| {percent(m['finished_alone_rate'])} | {m['ece_uncalibrated']:.3f} | {m['ece']:.3f} |"
            )
    lines += ["", *looks(card)]
    return "\n".join(lines) + "\n"


def looks(card: dict[str, Any]) -> list[str]:
    """Cell accuracy at the start by the number of iterations."""
    parts = [("held out: " + name, m) for name, m in card["held_out"].items()] + list(card["public"].items())
    numbers = list(parts[0][1]["by_iterations"])
    return [
        f"Cells right at the start after so many iterations (shipped: {card['architecture']['iterations']}):",
        "",
        "| puzzles | " + " | ".join(numbers) + " |",
        "|---|" + "---:|" * len(numbers),
        *(
            f"| {name} | " + " | ".join(percent(m["by_iterations"][n]) for n in numbers) + " |"
            for name, m in parts
        ),
    ]


def updated(readme: str, card: dict[str, Any]) -> str:
    """The text with the card's numbers between the two marks."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + tables(card) + END + after


def update_readme(path: Path, card: dict[str, Any]) -> None:
    path.write_text(updated(path.read_text(), card))
