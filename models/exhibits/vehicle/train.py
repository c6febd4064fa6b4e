"""Trains and measures the learners of the exhibit "a vehicle", and writes the files of the page.

    python3 -m models.exhibits.vehicle.train            whatever is still missing, then files, card and results
    python3 -m models.exhibits.vehicle.train --smoke    a few steps of each, into build/vehicle-smoke

In: drives that the engine simulates (FASTSLOW_TOOL). Out: an .onnx for each number of drives, card.json and
results/vehicle.json. Every run is noted in the work folder as it ends; remove a note there to repeat it.

Every learner sees the same first so many drives of 2 s and, of those, keeps a fifth to know when it was best. It learns
from single steps of 0.1 s; the way ahead is the steps one after the other.
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from models.common.paths import BUILD, RESULTS
from models.exhibits.sizes.quantised import quantise
from models.exhibits.vehicle.data import (
    LEARNED_FROM,
    MARKS,
    MEASURED_ON,
    TEST_DRIVES,
    TEST_STEPS,
    Drives,
    drives,
    energy,
)
from models.exhibits.vehicle.learners import LEARNERS, SECONDS, Plain, rollout
from models.exhibits.vehicle.onnx_form import write
from models.exhibits.vehicle.report import card_of, results_of

HERE = Path(__file__).parent
SIZES = (10, 30, 100, 300, 1000)
LEARNED_STEPS = 20
BATCHES = {"plain": 128, "plain_frame": 128, "plain_long": 128, "bicycle": 128, "residual": 256, "variational": 256}
RATES = {"plain": 2e-3, "plain_frame": 2e-3, "plain_long": 2e-3, "bicycle": 2e-2, "residual": 5e-3, "variational": 5e-3}
SHIPPED = ["variational", "plain", "bicycle", "residual"]
# Measured only, and once, to see what the plain network lacks: the car's frame, or time to learn.
MEASURED = {"plain_frame": SIZES, "plain_long": (1000,)}
# Of the plan's steps: six numbers are found sooner.
SHARE_OF_STEPS = {"bicycle": 0.25, "plain_long": 6}
# How much an error of each part of the state weighs, one over its square.
WEIGHED = torch.tensor([0.02, 0.02, 0.01, 0.1, 0.1, 0.05])
DECAY = 1e-4


@dataclass(frozen=True)
class Plan:
    seeds: int
    steps: int
    sizes: tuple[int, ...]
    tests: int


FULL = Plan(seeds=10, steps=400, sizes=SIZES, tests=TEST_DRIVES)
SMOKE = Plan(seeds=1, steps=3, sizes=(10,), tests=4)


def loss_of(found: Tensor, true: Tensor) -> Tensor:
    return nn.functional.smooth_l1_loss(found / WEIGHED, true / WEIGHED)


def far_off(learner: nn.Module, checked: Drives) -> float:
    """The mean distance over the check's drives, which says when a learner was best."""
    with torch.no_grad():
        found = rollout(learner, checked.states[:, 0], checked.controls)
        away = (found[..., :2] - checked.states[:, 1:, :2]).norm(dim=-1).mean().item()
    return away if away == away else float("inf")


