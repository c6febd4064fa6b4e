"""Trains the network that drives in the guide, and the ones that have to learn another rule.

    npx tsx web/tools/road_examples.ts && python3 -m models.exhibits.road.train

In: build/road/*.txt, a line an example: the action (0 slow down, 1 keep, 2 speed up) and the numbers of the things that are
seen (web/src/exhibits/road/intuition.ts). Out: models/exhibits/road/road.onnx with its card, and in build/road the networks
that learned "at blue, stop" from so many examples, going on from the first network and from nothing, with several draws of
examples; web/tools/road.ts lets all of them drive.

The network is a plain one: seen (SEEN numbers, 0 or 1) -> HIDDEN rectified units -> 3 scores; cross-entropy, Adam.
"""

import argparse
import copy
import hashlib
import io
import json
import os
from pathlib import Path

import torch
from torch import nn

from models.common.paths import ROOT

DATA = ROOT / "build" / "road"
HERE = Path(__file__).parent
SEEN = 5 + 3 * (18 + 5) + 1 + 1 + 18 + 12
HIDDEN = 32
ACTIONS = 3
BATCH = 256
LEARNING_RATE = 3e-3
# What is known already is changed with a lighter hand.
GENTLE_RATE = 1e-3
PASSES = 30
# A network that begins from nothing needs so many steps at least, however few its examples are.
LEAST_STEPS = 500
LESSONS = (10, 100, 1000, 10000)
DRAWS = 5

Examples = tuple[torch.Tensor, torch.Tensor]


def read(name: str) -> Examples:
    """seen: (examples, SEEN) of 0 and 1; action: (examples,)"""
    rows = [[int(word) for word in line.split()] for line in (DATA / f"{name}.txt").read_text().splitlines()]
    seen = torch.zeros(len(rows), SEEN)
    for row, (_, *things) in zip(seen, rows):
        row[things] = 1
    return seen, torch.tensor([action for action, *_ in rows])


def network() -> nn.Sequential:
    return nn.Sequential(nn.Linear(SEEN, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, ACTIONS))


def train(model: nn.Sequential, examples: Examples, rate: float = LEARNING_RATE, least_steps: int = 0) -> None:
    """Passes over the examples; the learning rate falls to nothing on the way."""
    seen, action = examples
    steps = max(least_steps, PASSES * max(1, len(seen) // BATCH))
    optimizer = torch.optim.Adam(model.parameters(), lr=rate, weight_decay=1e-5)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(steps):
        chosen = torch.randint(len(seen), (min(BATCH, len(seen)),))
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(seen[chosen]), action[chosen]).backward()
        optimizer.step()
        schedule.step()


def accuracy(model: nn.Sequential, examples: Examples) -> float:
    seen, action = examples
    with torch.no_grad():
        return (model(seen).argmax(1) == action).float().mean().item()


def export(model: nn.Sequential, path: Path) -> bytes:
    buffer = io.BytesIO()
    torch.onnx.export(
        model.eval(), torch.zeros(1, SEEN), buffer, input_names=["seen"], output_names=["scores"], opset_version=13
    )
    path.write_bytes(buffer.getvalue())
    return buffer.getvalue()


def ship(model: nn.Sequential, learned: Examples, check: Examples, seed: int) -> None:
    model_bytes = export(model, HERE / "road.onnx")
    card = {
        "name": "road",
        "purpose": "drives as System 2 did under the standard sentences; it is not told the sentences",
        "parameters": sum(weights.numel() for weights in model.parameters()),
        "sha256": hashlib.sha256(model_bytes).hexdigest(),
        "bytes": len(model_bytes),
        "data": {
            "training": f"{len(learned[0])} steps of System 2 on random roads from 1000000 on",
            "calibration": "none: its sureness is the softmax of its scores",
            "evaluation": f"{len(check[0])} steps of System 2 on random roads from 2000000 on; driving: models/results/road.json",
        },
        "command": "npx tsx web/tools/road_examples.ts && python3 -m models.exhibits.road.train",
        "seed": seed,
        "results": {
            "agreement_training": round(accuracy(model, learned), 4),
            "agreement_evaluation": round(accuracy(model, check), 4),
        },
    }
    (HERE / "card.json").write_text(json.dumps(card, indent=2) + "\n")
    print(json.dumps(card, indent=2))


def teach_blue(first: nn.Sequential, seed: int) -> None:
    seen, action = read("blue")
    for draw in range(DRAWS):
        torch.manual_seed(seed + draw)
        order = torch.randperm(len(seen))
        for count in LESSONS:
            lesson = (seen[order[:count]], action[order[:count]])
            further, anew = copy.deepcopy(first), network()
            train(further, lesson, rate=GENTLE_RATE)
            train(anew, lesson, least_steps=LEAST_STEPS)
            export(further, DATA / f"further-{count}-{draw}.onnx")
            export(anew, DATA / f"anew-{count}-{draw}.onnx")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    seed = options.parse_args().seed
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    learned, check = read("standard"), read("standard-check")
    model = network()
    train(model, learned)
    ship(model, learned, check, seed)
    teach_blue(model, seed)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
