#!/usr/bin/env python3
"""Holds Fastslow against Simon Tatham's Portable Puzzle Collection (Debian: sgt-puzzles).

    python3 tests/interop/tatham.py build/native-release/engine/fastslow
        [--count N] [--first SEED] [--family F] [--not-family F]

Generates game IDs with fixed seeds, in several sizes and difficulties. Fastslow must read each, write the same ID
back, and find exactly one solution where Tatham's generator promises it. One game of each kind is saved to a file, too,
and read from there. Exit code 1 if anything differs.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from typing import Iterator

# kind: (program, family, parameters; the difficulties are the letters after "d")
KINDS = {
    "solo": ("solo", "sudoku", ["2x2db", "2x3db", "3x3db", "3x3di", "3x3da", "3x3du"]),
    "solo x": ("solo", "sudoku", ["2x3xdb", "3x3xdi", "3x3xda"]),
    "solo jigsaw": ("solo", "sudoku", ["6jdb", "9jdb", "9jdi"]),
    "solo killer": ("solo", "sudoku", ["2x3kdb", "3x3kdb", "3x3kdi"]),
    "unequal": ("unequal", "futoshiki", ["4dt", "5de", "5dk", "6dx"]),
    "unequal adjacent": ("unequal", "futoshiki", ["4adt", "5ade", "5adk"]),
    "towers": ("towers", "skyscrapers", ["4de", "5de", "5dh", "6dx"]),
    "keen": ("keen", "kenken", ["4de", "5dn", "6dh", "6dx"]),
    "unruly": ("unruly", "binairo", ["6x6dt", "8x8de", "8x8dn", "10x10dn"]),
    "unruly unique": ("unruly", "binairo", ["6x6udt", "8x8udn"]),
    "pattern": ("pattern", "nonogram", ["5x5", "10x10", "15x15"]),
    "mines": ("mines", "minesweeper", ["6x6n6", "9x9n10", "9x9n35"]),
    "lightup": ("lightup", "lightup", ["5x5b20s4d0", "7x7b20s4d1", "10x10b20s2d2"]),
    "map": ("map", "map", ["5x5n8de", "10x8n15dn", "15x12n25dh", "20x15n30dn"]),
}

# Boards of these hide themselves until they are dug up.
NOT_UNIQUE = {"mines"}


def find_program(name: str) -> str | None:
    return shutil.which("sgt-" + name) or shutil.which(f"/usr/games/sgt-{name}")


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def game_ids(program: str, parameters: str, seeds: range) -> Iterator[str]:
    """One process for each seed: IDs are reproducible one by one."""
    for seed in seeds:
        made = run([program, "--generate", "1", f"{parameters}#{seed}"])
        if made.returncode != 0:
            raise RuntimeError(f"{program} {parameters}: {made.stderr.strip()}")
        yield made.stdout.strip()


def status_of(tool: str, family: str, game_id: str) -> str:
    solved = run([tool, "solve", "--family", family, "--json", "--", game_id])
    try:
        return json.loads(solved.stdout)["status"]
    except (ValueError, KeyError):
        return f"no answer ({solved.stderr.strip()})"


def unmasked(masked: str, bits: int) -> bytearray:
    """The bits behind a masked layout: two halves, each veiled with the SHA-1 of the other (see misc.c there)."""
    data = bytearray.fromhex(masked + "0" * (len(masked) % 2))
    middle = len(data) // 2
    for seed, target in ((slice(0, middle), slice(middle, None)), (slice(middle, None), slice(0, middle))):
        veil = b""
        block = 0
        while len(veil) < len(data):
            veil += hashlib.sha1(bytes(data[seed]) + str(block).encode()).digest()
            block += 1
        data[target] = bytes(a ^ b for a, b in zip(data[target], veil))
        if bits % 8:
            data[-1] &= 0xFF00 >> bits % 8 & 0xFF
    return data


def wrong_clues(tool: str, game_id: str) -> list[str]:
    """What Fastslow shows as dug up, held against the mines that this script finds in the ID by itself."""
    size, rest = game_id.split(":")
    width, height = map(int, size.split("x"))
    column, row, layout = rest.split(",")
    bits = unmasked(layout[1:], width * height)
    mines = {divmod(i, width) for i in range(width * height) if bits[i // 8] & (0x80 >> i % 8)}
    shown = run([tool, "export", "--family", "minesweeper", "--to", "id", "--", game_id]).stdout.strip()
    head, squares = shown.split(";")[0].split(":")
    if head != f"{size}n{len(mines)}":
        return [f"{len(mines)} mines, but shown as {head}"]
    found = [] if squares[int(row) * width + int(column)].isdigit() else ["the first square is not dug"]
    for i, shown in enumerate(squares):
        r, c = divmod(i, width)
        around = sum((y, x) in mines for y in (r - 1, r, r + 1) for x in (c - 1, c, c + 1))
        if shown != "." and shown != str(around):
            found.append(f"row {r + 1}, column {c + 1} shows {shown}, has {around}")
    return found


def complaints(tool: str, kind: str, family: str, game_id: str) -> list[str]:
    written = run([tool, "export", "--family", family, "--to", "tatham", "--", game_id])
    if written.returncode != 0:
        return [f"not read: {written.stderr.strip()}"]
    found = []
    if written.stdout.strip() != game_id:
        found.append(f"written back as {written.stdout.strip()}")
    if kind == "mines":
        found += wrong_clues(tool, game_id)
    if kind not in NOT_UNIQUE:
        status = status_of(tool, family, game_id)
        if status != "solved":
            found.append(f"status {status}")
    return found


def wrong_save(tool: str, program: str, parameters: str, game_id: str, seed: int) -> list[str]:
    """The first game's saved file: read for what it is, whatever family is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        run([program, "--generate", "1", "--save", f"{folder}/game", "--save-suffix", ".sav", f"{parameters}#{seed}"])
        saves = os.listdir(folder)
        if len(saves) != 1:
            return ["nothing was saved"]
        read = run([tool, "export", "--family", "queens", "--to", "tatham", "--file", f"{folder}/{saves[0]}"])
    return [] if read.stdout.strip() == game_id else [f"saved as {read.stdout.strip() or read.stderr.strip()}"]


