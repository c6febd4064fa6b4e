import unittest

from models.export.measurements import merge


class Merging(unittest.TestCase):
    def test_both_sides_are_kept(self) -> None:
        into = {"packs": {"sudoku": {"easy": 1}}}
        merge(into, {"packs": {"sudoku": {"hard": 2}, "map": {"easy": 3}}, "public": {}})
        self.assertEqual(into, {"packs": {"sudoku": {"easy": 1, "hard": 2}, "map": {"easy": 3}}, "public": {}})


if __name__ == "__main__":
    unittest.main()
