"""The policy network: weight-shared message passing over the open factor graph.

Every literal carries a state. In each iteration it casts votes into its groups; a group adds the votes
up and remembers what it made of them; a literal then learns what share of each group's votes is its own,
and what the group makes of the whole. A share near 1 means "nobody else can": the network's way to see hidden singles, and, over
several iterations, longer chains. Nothing depends on a puzzle family, a size or an order of rows.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from shards import GROUP_FEATURES

LEAST_VOTES = 1e-4  # keeps logarithm and reciprocal of a group's votes finite


@dataclass(frozen=True)
class Config:
    """The shape of a network."""

    state: int = 32  # H: width of a literal's state
    votes: int = 16  # C: channels of a vote and of a group's message
    hidden: int = 48  # M: width of the update's hidden layer
    iterations: int = 16

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def _sum_rows(x: Tensor, index: Tensor) -> Tensor:
    return nn.functional.embedding_bag(index, nn.functional.pad(x, (0, 0, 0, 1)), mode="sum")


class SumRows(torch.autograd.Function):
    """x [R, C], index [M, K] with entries 0 .. R (R: nothing), width = C -> [M, C], sums of x's rows.

    `back` [R, D] is the same incidence seen from the other side, so that the backward pass is a sum of
    rows too. That is several times faster than scattering, and always adds in the same order.
    """

    @staticmethod
    def forward(ctx, x: Tensor, index: Tensor, back: Tensor, width: int) -> Tensor:
        ctx.save_for_backward(back)
        return _sum_rows(x, index)

    @staticmethod
    def backward(ctx, gradient: Tensor):
        (back,) = ctx.saved_tensors
        return _sum_rows(gradient, back), None, None, None

    @staticmethod
    def symbolic(g, x, index, back, width):
        """In ONNX: append a row of zeros, Gather, ReduceSum."""
        zeros = g.op("Constant", value_t=torch.zeros(1, width))
        rows = g.op("Gather", g.op("Concat", x, zeros, axis_i=0), index, axis_i=0)
        axis = g.op("Constant", value_t=torch.tensor([1]))
        return g.op("ReduceSum", rows, axis, keepdims_i=0)


class Network(nn.Module):
    """(literal_groups [N, D], group_literals [G, K], group_features [G, 4]) -> logits [N].

    The tensors of engine/policy/encoder.h; the first group of a literal is its variable's domain.
    """

    def __init__(self, config: Config = Config()):
        super().__init__()
        self.config = config
        h, c, m = config.state, config.votes, config.hidden
        self.first = nn.Parameter(0.3 * torch.randn(h))
        self.norm = nn.LayerNorm(h)
        self.vote = nn.Linear(h, c)
        self.group = nn.Linear(3 * c + GROUP_FEATURES, c)
        self.mix = nn.Linear(h + 3 * c, m)
        self.change = nn.Linear(m, h)
        self.read = nn.Linear(h, 1)
        nn.init.normal_(self.change.weight, std=0.02)

    def steps(
        self,
        literal_groups: Tensor,
        group_literals: Tensor,
        group_features: Tensor,
        iterations: int | None = None,
    ) -> list[Tensor]:
        """The logits [N] after every iteration; of another number of iterations than usual if given."""
        c = self.config.votes
        domains = literal_groups[:, 0]
        state = self.first.expand(literal_groups.shape[0], -1)
        message = group_features.new_zeros(group_features.shape[0], c)
        logits = []
        for _ in range(iterations or self.config.iterations):
            seen = self.norm(state)
            vote = torch.sigmoid(self.vote(seen))  # [N, C]
            votes = SumRows.apply(vote, group_literals, literal_groups, c) + LEAST_VOTES  # [G, C]
            known = torch.cat([votes, votes.log(), group_features, message], 1)
            message = torch.relu(self.group(known))  # [G, C]
            one_vote = votes.reciprocal()  # what a whole vote would be worth: share = vote * this
            told = torch.cat([one_vote, message], 1)
            worth, messages = SumRows.apply(told, literal_groups, group_literals, 2 * c).split(c, 1)
            share_of_domain = vote * one_vote.index_select(0, domains)
            mixed = self.mix(torch.cat([seen, vote * worth, share_of_domain, messages], 1))
            state = state + self.change(torch.relu(mixed))
            logits.append(self.read(state).squeeze(1))
        return logits

    def forward(self, literal_groups: Tensor, group_literals: Tensor, group_features: Tensor) -> Tensor:
        return self.steps(literal_groups, group_literals, group_features)[-1]

    def parameter_count(self) -> int:
        return sum(p.numel() for p in self.parameters())
