"""Training positions of the comparison: partially filled boards, and random symmetries of them.

In: puzzles and a random generator. Out: boards and solutions [B, cells].
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from models.study.sudoku import Puzzles, Rules

START_SHARE = 0.25  # of the training positions; the others are partially filled


def positions(puzzles: Puzzles, which: np.ndarray, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """(boards, solutions) [B, cells] of the puzzles `which`: a quarter as given, the others with a random subset of
    the open cells filled in, every number of cells equally likely. At least one cell stays open."""
    boards, solutions = puzzles.givens.numpy()[which], puzzles.solutions.numpy()[which]
    is_open = boards == 0
    filled = rng.integers(0, is_open.sum(1))
    filled[rng.random(len(which)) < START_SHARE] = 0
    order = np.where(is_open, rng.random(boards.shape), np.inf).argsort(1).argsort(1)
    boards = np.where(is_open & (order < filled[:, None]), solutions, boards)
    return torch.from_numpy(boards), torch.from_numpy(solutions)


def _shuffles(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Random orders of 0 .. shape[-1] - 1."""
    return rng.random(shape).argsort(-1)


def _line_orders(count: int, blocks: int, width: int, rng: np.random.Generator) -> np.ndarray:
    """[count, lines]: the lines of a grid with the blocks, and the lines within each, in random order."""
    return (_shuffles(rng, count, blocks)[:, :, None] * width + _shuffles(rng, count, blocks, width)).reshape(count, -1)


def symmetric(boards: Tensor, solutions: Tensor, rules: Rules, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Each position as another that is just as good a Sudoku: values renamed, rows and columns exchanged within
    their bands, bands exchanged, and mirrored in the diagonal where boxes are square."""
    n, (rows, columns), count = rules.n, rules.box, len(boards)
    lines = _line_orders(count, n // rows, rows, rng)
    places = _line_orders(count, n // columns, columns, rng)
    cells = lines[:, :, None] * n + places[:, None, :]
    if rows == columns:
        mirrored = rng.random(count) < 0.5
        cells[mirrored] = cells[mirrored].transpose(0, 2, 1)
    where = torch.from_numpy(cells.reshape(count, -1))
    names = torch.from_numpy(np.concatenate([np.zeros((count, 1), np.int64), 1 + _shuffles(rng, count, n)], 1))
    return names.gather(1, boards.gather(1, where)), names.gather(1, solutions.gather(1, where))
