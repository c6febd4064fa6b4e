#!/usr/bin/env python3
"""Measures every entry of every pack again: one solution, the stated level, the stated longest explanation.

    python3 tests/interop/packs.py build/native-release/engine/fastslow
"""

import collections
import json
import pathlib
import subprocess
import sys
from typing import Any, Iterator

PUZZLES = pathlib.Path(__file__).resolve().parents[2] / "puzzles"
AT_LEAST = 60


def rated(tool: str, family: str, texts: list[str]) -> list[dict[str, Any]]:
    command = [tool, "rate", "--family", family, "--json", "--file", "-"]
    answer = subprocess.run(command, input="\n".join(texts) + "\n", capture_output=True, text=True, check=False)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def mistakes(tool: str, family: str) -> Iterator[str]:
    pack = json.loads((PUZZLES / f"{family}.json").read_text())
    entries = pack["puzzles"]
    if pack["family"] != family or len(entries) < AT_LEAST:
        yield f"{len(entries)} puzzles of {pack['family']}"
    if len({entry["text"] for entry in entries}) < len(entries):
        yield "a puzzle occurs twice"
    ratings = rated(tool, family, [entry["text"] for entry in entries])
    if len(ratings) != len(entries):
        yield f"{len(ratings)} of {len(entries)} puzzles could be measured"
    for entry, rating in zip(entries, ratings):
        found = (rating.get("unique"), rating.get("level"), max(1, rating.get("hardest", 0)))
        if found != (True, entry["level"], entry["hardest"]):
            yield f"{entry['text'][:60]}: {found} is not what the pack says"
    levels = collections.Counter(entry["level"] for entry in entries)
    print(f"{family:<14} " + ", ".join(f"{count} {level}" for level, count in levels.items()))


def main() -> int:
    tool = sys.argv[1]
    families = json.loads(subprocess.run([tool, "families", "--json"], capture_output=True, check=True).stdout)
    wrong = 0
    for family in (f["id"] for f in families if f["listed"]):
        for mistake in mistakes(tool, family):
            print(f"{family}: {mistake}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
