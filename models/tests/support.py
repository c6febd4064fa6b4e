"""What several tests need: small shards written by the engine, in a folder that disappears, and running commands."""

from __future__ import annotations

import atexit
import functools
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import torch

from models.common.paths import ROOT
from models.pipeline import data
from models.pipeline.plan import Source
from models.pipeline.shards import Record, Shard

torch.set_num_threads(1)


@functools.cache
def folder() -> Path:
    path = Path(tempfile.mkdtemp(prefix="fastslow-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


@functools.cache
def shard(size: str, family: str = "sudoku", count: int = 5) -> Shard:
    return data.generated(Source(family, size, count, 900), folder())


def records(size: str, family: str = "sudoku") -> list[Record]:
    return [shard(size, family)[i] for i in range(len(shard(size, family)))]


def mixed_records() -> list[Record]:
    """Positions of several families: with weighted sums, with hidden literals, and plain."""
    kinds = [("4x4", "sudoku"), ("4x4", "kenken"), ("4x4", "skyscrapers"), ("5x5", "nonogram"), ("6x6", "queens")]
    return [record for size, family in kinds for record in records(size, family)[:5]]


def run_module(*command: str) -> str:
    """What `python3 -m COMMAND` prints; fails with all of its output if it fails."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)
    return done.stdout
