"""The network that drives: its card belongs to its file, and training learns what examples show."""

import hashlib
import json
import unittest

import torch

from models.exhibits.road import train
from models.common.paths import MODELS

FOLDER = MODELS / "exhibits" / "road"


class Road(unittest.TestCase):
    def test_the_card_is_of_this_file(self) -> None:
        card = json.loads((FOLDER / "card.json").read_text())
        network = (FOLDER / "road.onnx").read_bytes()
        self.assertEqual(card["sha256"], hashlib.sha256(network).hexdigest())
        self.assertEqual(card["bytes"], len(network))
        self.assertEqual(card["parameters"], sum(weights.numel() for weights in train.network().parameters()))

    def test_training_learns_what_it_is_shown(self) -> None:
        torch.manual_seed(1)
        seen = torch.eye(train.SEEN)
        action = torch.arange(train.SEEN) % train.ACTIONS
        model = train.network()
        train.train(model, (seen, action), least_steps=300)
        self.assertEqual(train.accuracy(model, (seen, action)), 1)


if __name__ == "__main__":
    unittest.main()
