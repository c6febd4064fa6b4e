#!/usr/bin/env python3
"""Counts solutions with a solver that shares nothing with Fastslow: MiniZinc's Gecode.

    python3 tests/interop/minizinc.py build/native-release/engine/fastslow [--count N] [--only FAMILY]

For generated puzzles of each family, which have one solution, and for looser ones below, which have several, the
declaration is exported and all its solutions are counted by Gecode. `fastslow export --to count` must agree. (It
counts what the search finds; Z3 is held against the search by the engine's own tests.) Exit code 1 on disagreement.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from typing import Any, Iterator

# Puzzles with several solutions or none, by family.
LOOSE = {
    "sudoku": ["................", "1...............", "12.............."],
    "map": ["2x2:ab/ab", "3x3:aab/cdb/cee:1....", "4x3:aaaa/abbc/addc", "5x5n8:adcaaaaabeaababbdeaaa,h"],
    "knights": ["A:knight(B)", "A:knave(B);B:same(AC)", "A:exactly(2,BCDE);C:or(knave(A),and(knight(B),knave(E)))"],
    "zebra": ["3x2:english=red", "3x3:red..english;milk(tea)red", "4x3:tea=1", "3x2:red!1;english~red"],
    "queens": ["4x4:................", "6x6:" + "." * 36, "8x8:" + "." * 64],
    "binairo": ["4x4:" + "." * 16, "4x4u:" + "." * 16],
    "futoshiki": ["3:0,0,0,0,0,0,0,0,0,", "4:0R,0,0,0,0,0,0D,0,0,0,0,0,0,0,0,0,"],
    "kenken": ["aab/cab/ccb;6+,6+,6+", "aaa/bbb/ccc;6+,6+,6+", "aabb/aabb/ccdd/ccdd;10+,10+,10+,10+"],
    "nonogram": ["5x5:1/1/1/1/1/1/1/1/1/1", "4x4:1/2/1/1/1/1/1/2"],
    "minesweeper": ["3x3n2:1........", "4x4n3:....2.......1..."],
    "lightup": ["3x3:.........", "5x5:....B.....B.1.3.....0...."],
}

# Above this there is nothing to learn from counting.
MAX_SOLUTIONS = 20000


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def export(tool: str, family: str, text: str, to: str) -> str:
    done = run([tool, "export", "--family", family, "--to", to, "--", text])
    if done.returncode != 0:
        raise ValueError(done.stderr.strip())
    return done.stdout


def gecode_count(model: str) -> int:
    with tempfile.NamedTemporaryFile("w", suffix=".mzn") as file:
        file.write(model)
        file.flush()
        command = ["minizinc", "--solver", "gecode", "--all-solutions", file.name]
        done = run(command)
    lines = done.stdout.splitlines()
    if done.returncode != 0 or not ("==========" in lines or "=====UNSATISFIABLE=====" in lines):
        raise ValueError(f"gecode: {done.stderr.strip()[:300]}")
    answers = [line for line in lines if not line.startswith(("-----", "====="))]
    if len(set(answers)) != len(answers):
        raise ValueError("two solutions differ in hidden variables only")
    return len(answers)


def samples(tool: str, family: dict[str, Any], count: int) -> Iterator[str]:
    for size in family["dimensions"][:2]:
        if size["game"]:
            continue
        command = [tool, "generate", "--family", family["id"], "--size", size["id"], "--count", str(count)]
        yield from run(command).stdout.split("\n")
    yield from LOOSE.get(family["id"], [])


def check_family(tool: str, family: dict[str, Any], count: int) -> bool:
    counts = []
    failures = []
    for text in samples(tool, family, count):
        if not text:
            continue
        try:
            ours = int(export(tool, family["id"], text, "count"))
            if ours > MAX_SOLUTIONS:
                continue
            theirs = gecode_count(export(tool, family["id"], text, "minizinc"))
        except ValueError as error:
            failures.append(f"{text}: {error}")
            continue
        counts.append(theirs)
        if ours != theirs:
            failures.append(f"{text}: {ours} solutions here, {theirs} by Gecode")
    several = sorted({n for n in counts if n != 1})
    verdict = "ok" if not failures else f"{len(failures)} complaints"
    print(f"{family['id']:12} {len(counts):3} puzzles, other counts than 1: {several or 'none'}  {verdict}", flush=True)
    for text in failures[:5]:
        print("    " + text)
    return not failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", help="path of the fastslow tool")
    parser.add_argument("--count", type=int, default=2, help="generated puzzles for each of the two smallest sizes")
    parser.add_argument("--only", action="append", help="just this family (may be repeated)")
    options = parser.parse_args()
    tool = os.path.abspath(options.tool)
    if not shutil.which("minizinc"):
        print("skipped: minizinc is not installed")
        return 0
    fine = True
    for family in json.loads(run([tool, "families", "--json"]).stdout):
        if not options.only or family["id"] in options.only:
            fine = check_family(tool, family, options.count) and fine
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
