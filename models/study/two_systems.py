"""What a network comes to together with System 2, under the engine's threshold strategy.

In: a `Score` (one_system.py), puzzles, a threshold. Out: a `Tally` of guesses, proved moves and guesses taken back.

System 2 is not run for every move here. Each puzzle has exactly one solution, so a value that System 2 proves is the
solution's, and it can refute exactly those guesses that are not. `check_with_engine` asks the engine about a sample.

Source: the threshold is the classical reject option, C. Chow, "On Optimum Recognition Error and Reject Tradeoff", IEEE
Trans. Inf. Theory, 1970: what the network is not sure enough of is left to somebody who is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor

from models.study.one_system import Score, divmod_literal, log_probabilities, scores_of
from models.study.sudoku import Puzzles, Rules, solve, text_of

SAMPLES = 20  # boards of each kind kept for check_with_engine


@dataclass
class Tally:
    """Over all puzzles. A guess is a move of the network that nobody proved."""

    guessed: int = 0
    proved: int = 0
    taken_back: int = 0
    solved: int = 0
    with_wrong_guess: list[Tensor] = field(default_factory=list)  # boards at the moment System 2 was asked
    without: list[tuple[Tensor, Tensor]] = field(default_factory=list)  # (board, solution) likewise

    def report(self, puzzles: int) -> dict[str, float]:
        """As `./dev eval` counts: a step is a guess, a proved move or a taken back guess; all but the first are
        escalated."""
        escalated = self.proved + self.taken_back
        return {
            "solved": round(self.solved / puzzles, 4),
            "escalated": round(escalated / max(1, escalated + self.guessed), 4),
            "taken_back_per_puzzle": round(self.taken_back / puzzles, 4),
            "guesses_wrong": round(self.taken_back / max(1, self.guessed), 4),
        }


class TwoSystems:
    """Many games at a time of a network and System 2 under the engine's threshold strategy.

    A proposal is the most probable value of any cell; of legal ones only if `legal`, as in the engine. It is played
    unproved where its probability reaches the threshold, it is legal and no unit is visibly left without a candidate;
    otherwise System 2 settles the proposal's cell. (The engine's System 2 settles the cell that is easiest to
    explain.) When System 2 is asked on a board with wrong guesses on it, or some unit has no candidate left, the
    wrong guesses are taken back and ruled out.
    """

    def __init__(self, score: Score, rules: Rules, puzzles: Puzzles, temperature: float, threshold: float, legal: bool):
        self.score, self.rules, self.puzzles = score, rules, puzzles
        self.temperature, self.threshold, self.legal = temperature, threshold, legal
        self.boards = puzzles.givens.clone()
        self.ruled_out = torch.zeros(len(puzzles), rules.literals, dtype=torch.bool)
        self.tally = Tally()

    def play(self) -> Tally:
        """All games to their end."""
        while True:
            playing = torch.nonzero((self.boards == 0).any(1) | self.wrong().any(1)).squeeze(1)
            if not len(playing):
                self.tally.solved = int((self.boards == self.puzzles.solutions).all(1).sum())
                return self.tally
            open_literals = self.rules.open(self.boards[playing], self.ruled_out[playing])
            broken = self.rules.broken(self.boards[playing], open_literals)
            for i in playing[broken].tolist():
                self.take_back(i)
            self.move(playing[~broken], open_literals[~broken])

    def wrong(self) -> Tensor:
        """[P, cells] bool: what stands on the boards and is not the solution's."""
        return (self.boards > 0) & (self.boards != self.puzzles.solutions)

    def move(self, playing: Tensor, open_literals: Tensor) -> None:
        """One move in each of the games `playing` (numbers)."""
        if not len(playing):
            return
        boards = self.boards[playing]
        scores = scores_of(self.score, boards, open_literals)
        allowed = open_literals if self.legal else ~self.ruled_out[playing]
        log_p = log_probabilities(scores, boards, allowed, self.temperature)
        best, literal = log_p.reshape(len(playing), -1).max(1)
        cell, value = divmod_literal(literal, self.rules)
        rows = torch.arange(len(playing))
        after = boards.clone()
        after[rows, cell] = value
        breaks = self.rules.broken(after, self.rules.open(after, self.ruled_out[playing]))
        accepted = (best.exp() >= self.threshold) & open_literals[rows, literal] & ~breaks
        self.boards[playing[accepted]] = after[accepted]
        self.tally.guessed += int(accepted.sum())
        for i, c in zip(playing[~accepted].tolist(), cell[~accepted].tolist()):
            self.escalate(i, c)

    def escalate(self, i: int, cell: int) -> None:
        """System 2 is asked about a cell of game i."""
        if (self.wrong()[i]).any():
            if len(self.tally.with_wrong_guess) < SAMPLES:
                self.tally.with_wrong_guess.append(self.boards[i].clone())
            self.take_back(i)
            return
        if len(self.tally.without) < SAMPLES:
            self.tally.without.append((self.boards[i].clone(), self.puzzles.solutions[i]))
        self.boards[i, cell] = self.puzzles.solutions[i, cell]
        self.tally.proved += 1

    def take_back(self, i: int) -> None:
        """The wrong guesses of game i, which are ruled out from now on."""
        (cells,) = torch.nonzero((self.boards[i] > 0) & (self.boards[i] != self.puzzles.solutions[i]), as_tuple=True)
        self.ruled_out[i, cells * self.rules.n + self.boards[i, cells] - 1] = True
        self.boards[i, cells] = 0
        self.tally.taken_back += len(cells)


def check_with_engine(tally: Tally) -> dict[str, int]:
    """What the engine's solver says of boards on which System 2 was asked: that those with a wrong guess have no
    solution, and that the others have exactly the one that the accounting took its proved values from."""
    refuted = solve([text_of(board) for board in tally.with_wrong_guess]) if tally.with_wrong_guess else []
    kept = solve([text_of(board) for board, _ in tally.without]) if tally.without else []
    return {
        "boards_with_wrong_guess": len(tally.with_wrong_guess),
        "of_these_refuted": sum(answer["status"] == "unsolvable" for answer in refuted),
        "boards_without": len(tally.without),
        "of_these_with_that_one_solution": sum(
            answer["status"] == "solved" and answer["solution"] == text_of(solution)
            for answer, (_, solution) in zip(kept, tally.without)
        ),
    }
