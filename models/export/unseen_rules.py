"""Rule sets that no network was trained on, written as an author would declare them (family `custom`).

four sums     a Latin square; some 2 x 2 squares tell their sum (the engine's own generator of custom puzzles)
cross sums    4 x 4 cells from 1 to 9; each row and column tells its sum and has no value twice
colour counts 6 x 6 cells of three colours; each row and column tells how many of each it has

In: the name of a rule set. Out: a file of puzzles, one declaration (puzzles/README.md) a line. Every puzzle has exactly
one solution: the engine says so.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, Callable

from models.common import engine_tool

PUZZLES = 40
Grid = list[list[int]]


def declaration(grid: Grid, values: int, constraints: list[dict[str, Any]], givens: dict[str, int]) -> str:
    size = {"rows": len(grid), "columns": len(grid[0]), "values": [1, values]}
    whole = {"format": "fastslow-puzzle/1", "grid": size, "constraints": constraints, "givens": givens}
    return json.dumps(whole, separators=(",", ":"))


def lines(grid: Grid) -> list[tuple[str, list[int]]]:
    """The rows and columns: how a declaration calls their cells, and the values there."""
    rows = [(f"r{i + 1}c*", row) for i, row in enumerate(grid)]
    return rows + [(f"r*c{i + 1}", [row[i] for row in grid]) for i in range(len(grid[0]))]


def cross_sums(grid: Grid) -> list[dict[str, Any]]:
    """The constraints of this kind that the grid fulfils; so with the next."""
    found: list[dict[str, Any]] = []
    for cells, values in lines(grid):
        found.append({"kind": "all_different", "cells": cells, "name": f"{cells}: no value twice"})
        found.append({"kind": "sum", "cells": cells, "equals": sum(values), "name": f"{cells}: {sum(values)}"})
    return found


def colour_counts(grid: Grid) -> list[dict[str, Any]]:
    return [
        {
            "kind": "count",
            "cells": cells,
            "value": colour,
            "equals": values.count(colour),
            "name": f"{cells}: {values.count(colour)} of {colour}",
        }
        for cells, values in lines(grid)
        for colour in (1, 2, 3)
    ]


def random_cross(rng: random.Random) -> Grid:
    """A 4 x 4 grid in which no row or column has a value twice."""
    while True:
        grid = [rng.sample(range(1, 10), 4) for _ in range(4)]
        if all(len(set(values)) == 4 for _, values in lines(grid)):
            return grid


def random_colours(rng: random.Random) -> Grid:
    return [[rng.randint(1, 3) for _ in range(6)] for _ in range(6)]


def is_unique(text: str) -> bool:
    """Whether the declared puzzle has exactly one solution."""
    (answer,) = engine_tool.ask("solve", "--json", "--family", "custom", "--file", "-", text=text + "\n")
    return json.loads(answer)["status"] == "solved"


def puzzle(grid: Grid, values: int, rules: list[dict[str, Any]], rng: random.Random) -> str:
    """As many of the grid's values given, in random order, as one solution takes, found by halving."""
    cells = [(r, c) for r in range(len(grid)) for c in range(len(grid[0]))]
    rng.shuffle(cells)

    def text(number: int) -> str:
        return declaration(grid, values, rules, {f"r{r + 1}c{c + 1}": grid[r][c] for r, c in cells[:number]})

    too_few, enough = -1, len(cells) - 1
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (too_few, middle) if is_unique(text(middle)) else (middle, enough)
    return text(enough)


def four_sums(count: int) -> list[str]:
    options = ("--family", "custom", "--size", "5x5", "--seed", "77", "--count", str(count))
    return engine_tool.ask("generate", *options)


def made(
    draw: Callable[[random.Random], Grid], values: int, rules: Callable[[Grid], list[dict[str, Any]]], count: int
) -> list[str]:
    rng = random.Random(77)
    grids = [draw(rng) for _ in range(count)]
    return [puzzle(grid, values, rules(grid), rng) for grid in grids]


RULE_SETS: dict[str, Callable[[int], list[str]]] = {
    "four sums": four_sums,
    "cross sums": lambda count: made(random_cross, 9, cross_sums, count),
    "colour counts": lambda count: made(random_colours, 3, colour_counts, count),
}


def file_of(name: str, folder: Path, count: int = PUZZLES) -> Path:
    """A rule set's puzzles, one a line; written unless they are there."""
    path = folder / f"untrained-{name.replace(' ', '-')}-{count}.txt"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(RULE_SETS[name](count)) + "\n")
    return path
