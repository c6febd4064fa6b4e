"""How many puzzles one night's sleep solves: a picture of the start, from one of K other states, that breaks no rule.

    python3 -m models.study.sleeping                  every set, then results/sleeping.json and a table in README.md
    python3 -m models.study.sleeping top95 …          only these sets; finished ones are never run again
    python3 -m models.study.sleeping --smoke          a few puzzles

As the product does it (engine/session, web/src/workers/network.ts): an ordinary look of 24 iterations, then up to K
states with the page's own noise, 60 iterations each, until a picture breaks no rule; that is a solution, and the
puzzle is solved without a single question to System 2. System 1 finishes more than these by playing move after move:
results/many_looks.json, and with what is shipped `./dev eval --mode s1 --sleep 16`.

In: the shipped network; published Sudokus where a folder beside the repository has them; the packs. Out: of each set,
how many puzzles the first n states solved, for every n.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import torch
from torch import Tensor

from models.common.generated_parts import percent, put_into
from models.common.paths import BUILD, MODELS, RESULTS
from models.pipeline import data
from models.pipeline.evaluation_files import pack_files, public_files
from models.pipeline.graph_batch import union
from models.pipeline.network import Network, Thought
from models.pipeline.onnx_weights import network_of
from models.pipeline.pictures import broken
from models.pipeline.play import unions
from models.pipeline.shards import Record

USUAL, LONG = 24, 60  # iterations of the ordinary looks, and of one from another state
NOISE = 0.2
SHOWN = (0, 4, 8, 16, 32)
BLOCKS = ((1, 4), (5, 8), (9, 16), (17, 32))  # states that are looked from together


def uniform(number: int, count: int) -> np.ndarray:
    """`count` numbers from 0 to 1, the same as `uniform` in network.ts. Source: mulberry32, T. Ettinger, 2017."""
    step = np.uint32(0x6D2B79F5)
    with np.errstate(over="ignore"):
        state = np.uint32(number) + step * np.arange(1, count + 1, dtype=np.uint32)
        mixed = (state ^ (state >> np.uint32(15))) * (state | np.uint32(1))
        mixed = (mixed + (mixed ^ (mixed >> np.uint32(7))) * (mixed | np.uint32(61))) ^ mixed
    return (mixed ^ (mixed >> np.uint32(14))) / 2.0**32


def noise(number: int, literals: int, width: int) -> Tensor:
    """What state `number` adds to the usual one [literals, width]: none to number 0."""
    if number == 0:
        return torch.zeros(literals, width)
    drawn = NOISE * np.sqrt(3) * (2 * uniform(number, literals * width) - 1)
    return torch.from_numpy(drawn.astype(np.float32).reshape(literals, width))


@torch.no_grad()
def seen_right(network: Network, looks: Sequence[tuple[Record, int]], iterations: int) -> list[bool]:
    """Of each record, from the state of that number: whether the picture breaks no rule."""
    found: list[bool] = []
    for some in unions([record for record, _ in looks]):
        batch = union(some)
        numbers = [number for _, number in looks[len(found) : len(found) + len(some)]]
        start = network.begin(batch)
        width = network.config.state
        added = torch.cat([noise(number, record.literals, width) for record, number in zip(some, numbers)])
        thought = network.look(batch, iterations, Thought(start.state + added, start.message, start.load))
        found += (broken(batch, network.logits(thought))[0] == 0).tolist()
    return found


def first_states(network: Network, records: Sequence[Record]) -> list[int | None]:
    """Of each record the first state whose picture breaks no rule: 0 is the ordinary look; None: none of them."""
    first: list[int | None] = [0 if right else None for right in seen_right(network, [(r, 0) for r in records], USUAL)]
    for begin, end in BLOCKS:
        left = [i for i, found in enumerate(first) if found is None]
        if not left:
            break
        looks = [(records[i], number) for i in left for number in range(begin, end + 1)]
        right = np.array(seen_right(network, looks, LONG), dtype=bool).reshape(len(left), end - begin + 1)
        for i, seen in zip(left, right):
            first[i] = begin + int(seen.argmax()) if seen.any() else None
    return first


def summary(first: Sequence[int | None], literals: Sequence[int], seconds: float) -> dict[str, Any]:
    """Per number of states allowed: puzzles solved, and states looked from, a puzzle."""
    solved = {str(k): sum(f is not None and f <= k for f in first) for k in SHOWN}
    tried = {str(k): round(float(np.mean([min(k, k if f is None else f) for f in first])), 2) for k in SHOWN}
    return {
        "puzzles": len(first),
        "solved": solved,
        "states": tried,
        "literals": round(float(np.mean(literals)), 1),
        "seconds": round(seconds, 1),
    }


def measured(network: Network, family: str, file: Path, shards: Path) -> dict[str, Any]:
    split = data.from_file(family, file, shards)
    records = split.records(range(len(split)))
    started = time.process_time()
    first = first_states(network, records)
    return {**summary(first, [r.literals for r in records], time.process_time() - started), "first": first}


def sets_of(folder: Path, smoke: bool) -> dict[str, tuple[str, Path]]:
    """name -> family and file: first what the project was asked to reach something on."""
    packs = {f"{family}, {level}": (family, path) for (family, level), path in pack_files(folder, smoke).items()}
    wanted = {name: packs[name] for name in ("kenken, hard", "sudoku, hard") if name in packs}
    published = {name: ("sudoku", path) for name, path in public_files(smoke).items()}
    hard = {name: found for name, found in packs.items() if name.endswith("hard")}
    return {**wanted, **published, **hard, **packs}


def table(sets: dict[str, dict[str, Any]]) -> str:
    lines = [
        "Puzzles solved at once, by a picture of the start that breaks no rule, from up to so many other states; in "
        "brackets how many were looked from, a puzzle.",
        "",
        "| puzzles | number | " + " | ".join("none" if k == 0 else str(k) for k in SHOWN) + " |",
        "|---|---:|" + "---:|" * len(SHOWN),
    ]
    for name, found in sets.items():
        cells = [f"{percent(found['solved'][str(k)] / found['puzzles'])} ({found['states'][str(k)]:g})" for k in SHOWN]
        lines.append(f"| {name} | {found['puzzles']} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


ABOUT = {
    "solved": "puzzles whose start one look (of 24 iterations) or one of the first K other states (60 each) solved",
    "states": "other states looked from, a puzzle: mean; a solution ends the night",
    "literals": "open literals at the start: mean",
    "first": "of each puzzle the first state that solved it; 0: the ordinary look; null: none of 32",
    "seconds": "processor time, one thread, PyTorch",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="only these")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--work", type=Path, help="folder of shards and finished sets (build/sleeping)")
    parser.add_argument("--out", type=Path, help="folder of the results (models/results; smoke: the work folder)")
    arguments = parser.parse_args()
    work = arguments.work or BUILD / ("sleeping-smoke" if arguments.smoke else "sleeping")
    out = arguments.out or (work / "results" if arguments.smoke else RESULTS)
    work.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    network = network_of(MODELS / "fastslow.onnx")
    found: dict[str, dict[str, Any]] = {}
    for name, (family, file) in sets_of(work, arguments.smoke).items():
        kept = work / f"{name.replace(', ', '-')}.json"
        if not kept.exists() and (not arguments.sets or name in arguments.sets):
            kept.write_text(json.dumps(measured(network, family, file, work)) + "\n")
            print(name, {k: v for k, v in json.loads(kept.read_text()).items() if k != "first"}, flush=True)
        if kept.exists():
            found[name] = json.loads(kept.read_text())
        text = json.dumps({"command": "python3 -m models.study.sleeping", "about": ABOUT, "sets": found})
        (out / "sleeping.json").write_text(text.replace('}, "', '},\n "') + "\n")
    put_into(out.parent / "README.md", "sleeping.json by sleeping.py", table(found))


if __name__ == "__main__":
    main()
