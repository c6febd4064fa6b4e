"""Training on from the shipped weights with what they fail at: hard puzzles, thought about for long.

    python3 -m models.study.harder --steps 60000      trains (resumable); `wanted.py` says what came of it
    python3 -m models.study.harder --smoke            a few steps on little data

Sudokus and KenKens come from our own generator at its hardest level, and only those stay whose start the shipped
network does not see whole after `LOOKED` iterations; how often it was sure of a wrong value there is counted. Their
answers are System 2's. Beside them lies a part of the puzzles of `./dev train`, so that no family is forgotten. A step
may go on where the last one ended (`CHAINED`, pipeline/recipe.py), so that long thoughts are learned from all the way.

In: the engine's puzzles. Out: `checkpoint.pt` and `missed.json` in the work folder. Nothing that is shipped changes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Sequence

import torch

from models.common.paths import BUILD, MODELS
from models.pipeline import data
from models.pipeline.data import Split
from models.pipeline.distributed import ProcessGroup
from models.pipeline.evaluation_files import reserved_texts
from models.pipeline.graph_batch import union
from models.pipeline.network import Network
from models.pipeline.objective import best_of_domains, picture_is_right, read
from models.pipeline.onnx_weights import checkpoint_of, network_of
from models.pipeline.plan import PUZZLES, SMOKE, Plan, Source, plan_of
from models.pipeline.play import unions
from models.pipeline.recipe import CHAINED
from models.pipeline.shards import START, Record, Shard
from models.pipeline.trainer import Settings, Trainer

# The first so many of the puzzles of ./dev train.
SHARES = {"training": 0.05, "validation": 0.01, "calibration": 0.01, "test": 0.01}
HARD = (
    Source("sudoku", "9x9", 2500, 5001, 2, "hard"),
    Source("kenken", "5x5", 500, 5002, 2, "hard"),
    Source("kenken", "6x6", 900, 5003, 2, "hard"),
    Source("kenken", "7x7", 500, 5004, 2, "hard"),
)
SMOKE_HARD = (Source("sudoku", "9x9", 12, 5001, 2, "hard"), Source("kenken", "5x5", 12, 5002, 2, "hard"))
DRAWN = {"sudoku": 0.1, "kenken": 0.1, "sudoku, missed": 0.25, "kenken, missed": 0.2}  # how often; the others alike
LOOKED, SURE = 24, 0.9  # iterations that are too few for a hard puzzle; what counts as being sure
RATE, EDGES = 6e-4, 8000
STEPS, SMOKE_STEPS = 60_000, 10
VALIDATED = 12  # starts of a family that a report looks at


def small_plan(smoke: bool) -> Plan:
    """A part of the puzzles of `./dev train`. Nothing is calibrated, so that split stays empty."""
    plan = SMOKE if smoke else plan_of(PUZZLES, SHARES, 10)
    return {**plan, "calibration": []}


@torch.no_grad()
def misses(network: Network, records: Sequence[Record]) -> tuple[frozenset[str], dict[str, int]]:
    """The texts of the puzzles that the network sees whole; how many it does not, and where some wrong value was
    sure."""
    seen: set[str] = set()
    counts = {"puzzles": len(records), "missed": 0, "sure and wrong": 0}
    for some in unions(records):
        batch = union(some)
        logits = network.logits(network.look(batch, LOOKED))
        whole = picture_is_right(logits, batch)
        log_p = read(logits, batch)
        chosen, hit = best_of_domains(log_p, batch)
        sure = chosen[~hit & (log_p[chosen].exp() > SURE)]
        wrong = torch.zeros(batch.positions).index_add(0, batch.position[sure], torch.ones(len(sure))) > 0
        seen |= {record.text for record, right in zip(some, whole.tolist()) if right}
        counts["missed"] += int((~whole).sum())
        counts["sure and wrong"] += int((~whole & wrong).sum())
    return frozenset(seen), counts


def hard_part(work: Path, sources: Sequence[Source]) -> tuple[list[Shard], list[str], frozenset[str]]:
    """The hard puzzles' shards, what they are called, and the texts of those that the shipped network sees whole. What
    was found is kept in missed.json."""
    shards = [data.generated(source, work / "shards") for source in sources]
    kept = work / "missed.json"
    found: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    network = network_of(MODELS / "fastslow.onnx")
    for source, shard in zip(sources, shards):
        if source.name in found:
            continue
        starts = [shard[i] for i in range(len(shard)) if shard.kind(i) == START]
        seen, counts = misses(network, starts)
        found[source.name] = {**counts, "seen": sorted(seen)}
        kept.write_text(json.dumps(found, indent=1) + "\n")
        print(source.name, counts, flush=True)
    seen_whole = frozenset(text for source in sources for text in found[source.name]["seen"])
    return shards, [f"{source.family}, missed" for source in sources], seen_whole


def split_of(plan: Plan, work: Path, hard: Sequence[Source], smoke: bool) -> tuple[Split, Split]:
    """What is trained on, and the starts that reports look at. No puzzle of theirs is in another split of the plan, in
    a pack or in a published file."""
    shards = work / "shards"
    data.prepare(plan, shards, workers=1)
    foreign = reserved_texts(shards, smoke)
    splits = data.load(plan, shards, foreign)
    measured = frozenset().union(foreign, *(splits[name].texts() for name in ("test", "calibration", "validation")))
    missed, names, seen = hard_part(work, hard)
    sources = plan["training"]
    training = Split(
        [*(data.generated(s, shards) for s in sources), *missed],
        [*(s.family for s in sources), *names],
        measured | seen,
    )
    validation = splits["validation"]
    kinds = validation.kinds()
    looked_at: list[int] = []
    for indices in validation.by_family().values():
        starts = [i for i in indices if kinds[i] == START]
        looked_at += starts[:: max(1, -(-len(starts) // VALIDATED))]
    return training, validation.only(sorted(looked_at))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--steps", type=int, help=f"of the whole run ({STEPS}; smoke: {SMOKE_STEPS})")
    parser.add_argument("--work", type=Path, help="folder of the shards and of the checkpoint (build/harder)")
    arguments = parser.parse_args()
    smoke = arguments.smoke
    work = arguments.work or BUILD / ("harder-smoke" if smoke else "harder")
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    plan = small_plan(smoke)
    training, validation = split_of(plan, work, SMOKE_HARD if smoke else HARD, smoke)
    settings = Settings(
        work,
        steps=arguments.steps or (SMOKE_STEPS if smoke else STEPS),
        edges=EDGES,
        rate=RATE,
        start=checkpoint_of(MODELS / "fastslow.onnx", work),
        recipe=CHAINED,
        shares=DRAWN,
        reports=2 if smoke else 60,
    )
    Trainer(settings, training, validation, ProcessGroup()).train()


if __name__ == "__main__":
    main()
