import unittest

import numpy as np
import torch

import data
from network import Config, Network
from play import after_placing, finished_alone
from shards import Record
from support import folder, records


def right_row_of_first_cell(record: Record) -> int:
    return int(np.flatnonzero(record.labels)[0])


def text_after(record: Record, row: int) -> str:
    """The puzzle's text with the value of `row`, a literal of the first open cell, written in."""
    text, side = record.text, int(len(record.text) ** 0.5)
    height = {4: 2, 6: 2, 9: 3}[side]
    width = side // height
    cell = text.index(".")

    def place(i: int) -> tuple[int, int, int]:
        r, c = divmod(i, side)
        return r, c, r // height * height + c // width

    near = {text[i] for i in range(side * side) if any(a == b for a, b in zip(place(i), place(cell)))}
    candidates = [str(v) for v in range(1, side + 1) if str(v) not in near]
    return text[:cell] + candidates[row] + text[cell + 1 :]


def encoded(text: str, name: str) -> Record:
    path = folder() / f"{name}.txt"
    path.write_text(text + "\n")
    return data.from_file("sudoku", path, folder())[0]


class Placing(unittest.TestCase):
    def test_is_what_the_engine_encodes(self):
        for size in ("4x4", "6x6", "9x9"):
            ours = records(size)[6]
            for move in range(4):
                row = right_row_of_first_cell(ours)
                engines = encoded(text_after(ours, row), f"placed-{size}-{move}")
                ours = after_placing(ours, row)
                for name in ("literal_groups", "group_literals", "group_features", "labels"):
                    np.testing.assert_array_equal(getattr(ours, name), getattr(engines, name), name)
                ours = engines


class Playing(unittest.TestCase):
    def test_an_untrained_network_stops_at_its_first_mistake(self):
        torch.manual_seed(0)
        starts = [r for r in records("9x9") if r.kind == 0]
        self.assertEqual(len(finished_alone(Network(), starts)), len(starts))

    def test_puzzles_with_forced_cells_only_are_finished(self):
        record = records("4x4")[0]
        while record.literals > record.labels.sum():  # until every cell has one value left
            nearly = record
            record = after_placing(record, right_row_of_first_cell(record))
        self.assertLess(record.literals, nearly.literals)
        if record.literals:
            self.assertEqual(finished_alone(Network(), [record]), [True])


if __name__ == "__main__":
    unittest.main()
