import unittest

import numpy as np
import torch

from models.pipeline import data
from models.pipeline.graph_batch import Batch
from models.pipeline.network import Network, Thought
from models.pipeline.play import choose, finished_alone
from models.pipeline.shards import HIDDEN, HOLDS
from models.tests.support import folder, mixed_records


def generate(family: str, size: str, level: str, count: int) -> list[str]:
    return ["--family", family, "--size", size, "--level", level, "--count", str(count), "--seed", "950"]


class Oracle(Network):
    """Knows the answer: for holding the arena to account."""

    def look(self, batch: Batch, iterations: int, thought: Thought | None = None) -> Thought:
        self.batch = batch
        return self.begin(batch)

    def logits(self, thought: Thought) -> torch.Tensor:
        return 9 * self.batch.holds.float()


class Playing(unittest.TestCase):
    def test_an_untrained_network_stops_at_its_first_mistake(self) -> None:
        torch.manual_seed(0)
        outcome = finished_alone(Network(), generate("sudoku", "9x9", "hard", 4), 2)
        self.assertEqual(outcome.finished, {0: False, 1: False, 2: False, 3: False})
        self.assertTrue(all(moves >= 1 for moves in outcome.moves.values()))

    def test_who_knows_the_answer_finishes_everything(self) -> None:
        for family, size in (("sudoku", "4x4"), ("skyscrapers", "4x4"), ("nonogram", "5x5"), ("kenken", "3x3")):
            outcome = finished_alone(Oracle(), generate(family, size, "medium", 3), 1)
            self.assertEqual(outcome.finished, {0: True, 1: True, 2: True}, family)

    def test_a_wrong_move_ends_a_puzzle(self) -> None:
        class Contrary(Oracle):
            def logits(self, thought: Thought) -> torch.Tensor:
                return -9 * self.batch.holds.float()

        outcome = finished_alone(Contrary(), generate("sudoku", "9x9", "hard", 3), 1)
        self.assertEqual(set(outcome.finished.values()), {False})
        self.assertTrue(all(moves < 20 for moves in outcome.moves.values()))

    def test_only_visible_literals_are_chosen(self) -> None:
        some = mixed_records()
        rows = choose(Network(), some, 1)
        self.assertTrue(all(not record.labels[row] & HIDDEN for record, row in zip(some, rows)))

    def test_a_file_of_puzzles_is_read(self) -> None:
        path = folder() / "puzzles.txt"
        path.write_text("1...34..4.2..3..\n")
        self.assertEqual(finished_alone(Oracle(), ["--family", "sudoku", "--file", str(path)], 1).finished, {0: True})
        starts = data.from_file("sudoku", path, folder())
        self.assertEqual(int((starts[0].labels & HOLDS).sum()), 10)
        self.assertTrue(np.array_equal(starts[0].groups.sizes > 0, np.ones(len(starts[0].groups.sizes), bool)))


if __name__ == "__main__":
    unittest.main()