def train(learner: nn.Module, seen: Drives, rate: float, batch: int, steps: int) -> None:
    """The state that did best on the check is kept."""
    check = max(2, len(seen) // 5)
    checked, learned = seen.first(min(check, 60)), seen.behind(check)
    if isinstance(learner, Plain):
        learner.look_at(learned.states)
    before = learned.states[:, :-1].reshape(-1, 6)
    after = learned.states[:, 1:].reshape(-1, 6)
    controls = learned.controls.reshape(-1, 2)
    optimizer = torch.optim.AdamW(learner.parameters(), lr=rate, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    best, kept = float("inf"), copy.deepcopy(learner.state_dict())
    for step in range(1, steps + 1):
        chosen = torch.randint(len(before), (batch,))
        optimizer.zero_grad()
        loss_of(learner(before[chosen], controls[chosen]), after[chosen]).backward()
        optimizer.step()
        schedule.step()
        if step % max(1, steps // 15) == 0 or step == steps:
            away = far_off(learner, checked)
            if away < best:
                best, kept = away, copy.deepcopy(learner.state_dict())
    learner.load_state_dict(kept)


def goes_on(start: Tensor, controls: Tensor) -> Tensor:
    """For comparison, who learned nothing: the car goes on as it does, in the curve that it is in."""
    _, _, heading, forward, left, turning = start.unbind(-1)
    states, x, y = [], start[:, 0], start[:, 1]
    for _ in range(controls.shape[1]):
        x = x + (forward * heading.cos() - left * heading.sin()) * SECONDS
        y = y + (forward * heading.sin() + left * heading.cos()) * SECONDS
        heading = heading + turning * SECONDS
        states.append(torch.stack([x, y, heading, forward, left, turning], 1))
    return torch.stack(states, 1)


def measured(found: Tensor, test: Drives) -> dict[str, Any]:
    """How far off in metres at each mark, mean and median over the drives, and in kJ."""
    true = test.states[:, 1:]
    away = (found[..., :2] - true[..., :2]).norm(dim=-1)
    joules = (energy(found) - energy(true)).abs()
    at = [round(mark / SECONDS) - 1 for mark in MARKS if round(mark / SECONDS) <= away.shape[1]]
    return {
        "mean": [round(away[:, i].mean().item(), 4) for i in at],
        "median": [round(away[:, i].median().item(), 4) for i in at],
        "energy": [round(joules[:, i].mean().item(), 3) for i in at],
    }


def run(name: str, size: int, seed: int, plan: Plan, drives_of: dict[str, Drives]) -> tuple[nn.Module, dict[str, Any]]:
    torch.manual_seed(1000 * seed + size)
    learner = LEARNERS[name]()
    # Each seed has drives of its own.
    seen = drives_of["learned"].behind(seed * size % (len(drives_of["learned"]) - size + 1)).first(size)
    began = time.process_time()
    train(learner, seen, RATES[name], BATCHES[name], max(3, round(plan.steps * SHARE_OF_STEPS.get(name, 1))))
    seconds = time.process_time() - began
    if isinstance(learner, Plain):
        quantise(learner)  # what is measured is what ships
    with torch.no_grad():
        found = rollout(learner.eval(), drives_of["test"].states[:, 0], drives_of["test"].controls)
    note = {"learner": name, "drives": size, "seed": seed, "seconds": round(seconds, 2)}
    parameters = sum(weights.numel() for weights in learner.parameters())
    return learner, {**note, "parameters": parameters, **measured(found, drives_of["test"])}


def finish(plan: Plan, work: Path, files: Path, results: Path, seeds: int) -> None:
    """Every run that is not noted yet; those of the first seed become the files of the page."""
    test = drives(MEASURED_ON, plan.tests, TEST_STEPS)
    drives_of = {"learned": drives(LEARNED_FROM, 2 * max(plan.sizes), LEARNED_STEPS), "test": test}
    runs, kept = [], {}
    for seed in range(seeds):
        for size in plan.sizes:
            once = [name for name, sizes in MEASURED.items() if seed == 0 and size in sizes]
            for name in SHIPPED + once:
                note, weights = work / f"{name}-{size}-{seed}.json", work / f"{name}-{size}-{seed}.pt"
                if not note.exists():
                    learner, told = run(name, size, seed, plan, drives_of)
                    torch.save(learner.state_dict(), weights)
                    note.write_text(json.dumps(told))
                    print(json.dumps(told), flush=True)
                runs.append(json.loads(note.read_text()))
                if seed == 0 and name in SHIPPED:
                    kept[name, size] = LEARNERS[name]()
                    kept[name, size].load_state_dict(torch.load(weights))
    nothing = measured(goes_on(test.states[:, 0], test.controls), test)
    shipped = [write(files, size, {name: kept[name, size] for name in SHIPPED}) for size in plan.sizes]
    results.write_text(json.dumps(results_of(runs, nothing, seeds, plan.tests), indent=1) + "\n")
    (files / "card.json").write_text(json.dumps(card_of(shipped, runs), indent=2) + "\n")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seeds", type=int, default=FULL.seeds)
    options.add_argument("--smoke", action="store_true")
    chosen = options.parse_args()
    torch.set_num_threads(1)
    work = BUILD / ("vehicle-smoke" if chosen.smoke else "vehicle")
    work.mkdir(parents=True, exist_ok=True)
    if chosen.smoke:
        finish(SMOKE, work, work, work / "results.json", SMOKE.seeds)
    else:
        finish(FULL, work, HERE, RESULTS / "vehicle.json", chosen.seeds)


if __name__ == "__main__":
    main()
