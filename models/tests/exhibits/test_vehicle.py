"""The learners of a car's motion: what each is built to know, training on a known world, and the files of the page."""

import hashlib
import json
import unittest

import torch

from models.common.paths import MODELS, RESULTS
from models.exhibits.vehicle.data import Drives
from models.exhibits.vehicle.learners import LEARNERS, Bicycle, Variational, rollout
from models.exhibits.vehicle.report import comparison, rows_of
from models.exhibits.vehicle.train import MEASURED, SHIPPED, SIZES, goes_on, measured, train

FOLDER = MODELS / "exhibits" / "vehicle"
START = torch.tensor([[1.0, 2.0, 0.3, 8.0, 0.2, 0.4]])
HELD = torch.tensor([[0.1, 0.2]])


def turned(state: torch.Tensor, angle: float) -> torch.Tensor:
    c, s = torch.cos(torch.tensor(angle)), torch.sin(torch.tensor(angle))
    x, y = state[:, 0] * c - state[:, 1] * s, state[:, 0] * s + state[:, 1] * c
    return torch.cat([torch.stack([x, y, state[:, 2] + angle], 1), state[:, 3:]], 1)


class Learners(unittest.TestCase):
    def setUp(self) -> None:
        torch.manual_seed(1)

    def test_sizes(self) -> None:
        counts = {name: sum(w.numel() for w in make().parameters()) for name, make in LEARNERS.items()}
        self.assertAlmostEqual(counts["plain"], 190_000, delta=1_000)
        self.assertEqual(counts["bicycle"], 6)
        self.assertLess(counts["residual"], 6_000)
        self.assertLessEqual(counts["variational"], 5_818)

    @torch.no_grad()
    def test_the_bicycle_knows_that_all_directions_are_alike(self) -> None:
        bicycle = Bicycle()
        after = bicycle(START, HELD)
        self.assertTrue(torch.allclose(turned(after, 1.1), bicycle(turned(START, 1.1), HELD), atol=1e-4))

    @torch.no_grad()
    def test_the_integrator_keeps_the_energy_of_its_own_potential(self) -> None:
        model = Variational()
        for weights in model.force.parameters():
            weights.zero_()
        states = rollout(model, START, HELD.expand(1, 300, 2))

        def energy(s: torch.Tensor) -> torch.Tensor:
            potential = 30 * model.outer(model.inner(s[..., :2] / 30).tanh())[..., 0]
            return (s[..., 3] ** 2 + s[..., 4] ** 2) / 2 - potential

        drift = (energy(states) - energy(START)).abs().max() / energy(START).abs()
        self.assertLess(drift.item(), 1e-2)

    @torch.no_grad()
    def test_its_pull_is_the_slope_of_its_potential(self) -> None:
        model = Variational()
        at = torch.tensor([[3.0, -7.0]], requires_grad=True)
        with torch.enable_grad():
            model.outer(model.inner(at / 30).tanh()).sum().backward()
        assert at.grad is not None
        self.assertTrue(torch.allclose(at.grad * 30, model.pull(at[:, 0], at[:, 1]), atol=1e-5))


class Training(unittest.TestCase):
    def test_learns_a_world_and_tells_errors(self) -> None:
        torch.manual_seed(1)
        start = torch.rand(12, 6) * torch.tensor([20.0, 20.0, 3.0, 10.0, 0.0, 0.0])
        controls = torch.rand(12, 20, 2) * torch.tensor([0.2, 0.5])
        world = Bicycle()
        with torch.no_grad():
            world.numbers.add_(0.5)
            drives = Drives(torch.cat([start[:, None], rollout(world, start, controls)], 1), controls)
        learner = Bicycle()

        def off(states: torch.Tensor) -> float:
            return measured(states, drives)["mean"][2]

        with torch.no_grad():
            before = off(rollout(learner, start, controls))
        train(learner, drives, 2e-2, 128, 150)
        with torch.no_grad():
            after = off(rollout(learner, start, controls))
        self.assertLess(after, before / 4)
        self.assertLess(after, off(goes_on(start, controls)) / 4)
        self.assertEqual(off(drives.states[:, 1:]), 0)

    def test_a_comparison_is_of_the_same_drives(self) -> None:
        one = {"energy": [1.0], "median": [1.0], "seconds": 1.0, "seed": 0, "drives": 10}
        plain = {**one, "learner": "plain", "parameters": 200, "mean": [4.0]}
        other = {**one, "learner": "variational", "parameters": 5, "mean": [1.0]}
        again = {**other, "seed": 1, "mean": [3.0]}
        rows = rows_of([plain, other, again])
        self.assertEqual([row["mean"] for row in rows], [[4.0], [2.0]])
        (found,) = comparison(rows)
        self.assertEqual((found["better_percent"], found["parameters_percent"]), ([50.0], 2.5))


class Shipped(unittest.TestCase):
    def test_the_card_and_the_results_are_of_these_files(self) -> None:
        card = json.loads((FOLDER / "card.json").read_text())
        for file in card["files"]:
            data = (FOLDER / file["file"]).read_bytes()
            self.assertEqual((file["sha256"], file["bytes"]), (hashlib.sha256(data).hexdigest(), len(data)))
        self.assertEqual([file["drives"] for file in card["files"]], list(SIZES))
        rows = json.loads((RESULTS / "vehicle.json").read_text())["rows"]
        self.assertEqual({row["learner"] for row in rows}, {*SHIPPED, *MEASURED})
        for row in rows:
            self.assertEqual(row["parameters"], card["parameters"][row["learner"]])


if __name__ == "__main__":
    unittest.main()
