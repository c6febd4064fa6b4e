"""Trains at smoke size, start to finish, and looks at what comes out."""

import hashlib
import json
import subprocess
import sys
import unittest
from pathlib import Path

import export
from support import folder

MODELS = Path(export.__file__).resolve().parent


def train(work: Path, *arguments: str) -> str:
    command = [sys.executable, str(MODELS / "train.py"), "--smoke", "--threads", "1", "--work", str(work)]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)
    return done.stdout


class Training(unittest.TestCase):
    def test_learns_exports_and_goes_on(self):
        work = folder() / "training"
        train(work, "--steps", "120")
        card = json.loads((work / "export" / "fastslow.json").read_text())
        history = card["training"]["history"]
        self.assertLess(history[-1]["loss"], 0.6 * history[0]["loss"])
        self.assertGreater(history[-1]["validation_cell_accuracy"], 0.7)

        model = work / "export" / "fastslow.onnx"
        self.assertEqual(card["sha256"], hashlib.sha256(model.read_bytes()).hexdigest())
        self.assertEqual(card["bytes"], model.stat().st_size)
        self.assertLess(export.parity(model, work / "export" / "vectors.json"), export.TOLERANCE)

        self.assertIn("going on from step", train(work, "--steps", "130"))
        longer = json.loads((work / "export" / "fastslow.json").read_text())
        self.assertEqual((card["training"]["steps"], longer["training"]["steps"]), (120, 130))

    def test_a_checkpoint_of_another_shape_is_refused(self):
        work = folder() / "training-shape"
        train(work, "--steps", "4")
        with self.assertRaisesRegex(AssertionError, "another shape"):
            train(work, "--steps", "5", "--state", "8")


if __name__ == "__main__":
    unittest.main()
