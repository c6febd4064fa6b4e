"""Trains at smoke size, start to finish, and looks at what comes out."""

import hashlib
import json
import unittest
from pathlib import Path

from models.export.vectors import TOLERANCE, parity
from models.tests.support import folder, run_module


def train(work: Path, *arguments: str) -> str:
    return run_module("models.train", "--smoke", "--work", str(work), *arguments)


class Training(unittest.TestCase):
    def test_learns_exports_and_goes_on(self) -> None:
        work = folder() / "training"
        train(work, "--steps", "120")
        card = json.loads((work / "export" / "fastslow.json").read_text())
        history = card["training"]["history"]
        self.assertLess(history[-1]["loss"], 0.8 * history[0]["loss"])
        self.assertGreater(history[-1]["validation_cell_accuracy"], 0.6)

        model = work / "export" / "fastslow.onnx"
        self.assertEqual(card["sha256"], hashlib.sha256(model.read_bytes()).hexdigest())
        self.assertEqual(card["bytes"], model.stat().st_size)
        self.assertLess(parity(model, work / "export" / "vectors.json"), TOLERANCE)
        for family in ("sudoku", "kenken", "queens"):
            self.assertGreater(card["calibration"][family]["temperature"], 0)
            self.assertIn("self_assessment", card["held_out"][family])
            self.assertEqual(card["packs"][family]["medium"]["puzzles"], 3)
            self.assertTrue(all(0 < t["glance"] < t["look"] for t in card["time"]["families"][family].values()))

        self.assertIn("going on from step", train(work, "--steps", "130"))
        longer = json.loads((work / "export" / "fastslow.json").read_text())
        self.assertEqual((card["training"]["steps"], longer["training"]["steps"]), (120, 130))

        # Measured in two parts, it is the same as in one.
        parts = [work / "1.json", work / "2.json"]
        measure = ["models.export.measurements", "--smoke", "--work", str(work)]
        for i, part in enumerate(parts, 1):
            run_module(*measure, "--checkpoint", str(work / "checkpoint.pt"), "--shard", f"{i}/2", "--out", str(part))
        run_module(*measure, "--merge", *map(str, parts), "--out", str(work / "all.json"))
        merged = json.loads((work / "all.json").read_text())
        self.assertEqual(merged["packs"], longer["packs"])
        self.assertEqual({f: v["held_out"] for f, v in merged["families"].items()}, longer["held_out"])

    def test_several_processes_train_one_network(self) -> None:
        work = folder() / "processes"
        # Python 3.11 and PyTorch 1.13 do not agree on torchrun's own values of these two options.
        launcher = ["torch.distributed.run", "--redirects", "1", "--tee", "1"]
        launcher += ["--nproc_per_node", "2", "--master_port", "29617", "-m", "models.train"]
        run_module(*launcher, "--smoke", "--steps", "3", "--work", str(work))
        card = json.loads((work / "export" / "fastslow.json").read_text())
        self.assertEqual(card["training"]["steps"], 3)

    def test_a_checkpoint_of_another_shape_is_refused(self) -> None:
        work = folder() / "training-shape"
        train(work, "--steps", "2")
        with self.assertRaisesRegex(AssertionError, "another shape"):
            train(work, "--steps", "3", "--state", "8")


if __name__ == "__main__":
    unittest.main()
