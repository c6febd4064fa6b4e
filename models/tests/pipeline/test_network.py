"""The network: what it answers does not depend on how it is asked."""

import unittest

import numpy as np
import torch

from models.pipeline.evaluate import ask
from models.pipeline.graph_batch import union
from models.pipeline.network import Config, Network, to_groups, to_literals
from models.pipeline.objective import loss, self_assessment_loss
from models.pipeline.shards import HOLDS, Record, Rows
from models.tests.support import mixed_records, records

SMALL = Config(state=12, votes=6, hidden=16, doubts=5)
ITERATIONS = 5


def network() -> Network:
    torch.manual_seed(3)
    made = Network(SMALL).eval()
    with torch.no_grad():
        for p in made.parameters():  # far from the tame start, so that differences show
            p.add_(0.2 * torch.randn_like(p))
    return made


@torch.no_grad()
def answers(some: list[Record]) -> tuple[torch.Tensor, torch.Tensor]:
    net, batch = network(), union(some)
    thought = net.look(batch, ITERATIONS)
    return net.logits(thought), net.judgement(batch, thought)


def reordered(rows: Rows, new_literal: np.ndarray, order: np.ndarray) -> tuple[Rows, np.ndarray]:
    """Rows in another order, their items renamed; and which item each one was."""
    starts = np.cumsum(rows.sizes) - rows.sizes
    items = np.concatenate([np.arange(starts[i], starts[i] + rows.sizes[i]) for i in order] or [np.zeros(0, int)])
    items = items.astype(np.int64)
    return Rows(rows.sizes[order], new_literal[rows.items[items]]), items


def permuted(record: Record, rng: np.random.Generator) -> tuple[Record, np.ndarray]:
    """The same position with rows in another order; and the old row of each new one."""
    literal_order = rng.permutation(record.literals)
    new_literal = np.argsort(literal_order)
    group_order = rng.permutation(len(record.groups.sizes))
    sum_order = rng.permutation(len(record.sums.sizes))
    groups, _ = reordered(record.groups, new_literal, group_order)
    sums, item = reordered(record.sums, new_literal, sum_order)
    moved = Record(
        record.puzzle,
        record.kind,
        record.text,
        groups,
        record.group_features[group_order],
        sums,
        record.weights[item],
        record.sum_features[sum_order],
        record.labels[literal_order],
    )
    return moved, literal_order


class Graph(unittest.TestCase):
    def test_a_union_answers_as_each_alone(self) -> None:
        some = mixed_records()
        logits, judgement = answers(some)
        alone = [answers([record]) for record in some]
        torch.testing.assert_close(logits, torch.cat([a for a, _ in alone]), rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(judgement, torch.cat([j for _, j in alone]), rtol=1e-4, atol=1e-4)

    def test_the_order_of_rows_does_not_matter(self) -> None:
        rng = np.random.default_rng(4)
        for record in mixed_records():
            moved, old_row = permuted(record, rng)
            (before, sure), (after, sure_after) = answers([record]), answers([moved])
            torch.testing.assert_close(after, before[torch.from_numpy(old_row)], rtol=1e-3, atol=1e-3)
            torch.testing.assert_close(sure_after, sure, rtol=1e-3, atol=1e-3)

    def test_two_looks_are_one_long_look(self) -> None:
        net, batch = network(), union(mixed_records())
        with torch.no_grad():
            long = net.logits(net.look(batch, 7))
            twice = net.logits(net.look(batch, 4, net.look(batch, 3)))
        torch.testing.assert_close(twice, long)

    def test_sums_of_rows_are_right_both_ways_and_so_are_their_gradients(self) -> None:
        batch = union(mixed_records())
        x = torch.randn(batch.literals, 3, dtype=torch.float64, requires_grad=True)
        weights = batch.weights.double()
        dense = torch.zeros(batch.sum_features.shape[0], batch.literals, dtype=torch.float64)
        sizes = torch.diff(batch.sums.group_offsets, append=torch.tensor([len(weights)]))
        row = torch.repeat_interleave(torch.arange(len(dense)), sizes)
        dense[row, batch.sums.literals] = weights
        torch.testing.assert_close(to_groups(x, batch.sums, weights), dense @ x)
        pull = torch.randn(len(dense), 3, dtype=torch.float64)
        (to_groups(x, batch.sums, weights) * pull).sum().backward()
        torch.testing.assert_close(x.grad, dense.T @ pull)
        y = torch.randn(len(dense), 2, dtype=torch.float64)
        torch.testing.assert_close(to_literals(y, batch.sums), (dense > 0).double().T @ y)

    def test_every_parameter_learns(self) -> None:
        learner, batch = network(), union(mixed_records())
        thought, steps = learner.begin(batch), []
        for _ in range(ITERATIONS):
            thought = learner.iterate(batch, thought)
            steps.append(learner.logits(thought))
        judged = self_assessment_loss(learner.judgement(batch, thought), steps[-1], batch)
        (loss(steps, batch) + judged).backward()
        for name, p in learner.named_parameters():
            assert p.grad is not None, name
            self.assertGreater(float(p.grad.abs().max()), 0, name)

    def test_the_judgement_does_not_disturb_what_it_judges(self) -> None:
        learner, batch = network(), union(records("6x6"))
        thought = learner.look(batch, ITERATIONS)
        self_assessment_loss(learner.judgement(batch, thought), learner.logits(thought), batch).backward()
        self.assertIsNone(learner.vote.weight.grad)
        self.assertIsNotNone(learner.judge.weight.grad)


class Asking(unittest.TestCase):
    def test_answers_of_several_unions_fit_together(self) -> None:
        some = mixed_records()
        asked = ask(network(), some, ITERATIONS)
        self.assertEqual(len(asked.sureness), len(some))
        self.assertEqual(len(asked.logits), sum(r.literals for r in some))
        self.assertEqual(int(asked.holds.sum()), sum(int((r.labels & HOLDS).sum()) for r in some))


if __name__ == "__main__":
    unittest.main()