def families_of(tool: str) -> set[str]:
    return {family["id"] for family in json.loads(run([tool, "families", "--json"]).stdout)}


def check_kind(tool: str, kind: str, seeds: range) -> bool:
    name, family, sizes = KINDS[kind]
    total = 0
    failures = []
    program = find_program(name)
    if program is None:
        print(f"{kind:18} no program sgt-{name}")
        return False
    for parameters in sizes:
        for number, game_id in enumerate(game_ids(program, parameters, seeds)):
            total += 1
            if number == 0:
                failures += [
                    (parameters, game_id, text) for text in wrong_save(tool, program, parameters, game_id, seeds.start)
                ]
            failures += [(parameters, game_id, text) for text in complaints(tool, kind, family, game_id)]
    verdict = "ok" if not failures else f"{len(failures)} complaints"
    print(f"{kind:18} {' '.join(sizes):42} {total:5} IDs  {verdict}", flush=True)
    for parameters, game_id, text in failures[:5]:
        print(f"    {parameters} {game_id}\n        {text}")
    return not failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", help="path of the fastslow tool")
    parser.add_argument("--count", type=int, default=5, help="IDs for each size and difficulty")
    parser.add_argument("--first", type=int, default=1, help="the first of the seeds")
    parser.add_argument("--family", help="just the kinds of this family")
    parser.add_argument("--not-family", help="just the kinds of the others")
    options = parser.parse_args()
    tool = os.path.abspath(options.tool)
    if not find_program("map"):
        print("skipped: Debian's sgt-puzzles is not installed")
        return 0
    known = families_of(tool)
    fine = True
    for kind, (_, family, _) in KINDS.items():
        if options.family not in (None, family) or options.not_family == family:
            continue
        if family not in known:
            print(f"{kind:18} no family {family}")
            fine = False
        else:
            fine = check_kind(tool, kind, range(options.first, options.first + options.count)) and fine
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
