"""The chart of accuracy against parameters: what becomes of runs."""

import json
import unittest

from models.common.paths import RESULTS
from models.study.accuracy_by_size import points, results_of


def run(cells: float, budget: int = 1, model: str = "cnn", seed: int = 1) -> dict[str, object]:
    found = {"puzzles_right_in_one_shot": 0.25, "cells_right_at_start": cells, "finished_alone": 0.5}
    training = {"seconds": 10.0 * budget}
    about = {"model": model, "shape": "50k", "budget": budget, "seed": seed, "parameters": 48774}
    return {**about, "training": training, "legal_values": found}


class Points(unittest.TestCase):
    def test_seeds_are_one_point_and_times_are_several(self) -> None:
        found = points([run(0.5), run(0.6, seed=2), run(0.7, budget=5)], "some")
        self.assertEqual([(p["cells"], p["runs"], p["seconds"]) for p in found], [(0.55, 2, 10.0), (0.7, 1, 50.0)])
        self.assertEqual({p["kind"] for p in found}, {"baseline"})

    def test_settled_is_what_more_time_did_not_help(self) -> None:
        times = [run(0.5), run(0.6, budget=5), run(0.605, budget=25)]
        self.assertEqual([p["settled"] for p in points(times, "some")], [None, False, True])

    def test_published_figures_are_marked_as_of_other_sets(self) -> None:
        found = results_of([run(0.5, model="graph")], {"size": "6x6", "test": 300}, None)
        ours = [p for p in found["points"] if p["kind"] == "ours"]
        others = [p for p in found["points"] if p["kind"] == "published"]
        self.assertEqual([p["set"] for p in ours], [found["set"]])
        self.assertGreater(len(others), 0)
        self.assertTrue(all(p["set"] != found["set"] and p["source"] for p in others))

    def test_what_is_kept_is_what_the_kept_runs_say(self) -> None:
        kept = json.loads((RESULTS / "accuracy_by_size.json").read_text())
        sizes = json.loads((RESULTS / "sizes.json").read_text())
        if "--train" not in kept["command"]:
            self.assertEqual(kept, results_of(sizes["runs"], sizes["setting"], None))


if __name__ == "__main__":
    unittest.main()
