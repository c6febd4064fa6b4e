"""Types of command-line options, for argparse."""

from __future__ import annotations

import argparse

Part = tuple[int, int]  # (i, n): every n-th of something from the i-th on, counted from 1
WHOLE: Part = (1, 1)


def part(text: str) -> Part:
    """ "I/N" as (I, N)."""
    i, _, n = text.partition("/")
    if i.isdigit() and n.isdigit() and 1 <= int(i) <= int(n):
        return int(i), int(n)
    raise argparse.ArgumentTypeError(f"must be I/N with 1 <= I <= N, not '{text}'")
