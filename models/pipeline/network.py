"""The policy network: weight-shared message passing over the open factor graph.

Every literal carries a state. In each iteration it casts votes into its groups; a group adds the votes
up and remembers what it made of them; a literal then learns what share of each group's votes is its own,
and what the group makes of the whole. A share near 1 means "nobody else can": the network's way to see hidden
singles, and, over several iterations, longer chains. A weighted sum adds up what its literals' votes bring, and
answers each literal with hinges over the literal's own weight ("too much for what is left"). Nothing depends on a
puzzle family, a size or an order of rows, and the number of iterations is free.

A second, small read-out judges the picture as a whole: the probability that every variable's best value is right.

In: a `Batch` of N literals in G counting groups and W weighted sums, E and F memberships. Out: logits [N], and log-odds
[positions]. Widths: H of a state, C of a vote and of a message, M of the hidden layer (see `Config`).

Sources: weight-shared message passing between literals and constraints, D. Selsam et al., "Learning a SAT Solver from
Single-Bit Supervision" (NeuroSAT), ICLR 2019; a loss after every iteration and Sudoku as the example, R. Palm, U.
Paquet, O. Winther, "Recurrent Relational Networks", NeurIPS 2018; the shares follow the sum-product algorithm, F.
Kschischang, B. Frey, H.-A. Loeliger, "Factor Graphs and the Sum-Product Algorithm", IEEE Trans. Inf. Theory, 2001.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn

from models.pipeline.graph_batch import Batch, Incidence
from models.pipeline.shards import GROUP_FEATURES

LEAST_VOTES = 1e-4  # keeps logarithm and reciprocal of a group's votes finite


@dataclass(frozen=True)
class Config:
    """The shape of a network."""

    state: int = 32  # H: width of a literal's state
    votes: int = 16  # C: channels of a vote and of a group's message
    hidden: int = 48  # M: width of the update's hidden layer
    doubts: int = 16  # channels of the self-assessment

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


class SumRows(torch.autograd.Function):
    """Sums of x's rows: row i of the result adds x[index[k]] * weights[k] for k from offsets[i] on.

    `back` and `back_offsets` are the same incidence seen from the other side, so that the backward pass is a sum of
    rows too. That is several times faster than scattering, and always adds in the same order.
    """

    @staticmethod
    def forward(  # type: ignore[override]  # PyTorch's own says nothing of the arguments
        ctx: Any,
        x: Tensor,
        index: Tensor,
        offsets: Tensor,
        weights: Tensor | None,
        back: Tensor,
        back_offsets: Tensor,
        back_weights: Tensor | None,
    ) -> Tensor:
        ctx.save_for_backward(back, back_offsets, back_weights)
        return _sum_rows(x, index, offsets, weights)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:  # type: ignore[override]
        return _sum_rows(gradient.contiguous(), *ctx.saved_tensors), None, None, None, None, None, None


def _sum_rows(x: Tensor, index: Tensor, offsets: Tensor, weights: Tensor | None) -> Tensor:
    if len(index) == 0:
        return x.new_zeros(len(offsets), x.shape[1])
    return nn.functional.embedding_bag(index, x, offsets, mode="sum", per_sample_weights=weights)


def to_groups(x: Tensor, i: Incidence, weights: Tensor | None = None) -> Tensor:
    """Rows of literals [N, C] summed over each group [G, C]."""
    back = None if weights is None else weights[i.place]
    return SumRows.apply(x, i.literals, i.group_offsets, weights, i.groups, i.literal_offsets, back)


def to_literals(x: Tensor, i: Incidence) -> Tensor:
    """Rows of groups [G, C] summed over each literal's groups [N, C]."""
    return SumRows.apply(x, i.groups, i.literal_offsets, None, i.literals, i.group_offsets, None)


@dataclass
class Thought:
    """What a look leaves behind, to go on from: state [N, H], message [G, C], load [W, C]."""

    state: Tensor
    message: Tensor
    load: Tensor


