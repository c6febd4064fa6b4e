"""What a network's scores come to by themselves: in one shot, and playing alone.

`Score` is any network of the comparison: (boards [B, cells], open literals [B, L] bool) -> scores [B, cells, values].
Where a function has a switch `legal`, values that a row, column or box excludes directly are left out.
"""

from __future__ import annotations

from typing import Callable

import numpy as np
import torch
from torch import Tensor

from models.study.sudoku import Puzzles, Rules

Score = Callable[[Tensor, Tensor], Tensor]
BOARDS_AT_ONCE = 100


@torch.no_grad()
def scores_of(score: Score, boards: Tensor, open_literals: Tensor) -> Tensor:
    """[B, cells, values], some boards at a time, as memory allows."""
    parts = [
        score(boards[i : i + BOARDS_AT_ONCE], open_literals[i : i + BOARDS_AT_ONCE])
        for i in range(0, len(boards), BOARDS_AT_ONCE)
    ]
    return torch.cat(parts)


def log_probabilities(scores: Tensor, boards: Tensor, open_literals: Tensor | None, temperature: float = 1.0) -> Tensor:
    """[B, cells, values]: log-softmax over each empty cell's values, -inf elsewhere; over legal ones only if given."""
    scores = scores / temperature
    if open_literals is not None:
        scores = scores.masked_fill(~open_literals.reshape(scores.shape), -torch.inf)
    log_p = scores.log_softmax(2)
    return log_p.nan_to_num(nan=-torch.inf).masked_fill((boards > 0)[:, :, None], -torch.inf)


def one_shot(score: Score, rules: Rules, boards: Tensor, solutions: Tensor, legal: bool) -> tuple[float, float]:
    """(share of empty cells whose best value is right, share of boards with all of them right)."""
    open_literals = rules.open(boards)
    log_p = log_probabilities(scores_of(score, boards, open_literals), boards, open_literals if legal else None)
    empty = boards == 0
    right = (log_p.argmax(2) + 1 == solutions) & empty
    return float(right.sum() / empty.sum()), float((right | ~empty).all(1).float().mean())


def fit_temperature(score: Score, rules: Rules, boards: Tensor, solutions: Tensor, legal: bool) -> float:
    """The temperature with the least cross-entropy of the empty cells."""
    open_literals = rules.open(boards)
    scores = scores_of(score, boards, open_literals)
    empty = boards == 0

    def cost(temperature: float) -> float:
        log_p = log_probabilities(scores, boards, open_literals if legal else None, temperature)
        return -float(log_p.gather(2, (solutions - 1)[:, :, None]).squeeze(2)[empty].mean())

    return float(min(np.geomspace(0.2, 20.0, 93), key=cost))


def finished_alone(score: Score, rules: Rules, puzzles: Puzzles, legal: bool) -> float:
    """Share of puzzles finished most confident move first, looking again after each, without one wrong move."""
    boards, solutions = puzzles.givens.clone(), puzzles.solutions
    finished = 0
    while len(boards):
        open_literals = rules.open(boards)
        log_p = log_probabilities(scores_of(score, boards, open_literals), boards, open_literals if legal else None)
        cell, value = divmod_literal(log_p.reshape(len(boards), -1).argmax(1), rules)
        rows = torch.arange(len(boards))
        right = solutions[rows, cell] == value
        boards[rows, cell] = value
        full = (boards > 0).all(1)
        finished += int((right & full).sum())
        goes_on = right & ~full
        boards, solutions = boards[goes_on], solutions[goes_on]
    return finished / len(puzzles)


def divmod_literal(literal: Tensor, rules: Rules) -> tuple[Tensor, Tensor]:
    """Literals -> (cells, values)."""
    return torch.div(literal, rules.n, rounding_mode="floor"), literal % rules.n + 1
