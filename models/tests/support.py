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
def shard(size: str, count: int = 5, positions: int = 6) -> Shard:
    return data.generated(data.Source(size, count, 900, positions), folder())


def records(size: str) -> list[Record]:
    return [shard(size)[i] for i in range(len(shard(size)))]
