"""The exhibit "Why this product?": how tables are rounded, hands are dealt and Debian's lists are read."""

import random
import unittest

import numpy as np

from models.exhibits.wishes.debian import FIRST, found, paragraphs, recommended, words_of
from models.exhibits.wishes.onnx_files import quantised
from models.exhibits.wishes.vectors import HAND, dealt


class Wishes(unittest.TestCase):
    def test_rounding_stays_within_half_a_step_and_padding_is_empty(self) -> None:
        table = np.random.default_rng(1).normal(size=(20, 6))
        rows, scale = quantised(table)
        self.assertFalse(rows[0].any())
        self.assertLessEqual(float(np.abs(rows[1:] * scale[1:] - table[1:]).max() / scale.max()), 0.5 + 1e-5)

    def test_hands_share_no_word_unless_one_was_swapped(self) -> None:
        pool = list(range(1, 11))
        one, other = dealt(pool, [[] for _ in pool], random.Random(3))
        self.assertEqual((len(one), len(other)), (HAND, HAND))
        self.assertEqual(sorted(word for word in one + other if word), pool)

    def test_control_files_are_read(self) -> None:
        text = "Package: a\nTag: role::program,\n use::viewing\n\nPackage: b\nRecommends: c (>= 1) | d, e:any\n"
        first, second = paragraphs(iter(text.splitlines(keepends=True)))
        self.assertEqual(first["Tag"], "role::program, use::viewing")
        self.assertEqual(recommended(second["Recommends"]), {"c", "d", "e"})

    def test_words_lose_their_plural(self) -> None:
        self.assertEqual(words_of("Viewers of the images"), ["image", "viewer"])

    def test_equal_scores_share_their_places(self) -> None:
        self.assertAlmostEqual(found(np.zeros(100), [7]), FIRST / 100)
        self.assertEqual(found(np.arange(100.0), [99, 0]), 0.5)


if __name__ == "__main__":
    unittest.main()
