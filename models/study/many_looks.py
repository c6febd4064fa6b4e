"""More from the same weights: several looks at a position, and the rules choose between what they saw.

    python3 -m models.study.many_looks              every setting below, then results/many_looks.json and README.md
    python3 -m models.study.many_looks --smoke      a few puzzles

System 1 plays alone, nothing taken back, as "finished alone" in the card. At every position it looks once, 24
iterations; where it is sure of its move it plays it. Else, and at the start, it looks K times, longer
(pipeline/pictures.py). A picture that breaks no rule is a solution, and is written down. Otherwise the picture that
breaks the fewest rules, the surest of several, says the move, or the mean of the looks' probabilities does. "At once":
a picture of the start breaks no rule. "Unchecked" is how the card's figures are made.

In: the shipped network, published Sudokus where a folder beside the repository has them, and the hard packs. Out:
results/many_looks.json and a table in README.md. A finished setting is kept in the work folder and not run again.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, Sequence

import torch
from torch import Tensor

from models.common.generated_parts import percent, put_into
from models.common.paths import BUILD, MODELS, RESULTS
from models.pipeline.evaluation_files import pack_files, public_files
from models.pipeline.network import Network
from models.pipeline.onnx_weights import network_of
from models.pipeline.pictures import Looking, Picture, pictures
from models.pipeline.play import finished_alone, played
from models.pipeline.shards import HIDDEN, HOLDS, Record

SURE = 0.95  # from this probability a move is played without more looks, but for the first
FIRST = Looking(1, 24)
# Whose move it is where no picture breaks no rule: the picture's that breaks the fewest, the looks' mean, or the usual
# look's, as if there had been no others.
RULES, MEAN, USUAL = "rules", "mean", "usual"
SETTINGS = (
    (FIRST, RULES),
    (Looking(16, 64), RULES),
    (Looking(4, 64), RULES),
    (Looking(16, 64), MEAN),
    (Looking(16, 64), USUAL),
    (Looking(16, 24), RULES),
    (Looking(16, 64, 0.4), RULES),
)
PACKS = (("sudoku", "hard"), ("kenken", "hard"))
MOST = {"top95": 40, "clue17-1000": 40}  # of a longer file the first so many puzzles


def best_of(seen: Sequence[Picture]) -> Picture:
    """The rules choose, then sureness; of equals the first."""
    return min(seen, key=lambda picture: (picture.broken, -picture.sureness))


def move_of(record: Record, log_p: Tensor) -> tuple[int, float]:
    """The most probable move: its row and its probability."""
    visible = torch.from_numpy(record.labels & HIDDEN == 0)
    log_p = torch.where(visible, log_p, torch.tensor(-torch.inf))
    row = int(log_p.argmax())
    return row, float(log_p[row].exp())


def written_down(record: Record) -> int:
    """A row of a picture that was found to be the solution: any, and the same as the answer's."""
    return int((record.labels == HOLDS).argmax())


class Player:
    """Chooses moves by several looks. `solved`: the puzzles of which it saw a solution, and how many moves in; `false`:
    how many pictures broke no rule and were not the answer all the same; `slept`: positions with K looks."""

    def __init__(self, network: Network, looking: Looking, chooser: str):
        self.network, self.looking, self.chooser = network, looking, chooser
        self.solved: dict[int, int] = {}
        self.moves: dict[int, int] = {}
        self.usual: dict[int, Tensor] = {}  # what the last ordinary look at each puzzle said
        self.false = self.slept = 0

    def __call__(self, records: Sequence[Record]) -> list[int]:
        rows = {r.puzzle: written_down(r) for r in records if r.puzzle in self.solved}
        open_ones = [r for r in records if r.puzzle not in self.solved]
        unsure = self.settle(open_ones, FIRST, SURE, rows)
        if self.looking != FIRST:
            self.slept += len(unsure)
            self.settle(unsure, self.looking, 0.0, rows)
        else:
            self.settle(unsure, FIRST, 0.0, rows)
        for record in records:
            self.moves[record.puzzle] = self.moves.get(record.puzzle, 0) + 1
        return [rows[record.puzzle] for record in records]

    def chosen(self, record: Record, looking: Looking, seen: Sequence[Picture]) -> Tensor:
        """The log-probabilities that the move is read from, where no picture is a solution."""
        if looking == FIRST:
            self.usual[record.puzzle] = seen[0].log_p
        if self.chooser == MEAN:
            return torch.stack([picture.log_p.exp() for picture in seen]).mean(0).log()
        return self.usual[record.puzzle] if self.chooser == USUAL else best_of(seen).log_p

    def settle(self, records: list[Record], looking: Looking, least: float, rows: dict[int, int]) -> list[Record]:
        """Finds the rows to place where a look is so sure; returns where none is."""
        unsure = []
        for record, seen in zip(records, pictures(self.network, records, looking) if records else []):
            best = best_of(seen)
            row, probability = move_of(record, self.chosen(record, looking, seen))
            if best.broken == 0:
                self.false += not best.right
                if best.right:
                    self.solved[record.puzzle] = self.moves.get(record.puzzle, 0)
                    row = written_down(record)
            begun = record.puzzle in self.moves or least == 0
            if best.broken == 0 or (probability >= least and begun):
                rows[record.puzzle] = row
            else:
                unsure.append(record)
        return unsure


