"""System 1's graph network among the networks of the comparison, reading plain boards.

In: boards [B, cells] and their open literals [B, L]. Out: scores [B, cells, values], -inf where a literal is not open.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from models.pipeline.graph_batch import Batch, Incidence
from models.pipeline.network import Config, Network
from models.study.scorer import Scorer
from models.study.sudoku import Rules

ITERATIONS = 12


def graphs(rules: Rules, boards: Tensor, open_literals: Tensor) -> Batch:
    """The union of the boards' factor graphs: what engine/policy/encoder.h gives for puzzles whose rules are all
    "exactly one of these", without asking the engine for each board. A test compares the two."""
    count, literals = open_literals.shape
    rows = int(open_literals.sum())
    row_of = open_literals.reshape(-1).cumsum(0).reshape(count, literals) - 1

    left = open_literals.float() @ rules.member.T  # [B, U] open literals of each unit
    stays = ~rules.settled(boards) & (left > 0)
    board_of_group, unit = torch.nonzero(stays, as_tuple=True)
    group_of = stays.reshape(-1).cumsum(0).reshape(stays.shape) - 1
    board, literal = torch.nonzero(open_literals, as_tuple=True)

    inside = open_literals[board_of_group[:, None], rules.units[unit]]  # [G, k]
    one = torch.ones(len(unit))
    nothing, no_rows = torch.zeros(0, dtype=torch.long), torch.zeros(rows, dtype=torch.long)
    return Batch(
        groups=_incidence(
            row_of[board_of_group[:, None], rules.units[unit]][inside],
            inside.sum(1),
            group_of[board[:, None], rules.of_literal[literal]],  # an open literal's units are all unsettled
        ),
        group_features=torch.stack([rules.is_domain[unit].float(), one, one, 1 / left[stays]], 1),
        sums=Incidence(nothing, nothing, nothing, no_rows, nothing),
        weights=torch.zeros(0),
        sum_features=torch.zeros(0, 4),
        domain=group_of[board, rules.of_literal[literal, 0]],
        holds=torch.zeros(rows, dtype=torch.bool),  # the answers are kept with the boards
        hidden=torch.zeros(rows, dtype=torch.bool),
        position=board,
        sound=torch.ones(count, dtype=torch.bool),
        positions=count,
    )


def _incidence(literals: Tensor, sizes: Tensor, groups: Tensor) -> Incidence:
    """literals [E] and the sizes [G] of the groups they lie in; groups [N, D] of each literal."""
    every = torch.arange(len(groups)) * groups.shape[1]
    return Incidence(
        literals,
        sizes.cumsum(0) - sizes,
        groups.reshape(-1),
        every,
        torch.argsort(literals, stable=True),
    )


class GraphScorer(Scorer):
    """The graph network. A literal that is not open has the score -inf."""

    sees_rules = True

    def __init__(self, shape: dict[str, int], rules: Rules):
        super().__init__()
        self.network, self.rules = Network(Config(**shape)), rules

    def prepare(self, boards: Tensor, open_literals: Tensor) -> Any:
        return open_literals, graphs(self.rules, boards, open_literals)

    def scattered(self, logits: Tensor, open_literals: Tensor) -> Tensor:
        """logits [N] of the open literals -> [B, cells, values]."""
        scores = logits.new_full(open_literals.shape, -torch.inf).masked_scatter(open_literals, logits)
        return scores.reshape(len(open_literals), self.rules.cells, self.rules.n)

    def infer(self, prepared: Any) -> Tensor:
        open_literals, batch = prepared
        thought = self.network.look(batch, ITERATIONS)
        return self.scattered(self.network.logits(thought), open_literals)

    def loss(self, boards: Tensor, solutions: Tensor) -> Tensor:
        """Cross-entropy of the empty cells' values after each iteration but the first quarter, later ones weighted
        more, as in the training of the shipped network."""
        open_literals = self.rules.open(boards)
        batch = graphs(self.rules, boards, open_literals)
        empty = boards == 0
        thought = self.network.begin(batch)
        total, weights = torch.zeros(()), 0.0
        for i in range(ITERATIONS):
            thought = self.network.iterate(batch, thought)
            if i < ITERATIONS // 4:
                continue
            weight = (i + 1) / ITERATIONS
            scores = self.scattered(self.network.logits(thought), open_literals)[empty]
            total = total + weight * nn.functional.cross_entropy(scores, solutions[empty] - 1)
            weights += weight
        return total / weights
