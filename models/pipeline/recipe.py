"""How a step of training thinks, and what it is asked for besides the right answer.

The default is what the shipped network was trained with. `LONGER` is for networks that shall not come to harm by
thinking on: a step may start from states that are not the usual ones, or go on from where thinking without learning
ended; what is right already is asked to stay where it is; and what is kept is the mean of the weights over the steps.
`MIXED` asks the same of fewer steps, so that most go on learning the glance. `CHAINED` learns from every iteration of
a long thought: a step may go on where the last one ended, with the same positions and what it has just learned.

In: a `Network`, a `Batch`. Out: what a step starts from, its depth, a penalty (scalar), averaged weights.

Sources: learning from the last iterations of a longer thought, started anywhere, A. Bansal et al., "End-to-end
Algorithm Synthesis with Recurrent Networks: Logical Extrapolation Without Overthinking", NeurIPS 2022; random initial
states, C. Anil et al., "Path Independent Equilibrium Models Can Better Exploit Test-Time Computation", NeurIPS 2022;
averaged weights, B. Polyak, A. Juditsky, "Acceleration of Stochastic Approximation by Averaging", 1992; steps that go
on from carried states, G. Wang et al., "Hierarchical Reasoning Model", arXiv 2506.21734 ("deep supervision").
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Sequence

import numpy as np
import torch
from torch import Tensor

from models.pipeline.graph_batch import Batch
from models.pipeline.network import Network, Thought
from models.pipeline.objective import peaks_of

CHAIN = 8  # steps, at most, that go on from one another
EMA_WARM_UP = 10  # after n steps, the mean reaches back over about n / 10 at first


@dataclass(frozen=True)
class Recipe:
    """depths: a step learns from a random number of iterations between these. lead: some of the steps first think for
    up to so many without learning from them. noise: some of the steps start from states this far off (standard
    deviation). often: which share of the steps, of either kind. still: weight of the penalty on moving what is right.
    on: how often a step goes on where the last one ended. mean: how much of the averaged weights a step keeps (0: none
    are kept)."""

    depths: tuple[int, int] = (6, 24)
    lead: int = 0
    noise: float = 0.0
    often: float = 0.5
    on: float = 0.0
    still: float = 0.0
    mean: float = 0.0

    @property
    def longest(self) -> int:
        """The most iterations that a step may think for, or two that go on from one another."""
        return self.lead + self.depths[1] * (2 if self.on else 1)

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "depths": list(self.depths)}


SHIPPED = Recipe()
LONGER = Recipe(lead=40, noise=0.3, still=0.1, mean=0.999)
MIXED = Recipe(lead=40, noise=0.2, often=0.25, still=0.05, mean=0.998)
CHAINED = Recipe(noise=0.3, often=0.3, on=0.6, still=0.03, mean=0.998)
RECIPES = {"shipped": SHIPPED, "longer": LONGER, "mixed": MIXED, "chained": CHAINED}


@dataclass(frozen=True)
class Plan:
    """What one step does: iterations without learning, iterations to learn from, noise of the states at the start;
    whether it goes on where the last one ended, and has no start."""

    lead: int
    depth: int
    noise: float
    seed: int
    on: bool = False


def plan_of(recipe: Recipe, rng: np.random.Generator, may_go_on: bool = False) -> Plan:
    """Draws a step's plan, and nothing that the recipe does not ask for: so older recipes stay what they were."""
    depth = int(rng.integers(recipe.depths[0], recipe.depths[1] + 1))
    if recipe.on and rng.random() < recipe.on and may_go_on:
        return Plan(0, depth, 0.0, 0, True)
    lead = int(rng.integers(1, recipe.lead + 1)) if recipe.lead and rng.random() < recipe.often else 0
    noise = recipe.noise * float(rng.random()) if recipe.noise and rng.random() < recipe.often else 0.0
    return Plan(lead, depth, noise, int(rng.integers(2**31)) if noise else 0)


def noisy(thought: Thought, noise: float, generator: torch.Generator) -> Thought:
    """The same states, each number off by normal noise; messages, which are never negative, stay so."""

    def off(x: Tensor) -> Tensor:
        return x + noise * torch.randn(x.shape, generator=generator).to(x.device)

    return Thought(off(thought.state), torch.relu(off(thought.message)), torch.relu(off(thought.load)))


def begin(network: Network, batch: Batch, plan: Plan) -> Thought:
    """What a step's learning starts from."""
    thought = network.begin(batch)
    if plan.noise:
        thought = noisy(thought, plan.noise, torch.Generator().manual_seed(plan.seed))
    if plan.lead:
        with torch.no_grad():
            thought = network.look(batch, plan.lead, thought)
    return thought


def unrest(logits: Sequence[Tensor], batch: Batch) -> Tensor:
    """How far the logits moved in variables whose best value was right: mean square over literals and iterations.

    Only within a variable: adding the same to all of its literals changes nothing and costs nothing.
    """
    total = logits[0].new_zeros(())
    groups = batch.group_features.shape[0]
    sizes = torch.zeros(groups, device=logits[0].device).index_add(0, batch.domain, torch.ones_like(logits[0]))
    for before, after in zip(logits, logits[1:]):
        best = before.detach() >= peaks_of(before, batch.domain, groups)
        wrong = torch.zeros(groups, device=best.device).index_add(0, batch.domain, (best != batch.holds).float())
        moved = after - before.detach()
        mean = torch.zeros(groups, device=best.device).index_add(0, batch.domain, moved) / sizes.clamp(min=1)
        square = (moved - mean[batch.domain]).square() * (wrong[batch.domain] == 0)
        total = total + square.mean()
    return total / max(1, len(logits) - 1)


class MeanWeights:
    """The exponentially weighted mean of a network's weights over the steps."""

    def __init__(self, network: Network, keep: float):
        self.keep = keep
        self.steps = 0
        self.weights = {name: w.detach().clone() for name, w in network.state_dict().items()}

    def update(self, network: Network) -> None:
        """After a step."""
        self.steps += 1
        keep = min(self.keep, self.steps / (self.steps + EMA_WARM_UP))
        for name, w in network.state_dict().items():
            self.weights[name].mul_(keep).add_(w.detach(), alpha=1 - keep)

    def state(self) -> dict[str, Any]:
        """For a checkpoint."""
        return {"steps": self.steps, "weights": self.weights}

    def load(self, saved: dict[str, Any]) -> None:
        self.steps, self.weights = saved["steps"], saved["weights"]