def measured(network: Network, family: str, file: Path, looking: Looking, chooser: str) -> dict[str, Any]:
    """What a setting comes to on a file of puzzles."""
    started = time.process_time()
    player = Player(network, looking, chooser)
    outcome = played(["--family", family, "--file", str(file)], player)
    return {
        "puzzles": len(outcome.finished),
        "at_once": sum(moves == 0 for moves in player.solved.values()),
        "seen_whole": len(player.solved),
        "finished_alone": sum(outcome.finished.values()),
        "positions_with_more_looks": player.slept,
        "false_pictures": player.false,
        "seconds": round(time.process_time() - started, 1),
    }


def files_of(folder: Path, smoke: bool) -> dict[str, tuple[str, Path]]:
    """The puzzles measured on: name -> family and file."""
    files: dict[str, tuple[str, Path]] = {}
    for name, path in public_files(smoke).items():
        lines = [line for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]
        kept = lines[: 3 if smoke else MOST.get(name)]
        part = folder / f"{name}-first-{len(kept)}.txt"
        part.write_text("\n".join(kept) + "\n")
        files[part.stem] = "sudoku", part
    for (family, level), path in pack_files(folder, smoke).items():
        if (family, level) in PACKS:
            files[f"{family} pack, {level}"] = family, path
    return files


def name_of(looking: Looking, chooser: str) -> str:
    if looking.looks == 1:
        return f"1 look of {looking.iterations}"
    return f"{looking.looks} looks of {looking.iterations}, noise {looking.noise:g}, {chooser}"


def table(results: dict[str, Any]) -> str:
    names = list(next(iter(results["runs"].values())))
    lines = [
        "Finished alone (solved at once, by a picture at the start that breaks no rule).",
        "",
        "| at every position | " + " | ".join(names) + " |",
        "|---|" + "---:|" * len(names),
        "| 1 look of 24, unchecked | "
        + " | ".join(
            f"{percent(results['unchecked'][n]['finished_alone'] / results['unchecked'][n]['puzzles'])}" for n in names
        )
        + " |",
    ]
    for setting, found in results["runs"].items():
        cells = [f"{percent(found[n]['finished_alone'] / found[n]['puzzles'])} ({found[n]['at_once']})" for n in names]
        lines.append(f"| {setting} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def once(path: Path, measure: Any) -> dict[str, Any]:
    """A measurement, or what is kept of it."""
    if not path.exists():
        path.write_text(json.dumps(measure()) + "\n")
        print(path.stem, path.read_text().strip(), flush=True)
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--merge", action="store_true", help="only collect the settings that are finished")
    parser.add_argument("--work", type=Path, help="folder of shards and finished settings (build/many_looks)")
    parser.add_argument("--out", type=Path, help="folder of the results (models/results; smoke: the work folder)")
    arguments = parser.parse_args()
    work = arguments.work or BUILD / ("many_looks-smoke" if arguments.smoke else "many_looks")
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    network = network_of(MODELS / "fastslow.onnx")
    files = files_of(work, arguments.smoke)

    def unchecked(family: str, file: Path) -> dict[str, Any]:
        outcome = finished_alone(network, ["--family", family, "--file", str(file)], 24)
        return {"puzzles": len(outcome.finished), "finished_alone": sum(outcome.finished.values())}

    plain = {
        name: once(work / f"unchecked {file.stem}.json", lambda f=family, p=file: unchecked(f, p))
        for name, (family, file) in files.items()
    }
    runs: dict[str, Any] = {}
    settings = SETTINGS[: 2 if arguments.smoke else None]
    for looking, chooser in settings:
        setting = name_of(looking, chooser)
        if arguments.merge and not all((work / f"{setting} {f.stem}.json").exists() for _, f in files.values()):
            continue
        runs[setting] = {
            name: once(
                work / f"{setting} {file.stem}.json",
                lambda f=family, p=file, k=looking, c=chooser: measured(network, f, p, k, c),
            )
            for name, (family, file) in files.items()
        }
    results = {
        "command": "python3 -m models.study.many_looks",
        "settings": {name_of(*setting): asdict(setting[0]) for setting in settings if name_of(*setting) in runs},
        "unchecked": plain,
        "runs": runs,
    }
    out = arguments.out or (work / "results" if arguments.smoke else RESULTS)
    out.mkdir(parents=True, exist_ok=True)
    (out / "many_looks.json").write_text(json.dumps(results, indent=1) + "\n")
    put_into(out.parent / "README.md", "many_looks.json by many_looks.py", table(results))


if __name__ == "__main__":
    main()
