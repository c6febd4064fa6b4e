"""What is shipped fits together: the model, its card, its vectors and the README."""

import hashlib
import json
import math
import unittest
from pathlib import Path

import onnx

import export
from results import CARD, updated

MODELS = Path(export.__file__).resolve().parent


class Shipped(unittest.TestCase):
    def setUp(self):
        self.model = MODELS / "fastslow.onnx"
        self.card = json.loads((MODELS / "fastslow.json").read_text())

    def test_the_card_is_of_this_file(self):
        content = self.model.read_bytes()
        self.assertEqual(self.card["sha256"], hashlib.sha256(content).hexdigest())
        self.assertEqual(self.card["bytes"], len(content))
        self.assertLess(len(content), 300_000)

    def test_the_card_counts_the_parameters_of_this_file(self):
        weights = onnx.load(str(self.model)).graph.initializer
        stored = sum(math.prod(w.dims) for w in weights if w.data_type == 1)
        self.assertGreaterEqual(stored, self.card["parameters"])

    def test_vectors_replay(self):
        self.assertLess(export.parity(self.model, MODELS / "vectors.json"), export.TOLERANCE)

    def test_the_readme_tells_the_cards_numbers(self):
        readme = (MODELS / "README.md").read_text()
        self.assertIn(CARD, readme)
        self.assertEqual(updated(readme, self.card), readme)


if __name__ == "__main__":
    unittest.main()
