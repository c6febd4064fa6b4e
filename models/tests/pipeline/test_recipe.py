"""The recipe: what a step starts from and is punished for, and the averaged weights."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from models.pipeline.data import Split
from models.pipeline.distributed import ProcessGroup
from models.pipeline.graph_batch import union
from models.pipeline.network import Config, Network
from models.pipeline.recipe import CHAINED, LONGER, SHIPPED, MeanWeights, Plan, begin, plan_of, unrest
from models.pipeline.trainer import Settings, Trainer, descend
from models.tests.support import folder, mixed_records, shard

SMALL = Config(state=12, votes=6, hidden=16, doubts=5)
GROUP = ProcessGroup()


class Plans(unittest.TestCase):
    def test_the_shipped_recipe_draws_a_depth_and_nothing_else(self) -> None:
        rng, same = np.random.default_rng(1), np.random.default_rng(1)
        for _ in range(20):
            self.assertEqual(plan_of(SHIPPED, rng), Plan(0, int(same.integers(6, 25)), 0.0, 0))

    def test_the_longer_one_reaches_64_iterations_and_often_starts_as_usual(self) -> None:
        rng = np.random.default_rng(1)
        plans = [plan_of(LONGER, rng) for _ in range(400)]
        self.assertEqual(LONGER.longest, 64)
        self.assertGreater(max(p.lead + p.depth for p in plans), 55)
        self.assertGreater(sum(p.lead == 0 and p.noise == 0 for p in plans), 60)
        self.assertGreater(sum(p.noise > 0 for p in plans), 100)

    def test_a_chained_step_often_goes_on_but_never_where_it_may_not(self) -> None:
        rng = np.random.default_rng(1)
        self.assertGreater(sum(plan_of(CHAINED, rng, True).on for _ in range(200)), 90)
        self.assertEqual(sum(plan_of(CHAINED, rng).on for _ in range(200)), 0)


class Chains(unittest.TestCase):
    def test_a_run_that_is_interrupted_is_the_run_that_is_not(self) -> None:
        split = Split([shard("4x4")], ["sudoku"])
        trainers = []
        for parts in ([10], [8, 10]):
            work = Path(tempfile.mkdtemp(dir=folder()))
            for steps in parts:
                # The rate hangs on the length of the whole run, so both are told the same and stopped by hand.
                settings = Settings(work, steps=12, edges=200, config=SMALL, recipe=CHAINED)
                trainer = Trainer(settings, split, split, GROUP)
                while trainer.run.step < steps:
                    trainer.step()
                    self.assertEqual(trainer.begins_anew(), trainer.run.step == 8)
                trainer.save()
            trainers.append(trainer)
        for one, other in zip(trainers[0].kept().parameters(), trainers[1].kept().parameters()):
            torch.testing.assert_close(one, other, rtol=0, atol=0)

    def test_going_on_starts_where_the_last_step_ended(self) -> None:
        torch.manual_seed(1)
        network, batch = Network(SMALL), union(mixed_records())
        with torch.no_grad():
            expected = network.look(batch, 7).state
        still = torch.optim.SGD(network.parameters(), lr=0.0)
        _, ended = descend(network, still, batch, Plan(0, 4, 0.0, 0))
        self.assertFalse(ended.state.requires_grad)
        _, ended = descend(network, still, batch, Plan(0, 3, 0.0, 0, True), thought=ended)
        torch.testing.assert_close(ended.state, expected)


class Starts(unittest.TestCase):
    def test_noise_is_the_seeds_and_leading_iterations_carry_no_gradient(self) -> None:
        torch.manual_seed(1)
        network, batch = Network(SMALL), union(mixed_records())
        usual = begin(network, batch, Plan(0, 6, 0.0, 0)).state
        noisy = [begin(network, batch, Plan(0, 6, 0.3, seed)).state for seed in (1, 1, 2)]
        torch.testing.assert_close(noisy[0], noisy[1])
        self.assertGreater(float((noisy[0] - noisy[2]).detach().abs().max()), 0.1)
        self.assertAlmostEqual(float((noisy[0] - usual).detach().std()), 0.3, delta=0.02)
        led = begin(network, batch, Plan(3, 6, 0.0, 0)).state
        self.assertFalse(led.requires_grad)
        with torch.no_grad():
            torch.testing.assert_close(led, network.look(batch, 3).state)


class Unrest(unittest.TestCase):
    def test_only_moving_what_is_right_costs(self) -> None:
        batch = union(mixed_records())
        right = torch.where(batch.holds, 5.0, 0.0)
        wrong = torch.where(batch.holds, 0.0, 5.0)
        self.assertEqual(float(unrest([right, right], batch)), 0)
        self.assertGreater(float(unrest([right, 2 * right], batch)), 0)
        # The same added to a whole variable changes nothing that anybody reads.
        self.assertAlmostEqual(float(unrest([right, right + 3], batch)), 0, places=6)
        sizes = torch.bincount(batch.domain)[batch.domain]
        self.assertEqual(float(unrest([torch.where(sizes > 1, wrong, right), wrong], batch)), 0)


class Means(unittest.TestCase):
    def test_weights_are_averaged_and_kept_over_a_checkpoint(self) -> None:
        torch.manual_seed(1)
        network = Network(SMALL)
        mean = MeanWeights(network, 0.5)
        before = network.read.weight.detach().clone()
        with torch.no_grad():
            network.read.weight += 1
        mean.update(network)
        kept = 1 / 11  # at first it forgets faster
        torch.testing.assert_close(mean.weights["read.weight"], before + 1 - kept)
        other = MeanWeights(Network(SMALL), 0.5)
        other.load(mean.state())
        self.assertEqual(other.steps, 1)
        torch.testing.assert_close(other.weights["read.weight"], mean.weights["read.weight"])


if __name__ == "__main__":
    unittest.main()
