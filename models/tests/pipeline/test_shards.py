import unittest

import numpy as np

from models.common.options import WHOLE
from models.pipeline import data
from models.pipeline.plan import FULL, SMOKE, SPLITS, Source
from models.pipeline.shards import HOLDS, MAGIC, MISTAKEN, START, Rows, Shard
from models.tests.support import folder, mixed_records, records, shard


class Shards(unittest.TestCase):
    def test_shapes_and_padding_are_the_encoders(self) -> None:
        for r in mixed_records():
            n, g, w = r.literals, len(r.groups.sizes), len(r.sums.sizes)
            tensors = r.encoded()
            self.assertEqual(tensors["group_features"].shape, (g, 4))
            self.assertEqual(tensors["sum_features"].shape, (w, 4))
            for ours, theirs, rows in (("literal_groups", "group_literals", g), ("literal_sums", "sum_literals", w)):
                # The two index tensors say the same.
                forward = {(literal, i) for literal, row in enumerate(tensors[ours]) for i in row if i < rows}
                back = {(literal, i) for i, row in enumerate(tensors[theirs]) for literal in row if literal < n}
                self.assertEqual(forward, back)
                self.assertTrue((tensors[ours] <= rows).all() and (tensors[theirs] <= n).all())
            self.assertEqual(tensors["sum_coefficients"].shape, tensors["sum_literals"].shape)
            self.assertTrue(((tensors["sum_coefficients"] > 0) == (tensors["sum_literals"] < n)).all())
            self.assertAlmostEqual(
                float(tensors["sum_coefficients"].sum()), float(tensors["literal_coefficients"].sum()), places=3
            )

    def test_every_open_variable_has_one_right_value(self) -> None:
        for r in [r for r in mixed_records() if r.kind != MISTAKEN and r.literals]:
            tensors = r.encoded()
            domains = tensors["literal_groups"][:, 0]
            self.assertTrue((r.group_features[domains, 0] == 1).all())
            held = np.bincount(domains, r.labels & HOLDS)
            self.assertTrue((held[np.unique(domains)] == 1).all())

    def test_a_mistake_leaves_a_variable_without_its_right_value(self) -> None:
        mistaken = [r for r in records("9x9") if r.kind == MISTAKEN]
        self.assertTrue(mistaken)
        self.assertTrue(any((r.labels & HOLDS).sum() < (r.group_features[:, 0] > 0).sum() for r in mistaken))

    def test_rows_turn_around_and_back(self) -> None:
        rows = Rows(np.array([2, 0, 3]), np.array([0, 4, 1, 2, 4]))
        turned, order = rows.turned(5)
        self.assertEqual(turned.sizes.tolist(), [1, 1, 1, 0, 2])
        self.assertEqual(turned.items.tolist(), [0, 2, 2, 0, 2])
        self.assertEqual(rows.items[order].tolist(), [0, 1, 2, 4, 4])
        self.assertEqual(rows.padded(9).tolist(), [[0, 4, 9], [9, 9, 9], [1, 2, 4]])

    def test_positions_of_a_puzzle_follow_its_start(self) -> None:
        found = records("6x6")
        self.assertEqual([r.puzzle for r in found], [i // 5 for i in range(len(found))])
        for i in range(0, len(found), 5):
            start, later = found[i], found[i + 1 : i + 5]
            self.assertEqual(start.kind, START)
            for r in later:
                self.assertEqual(r.text, start.text)
                self.assertLessEqual((r.labels & HOLDS).sum(), (start.labels & HOLDS).sum())

    def test_what_is_known_without_parsing_is_the_records(self) -> None:
        s = shard("4x4", "kenken")
        self.assertEqual([s.text(i) for i in range(len(s))], [s[i].text for i in range(len(s))])
        self.assertEqual(
            [s.edges(i) for i in range(len(s))],
            [len(s[i].groups.items) + len(s[i].sums.items) for i in range(len(s))],
        )

    def test_same_seed_same_bytes(self) -> None:
        again = folder() / "again"
        source = Source("sudoku", "4x4", 5, 900)
        shard("4x4")
        data.generated(source, again)
        first, second = (data.part_path(source, f, WHOLE).read_bytes() for f in (folder(), again))
        self.assertEqual(first, second)

    def test_parts_are_the_whole(self) -> None:
        source = Source("queens", "5x5", 7, 901)
        whole, parts = folder() / "whole", folder() / "parts"
        plan = {name: [source] if name == "test" else [] for name in SPLITS}
        data.prepare(plan, whole)
        for i in (2, 1, 3):
            data.prepare(plan, parts, (i, 3))
        data.prepare(plan, parts)  # what others wrote is not written again
        self.assertEqual(len(list(parts.glob("*.shard"))), 3)
        one, merged = data.generated(source, whole), data.generated(source, parts)
        self.assertEqual([one.text(i) for i in range(len(one))], [merged.text(i) for i in range(len(merged))])
        self.assertEqual([one[i].kind for i in range(len(one))], [merged[i].kind for i in range(len(merged))])

    def test_broken_files_are_refused(self) -> None:
        whole = data.write_part(Source("sudoku", "4x4", 5, 900), folder()).read_bytes()
        for content in (b"not a data set", MAGIC + whole[8:-3]):
            broken = folder() / "broken"
            broken.write_bytes(content)
            with self.assertRaises(ValueError):
                Shard([broken])


class Splits(unittest.TestCase):
    def test_no_puzzle_is_in_two_splits(self) -> None:
        plan = {name: [Source("sudoku", "4x4", 60, 910 + i, 2)] for i, name in enumerate(SPLITS)}
        reserved = frozenset([shard("4x4").text(0)])
        splits = data.load(plan, folder(), reserved)
        texts = [split.texts() for split in splits.values()] + [reserved]
        self.assertEqual(sum(map(len, texts)), len(frozenset().union(*texts)))

    def test_no_seed_is_used_twice(self) -> None:
        for plan in (FULL, SMOKE):
            seeds = [source.seed for sources in plan.values() for source in sources]
            self.assertEqual(len(seeds), len(set(seeds)))


if __name__ == "__main__":
    unittest.main()
