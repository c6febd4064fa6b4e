"""The variants of the recipe that the ablations compare: each differs from the shipped one in one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable

import torch
from torch import Tensor

from models.pipeline.graph_batch import Batch
from models.pipeline.network import Config, Network, Thought
from models.pipeline.plan import PUZZLES
from models.pipeline.recipe import SHIPPED
from models.pipeline.shards import MARKED, MISTAKEN, START
from models.pipeline.trainer import SHARES


class WithoutShares(Network):
    """A literal hears what its groups say, but not which part of their votes is its own."""

    def hear(self, batch: Batch, vote: Tensor, votes: Tensor, message: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        _, _, messages = super().hear(batch, vote, votes, message)
        return torch.zeros_like(vote), torch.zeros_like(vote), messages


class Means(Network):
    """A group hears the mean of its literals' votes instead of their sum."""

    def count(self, batch: Batch, vote: Tensor) -> Tensor:
        return super().count(batch, vote) * batch.group_features[:, 3:]  # 1 / number of literals


class WithoutMemory(Network):
    """A group forgets what it said in the iteration before."""

    def iterate(self, batch: Batch, thought: Thought) -> Thought:
        return super().iterate(batch, replace(thought, message=torch.zeros_like(thought.message)))


Kinds = Callable[[int, float], bool]  # (kind of a position, how much of the run is done) -> whether it is drawn


def every_kind(kind: int, done: float) -> bool:
    return True


@dataclass(frozen=True)
class Variant:
    """What it is called, what it varies, and where it differs from the recipe."""

    name: str
    about: str
    config: Config = Config()
    network: Callable[[Config], Network] = Network
    depths: tuple[int, int] = SHIPPED.depths
    share: float = SHARES["sudoku"]  # of its positions
    kinds: Kinds = every_kind


VARIANTS = (
    Variant("as shipped", "all"),
    Variant("always 12 iterations", "iterations", depths=(12, 12)),
    Variant("always 24 iterations", "iterations", depths=(24, 24)),
    Variant("6 to 12 iterations", "iterations", depths=(6, 12)),
    Variant("hidden layer of 32", "width", Config(hidden=32)),
    Variant("hidden layer of 64", "width", Config(hidden=64)),
    Variant("states of 48, votes of 24", "width", Config(state=48, votes=24)),
    Variant("no shares", "aggregation", network=WithoutShares),
    Variant("means of votes for sums", "aggregation", network=Means),
    Variant("groups without memory", "aggregation", network=WithoutMemory),
    Variant("starts only", "curriculum", kinds=lambda kind, done: kind == START),
    Variant(
        "no positions with mistakes or marks", "curriculum", kinds=lambda kind, done: kind not in (MISTAKEN, MARKED)
    ),
    Variant("starts last", "curriculum", kinds=lambda kind, done: kind != START or done > 0.5),
    Variant("every family alike", "curriculum", share=1 / len(PUZZLES)),
)
