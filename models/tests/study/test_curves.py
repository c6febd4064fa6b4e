"""Runs the comparison at smoke size, whole and in parts, and looks at what it writes."""

import json
import unittest
from pathlib import Path
from typing import Any

from models.common.paths import RESULTS
from models.study import curve_plan, curves_report
from models.tests.support import folder, run_module


def run(work: Path, *arguments: str) -> None:
    run_module("models.study.curves", "--smoke", "--work", str(work), *arguments)


def results(work: Path, name: str) -> dict[str, Any]:
    return json.loads((work / "results" / f"{name}.json").read_text())


class Curves(unittest.TestCase):
    def test_runs_in_parts_that_go_on_and_merge(self) -> None:
        work = folder() / "curves"
        run(work, "--shard", "1/2")
        self.assertTrue(results(work, "learning_curves")["missing"])
        finished = {path: path.stat().st_mtime_ns for path in work.glob("runs-*/*.json")}
        run(work)
        for path, written in finished.items():
            self.assertEqual(path.stat().st_mtime_ns, written, "a finished run is not run again")
        before = results(work, "learning_curves"), results(work, "sizes")
        run(work, "--merge")
        self.assertEqual(before, (results(work, "learning_curves"), results(work, "sizes")))

        for content in before:
            self.assertEqual(content["missing"], [])
            self.assertEqual({r["model"] for r in content["runs"]}, {"none", *curve_plan.KINDS})
            for one in content["runs"]:
                check = one["all_values"]["engine_check"]
                self.assertEqual(check["of_these_refuted"], check["boards_with_wrong_guess"])
                self.assertEqual(one["all_values"]["with_system2"]["solved"], 1.0)
        self.assertIn("| graph network | 2,410 | 60 |", curves_report.tables(work / "results"))
        self.assertIn("| MLP | 3,109 |", curves_report.tables(work / "results"))


class Plan(unittest.TestCase):
    def test_names_are_of_one_run_each(self) -> None:
        jobs = set(curve_plan.learning_jobs(curve_plan.Setting()) + curve_plan.size_jobs(curve_plan.Setting()))
        self.assertEqual(len({job.name for job in jobs}), len(jobs))


class Shipped(unittest.TestCase):
    """What models/results holds was made by this plan."""

    def test_results_follow_the_plan(self) -> None:
        setting = curve_plan.Setting()
        for name, jobs in (
            ("learning_curves", curve_plan.learning_jobs(setting)),
            ("sizes", curve_plan.size_jobs(setting)),
        ):
            content = json.loads((RESULTS / f"{name}.json").read_text())
            self.assertEqual(content["setting"]["seconds"], setting.seconds)
            known = {(r["model"], r["shape"], r["puzzles"], r["seed"], r["budget"]) for r in content["runs"]}
            wanted = {(j.model, j.shape, j.puzzles, j.seed, j.budget) for j in jobs if j.name not in content["missing"]}
            self.assertEqual(known, wanted)


if __name__ == "__main__":
    unittest.main()
