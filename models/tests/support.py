"""What several tests need: small shards written by the engine, in a folder that disappears."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

import torch

import data
from shards import Record, Shard

torch.set_num_threads(1)


@functools.cache
def folder() -> Path:
    path = Path(tempfile.mkdtemp(prefix="fastslow-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


@functools.cache
def shard(size: str, family: str = "sudoku", count: int = 5) -> Shard:
    return data.generated(data.Source(family, size, count, 900), folder())


def records(size: str, family: str = "sudoku") -> list[Record]:
    return [shard(size, family)[i] for i in range(len(shard(size, family)))]


def mixed_records() -> list[Record]:
    """Positions of several families: with weighted sums, with hidden literals, and plain."""
    kinds = [("4x4", "sudoku"), ("4x4", "kenken"), ("4x4", "skyscrapers"), ("5x5", "nonogram"), ("6x6", "queens")]
    return [record for size, family in kinds for record in records(size, family)[:5]]