class Network(nn.Module):
    """A `Batch` of positions -> logits [N] and sureness [positions], after any number of iterations."""

    def __init__(self, config: Config = Config()):
        super().__init__()
        self.config = config
        h, c, m, d = config.state, config.votes, config.hidden, config.doubts
        self.first = nn.Parameter(0.3 * torch.randn(h))
        self.norm = nn.LayerNorm(h)
        self.vote = nn.Linear(h, c)
        self.group = nn.Linear(3 * c + GROUP_FEATURES, c)
        self.load = nn.Linear(2 * c + GROUP_FEATURES, c)
        self.slope = nn.Linear(c, c)
        self.mix = nn.Linear(h + 4 * c, m)
        self.change = nn.Linear(m, h)
        self.read = nn.Linear(h, 1)
        self.doubt = nn.Linear(h + 1, d)
        self.judge = nn.Linear(2 * d, 1)
        nn.init.normal_(self.change.weight, std=0.02)

    @property
    def device(self) -> torch.device:
        """Where it thinks, and its batches have to be."""
        return self.first.device

    def begin(self, batch: Batch) -> Thought:
        """Before the first iteration."""
        c = self.config.votes
        x = batch.group_features
        return Thought(
            self.first.expand(batch.literals, -1),
            x.new_zeros(batch.group_features.shape[0], c),
            x.new_zeros(batch.sum_features.shape[0], c),
        )

    def iterate(self, batch: Batch, thought: Thought) -> Thought:
        """One iteration."""
        seen = self.norm(thought.state)
        vote = torch.sigmoid(self.vote(seen))  # [N, C]
        votes = self.count(batch, vote) + LEAST_VOTES  # [G, C]
        known = torch.cat([votes, votes.log(), batch.group_features, thought.message], 1)
        message = torch.relu(self.group(known))  # [G, C]
        load, loads = self.weigh(batch, vote, thought.load)
        mixed = self.mix(torch.cat([seen, *self.hear(batch, vote, votes, message), loads], 1))
        return Thought(thought.state + self.change(torch.relu(mixed)), message, load)

    def count(self, batch: Batch, vote: Tensor) -> Tensor:
        """The groups' votes [G, C]."""
        return to_groups(vote, batch.groups)

    def hear(self, batch: Batch, vote: Tensor, votes: Tensor, message: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What the literals hear [N, C]: their shares of their groups' votes, their share in their own variable, and
        the groups' messages."""
        one_vote = votes.reciprocal()  # what a whole vote would be worth: share = vote * this
        told = torch.cat([one_vote, message], 1)
        worth, messages = to_literals(told, batch.groups).split(self.config.votes, 1)
        return vote * worth, vote * one_vote.index_select(0, batch.domain), messages

    def weigh(self, batch: Batch, vote: Tensor, load: Tensor) -> tuple[Tensor, Tensor]:
        """The weighted sums' part of an iteration: their new messages [W, C], and what the literals hear [N, C]."""
        if batch.sum_features.shape[0] == 0:
            return load, vote.new_zeros(vote.shape)
        sums = batch.sums
        brought = to_groups(vote, sums, batch.weights)
        load = torch.relu(self.load(torch.cat([brought, batch.sum_features, load], 1)))
        row = torch.repeat_interleave(
            torch.arange(load.shape[0], device=load.device),
            torch.diff(sums.group_offsets, append=sums.group_offsets.new_tensor([len(sums.literals)])),
        )
        hinges = torch.relu(load[row] + batch.weights.unsqueeze(1) * self.slope(load)[row])  # [F, C]
        # Each of the hinges goes to one literal: the incidence of literals and places in the list.
        every = torch.arange(len(row), device=row.device)
        heard = SumRows.apply(hinges, sums.place, sums.literal_offsets, None, sums.literals, every, None)
        return load, heard

    def logits(self, thought: Thought) -> Tensor:
        return self.read(thought.state).squeeze(1)

    def judgement(self, batch: Batch, thought: Thought) -> Tensor:
        """Log-odds [positions] that the whole picture is right. Trains itself only, not what it judges."""
        state = thought.state.detach()
        doubts = torch.relu(self.doubt(torch.cat([self.norm(state).detach(), self.read(state).detach()], 1)))
        index = batch.position.unsqueeze(1).expand_as(doubts)
        shape = (batch.positions, doubts.shape[1])
        mean = doubts.new_zeros(shape).scatter_reduce(0, index, doubts, "mean", include_self=False)
        most = doubts.new_zeros(shape).scatter_reduce(0, index, doubts, "amax", include_self=False)
        return self.judge(torch.cat([mean, most], 1)).squeeze(1)

    def look(self, batch: Batch, iterations: int, thought: Thought | None = None) -> Thought:
        """Thinks for so many iterations, from the start or from where an earlier look ended."""
        thought = thought or self.begin(batch)
        for _ in range(iterations):
            thought = self.iterate(batch, thought)
        return thought

    def parameter_count(self) -> int:
        return sum(p.numel() for p in self.parameters())
