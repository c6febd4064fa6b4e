"""The card's numbers as tables for people, in README.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from models.common.generated_parts import percent, put_into, with_part

SOURCE = "fastslow.json by card_tables.py"


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
        *starts(card),
        "",
        *by_iterations(card),
    ]
    return "\n".join(lines) + "\n"


def families(card: dict[str, Any]) -> list[str]:
    lines = [
        "| family | cells right, glance | second look | temperature | ECE before | after | knows when its picture is "
        "right | packs finished alone: easy | medium | hard | a glance at the largest size, ms |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for family, held_out in card["held_out"].items():
        calibration = card["calibration"][family]
        pack = card["packs"].get(family, {})
        largest = list(card["time"]["families"][family].values())[-1]
        alone = [
            f"{pack[level]['finished_alone']}/{pack[level]['puzzles']}" if level in pack else "–"
            for level in ("easy", "medium", "hard")
        ]
        lines.append(
            f"| {family} | {percent(held_out['cell_accuracy_glance'])} | {percent(held_out['cell_accuracy_look'])} "
            f"| {calibration['temperature']:.2f} | {calibration['ece_before']:.3f} | {calibration['ece_after']:.3f} "
            f"| {percent(held_out['self_assessment']['accuracy'])} | "
            + " | ".join(alone)
            + f" | {largest['glance']:.1f} |"
        )
    return lines


def starts(card: dict[str, Any]) -> list[str]:
    """Published Sudokus, and rule sets that it was never trained on."""
    parts = {f"published Sudoku: {name}": m for name, m in card["public"].items()}
    parts.update({f"new rules: {name}": m for name, m in card["untrained"].items()})
    return [
        "| puzzles | number | cells right at the start, by chance | glance | second look | finished alone "
        "| with a third look |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {name} | {m['puzzles']} | {percent(m['by_chance'])} | {percent(m['cell_accuracy_glance'])} "
            f"| {percent(m['cell_accuracy_look'])} | {percent(m['finished_alone_rate'])} "
            f"| {percent(m['third_look']['finished_alone_rate'])} |"
            for name, m in parts.items()
        ),
    ]


def by_iterations(card: dict[str, Any]) -> list[str]:
    """Cell accuracy at the start by the number of iterations, of each family's largest size."""
    parts = {
        f"{family} {size}": m for family, h in card["held_out"].items() for size, m in list(h["sizes"].items())[-1:]
    }
    parts.update(card["public"])
    numbers = list(next(iter(parts.values()))["by_iterations"])
    return [
        "Cells right at the start after so many iterations:",
        "",
        "| puzzles | " + " | ".join(numbers) + " |",
        "|---|" + "---:|" * len(numbers),
        *(
            f"| {name} | " + " | ".join(percent(m["by_iterations"][n]) for n in numbers) + " |"
            for name, m in parts.items()
        ),
    ]


def updated(readme: str, card: dict[str, Any]) -> str:
    """The text with the card's numbers."""
    return with_part(readme, SOURCE, tables(card))


def update_readme(path: Path, card: dict[str, Any]) -> None:
    put_into(path, SOURCE, tables(card))
