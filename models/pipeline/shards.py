"""Reads the training shards that `fastslow dataset` writes (format: engine/cli/positions.h).

In: files. Out: `Record`s, one for each position, parsed when asked for.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

import numpy as np

MAGIC = b"FSDATA02"
START, SUBSET, PLAYED, MARKED, MISTAKEN = range(5)  # PositionKind
GROUP_FEATURES = 4
HOLDS, HIDDEN = 1, 2  # bits of a label


@dataclass(frozen=True)
class Rows:
    """Rows of unequal length, one after the other: `sizes` [M], `items` [their sum]."""

    sizes: np.ndarray
    items: np.ndarray

    def padded(self, pad: int) -> np.ndarray:
        """As a matrix [M, longest, at least 1]: the encoder's form."""
        matrix = np.full((len(self.sizes), max(1, int(self.sizes.max(initial=0)))), pad, self.items.dtype)
        row, column = self.places()
        matrix[row, column] = self.items
        return matrix

    def places(self) -> tuple[np.ndarray, np.ndarray]:
        """The row and column of each item."""
        row = np.repeat(np.arange(len(self.sizes)), self.sizes)
        starts = np.cumsum(self.sizes) - self.sizes
        return row, np.arange(len(self.items)) - starts[row]

    def turned(self, count: int) -> tuple["Rows", np.ndarray]:
        """The same incidence seen from the other side, `count` rows of row numbers; and which item became which."""
        order = np.argsort(self.items, kind="stable")
        row, _ = self.places()
        return Rows(np.bincount(self.items, minlength=count), row[order]), order


@dataclass(frozen=True)
class Record:
    """One position: what the encoder says of it, and the answer.

    groups: literals of each counting group; group_features [G, 4]; sums: literals of each weighted group; weights:
    parallel to their items; sum_features [W, 4]; labels [N] of HOLDS and HIDDEN.
    """

    puzzle: int
    kind: int
    text: str
    groups: Rows
    group_features: np.ndarray
    sums: Rows
    weights: np.ndarray
    sum_features: np.ndarray
    labels: np.ndarray

    @property
    def literals(self) -> int:
        return len(self.labels)

    def encoded(self) -> dict[str, np.ndarray]:
        """The tensors of engine/policy/encoder.h."""
        n, g, w = self.literals, len(self.groups.sizes), len(self.sums.sizes)
        of_literal, _ = self.groups.turned(n)
        sums_of_literal, order = self.sums.turned(n)
        index, number = np.int32, np.float32
        return {
            "literal_groups": of_literal.padded(g).astype(index),
            "group_literals": self.groups.padded(n).astype(index),
            "group_features": self.group_features.astype(number),
            "literal_sums": sums_of_literal.padded(w).astype(index),
            "literal_coefficients": Rows(sums_of_literal.sizes, self.weights[order]).padded(0).astype(number),
            "sum_literals": self.sums.padded(n).astype(index),
            "sum_coefficients": Rows(self.sums.sizes, self.weights).padded(0).astype(number),
            "sum_features": self.sum_features.astype(number),
        }


def parse_record(body: memoryview) -> Record:
    """The record whose bytes after the length field are `body`."""
    puzzle, kind, n, g, w, e, f, t = struct.unpack_from("<8I", body)
    offset = 32

    def take(dtype: str, count: int) -> np.ndarray:
        nonlocal offset
        array = np.frombuffer(body, dtype, count, offset)
        offset += array.nbytes
        return array

    group_features = take("<f4", g * GROUP_FEATURES).reshape(g, GROUP_FEATURES)
    sum_features = take("<f4", w * GROUP_FEATURES).reshape(w, GROUP_FEATURES)
    weights = take("<f4", f)
    groups = Rows(*(take("<u2", count).astype(np.int64) for count in (g, e)))
    sums = Rows(*(take("<u2", count).astype(np.int64) for count in (w, f)))
    labels = take("u1", n)
    text = bytes(take("u1", t)).decode()
    if offset != len(body):
        raise ValueError("a record's length does not fit its shapes")
    return Record(puzzle, kind, text, groups, group_features, sums, weights, sum_features, labels)


class Shard:
    """The records of one file, or of several that are parts of one, by puzzle. Mapped into memory; a record is parsed
    when asked for."""

    def __init__(self, paths: Sequence[Path]):
        self._files = [np.memmap(path, np.uint8, "r").data for path in paths]
        bodies: list[tuple[int, int, int, int]] = []
        for number, (path, data) in enumerate(zip(paths, self._files)):
            if bytes(data[:8]) != MAGIC:
                raise ValueError(f"{path} is not a Fastslow data set of this version")
            offset = 8
            while offset + 4 <= len(data):
                size, puzzle = struct.unpack_from("<2I", data, offset)
                bodies.append((puzzle, number, offset + 4, offset + 4 + size))
                offset += 4 + size
            if offset != len(data):
                raise ValueError(f"{path} ends in the middle of a record")
        self._bodies = sorted(bodies, key=lambda body: body[0])  # stable: positions keep their order

    def __len__(self) -> int:
        return len(self._bodies)

    def _body(self, i: int) -> memoryview:
        _, file, start, end = self._bodies[i]
        return self._files[file][start:end]

    def __getitem__(self, i: int) -> Record:
        return parse_record(self._body(i))

    def edges(self, i: int) -> int:
        """How many literals its groups and sums have, without parsing the rest: what it costs to think about."""
        e, f = struct.unpack_from("<2I", self._body(i), 20)
        return e + f

    def kind(self, i: int) -> int:
        """Its PositionKind without parsing the rest."""
        (kind,) = struct.unpack_from("<I", self._body(i), 4)
        return int(kind)

    def text(self, i: int) -> str:
        """The puzzle's text without parsing the rest."""
        body = self._body(i)
        (length,) = struct.unpack_from("<I", body, 28)
        return bytes(body[len(body) - length :]).decode()
