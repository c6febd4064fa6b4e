"""Several looks at one position from different states, and the rules' own judgement of what each has seen.

A *picture* is each variable's most probable value. How many rules it breaks is known exactly and for nothing: a picture
that breaks none is a solution, whoever drew it. So several looks may be tried, and the rules choose between them.

In: a `Network`, records, how many looks, of how many iterations, with how much noise. Out: a `Picture` for each record
and look.

Source of the idea: a recurrent network started from several random states, and a verifier that chooses; reported as the
cheapest way to more from trained weights by arXiv 2605.19943 and 2605.21488.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

import torch
from torch import Tensor

from models.pipeline.graph_batch import Batch, Incidence, union
from models.pipeline.network import Network, Thought, to_groups
from models.pipeline.objective import peaks_of, read
from models.pipeline.play import unions
from models.pipeline.shards import Record

SLACK = 1e-3  # weights of sums are told in units, as floats


@dataclass(frozen=True)
class Looking:
    """How many looks at a position; how many iterations each; standard deviation of the states at the start, from the
    second look on; whether the first is an ordinary one; the random numbers' seed."""

    looks: int = 1
    iterations: int = 24
    noise: float = 0.2
    seed: int = 1


@dataclass(frozen=True)
class Picture:
    """What one look saw: rules broken, sureness, whether it is the answer, and the log-probabilities of its rows."""

    broken: int
    sureness: float
    right: bool
    log_p: Tensor


def begin(network: Network, batch: Batch, sizes: Sequence[int], first: int, looking: Looking) -> Thought:
    """The states that the looks start from: the n-th of a union's looks (`sizes`: their literals) is look number
    (first + n) % looks of its record, and number 0 starts from the usual states."""
    width = network.config.state
    noise = []
    for i, size in enumerate(sizes):
        number = (first + i) % looking.looks
        generator = torch.Generator().manual_seed(1000 * looking.seed + number)
        noise.append(torch.randn(size, width, generator=generator) if number else torch.zeros(size, width))
    thought = network.begin(batch)
    return Thought(thought.state + looking.noise * torch.cat(noise), thought.message, thought.load)


def _out_of_bounds(values: Tensor, features: Tensor, rows: Incidence, batch: Batch) -> Tensor:
    """How many of the groups are not met in each position [positions]."""
    found = torch.zeros(batch.positions)
    if len(values):
        bad = (values < features[:, 1] - SLACK) | (values > features[:, 2] + SLACK)
        found.index_add_(0, batch.position[rows.literals[rows.group_offsets]], bad.float())
    return found


def broken(batch: Batch, logits: Tensor) -> tuple[Tensor, Tensor]:
    """Of each position: how many of the open rules its picture breaks; whether the picture is the answer."""
    best = logits >= peaks_of(logits, batch.domain, batch.group_features.shape[0])
    column = best.float().unsqueeze(1)
    counted = to_groups(column, batch.groups).squeeze(1)
    summed = to_groups(column, batch.sums, batch.weights).squeeze(1)
    number = _out_of_bounds(counted, batch.group_features, batch.groups, batch)
    number = number + _out_of_bounds(summed, batch.sum_features, batch.sums, batch)
    slips = torch.zeros(batch.positions).index_add(0, batch.position, ((best != batch.holds) & ~batch.hidden).float())
    return number, slips == 0


@torch.no_grad()
def pictures(network: Network, records: Sequence[Record], looking: Looking) -> list[list[Picture]]:
    """Of each record the pictures of all looks, the ordinary one first."""
    flat: list[Picture] = []
    for some in unions([record for record in records for _ in range(looking.looks)]):
        batch = union(some)
        sizes = [record.literals for record in some]
        thought = network.look(batch, looking.iterations, begin(network, batch, sizes, len(flat), looking))
        logits = network.logits(thought)
        number, right = broken(batch, logits)
        sure = torch.sigmoid(network.judgement(batch, thought))
        rows = read(logits, batch).split(sizes)
        flat += [Picture(int(n), float(s), bool(r), p) for n, s, r, p in zip(number, sure, right, rows)]
    return [flat[i : i + looking.looks] for i in range(0, len(flat), looking.looks)]
