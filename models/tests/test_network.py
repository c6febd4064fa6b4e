import unittest

import numpy as np
import torch

from batch import union
from network import Config, Network, SumRows
from objective import (
    best_of_domains,
    expected_calibration_error,
    fit_temperature,
    log_probabilities,
    loss,
)
from shards import Record
from support import records

SMALL = Config(state=12, votes=6, hidden=16, iterations=5)


def network() -> Network:
    torch.manual_seed(3)
    made = Network(SMALL).eval()
    with torch.no_grad():
        for p in made.parameters():  # far from the tame start, so that differences show
            p.add_(0.2 * torch.randn_like(p))
    return made


def permuted(record: Record, rng: np.random.Generator) -> tuple[Record, np.ndarray]:
    """The same position with rows in another order; and the old row of each new one."""
    n, g = record.literals, record.groups
    literal_order, group_order = rng.permutation(n), rng.permutation(g)
    new_literal, new_group = np.append(np.argsort(literal_order), n), np.append(np.argsort(group_order), g)
    rest = rng.permutation(np.arange(1, record.literal_groups.shape[1]))
    groups = record.literal_groups[literal_order][:, np.append(0, rest)]  # the domain stays in front
    literals = rng.permuted(record.group_literals[group_order], axis=1)
    moved = Record(
        record.puzzle,
        record.kind,
        record.text,
        new_group[groups],
        new_literal[literals],
        record.group_features[group_order],
        record.labels[literal_order],
    )
    return moved, literal_order


class Graph(unittest.TestCase):
    def test_a_union_answers_as_each_alone(self):
        some = records("4x4")[:4] + records("9x9")[:4] + records("6x6")[:4]
        with torch.no_grad():
            together = network()(*union(some).inputs)
            alone = torch.cat([network()(*union([r]).inputs) for r in some])
        torch.testing.assert_close(together, alone, rtol=1e-4, atol=1e-4)

    def test_the_order_of_rows_does_not_matter(self):
        rng = np.random.default_rng(4)
        for record in records("6x6")[:6]:
            moved, old_row = permuted(record, rng)
            with torch.no_grad():
                before, after = (network()(*union([r]).inputs) for r in (record, moved))
            torch.testing.assert_close(after, before[old_row], rtol=1e-3, atol=1e-3)

    def test_sums_of_rows_have_the_right_gradient(self):
        batch = union(records("4x4")[:3])
        literals, groups, _ = batch.inputs
        x = torch.randn(literals.shape[0], 3, requires_grad=True)
        weights = torch.randn(groups.shape[0], 3)
        (SumRows.apply(x, groups, literals, 3) * weights).sum().backward()
        ours, x.grad = x.grad, None
        padded = torch.cat([x, torch.zeros(1, 3)])
        (padded[groups].sum(1) * weights).sum().backward()
        torch.testing.assert_close(ours, x.grad)

    def test_every_parameter_learns(self):
        batch = union(records("9x9")[:2])
        learner = network()
        loss(learner.steps(*batch.inputs), batch).backward()
        for name, p in learner.named_parameters():
            self.assertGreater(float(p.grad.abs().max()), 0, name)


class Objective(unittest.TestCase):
    def setUp(self):
        self.batch = union(records("4x4"))
        self.groups = self.batch.group_features.shape[0]

    def test_probabilities_of_a_variable_sum_to_one(self):
        logits = 10 * torch.randn(len(self.batch.labels))
        p = log_probabilities(logits, self.batch.domains, self.groups).exp()
        sums = torch.zeros(self.groups).index_add(0, self.batch.domains, p)
        torch.testing.assert_close(sums[self.batch.domains], torch.ones_like(p))

    def test_knowing_the_answer_costs_nothing(self):
        sure = 50 * self.batch.labels
        self.assertLess(float(loss([sure] * 4, self.batch)), 1e-6)
        p, right = best_of_domains(log_probabilities(sure, self.batch.domains, self.groups), self.batch)
        self.assertTrue(right.all() and (p > 0.99).all())

    def test_of_equal_values_the_first_is_best(self):
        even = log_probabilities(torch.zeros(len(self.batch.labels)), self.batch.domains, self.groups)
        _, right = best_of_domains(even, self.batch)
        first = np.unique(self.batch.domains.numpy(), return_index=True)[1]
        self.assertEqual(right.tolist(), (self.batch.labels[first] > 0).tolist())

    def test_the_temperature_undoes_a_scaling(self):
        torch.manual_seed(5)
        truth = 2 * torch.randn(30000)
        domains = torch.arange(30000) // 3
        p = log_probabilities(truth, domains, 10000).exp().view(-1, 3)
        drawn = torch.nn.functional.one_hot(torch.multinomial(p, 1).squeeze(1), 3).flatten()
        self.assertAlmostEqual(fit_temperature(3 * truth, domains, 10000, drawn), 3.0, delta=0.15)

    def test_calibration_error(self):
        confidence = np.full(100, 0.8)
        self.assertAlmostEqual(expected_calibration_error(confidence, np.arange(100) < 80), 0.0)
        self.assertAlmostEqual(expected_calibration_error(confidence, np.arange(100) < 50), 0.3)


if __name__ == "__main__":
    unittest.main()
