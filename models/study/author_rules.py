"""Rules that an author could declare and no network was trained on, as declarations (puzzles/README.md).

parity         6 x 6 lamps; of each and its neighbours an even or an odd number is on (as the exhibit has it)
diagonal       the same with the neighbours corner to corner
magic          a square of 16 numbers; each row, column and diagonal adds up to 34
little killer  a Sudoku of six; the diagonals one way tell their sums

In: a rule's name. Out: its declaration, to be dealt anew. The sums told are those of a board drawn by a fixed seed, so
there is a solution.
"""

from __future__ import annotations

import json
import random
from itertools import product
from pathlib import Path
from typing import Any, Callable

Declaration = dict[str, Any]
Cell = tuple[int, int]

LAMPS = Path(__file__).parents[2] / "puzzles" / "practice" / "parity.json"
CORNERS = ((0, 0), (1, 1), (-1, -1), (1, -1), (-1, 1))
LATIN = {"rows": "all_different", "columns": "all_different"}


def names(cells: list[Cell]) -> list[str]:
    return [f"r{r + 1}c{c + 1}" for r, c in cells]


def declared(title: str, rows: int, values: tuple[int, int], rules: Declaration) -> Declaration:
    grid = {"rows": rows, "columns": rows, "values": list(values)}
    return {"format": "fastslow-puzzle/1", "title": title, "grid": grid, **rules}


def parity(title: str, shape: tuple[Cell, ...]) -> Declaration:
    size, rng = 6, random.Random(1)
    on = {cell: rng.randint(0, 1) for cell in product(range(size), repeat=2)}
    constraints = []
    for r, c in on:
        cells = [(r + a, c + b) for a, b in shape if (r + a, c + b) in on]
        told = sum(on[cell] for cell in cells) % 2
        rows = [list(row) for row in product((0, 1), repeat=len(cells)) if sum(row) % 2 == told]
        name = f"the parity around r{r + 1}c{c + 1}"
        constraints.append({"kind": "table", "name": name, "rows": rows, "cells": names(cells)})
    return declared(title, size, (0, 1), {"constraints": constraints})


def sum_of(name: str, cells: list[Cell], board: list[list[int]]) -> Declaration:
    return {"kind": "sum", "name": name, "equals": sum(board[r][c] for r, c in cells), "cells": names(cells)}


def magic() -> Declaration:
    line = {"kind": "sum", "equals": 34}
    once = {"kind": "all_different", "cells": "r*c*", "name": "every number once"}
    return declared("magic", 4, (1, 16), {"rows": line, "columns": line, "diagonals": line, "constraints": [once]})


def little_killer() -> Declaration:
    board = [[(3 * (r % 2) + r // 2 + c) % 6 + 1 for c in range(6)] for r in range(6)]
    lines = [[(r, s - r) for r in range(6) if 0 <= s - r < 6] for s in range(1, 10)]
    rules = [sum_of(f"diagonal {i + 1}", cells, board) for i, cells in enumerate(lines)]
    boxes = {"kind": "all_different", "size": [2, 3]}
    return declared("little killer", 6, (1, 6), {**LATIN, "boxes": boxes, "constraints": rules})


RULES: dict[str, Callable[[], Declaration]] = {
    "parity": lambda: dict(json.loads(LAMPS.read_text())),
    "diagonal parity": lambda: parity("diagonal parity", CORNERS),
    "magic": magic,
    "little killer": little_killer,
}
