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
relearned the knight's move practised by the latter
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
from pathlib import Path
from typing import Any, Iterator

from models.study.author_rules import RULES
from models.study.practice_summary import summary_of

ROOT = Path(__file__).parents[2]
OUT = ROOT / "models" / "results" / "practice.json"
SEEDS = (1, 2, 3, 4, 5)
SHIPPED = "models/fastslow.onnx"
KNIGHTS = "puzzles/practice/sudoku-9x9n.json"
FAMILIES = ("sudoku:6x6", "futoshiki:5x5", "binairo:6x6", "skyscrapers:4x4")
SWITCHES = ("9x9x", "9x9n", "9x9j", "9x9k")
FIRST = "FIRST"  # stands for the file of what the run practised first
Study = tuple[str, list[str], list[str]]  # name, options, options of what is practised first


def kind(family: str) -> list[str]:
    name, size = family.split(":")
    return ["--family", name, "--size", size]


def told(seed: str) -> Iterator[Study]:
    plain = ["--size", "6x6", "--puzzles", "8", "--every", "8", "--held-out", "4", "--seed", seed]
    test = ["--puzzles", "0", "--every", "1", "--seed", seed]
    for start, first in ((SHIPPED, []), (FIRST, plain)):
        for size in SWITCHES:
            yield "told", ["--size", size, "--held-out", "3", *test, "--start", start], first
        for rule in RULES:
            yield "told", ["--family", "custom", "--deal", rule, "--held-out", "4", *test, "--start", start], first
    again = ["--from", KNIGHTS, "--puzzles", "6", "--every", "2", "--held-out", "8", "--seed", seed]
    yield "relearned", [*again, "--start", FIRST], plain


def studies() -> Iterator[Study]:
    """Every run."""
    small = ["--puzzles", "12", "--every", "1", "--held-out", "12"]
    long = ["--puzzles", "24", "--every", "4", "--held-out", "12"]
    for seed in map(str, SEEDS):
        for teacher in ("short", "all", "answers"):
            yield "teachers", [*small, "--teacher", teacher, "--seed", seed], []
        own = ["--family", "custom", "--deal", "puzzles/examples/less.en.json"]
        yield "own", [*own, *small, "--seed", seed], []
    for seed in map(str, SEEDS):
        yield from told(seed)
        first = [*kind(FAMILIES[1]), *long, "--seed", seed]
        then = [*kind(FAMILIES[2]), *long, "--seed", seed, "--others", FAMILIES[1], "--start", FIRST]
        yield "replay", then, first
        yield "replay", [*then, "--replay", FAMILIES[1]], first
        for practised in FAMILIES:
            yield "matrix", [*kind(practised), *long, "--seed", seed, "--others", *FAMILIES], []
    for seed in map(str, SEEDS):
        held = ["--puzzles", "3", "--every", "1", "--held-out", "3", "--seed", seed]
        yield "knight", ["--size", "9x9n", "--start", SHIPPED, *held], []


def run(options: list[str], first: list[str]) -> dict[str, Any]:
    """One run of the tool."""
    tool = os.environ.get("FASTSLOW_TOOL", str(ROOT / "build" / "native-release" / "engine" / "fastslow"))
    with tempfile.TemporaryDirectory() as folder:
        out, begun, deal = (Path(folder) / name for name in ("curve.json", "first.onnx", "deal.json"))
        if first:
            subprocess.run([tool, "practise", *first, "--json", str(out), "--save", str(begun)], check=True, cwd=ROOT)
        files = {FIRST: str(begun)}
        if "--deal" in options and options[options.index("--deal") + 1] in RULES:
            rule = options[options.index("--deal") + 1]
            deal.write_text(json.dumps(RULES[rule]()))
            files[rule] = str(deal)
        words = [files.get(word, word) for word in options]
        subprocess.run([tool, "practise", *words, "--json", str(out)], check=True, cwd=ROOT)
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
