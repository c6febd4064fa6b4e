"""Sudoku as plain grids: what the baselines see, and what all networks of the comparison are asked about.

A board is a row of cells, 0 where nothing stands, otherwise a value 1 .. n. A literal is "this cell has this value":
number cell * n + value - 1, as in the engine. The rules are not written down here: the units come from the engine's
encoding of an empty board.

Shapes: B boards, P puzzles, L = cells * n literals, U units of k = n literals each.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.common import engine_tool

BOXES = {"4x4": (2, 2), "6x6": (2, 3), "9x9": (3, 3)}  # rows and columns of a box; for the symmetries only


@dataclass(frozen=True)
class Puzzles:
    """givens [P, cells] and solutions [P, cells], int64."""

    givens: Tensor
    solutions: Tensor

    def __len__(self) -> int:
        return len(self.givens)

    def first(self, count: int) -> "Puzzles":
        return Puzzles(self.givens[:count], self.solutions[:count])


def board_of(text: str) -> list[int]:
    return [0 if c == "." else int(c) for c in text]


def text_of(board: Tensor) -> str:
    return "".join(str(v) if v else "." for v in board.tolist())


def solve(texts: list[str]) -> list[dict[str, Any]]:
    """What the engine's solver says of each: status ("solved" means exactly one solution) and solution."""
    lines = engine_tool.ask("solve", "--json", "--file", "-", text="\n".join(texts) + "\n")
    return [json.loads(line) for line in lines]


def generate(size: str, seed: int, count: int, folder: Path) -> list[tuple[str, str]]:
    """(puzzle, solution) of generated puzzles, kept in a file.

    The generator's hardest kind (no given can be left out), from the seeds that `fastslow dataset --seed` uses.
    """
    path = folder / f"sudoku-{size}-{count}-seed{seed}.txt"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        first = str(seed << 32)
        texts = engine_tool.ask("generate", "--size", size, "--seed", first, "--count", str(count))
        answers = solve(texts)
        if any(answer["status"] != "solved" for answer in answers):
            sys.exit(f"the generator made a puzzle of size {size} that has not exactly one solution")
        lines = [f"{text} {answer['solution']}" for text, answer in zip(texts, answers)]
        unfinished = path.with_suffix(f".{os.getpid()}.part")
        unfinished.write_text("\n".join(lines) + "\n")
        unfinished.rename(path)
    return [(line.split()[0], line.split()[1]) for line in path.read_text().splitlines()]


def as_puzzles(pairs: list[tuple[str, str]]) -> Puzzles:
    givens = torch.tensor([board_of(text) for text, _ in pairs])
    return Puzzles(givens, torch.tensor([board_of(solution) for _, solution in pairs]))


def splits(size: str, counts: dict[str, int], folder: Path) -> dict[str, Puzzles]:
    """Disjoint sets: other seeds, and no puzzle's text in two of them. The ones named first come first."""
    taken: set[str] = set()
    result = {}
    for name, seed in (("test", 1301), ("validation", 1101), ("training", 1001)):
        pairs = [p for p in generate(size, seed, counts[name], folder) if p[0] not in taken]
        unique = list(dict(pairs).items())
        taken |= {text for text, _ in unique}
        result[name] = as_puzzles(unique)
    return result


class Rules:
    """The units of a size: sets of literals of which exactly one holds.

    units [U, k]: literals; is_domain [U]: whether a unit is a cell ("one value each"); member [U, L] as 0/1 floats.
    """

    def __init__(self, size: str):
        rows, columns = BOXES[size]
        self.box = (rows, columns)
        self.n = rows * columns
        self.cells = self.n * self.n
        (line,) = engine_tool.ask("encode", "--json", "." * self.cells)
        encoded = json.loads(line)
        features = np.array(encoded["groupFeatures"]).reshape(-1, 4)
        if encoded["literals"] != self.cells * self.n or not (features[:, 1:3] == 1).all():
            sys.exit(f"size {size} is not made of units that hold exactly one literal each")
        self.units = torch.tensor(encoded["groupLiterals"]).reshape(-1, encoded["width"])
        self.is_domain = torch.from_numpy(features[:, 0] > 0)
        self.of_literal = torch.tensor(encoded["literalGroups"]).reshape(-1, encoded["degree"])
        self.member = torch.zeros(len(self.units), self.cells * self.n)
        self.member.scatter_(1, self.units, 1.0)

    @property
    def literals(self) -> int:
        """L."""
        return self.cells * self.n

    def placed(self, boards: Tensor) -> Tensor:
        """[B, cells] -> [B, L] 0/1 floats: the literals that stand on the board."""
        one_hot = torch.nn.functional.one_hot(boards, self.n + 1)[:, :, 1:]
        return one_hot.reshape(len(boards), -1).float()

    def settled(self, boards: Tensor) -> Tensor:
        """[B, U] bool: the units that have their literal."""
        return self.placed(boards) @ self.member.T > 0

    def open(self, boards: Tensor, ruled_out: Tensor | None = None) -> Tensor:
        """[B, L] bool: literals that no unit excludes directly, without those in `ruled_out` [B, L]."""
        free = (self.settled(boards).float() @ self.member) == 0
        return free if ruled_out is None else free & ~ruled_out

    def broken(self, boards: Tensor, open_literals: Tensor) -> Tensor:
        """[B] bool: some unit has no literal and none left that could hold."""
        empty = open_literals.float() @ self.member.T == 0
        return (empty & ~self.settled(boards)).any(1)
