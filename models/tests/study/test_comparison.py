"""The comparison's boards, networks and games, held against the engine."""

import json
import unittest
from typing import Any, Callable

import numpy as np
import torch
from torch import Tensor

from models.common import engine_tool
from models.study.augmentation import positions, symmetric
from models.study.graph_scorer import graphs
from models.study.networks import SHAPES, network_of
from models.study.one_system import Score, finished_alone, one_shot
from models.study.sudoku import Puzzles, Rules, solve, splits, text_of
from models.study.two_systems import TwoSystems, check_with_engine
from models.tests.support import folder

SETS = {"test": 12, "validation": 5, "training": 20}


def sets(size: str) -> dict[str, Puzzles]:
    return splits(size, SETS, folder())


def oracle(solution_of: Callable[[Tensor], Tensor]) -> Score:
    """Scores that know the solution of every board with these givens."""

    def score(boards: Tensor, open_literals: Tensor) -> Tensor:
        solutions = torch.stack([solution_of(board) for board in boards])
        return 10.0 * torch.nn.functional.one_hot(solutions - 1, int(solutions.max())).float()

    return score


class Boards(unittest.TestCase):
    def test_splits_are_disjoint_and_solved_as_the_engine_says(self) -> None:
        parts = sets("4x4")
        texts = [text_of(board) for part in parts.values() for board in part.givens]
        self.assertEqual(len(texts), len(set(texts)))
        answers = solve([text_of(board) for board in parts["test"].givens])
        self.assertEqual([a["solution"] for a in answers], [text_of(s) for s in parts["test"].solutions])

    def test_symmetric_positions_are_still_sudokus(self) -> None:
        for size in ("6x6", "9x9"):
            rules, part = Rules(size), sets(size)["training"]
            rng = np.random.default_rng(1)
            boards, solutions = symmetric(*positions(part, rng.integers(0, len(part), 50), rng), rules, rng)
            self.assertTrue((rules.placed(solutions) @ rules.member.T == 1).all())
            self.assertTrue(((boards == solutions) | (boards == 0)).all())
            self.assertTrue((boards == 0).any(1).all())

    def test_open_literals_and_graphs_are_what_the_engine_encodes(self) -> None:
        rules, part = Rules("6x6"), sets("6x6")["training"]
        rng = np.random.default_rng(2)
        boards, _ = positions(part, np.arange(len(part)), rng)
        for board in boards[:4]:  # and with a wrong value somewhere
            spoilt = board.clone()
            literal = int(torch.nonzero(rules.open(board[None])[0])[-1])
            spoilt[literal // rules.n] = literal % rules.n + 1
            boards = torch.cat([boards, spoilt[None]])
        for board in boards:
            (line,) = engine_tool.ask("encode", "--json", text_of(board))
            engines = json.loads(line)
            open_literals = rules.open(board[None])
            self.assertEqual(torch.nonzero(open_literals[0]).squeeze(1).tolist(), engines["actions"])
            ours = graphs(rules, board[None], open_literals)
            features = np.array(engines["groupFeatures"], np.float32).reshape(-1, 4)
            np.testing.assert_array_equal(ours.group_features.numpy(), features)
            rows = np.array(engines["groupLiterals"]).reshape(-1, engines["width"])
            ends = torch.cat([ours.groups.group_offsets[1:], torch.tensor([len(ours.groups.literals)])])
            for start, end, row in zip(ours.groups.group_offsets, ends, rows):
                self.assertEqual(ours.groups.literals[start:end].tolist(), row[row < engines["literals"]].tolist())
            groups = np.array(engines["literalGroups"]).reshape(-1, engines["degree"])
            self.assertEqual(ours.groups.groups.tolist(), groups.reshape(-1).tolist())
            self.assertEqual(ours.domain.tolist(), groups[:, 0].tolist())
            self.assertEqual(ours.groups.groups[torch.argsort(ours.groups.place)].tolist(), groups_of(rows, engines))


def groups_of(rows: np.ndarray, engines: dict[str, Any]) -> list[int]:
    """The group of every entry of `rows` that is no padding."""
    return [g for g, row in enumerate(rows) for literal in row if literal < engines["literals"]]


class Networks(unittest.TestCase):
    def test_sizes_are_about_what_they_are_called(self) -> None:
        rules = Rules("6x6")
        for model, shapes in SHAPES.items():
            for name in shapes:
                meant = float(name.rstrip("kM")) * (1e6 if name.endswith("M") else 1e3)
                self.assertAlmostEqual(
                    network_of(model, name, rules).parameter_count() / meant, 1, delta=0.25, msg=(model, name)
                )

    def test_every_kind_learns_one_position(self) -> None:
        rules, part = Rules("4x4"), sets("4x4")["training"]
        boards, solutions = part.givens[:1], part.solutions[:1]
        for model in SHAPES:
            torch.manual_seed(1)
            network = network_of(model, "10k", rules)
            optimizer = torch.optim.AdamW(network.parameters(), lr=5e-3)
            for _ in range(60):
                optimizer.zero_grad()
                network.loss(boards, solutions).backward()
                optimizer.step()
            network.eval()
            self.assertEqual(one_shot(network, rules, boards, solutions, legal=False), (1.0, 1.0), model)


class Together(unittest.TestCase):
    def setUp(self) -> None:
        self.rules, self.puzzles = Rules("6x6"), sets("6x6")["test"]

    def solution_of(self, board: Tensor) -> Tensor:
        fits = ((self.puzzles.givens == board) | (self.puzzles.givens == 0)).all(1)
        return self.puzzles.solutions[fits][0]

    def test_who_knows_the_solution_needs_nobody(self) -> None:
        score = oracle(self.solution_of)
        tally = TwoSystems(score, self.rules, self.puzzles, 1.0, 0.9, legal=False).play()
        self.assertEqual((tally.solved, tally.proved, tally.taken_back), (len(self.puzzles), 0, 0))
        self.assertEqual(tally.guessed, int((self.puzzles.givens == 0).sum()))
        self.assertEqual(finished_alone(score, self.rules, self.puzzles, legal=False), 1.0)

    def test_who_doubts_everything_has_everything_proved(self) -> None:
        def doubts(boards: Tensor, open_literals: Tensor) -> Tensor:
            return torch.zeros(len(boards), self.rules.cells, self.rules.n)

        tally = TwoSystems(doubts, self.rules, self.puzzles, 1.0, 0.9, legal=False).play()
        self.assertEqual((tally.solved, tally.guessed), (len(self.puzzles), 0))
        self.assertEqual(tally.proved, int((self.puzzles.givens == 0).sum()))

    def test_confident_mistakes_are_taken_back_and_the_engine_agrees(self) -> None:
        torch.manual_seed(3)
        opinions = 20 * torch.randn(self.rules.cells, self.rules.n)

        def sure(boards: Tensor, open_literals: Tensor) -> Tensor:
            return opinions.expand(len(boards), -1, -1)

        for legal in (False, True):
            tally = TwoSystems(sure, self.rules, self.puzzles, 1.0, 0.9, legal).play()
            self.assertEqual(tally.solved, len(self.puzzles))
            self.assertGreater(tally.taken_back, 0)
            check = check_with_engine(tally)
            self.assertGreater(check["boards_with_wrong_guess"], 0)
            self.assertEqual(check["of_these_refuted"], check["boards_with_wrong_guess"])
            self.assertEqual(check["of_these_with_that_one_solution"], check["boards_without"])
        self.assertEqual(finished_alone(sure, self.rules, self.puzzles, legal=False), 0.0)


if __name__ == "__main__":
    unittest.main()
