"""Runs the comparison of recipes at smoke size, in parts, and looks at what it writes."""

import json
import unittest
from typing import Callable

import torch

from models.pipeline.graph_batch import union
from models.pipeline.network import Config, Network
from models.study import variants
from models.tests.support import folder, mixed_records, run_module


def run(*arguments: str) -> None:
    run_module("models.study.ablations", "--smoke", *arguments)


class Ablations(unittest.TestCase):
    def test_runs_in_parts_that_merge(self) -> None:
        work, out = folder() / "ablations", folder() / "ablations" / "results"
        place = ["--work", str(work), "--out", str(out), "--steps", "2"]
        (work / "README.md").parent.mkdir(parents=True)
        (work / "README.md").write_text(
            "<!-- begin: generated from ablations.json by ablations.py -->\n<!-- end: generated -->\n"
        )
        for part in ("1/2", "2/2"):
            run(*place, "--shard", part)
        found = json.loads((out / "ablations.json").read_text())["runs"]
        self.assertEqual(set(found), {variant.name for variant in variants.VARIANTS})
        for _, one in found.values():
            self.assertTrue(0 < one["look_sudoku"] <= 1)
        self.assertIn("| width | hidden layer of 64 |", (work / "README.md").read_text())

    def test_variants_differ_in_what_they_say(self) -> None:
        """Each network variant answers differently from the shipped recipe with the same weights."""
        batch = union(mixed_records())

        def answer(make: Callable[[Config], Network]) -> torch.Tensor:
            torch.manual_seed(1)
            network = make(Config())
            for p in network.parameters():
                p.data += 0.1 * torch.randn_like(p)
            return network.logits(network.look(batch, 4)).detach()

        shipped = answer(Network)
        for variant in (variants.WithoutShares, variants.Means, variants.WithoutMemory):
            self.assertGreater(float((answer(variant) - shipped).abs().max()), 1e-3)


if __name__ == "__main__":
    unittest.main()
