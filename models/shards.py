"""Reads the training shards that `fastslow dataset` writes (format: engine/cli/dataset.h)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MAGIC = b"FSDATA01"
START, SUBSET, PLAYED, MARKED = range(4)  # PositionKind
GROUP_FEATURES = 4


@dataclass(frozen=True)
class Record:
    """One position: the encoder's tensors and the answer.

    literal_groups [N, D] int64, group_literals [G, K] int64 (padded with G and N),
    group_features [G, 4] float32, labels [N] float32.
    """

    puzzle: int
    kind: int
    text: str
    literal_groups: np.ndarray
    group_literals: np.ndarray
    group_features: np.ndarray
    labels: np.ndarray

    @property
    def literals(self) -> int:
        return self.literal_groups.shape[0]

    @property
    def groups(self) -> int:
        return self.group_literals.shape[0]


def parse_record(body: memoryview) -> Record:
    """The record whose bytes after the length field are `body`."""
    puzzle, kind, n, g, d, k, t = struct.unpack_from("<7I", body)
    offset = 28

    def take(dtype: str, count: int) -> np.ndarray:
        nonlocal offset
        array = np.frombuffer(body, dtype, count, offset)
        offset += array.nbytes
        return array

    features = take("<f4", g * GROUP_FEATURES).reshape(g, GROUP_FEATURES)
    literal_groups = take("<u2", n * d).reshape(n, d).astype(np.int64)
    group_literals = take("<u2", g * k).reshape(g, k).astype(np.int64)
    labels = take("u1", n).astype(np.float32)
    text = bytes(take("u1", t)).decode()
    if offset != len(body):
        raise ValueError("a record's length does not fit its shapes")
    return Record(puzzle, kind, text, literal_groups, group_literals, features, labels)


class Shard:
    """A shard file, mapped into memory; records are parsed when asked for."""

    def __init__(self, path: Path):
        self._data = memoryview(np.memmap(path, np.uint8, "r"))
        if bytes(self._data[:8]) != MAGIC:
            raise ValueError(f"{path} is not a Fastslow data set")
        self._bodies: list[tuple[int, int]] = []
        offset = 8
        while offset < len(self._data):
            (size,) = struct.unpack_from("<I", self._data, offset)
            self._bodies.append((offset + 4, offset + 4 + size))
            offset += 4 + size
        if offset != len(self._data):
            raise ValueError(f"{path} ends in the middle of a record")

    def __len__(self) -> int:
        return len(self._bodies)

    def __getitem__(self, i: int) -> Record:
        start, end = self._bodies[i]
        return parse_record(self._data[start:end])

    def header(self, i: int) -> tuple[int, int]:
        """(puzzle, number of literals) without parsing the rest."""
        puzzle, _, n = struct.unpack_from("<3I", self._data, self._bodies[i][0])
        return puzzle, n

    def text(self, i: int) -> str:
        """The puzzle's text without parsing the rest."""
        start, end = self._bodies[i]
        (length,) = struct.unpack_from("<I", self._data, start + 24)
        return bytes(self._data[end - length : end]).decode()
