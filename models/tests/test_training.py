"""Trains at smoke size, start to finish, and looks at what comes out."""

import hashlib
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import torch

import crew
import export
import measurements
from network import Config, Network
from start import start_from
from support import folder

MODELS = Path(export.__file__).resolve().parent


def run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)
    return done.stdout


def train(work: Path, *arguments: str) -> str:
    return run([sys.executable, str(MODELS / "train.py"), "--smoke", "--work", str(work), *arguments])


class Training(unittest.TestCase):
    def test_learns_exports_and_goes_on(self):
        work = folder() / "training"
        train(work, "--steps", "120")
        card = json.loads((work / "export" / "fastslow.json").read_text())
        history = card["training"]["history"]
        self.assertLess(history[-1]["loss"], 0.8 * history[0]["loss"])
        self.assertGreater(history[-1]["validation_cell_accuracy"], 0.6)

        model = work / "export" / "fastslow.onnx"
        self.assertEqual(card["sha256"], hashlib.sha256(model.read_bytes()).hexdigest())
        self.assertEqual(card["bytes"], model.stat().st_size)
        self.assertLess(export.parity(model, work / "export" / "vectors.json"), export.TOLERANCE)
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
        measure = [sys.executable, str(MODELS / "measurements.py"), "--smoke", "--work", str(work)]
        for i, part in enumerate(parts, 1):
            run([*measure, "--checkpoint", str(work / "checkpoint.pt"), "--shard", f"{i}/2", "--out", str(part)])
        run([*measure, "--merge", *map(str, parts), "--out", str(work / "all.json")])
        merged = json.loads((work / "all.json").read_text())
        self.assertEqual(merged["packs"], longer["packs"])
        self.assertEqual({f: v["held_out"] for f, v in merged["families"].items()}, longer["held_out"])

    def test_several_processes_train_one_network(self):
        work = folder() / "crew"
        # Python 3.11 and PyTorch 1.13 do not agree on torchrun's own values of these two options.
        command = [sys.executable, "-m", "torch.distributed.run", "--redirects", "1", "--tee", "1"]
        command += ["--nproc_per_node", "2", "--master_port", "29617", str(MODELS / "train.py")]
        run([*command, "--smoke", "--steps", "3", "--work", str(work)])
        card = json.loads((work / "export" / "fastslow.json").read_text())
        self.assertEqual(card["training"]["steps"], 3)

    def test_a_checkpoint_of_another_shape_is_refused(self):
        work = folder() / "training-shape"
        train(work, "--steps", "2")
        with self.assertRaisesRegex(AssertionError, "another shape"):
            train(work, "--steps", "3", "--state", "8")


class Start(unittest.TestCase):
    def test_a_wider_network_begins_as_the_earlier_one(self):
        torch.manual_seed(1)
        small, wide = Network(Config(hidden=48)), Network(Config(hidden=64))
        path = folder() / "start.pt"
        torch.save({"config": small.config.as_dict(), "network": small.state_dict()}, path)
        start_from(wide, path)
        x = torch.randn(5, small.mix.in_features)
        torch.testing.assert_close(
            wide.change(torch.relu(wide.mix(x))), small.change(torch.relu(small.mix(x))), rtol=1e-5, atol=1e-5
        )


class Parts(unittest.TestCase):
    def test_parts_are_named_i_of_n(self):
        self.assertEqual(crew.part("2/8"), (2, 8))
        for wrong in ("0/3", "4/3", "2", "a/b"):
            with self.assertRaises(Exception):
                crew.part(wrong)

    def test_merging_keeps_both_sides(self):
        into = {"packs": {"sudoku": {"easy": 1}}}
        measurements.merge(into, {"packs": {"sudoku": {"hard": 2}, "map": {"easy": 3}}, "public": {}})
        self.assertEqual(into, {"packs": {"sudoku": {"easy": 1, "hard": 2}, "map": {"easy": 3}}, "public": {}})


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    unittest.main()
