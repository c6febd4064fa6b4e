"""Sleeping on it, and thinking on: the page's noise, how states are counted, and that only solutions count."""

import unittest

import torch

from models.pipeline.network import Config, Network
from models.study import long_looks
from models.study.sleeping import first_states, noise, summary, uniform
from models.tests.support import mixed_records


class Noise(unittest.TestCase):
    def test_is_the_page_s(self) -> None:
        # What `uniform(7)` in web/src/workers/network.ts gives.
        expected = [0.011704753153026104, 0.06195825757458806, 0.97690763277933]
        for found, wanted in zip(uniform(7, 3), expected):
            self.assertAlmostEqual(found, wanted, places=12)

    def test_has_the_spread_that_is_told_and_spares_the_usual_state(self) -> None:
        drawn = noise(3, 400, 32)
        self.assertAlmostEqual(float(drawn.std()), 0.2, places=2)
        self.assertAlmostEqual(float(drawn.mean()), 0.0, places=2)
        self.assertEqual(float(noise(0, 4, 3).abs().max()), 0)


class States(unittest.TestCase):
    def test_more_states_never_solve_less_and_cost_no_more_than_allowed(self) -> None:
        found = summary([0, 3, 20, None], [10, 10, 10, 10], 1.0)
        self.assertEqual(found["solved"], {"0": 1, "4": 2, "8": 2, "16": 2, "32": 3})
        self.assertEqual(found["states"]["4"], (0 + 3 + 4 + 4) / 4)
        self.assertEqual(found["states"]["32"], (0 + 3 + 20 + 32) / 4)

    def test_the_first_that_solves_is_the_same_in_any_company(self) -> None:
        torch.manual_seed(3)
        network = Network(Config(state=12, votes=6, hidden=16, doubts=5)).eval()
        records = mixed_records()
        together = first_states(network, records)
        self.assertEqual(together, [first_states(network, [record])[0] for record in records])


class ThinkingOn(unittest.TestCase):
    def test_only_a_solution_stands_in_the_place_of_what_was_seen_before(self) -> None:
        torch.manual_seed(4)
        found = long_looks.found_by(Network(Config(state=12, votes=6, hidden=16, doubts=5)).eval(), mixed_records())
        at = long_looks.KEPT_FROM
        self.assertTrue((found.kept[at] == found.last[at]).all())
        for number, kept in found.kept.items():
            changed = kept != found.last[at]
            self.assertTrue((kept[changed] == found.cells[changed]).all(), f"{number}: a puzzle has one solution")
            self.assertGreaterEqual(kept.sum(), found.last[at].sum())


if __name__ == "__main__":
    unittest.main()
