"""Plays puzzles alone, the most confident move first: the policy without anybody to check it."""

from __future__ import annotations

from typing import Sequence

import numpy as np
import torch

from batch import union
from network import Network
from objective import log_probabilities
from shards import Record

AT_LEAST, AT_MOST, OPEN_SHARE = 1, 2, 3  # columns of group_features
ROOM = 128  # positions in one union


def after_placing(record: Record, row: int) -> Record:
    """The encoder's tensors after placing the literal of `row`.

    Follows engine/policy/encoder.cc on a record: the literal and what it excludes directly disappear,
    bounds are met, and groups that no longer say anything are dropped.
    """
    n, g = record.literals, record.groups
    hit = np.zeros(g, bool)
    hit[record.literal_groups[row][record.literal_groups[row] < g]] = True
    is_domain = record.group_features[:, 0] > 0
    at_least = record.group_features[:, AT_LEAST] - hit
    at_most = record.group_features[:, AT_MOST] - hit

    gone = np.zeros(n + 1, bool)
    gone[record.group_literals[hit & (at_most <= 0)]] = True
    gone[[row, n]] = [True, True]
    stays = ~gone[record.group_literals]  # [G, K]
    count = stays.sum(1)
    at_least, at_most = np.clip(at_least, 0, count), np.clip(at_most, 0, count)
    kept = (count > 0) & ((at_least > 0) | (at_most < count) | is_domain)

    literals = ~gone[:n]
    new_row = np.append(np.cumsum(literals) - 1, 0)
    new_group = np.append(np.cumsum(kept) - 1, 0)
    rows, groups = int(literals.sum()), int(kept.sum())
    alive = np.append(kept, False)[record.literal_groups[literals]]
    features = np.stack([is_domain, at_least, at_most, 1 / np.maximum(count, 1)], 1)[kept]
    return Record(
        record.puzzle,
        record.kind,
        record.text,
        _pack(new_group[record.literal_groups[literals]], alive, groups),
        _pack(new_row[record.group_literals[kept]], stays[kept], rows),
        features.astype(np.float32),
        record.labels[literals],
    )


def _pack(values: np.ndarray, wanted: np.ndarray, pad: int) -> np.ndarray:
    """Moves each row's wanted values to its front, fills up with `pad`, drops columns of nothing else."""
    front = np.argsort(~wanted, axis=1, kind="stable")
    packed = np.take_along_axis(np.where(wanted, values, pad), front, 1)
    width = int(wanted.sum(1).max()) if len(wanted) else 0
    return packed[:, :width]


@torch.no_grad()
def choose(network: Network, records: Sequence[Record]) -> list[int]:
    """Each position's most probable row."""
    batch = union(records)
    log_p = log_probabilities(network(*batch.inputs), batch.domains, batch.group_features.shape[0]).numpy()
    ends = np.cumsum([r.literals for r in records])
    return [int(log_p[end - r.literals : end].argmax()) for r, end in zip(records, ends)]


def finished_alone(network: Network, starts: Sequence[Record]) -> list[bool]:
    """Whether each puzzle is finished without one wrong move."""
    finished = [False] * len(starts)
    playing = dict(enumerate(starts))
    while playing:
        names = list(playing)
        for i in range(0, len(names), ROOM):
            some = names[i : i + ROOM]
            for name, row in zip(some, choose(network, [playing[s] for s in some])):
                record = playing.pop(name)
                if not record.labels[row]:
                    continue
                rest = after_placing(record, row)
                finished[name] = rest.literals == 0
                if not finished[name]:
                    playing[name] = rest
    return finished
