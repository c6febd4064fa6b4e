import unittest

import numpy as np
import torch

from models.pipeline.graph_batch import union
from models.pipeline.objective import best_of_domains, log_probabilities, loss, picture_is_right, read
from models.pipeline.shards import MISTAKEN
from models.tests.support import records


class Objective(unittest.TestCase):
    def setUp(self) -> None:
        self.batch = union(records("4x4"))
        self.groups = self.batch.group_features.shape[0]

    def test_probabilities_of_a_variable_sum_to_one(self) -> None:
        logits = 10 * torch.randn(self.batch.literals)
        p = log_probabilities(logits, self.batch.domain, self.groups).exp()
        sums = torch.zeros(self.groups).index_add(0, self.batch.domain, p)
        torch.testing.assert_close(sums[self.batch.domain], torch.ones_like(p))

    def test_knowing_the_answer_costs_nothing(self) -> None:
        sure = 50 * self.batch.holds.float()
        self.assertLess(float(loss([sure] * 4, self.batch)), 1e-6)
        self.assertEqual(picture_is_right(sure, self.batch).tolist(), self.batch.sound.tolist())
        some = union([r for r in records("4x4") if r.kind != MISTAKEN])
        self.assertTrue(best_of_domains(read(50 * some.holds.float(), some), some)[1].all())

    def test_of_equal_values_the_first_is_best(self) -> None:
        even = read(torch.zeros(self.batch.literals), self.batch)
        rows, right = best_of_domains(even, self.batch)
        first = np.unique(self.batch.domain.numpy(), return_index=True)[1]
        self.assertEqual(rows.tolist(), first.tolist())
        self.assertEqual(right.tolist(), self.batch.holds[first].tolist())

    def test_hidden_variables_are_not_judged(self) -> None:
        batch = union(records("4x4", "skyscrapers"))
        rows, _ = best_of_domains(read(torch.zeros(batch.literals), batch), batch)
        self.assertTrue(batch.hidden.any())
        self.assertFalse(batch.hidden[rows].any())


if __name__ == "__main__":
    unittest.main()
