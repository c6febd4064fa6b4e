"""What practice does, measured: `fastslow practise` with several seeds, teachers, puzzles and starts.

In: the tool (FASTSLOW_TOOL). Out: results/practice.json: `runs`, a run a line as the tool tells it (tests on held-out
puzzles after so many puzzles practised; `seconds`: processor time of playing and learning; each puzzle's [moves,
escalated, wrong]; `others`: what practice did to other families), and `summary`, what they come to over the seeds
(practice_summary.py). A run that is there already is not repeated; `--only NAME` runs one kind.

teachers  6 x 6 Sudoku from nothing, by each teacher
own       an author's puzzle from nothing
knight    the knight's move with the shipped network
told      rules that no network was trained on, or only the shipped one, without any practice: by the shipped network,
          and by one that practised a few plain Sudokus of six (`first`)
relearned the knight's move, and an author's rule of parity, practised by the latter
matrix    each of some families practised from nothing, and what that makes of the others
replay    futoshiki practised first, binairo then, with and without futoshiki taught beside

    /usr/bin/python3 -m models.study.practice
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, Iterator

from models.study.author_rules import RULES
from models.study.practice_summary import summary_of

ROOT = Path(__file__).parents[2]
OUT = ROOT / "models" / "results" / "practice.json"
TOOL = os.environ.get("FASTSLOW_TOOL", str(ROOT / "build" / "native-release" / "engine" / "fastslow"))
SEEDS = (1, 2, 3, 4, 5)
FEW = (1, 2, 3)  # of what takes long
SHIPPED = "models/fastslow.onnx"
KNIGHTS = "puzzles/practice/sudoku-9x9n.json"
FAMILIES = ("sudoku:6x6", "futoshiki:5x5", "binairo:6x6", "skyscrapers:4x4")
SWITCHES = ("9x9k",)
FIRST = "FIRST"  # stands for the file of what the run practised first
Study = tuple[str, list[str], list[str]]  # name, options, options of what is practised first


def kind(family: str) -> list[str]:
    name, size = family.split(":")
    return ["--family", name, "--size", size]


PLAIN = ["--size", "6x6", "--puzzles", "8", "--every", "8", "--held-out", "4"]
LONG = ["--puzzles", "12", "--every", "12", "--held-out", "8"]


def told(seed: str) -> Iterator[Study]:
    test = ["--puzzles", "0", "--every", "1", "--seed", seed]
    starts: dict[str, list[str]] = {SHIPPED: [], FIRST: [*PLAIN, "--seed", seed]}
    for start, first in starts.items():
        yield "told", ["--from", KNIGHTS, "--held-out", "4", *test, "--start", start], first
        for size in SWITCHES:
            yield "told", ["--size", size, "--held-out", "3", *test, "--start", start], first
        for rule in RULES:
            yield "told", ["--family", "custom", "--deal", rule, "--held-out", "4", *test, "--start", start], first


def small(seed: str) -> Iterator[Study]:
    short = ["--puzzles", "8", "--every", "1", "--held-out", "12"]
    for teacher in ("short", "all", "answers"):
        yield "teachers", [*short, "--teacher", teacher, "--seed", seed], []
    yield "own", ["--family", "custom", "--deal", "puzzles/examples/less.en.json", *short, "--seed", seed], []


def switched(seed: str) -> Iterator[Study]:
    again = ["--from", KNIGHTS, "--puzzles", "6", "--every", "2", "--held-out", "8", "--seed", seed]
    yield "relearned", [*again, "--start", FIRST], [*PLAIN, "--seed", seed]
    own = [
        "--family",
        "custom",
        "--deal",
        "parity",
        "--puzzles",
        "4",
        "--every",
        "2",
        "--held-out",
        "6",
        "--seed",
        seed,
    ]
    yield "relearned", [*own, "--start", FIRST], [*PLAIN, "--seed", seed]


def forgotten(seed: str) -> Iterator[Study]:
    first = [*kind(FAMILIES[1]), *LONG, "--seed", seed]
    then = [*kind(FAMILIES[2]), *LONG, "--seed", seed, "--others", FAMILIES[1], "--start", FIRST]
    yield "replay", then, first
    yield "replay", [*then, "--replay", FAMILIES[1]], first


def matrix(seed: str) -> Iterator[Study]:
    for practised in FAMILIES:
        yield "matrix", [*kind(practised), *LONG, "--seed", seed, "--others", *FAMILIES], []


def knight(seed: str) -> Iterator[Study]:
    held = ["--puzzles", "3", "--every", "1", "--held-out", "3", "--seed", seed]
    yield "knight", ["--size", "9x9n", "--start", SHIPPED, *held], []


def studies() -> Iterator[Study]:
    """Every run, what is quickly done first."""
    for seeds, study in (
        (SEEDS, small),
        (SEEDS, forgotten),
        (FEW, told),
        (FEW, switched),
        (SEEDS, matrix),
        (FEW, knight),
    ):
        for seed in map(str, seeds):
            yield from study(seed)


@cache
def begun_with(first: tuple[str, ...]) -> bytes:
    """The file of the network that practised these first."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "first.onnx"
        subprocess.run([TOOL, "practise", *first, "--json", "/dev/null", "--save", str(out)], check=True, cwd=ROOT)
        return out.read_bytes()


def run(options: list[str], first: list[str]) -> dict[str, Any]:
    """One run of the tool."""
    with tempfile.TemporaryDirectory() as folder:
        out, begun, deal = (Path(folder) / name for name in ("curve.json", "first.onnx", "deal.json"))
        if first:
            begun.write_bytes(begun_with(tuple(first)))
        files = {FIRST: str(begun)}
        if "--deal" in options and options[options.index("--deal") + 1] in RULES:
            rule = options[options.index("--deal") + 1]
            deal.write_text(json.dumps(RULES[rule]()))
            files[rule] = str(deal)
        words = [files.get(word, word) for word in options]
        subprocess.run([TOOL, "practise", *words, "--json", str(out)], check=True, cwd=ROOT)
        told_by_tool = dict(json.loads(out.read_text()))
    names = {path: word for word, path in files.items()}
    return {key: names.get(value, value) if isinstance(value, str) else value for key, value in told_by_tool.items()}


def write(runs: list[dict[str, Any]]) -> None:
    lines = ",\n  ".join(json.dumps(r, separators=(",", ":")) for r in runs)
    summary = json.dumps(summary_of(runs), indent=1)
    OUT.write_text('{\n "summary": ' + summary.replace("\n", "\n ") + ',\n "runs": [\n  ' + lines + "\n ]\n}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", help="one of the studies")
    only = parser.parse_args().only
    runs = json.loads(OUT.read_text())["runs"] if OUT.exists() else []
    known = [(name, options, first) for name, options, first in studies()]
    runs = [r for r in runs if (r["study"], r["options"], r.get("first", [])) in known]
    for name, options, first in known:
        if only not in (None, name) or any(r["options"] == options and r.get("first", []) == first for r in runs):
            continue
        begun = {"first": first} if first else {}
        runs.append({"study": name, "options": options, **begun, **run(options, first)})
        write(runs)
        last = runs[-1]["tests"][-1]
        print(name, " ".join(options), f"-> {last['escalated']} of {last['moves']} escalated, {last['wrong']} wrong",
              flush=True)  # fmt: skip
    write(runs)


if __name__ == "__main__":
    main()
