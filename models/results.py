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
    looks = card["iterations"]
    lines = [
        f"{card['parameters']:,} parameters, {card['bytes'] / 1000:.0f} kB; {training['steps']:,} steps over "
        f"{training['positions_seen']:,} positions in {training['minutes']:.0f} minutes on {training['device']}. "
        f"A glance is {looks['glance']} iterations, a second look {looks['look']} more.",
        "",
        *families(card),
        "",
        *public(card),
        "",
        *by_iterations(card),
    ]
    return "\n".join(lines) + "\n"


def families(card: dict[str, Any]) -> list[str]:
    lines = [
        "| family | cells right, glance | second look | temperature | ECE before | after | knows when its picture is "
        "right | packs finished alone: easy | medium | hard |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for family, held_out in card["held_out"].items():
        calibration = card["calibration"][family]
        pack = card["packs"].get(family, {})
        alone = [f"{pack[level]['finished_alone']}/{pack[level]['puzzles']}" if level in pack else "–"
                 for level in ("easy", "medium", "hard")]
        lines.append(
            f"| {family} | {percent(held_out['cell_accuracy_glance'])} | {percent(held_out['cell_accuracy_look'])} "
            f"| {calibration['temperature']:.2f} | {calibration['ece_before']:.3f} | {calibration['ece_after']:.3f} "
            f"| {percent(held_out['self_assessment']['accuracy'])} | " + " | ".join(alone) + " |"
        )
    return lines


def public(card: dict[str, Any]) -> list[str]:
    return [
        "| published Sudoku | number | cells right at the start, glance | second look | finished alone |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {name} | {m['puzzles']} | {percent(m['cell_accuracy_glance'])} | {percent(m['cell_accuracy_look'])} "
            f"| {percent(m['finished_alone_rate'])} |"
            for name, m in card["public"].items()
        ),
    ]


def by_iterations(card: dict[str, Any]) -> list[str]:
    """Cell accuracy at the start by the number of iterations, of each family's largest size."""
    parts = {f"{family} {size}": m for family, h in card["held_out"].items() for size, m in list(h["sizes"].items())[-1:]}
    parts.update(card["public"])
    numbers = list(next(iter(parts.values()))["by_iterations"])
    return [
        "Cells right at the start after so many iterations:",
        "",
        "| puzzles | " + " | ".join(numbers) + " |",
        "|---|" + "---:|" * len(numbers),
        *(f"| {name} | " + " | ".join(percent(m["by_iterations"][n]) for n in numbers) + " |" for name, m in parts.items()),
    ]


def updated(readme: str, card: dict[str, Any]) -> str:
    """The text with the card's numbers between the two marks."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + tables(card) + END + after


def update_readme(path: Path, card: dict[str, Any]) -> None:
    path.write_text(updated(path.read_text(), card))
