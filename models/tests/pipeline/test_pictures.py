"""Several looks at a position: where they start, and that the rules know a solution."""

import unittest

import torch

from models.pipeline.graph_batch import union
from models.pipeline.network import Config, Network
from models.pipeline.pictures import Looking, broken, pictures
from models.pipeline.shards import MISTAKEN
from models.tests.support import mixed_records


class Rules(unittest.TestCase):
    def test_the_answer_breaks_none_and_every_other_picture_does(self) -> None:
        records = [r for r in mixed_records() if r.kind != MISTAKEN]
        batch = union(records)
        number, right = broken(batch, batch.holds.float())
        self.assertEqual(float(number.sum()), 0)
        self.assertTrue(bool(right.all()))
        generator = torch.Generator().manual_seed(1)
        for _ in range(20):
            number, right = broken(batch, torch.randn(batch.literals, generator=generator))
            self.assertTrue(bool(((number > 0) | right).all()), "a puzzle has one solution")


class Looks(unittest.TestCase):
    def test_the_first_is_the_usual_one_and_each_is_the_same_in_any_company(self) -> None:
        torch.manual_seed(2)
        network, records = Network(Config(state=12, votes=6, hidden=16, doubts=5)), mixed_records()
        looking = Looking(looks=3, iterations=5, noise=0.5)
        together = pictures(network, records, looking)
        self.assertEqual([len(seen) for seen in together], [3] * len(records))
        usual = pictures(network, records, Looking(1, 5))
        for i, record in enumerate(records):
            alone = pictures(network, [record], looking)[0]
            torch.testing.assert_close(together[i][0].log_p, usual[i][0].log_p, rtol=1e-4, atol=1e-4)
            for number in range(3):
                torch.testing.assert_close(alone[number].log_p, together[i][number].log_p, rtol=1e-4, atol=1e-4)
        moved = [float((seen[1].log_p - seen[2].log_p).abs().max()) for seen in together]
        self.assertGreater(max(moved), 1e-3)


if __name__ == "__main__":
    unittest.main()
