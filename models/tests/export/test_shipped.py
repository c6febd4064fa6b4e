"""What is shipped fits together: the model, its card, its vectors and the README."""

import hashlib
import json
import math
import unittest

import onnx

from models.common.paths import MODELS
from models.export.card_tables import SOURCE, updated
from models.export.vectors import TOLERANCE, parity


class Shipped(unittest.TestCase):
    def setUp(self) -> None:
        self.model = MODELS / "fastslow.onnx"
        self.card = json.loads((MODELS / "fastslow.json").read_text())

    def test_the_card_is_of_this_file(self) -> None:
        content = self.model.read_bytes()
        self.assertEqual(self.card["sha256"], hashlib.sha256(content).hexdigest())
        self.assertEqual(self.card["bytes"], len(content))
        self.assertLess(len(content), 300_000)

    def test_the_card_counts_the_parameters_of_this_file(self) -> None:
        weights = onnx.load(str(self.model)).graph.initializer
        stored = sum(math.prod(w.dims) for w in weights if w.data_type == 1)
        self.assertGreaterEqual(stored, self.card["parameters"])

    def test_vectors_replay(self) -> None:
        self.assertLess(parity(self.model, MODELS / "vectors.json"), TOLERANCE)

    def test_the_readme_tells_the_cards_numbers(self) -> None:
        readme = (MODELS / "README.md").read_text()
        self.assertIn(SOURCE, readme)
        self.assertEqual(updated(readme, self.card), readme)


if __name__ == "__main__":
    unittest.main()
