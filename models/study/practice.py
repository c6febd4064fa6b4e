"""What practice does, measured: `fastslow practise` with several seeds, teachers, puzzles and starts.

In: the tool (FASTSLOW_TOOL). Out: results/practice.json, a run a line as the tool tells it: tests on held-out puzzles
after so many puzzles practised (`seconds`: processor time of playing and learning), each puzzle's [moves, escalated,
wrong], and `others`: what practice did to other families. A run that is there already is not repeated; `--only NAME`
runs one kind.

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

ROOT = Path(__file__).parents[2]
OUT = ROOT / "models" / "results" / "practice.json"
SEEDS = (1, 2, 3)
SHIPPED = "models/fastslow.onnx"
FAMILIES = ("sudoku:6x6", "futoshiki:5x5", "binairo:6x6", "skyscrapers:4x4")


def studies() -> Iterator[tuple[str, list[str]]]:
    """Name and options of every run."""
    small = ["--puzzles", "12", "--every", "1", "--held-out", "12"]
    long = ["--puzzles", "24", "--every", "4", "--held-out", "12"]
    for seed in SEEDS:
        for teacher in ("short", "all", "answers"):
            yield "teachers", [*small, "--teacher", teacher, "--seed", str(seed)]
        yield "own", ["--family", "custom", "--deal", "puzzles/examples/less.en.json", *small, "--seed", str(seed)]
        yield "knight", ["--size", "9x9n", "--start", SHIPPED, "--puzzles", "3", "--every", "1", "--held-out", "3",
                         "--seed", str(seed)]  # fmt: skip
    for practised in FAMILIES:
        family, size = practised.split(":")
        options = ["--family", family, "--size", size, *long, "--seed", "1", "--others", *FAMILIES]
        yield "matrix", options
    family, size = FAMILIES[0].split(":")
    yield "replay", ["--family", family, "--size", size, *long, "--others", *FAMILIES, "--start", SHIPPED]
    yield "replay", ["--family", family, "--size", size, *long, "--others", *FAMILIES, "--start", SHIPPED,
                     "--replay", *FAMILIES[1:]]  # fmt: skip


def run(options: list[str]) -> dict[str, Any]:
    """One run of the tool."""
    tool = os.environ.get("FASTSLOW_TOOL", str(ROOT / "build" / "native-release" / "engine" / "fastslow"))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "curve.json"
        subprocess.run([tool, "practise", *options, "--json", str(out)], check=True, cwd=ROOT)
        return dict(json.loads(out.read_text()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", help="teachers, own, knight, matrix or replay")
    only = parser.parse_args().only
    runs = json.loads(OUT.read_text())["runs"] if OUT.exists() else []
    for name, options in studies():
        if only not in (None, name) or any(r["options"] == options for r in runs):
            continue
        runs.append({"study": name, "options": options, **run(options)})
        lines = ",\n  ".join(json.dumps(r, separators=(",", ":")) for r in runs)
        OUT.write_text('{\n "runs": [\n  ' + lines + "\n ]\n}\n")
        last = runs[-1]["tests"][-1]
        print(name, " ".join(options), f"-> {last['escalated']} of {last['moves']} escalated, {last['wrong']} wrong",
              flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
