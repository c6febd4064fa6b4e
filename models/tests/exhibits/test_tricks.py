"""Learning an operation from answers alone, and the graph that ships."""

import hashlib
import json
import math
import unittest
from typing import Any

import onnx
import torch

from models.exhibits.tricks import train

ITEMS: list[dict[str, Any]] = [
    {"features": [0, 2], "able": [0, 1, 2], "right": [1, 2]},
    {"features": [1], "able": [0, 1], "right": []},
]


class Learning(unittest.TestCase):
    def test_operations_that_give_the_answer_share_the_credit(self) -> None:
        examples = train.Examples(ITEMS, 3, 4)
        loss = train.surprise(torch.zeros(2, 4), examples)
        self.assertAlmostEqual(loss[0].item(), -math.log(2 / 3), places=5)
        self.assertEqual(loss[1].item(), 0)  # nothing can be learned from it

    def test_an_operation_that_does_not_come_out_whole_has_no_chance(self) -> None:
        examples = train.Examples(ITEMS, 3, 4)
        chances = train.log_chances(torch.zeros(2, 4), examples.able).exp()
        self.assertEqual(chances[:, 3].tolist(), [0, 0])
        self.assertEqual(chances[1, 2].item(), 0)

    def test_the_graph_has_the_networks_shapes(self) -> None:
        graph = train.onnx_of(train.network_of(7, 5)).graph
        shape = lambda value: [d.dim_value for d in value.type.tensor_type.shape.dim]  # noqa: E731
        self.assertEqual([shape(graph.input[0]), shape(graph.output[0])], [[1, 7], [1, 5]])


class Shipped(unittest.TestCase):
    def test_the_card_is_that_of_the_network(self) -> None:
        data = (train.HERE / "tricks.onnx").read_bytes()
        card = json.loads((train.HERE / "card.json").read_text())
        self.assertEqual(card["sha256"], hashlib.sha256(data).hexdigest())
        self.assertEqual(card["bytes"], len(data))
        self.assertLessEqual(len(data), 40_000)
        onnx.checker.check_model(onnx.load_from_string(data))


if __name__ == "__main__":
    unittest.main()
