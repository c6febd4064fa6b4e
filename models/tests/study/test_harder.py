"""Training on with hard puzzles, and measuring what is wanted: at smoke size, and what the parts promise."""

import json
import unittest

import torch

from models.pipeline.data import Split
from models.pipeline.network import Config, Network
from models.pipeline.shards import START
from models.study.harder import misses
from models.study.wanted import with_nights
from models.tests.support import folder, records, run_module, shard


class Misses(unittest.TestCase):
    def test_counts_the_starts_that_were_not_seen_whole(self) -> None:
        torch.manual_seed(5)
        network = Network(Config(state=12, votes=6, hidden=16, doubts=5)).eval()
        starts = [record for record in records("6x6") if record.kind == START]
        seen, counts = misses(network, starts)
        self.assertEqual(counts["puzzles"], len(starts))
        self.assertEqual(counts["missed"], len(starts) - len(seen))
        self.assertLessEqual(counts["sure and wrong"], counts["missed"])

    def test_puzzles_that_were_seen_whole_are_left_out(self) -> None:
        whole = Split([shard("4x4")], ["sudoku"])
        text = next(iter(whole.texts()))
        rest = Split([shard("4x4")], ["sudoku"], frozenset([text]))
        self.assertEqual(rest.texts(), whole.texts() - {text})
        self.assertEqual(whole.only([1, 0])[0].kind, whole[1].kind)


class Nights(unittest.TestCase):
    def test_a_night_helps_whom_it_shows_a_solution(self) -> None:
        found = with_nights([True, False, False, False], [None, 16, 17, None])
        self.assertEqual(found, {"at_once": {"16": 1, "32": 2}, "finished": {"16": 2, "32": 3}})


class Commands(unittest.TestCase):
    def test_a_run_goes_on_and_is_measured(self) -> None:
        work = folder() / "harder"
        run_module("models.study.harder", "--smoke", "--steps", "3", "--work", str(work))
        self.assertIn("going on from step 3", run_module("models.study.harder", "--smoke", "--work", str(work)))
        missed = json.loads((work / "missed.json").read_text())
        self.assertTrue(all(found["missed"] + len(found["seen"]) == found["puzzles"] for found in missed.values()))
        measured = folder() / "wanted"
        table = run_module("models.study.wanted", str(work / "checkpoint.pt"), "--smoke", "--work", str(measured))
        self.assertIn("| kenken, hard | 3 | 81.8 % |", table)
        found = json.loads((measured / "wanted.json").read_text())
        self.assertEqual(list(found), ["shipped", "step 10"])
        for network in found.values():
            for game in network["games"].values():
                self.assertLessEqual(game["alone"], game["finished"]["16"])
                self.assertLessEqual(game["finished"]["16"], game["finished"]["32"])


if __name__ == "__main__":
    unittest.main()
