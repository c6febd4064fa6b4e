"""The exhibit's networks: rounding to eight bits, files that say what PyTorch says, and the command at smoke size."""

import hashlib
import json
import unittest
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn

from models.common.paths import MODELS, RESULTS
from models.exhibits.sizes import plan
from models.exhibits.sizes.onnx_form import model_of
from models.exhibits.sizes.parity import TOLERANCE, difference
from models.exhibits.sizes.quantised import eight_bits, quantise
from models.study.augmentation import positions
from models.study.baselines import ConvolutionalNetwork, GridScorer
from models.study.networks import network_of
from models.study.sudoku import Rules, splits
from models.tests.support import folder, run_module

CARD = MODELS / "exhibits" / "sizes" / "card.json"


def unlike_new(network: nn.Module) -> None:
    """Norms that do something."""
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            assert layer.running_mean is not None and layer.running_var is not None
            layer.running_mean.uniform_(-1, 1)
            layer.running_var.uniform_(0.5, 2)
            nn.init.uniform_(layer.weight, -1, 1)


class EightBits(unittest.TestCase):
    def test_weights_come_back_to_within_half_a_step(self) -> None:
        weights = np.random.default_rng(1).normal(size=(5, 3, 3, 3)).astype(np.float32)
        weights[4] = 0
        whole, scale = eight_bits(weights)
        steps = scale.reshape(-1, 1, 1, 1)
        self.assertLessEqual(np.abs(whole * steps - weights).max(), 0.5001 * scale.max())
        self.assertEqual(int(np.abs(whole[:4]).max()), 127)

    def test_rounding_twice_changes_nothing_more(self) -> None:
        torch.manual_seed(1)
        network = ConvolutionalNetwork(6, width=6, depth=1)
        quantise(network)
        once = network.first.weight.clone()
        quantise(network)
        torch.testing.assert_close(network.first.weight, once)


class Files(unittest.TestCase):
    def test_say_what_pytorch_says(self) -> None:
        rules = Rules("6x6")
        puzzles = splits("6x6", {"test": 6, "validation": 2, "training": 2}, folder())["test"]
        boards, _ = positions(puzzles, np.arange(len(puzzles)), np.random.default_rng(1))
        for kind in ("graph", "cnn", "mlp"):
            torch.manual_seed(2)
            scorer = network_of(kind, "2k", rules)
            unlike_new(scorer)
            scorer.eval()
            if isinstance(scorer, GridScorer):
                quantise(scorer)
            path = folder() / f"{kind}.onnx"
            onnx.save(model_of(scorer, rules), str(path))
            self.assertLess(difference(scorer, rules, path, boards), TOLERANCE, kind)


class Command(unittest.TestCase):
    def test_leaves_files_a_card_and_results(self) -> None:
        work = folder() / "sizes"
        run_module("models.exhibits.sizes.train", "--smoke", "--work", str(work))
        card = json.loads((work / "card.json").read_text())
        results = json.loads((work / "sizes_live.json").read_text())
        self.assertEqual({network["kind"] for network in card["networks"]}, {"graph", "cnn", "mlp"})
        self.assertEqual(results["networks"][0]["kind"], "none")
        for network in card["networks"]:
            content = (work / network["file"]).read_bytes()
            self.assertEqual(hashlib.sha256(content).hexdigest(), network["sha256"])
        for measured in results["networks"]:
            self.assertEqual(measured["legal_values"]["with_system2"]["solved"], 1.0)


class Shipped(unittest.TestCase):
    def test_files_are_the_card_s(self) -> None:
        card = json.loads(CARD.read_text())
        self.assertEqual([n["name"] for n in card["networks"]], [plan.name_of(job) for job in plan.full().jobs])
        for network in card["networks"]:
            content = Path(CARD.parent, network["file"]).read_bytes()
            self.assertEqual(hashlib.sha256(content).hexdigest(), network["sha256"])
        measured = json.loads((RESULTS / "sizes_live.json").read_text())["networks"]
        self.assertEqual([n["name"] for n in measured], ["none", *(n["name"] for n in card["networks"])])


if __name__ == "__main__":
    unittest.main()
