"""Plays puzzles alone, the most confident move first: the policy without anybody to check it.

The board is the engine's (`fastslow arena`, engine/cli/dataset.h): it encodes, places and judges. In: a network and the
arguments that name puzzles. Out: how each puzzle ended.
"""

from __future__ import annotations

import struct
import subprocess
from dataclasses import dataclass, field
from typing import IO, Callable, Sequence

import torch

from models.common import engine_tool
from models.pipeline.graph_batch import Batch, union
from models.pipeline.network import Network
from models.pipeline.objective import best_of_domains, read
from models.pipeline.shards import HOLDS, Record, parse_record

EDGES = 150_000  # in one union: bounds the memory


@dataclass
class Outcome:
    """How each puzzle ended, by its index: whether it was finished without a mistake, and after how many moves."""

    finished: dict[int, bool] = field(default_factory=dict)
    moves: dict[int, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        return sum(self.finished.values()) / max(1, len(self.finished))


def unions(records: Sequence[Record]) -> list[list[Record]]:
    """The records, some at a time."""
    some: list[list[Record]] = [[]]
    edges = 0
    for record in records:
        edges += len(record.groups.items) + len(record.sums.items)
        if some[-1] and edges > EDGES:
            some.append([])
            edges = len(record.groups.items) + len(record.sums.items)
        some[-1].append(record)
    return some


@torch.no_grad()
def choose(network: Network, records: Sequence[Record], iterations: int) -> list[int]:
    """Each position's most probable row, of the visible ones."""
    rows: list[int] = []
    for some in unions(records):
        batch: Batch = union(some)
        thought = network.look(batch.to(network.device), iterations)
        log_p = read(network.logits(thought).cpu(), batch)
        best, _ = best_of_domains(log_p, batch)
        start = 0
        for i, record in enumerate(some):
            own = best[batch.position[best] == i]
            rows.append(int(own[log_p[own].argmax()]) - start)
            start += record.literals
    return rows


def finished_alone(network: Network, arguments: Sequence[str], iterations: int) -> Outcome:
    """Plays the puzzles that the arguments of `fastslow arena` name."""
    return played(arguments, lambda records: choose(network, records, iterations))


def played(arguments: Sequence[str], chooser: Callable[[Sequence[Record]], list[int]]) -> Outcome:
    """The same with whatever chooses a row of each position."""
    command = [engine_tool.path(), "arena", *arguments]
    outcome = Outcome()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as arena:
        assert arena.stdin and arena.stdout
        playing: dict[int, bool] = {}  # puzzle -> whether its last move was right
        while records := _round(arena.stdout):
            for puzzle in set(playing) - {record.puzzle for record in records}:
                outcome.finished[puzzle] = playing.pop(puzzle)
            rows = chooser(records)
            for record, row in zip(records, rows):
                playing[record.puzzle] = bool(record.labels[row] & HOLDS)
                outcome.moves[record.puzzle] = outcome.moves.get(record.puzzle, 0) + 1
            arena.stdin.write(struct.pack(f"<{len(rows)}i", *rows))
            arena.stdin.flush()
        outcome.finished.update(playing)
    if arena.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with code {arena.returncode}")
    return outcome


def _round(stream: IO[bytes]) -> list[Record]:
    header = stream.read(4)
    if len(header) < 4:
        return []
    (count,) = struct.unpack("<I", header)
    records = []
    for _ in range(count):
        (size,) = struct.unpack("<I", stream.read(4))
        records.append(parse_record(memoryview(stream.read(size))))
    return records
