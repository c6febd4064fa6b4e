import unittest

import numpy as np

import data
from shards import MAGIC, START, Shard
from support import folder, records, shard


class Shards(unittest.TestCase):
    def test_shapes_and_padding_are_the_encoders(self):
        for size in ("4x4", "9x9"):
            for r in records(size):
                n, g = r.literals, r.groups
                self.assertEqual(r.labels.shape, (n,))
                self.assertEqual(r.group_features.shape, (g, 4))
                self.assertTrue(((r.literal_groups >= 0) & (r.literal_groups <= g)).all())
                self.assertTrue(((r.group_literals >= 0) & (r.group_literals <= n)).all())
                # The two index tensors say the same.
                forward = {(l, g_) for l, row in enumerate(r.literal_groups) for g_ in row if g_ < g}
                back = {(l, g_) for g_, row in enumerate(r.group_literals) for l in row if l < n}
                self.assertEqual(forward, back)

    def test_every_open_variable_has_one_right_value(self):
        for r in records("9x9"):
            domains = r.literal_groups[:, 0]
            self.assertTrue((r.group_features[domains, 0] == 1).all())
            held = np.bincount(domains, r.labels)
            self.assertTrue((held[np.unique(domains)] == 1).all())

    def test_positions_of_a_puzzle_follow_its_start(self):
        found = records("6x6")
        self.assertEqual([r.puzzle for r in found], [i // 6 for i in range(len(found))])
        for i in range(0, len(found), 6):
            start, later = found[i], found[i + 1 : i + 6]
            self.assertEqual(start.kind, START)
            for r in later:
                self.assertEqual(r.text, start.text)
                self.assertLessEqual(r.labels.sum(), start.labels.sum())

    def test_text_without_parsing_is_the_records(self):
        s = shard("4x4")
        self.assertEqual([s.text(i) for i in range(len(s))], [s[i].text for i in range(len(s))])

    def test_same_seed_same_bytes(self):
        again = folder() / "again"
        data.generated(data.Source("4x4", 5, 900), again)
        (first,) = folder().glob("sudoku-4x4-5x6-seed900.shard")
        (second,) = again.glob("*.shard")
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_broken_files_are_refused(self):
        shard("4x4")
        (path,) = folder().glob("sudoku-4x4-5x6-seed900.shard")
        whole = path.read_bytes()
        for content in (b"not a data set", MAGIC + whole[8:-3]):
            broken = folder() / "broken"
            broken.write_bytes(content)
            with self.assertRaises(ValueError):
                Shard(broken)


class Splits(unittest.TestCase):
    def test_no_puzzle_is_in_two_splits(self):
        plan = {
            name: [data.Source("4x4", 60, 910 + i, 2)]
            for i, name in enumerate(("training", "validation", "calibration", "test"))
        }
        foreign = frozenset([shard("4x4").text(0)])
        splits = data.load(plan, folder(), foreign)
        texts = [split.texts() for split in splits.values()] + [foreign]
        self.assertEqual(sum(map(len, texts)), len(frozenset().union(*texts)))


if __name__ == "__main__":
    unittest.main()
