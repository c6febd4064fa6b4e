#!/usr/bin/env python3
"""Trains the policy network: data from the engine, training, calibration, evaluation, export.

    ./dev train                          the shipped network, from scratch
    ./dev train --smoke                  everything at a small size, in about a minute
    ./dev train --data-only --shard 2/8  one part of the data, for a cluster's scheduler
    torchrun --nproc_per_node 4 models/train.py   several processes, each with a batch of its own for every step

Interrupted runs go on where they stopped when started again with the same --work folder.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are too small for more; read when loading

import numpy as np
import torch

import crew
import data
import export
import measurements
from batch import Batch, union
from evaluate import cell_accuracy
from network import Config, Network
from objective import loss, self_assessment_loss
from start import start_from

ROOT = Path(__file__).resolve().parent.parent
WARM_UP_STEPS = 200
CHECKPOINT_SECONDS = 120
REPORTS = 12  # evenly over the run
SMOKE_STEPS = 160
DEPTHS = (6, 24)  # a step thinks for a random number of iterations between these
EDGES, PEAK_RATE = 16000, 2e-3  # usual size of a step, and learning rate
LEAST_RATE = 0.02  # of the peak, at the end of the cosine
FAVOURITE, SHARE = "sudoku", 0.25  # the family that is drawn more often than the others, and how often


@dataclass
class Run:
    """What a checkpoint holds besides weights: where the run is and how it went."""

    step: int = 0
    positions: int = 0
    seconds: float = 0.0
    history: list[dict[str, Any]] = field(default_factory=list)
    started_from: dict[str, Any] | None = None


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="a small run that shows that everything works")
    parser.add_argument("--minutes", type=float, default=90.0, help="length of the training itself (90)")
    parser.add_argument("--steps", type=int, help=f"length in steps instead of minutes (smoke: {SMOKE_STEPS})")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="threads of each process (1: the matrices are small)")
    parser.add_argument("--edges", type=int, default=EDGES, help="size of a step: literals in groups, over positions")
    parser.add_argument("--rate", type=float, default=PEAK_RATE, help="peak learning rate")
    for name, default in Config().as_dict().items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--start", type=Path, help="begin with the weights of this .onnx or checkpoint, where they fit")
    parser.add_argument("--device", default=crew.device(), help="cpu or cuda:N (a GPU of its own for each process)")
    parser.add_argument("--work", type=Path, help="folder of shards and checkpoints (build/models)")
    parser.add_argument("--out", type=Path, help="folder the model goes to (models; smoke: the work folder)")
    parser.add_argument("--data-only", action="store_true", help="write the data and stop")
    parser.add_argument("--shard", type=crew.part, default=(1, 1), metavar="I/N", help="with --data-only: which part")
    parser.add_argument("--export-only", action="store_true", help="export the checkpoint as it is")
    parser.add_argument("--measured", type=Path, metavar="FILE", help="what measurements.py found, instead of measuring")
    arguments = parser.parse_args()
    if arguments.smoke and arguments.steps is None:
        arguments.steps = SMOKE_STEPS
    if arguments.work is None:
        arguments.work = ROOT / "build" / ("models-smoke" if arguments.smoke else "models")
    if arguments.out is None:
        arguments.out = arguments.work / "export" if arguments.smoke else ROOT / "models"
    return arguments


def learning_rate(peak: float, step: int, done: float) -> float:
    """Linear warm-up over the first steps, then a cosine over the run (`done`: 0 .. 1)."""
    cosine = LEAST_RATE + (1 - LEAST_RATE) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
    return peak * min(1.0, (step + 1) / WARM_UP_STEPS) * cosine


class Draw:
    """Draws each step's positions: a family first, then one of its positions, until the step is full."""

    def __init__(self, training: data.Split, edges: int, share: float = SHARE):
        self.training = training
        self.edges = edges
        found = training.by_family()
        self.families = [np.array(found[name]) for name in sorted(found)]
        others = len(found) - (FAVOURITE in found)
        rest = (1 - share * (FAVOURITE in found)) / max(1, others)
        chances = np.array([share if name == FAVOURITE else rest for name in sorted(found)])
        self.chances = chances / chances.sum()

    def __call__(self, rng: np.random.Generator) -> list[int]:
        chosen: list[int] = []
        room = self.edges
        while room > 0:
            family = self.families[rng.choice(len(self.families), p=self.chances)]
            position = int(family[rng.integers(len(family))])
            if not self.wants(position):
                continue
            chosen.append(position)
            room -= self.training.edges(position)
        return chosen

    def wants(self, position: int) -> bool:
        """Whether it may be drawn now: any may."""
        return True


def optimizer_of(network: Network, rate: float) -> torch.optim.Optimizer:
    return torch.optim.AdamW(network.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=1e-4)


def descend(
    network: Network, optimizer: torch.optim.Optimizer, batch: Batch, depth: int,
    share_gradients: Callable[[Network], None] = lambda network: None,
) -> float:
    """One step downhill after thinking for `depth` iterations; the loss before it."""
    thought = network.begin(batch)
    steps = []
    for _ in range(depth):
        thought = network.iterate(batch, thought)
        steps.append(network.logits(thought))
    cost = loss(steps, batch)
    judged = self_assessment_loss(network.judgement(batch, thought), steps[-1], batch)
    optimizer.zero_grad()
    (cost + judged).backward()
    share_gradients(network)
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(cost.detach())


class Trainer:
    def __init__(self, arguments: argparse.Namespace, training: data.Split, validation: data.Split, team: crew.Crew):
        self.arguments = arguments
        self.training = training
        self.validation = validation
        self.team = team
        self.draw = Draw(training, arguments.edges)
        self.checkpoint = arguments.work / "checkpoint.pt"
        torch.manual_seed(arguments.seed)
        names = Config().as_dict()
        self.network = Network(Config(**{name: getattr(arguments, name) for name in names}))
        self.run = Run()
        if arguments.start:
            self.run.started_from = start_from(self.network, arguments.start)
        self.network.to(arguments.device)
        self.optimizer = optimizer_of(self.network, arguments.rate)
        self.resume()

    def resume(self) -> None:
        if not self.checkpoint.exists():
            return
        saved = torch.load(self.checkpoint, map_location=self.arguments.device)
        if saved["config"] != self.network.config.as_dict():
            raise SystemExit(f"{self.checkpoint} is of a network of another shape; choose another --work folder")
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.run = Run(**saved["run"])
        print(f"going on from step {self.run.step}, after {self.run.seconds / 60:.1f} minutes", flush=True)

    def save(self) -> None:
        if not self.team.leads:
            return
        saved = {
            "config": self.network.config.as_dict(),
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "run": vars(self.run),
        }
        unfinished = self.checkpoint.with_suffix(".part")
        torch.save(saved, unfinished)
        unfinished.rename(self.checkpoint)

    def done(self) -> float:
        """How much of the run lies behind: 0 .. 1."""
        if self.arguments.steps:
            return self.run.step / self.arguments.steps
        return self.run.seconds / (60 * self.arguments.minutes)

    def step(self) -> float:
        """One step on some of the training positions; the loss before it."""
        rng = np.random.default_rng([self.arguments.seed, self.run.step])
        depth = int(rng.integers(DEPTHS[0], DEPTHS[1] + 1))  # the same for all processes
        own = np.random.default_rng([self.arguments.seed, self.run.step, self.team.rank])
        batch = union(self.training.records(self.draw(own))).to(self.arguments.device)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.arguments.rate, self.run.step, self.done())
        cost = descend(self.network, self.optimizer, batch, depth, self.team.share_gradients)
        self.run.step += 1
        self.run.positions += batch.positions * self.team.size
        return cost

    def report(self, costs: list[float]) -> None:
        by_family = {
            family: round(cell_accuracy(self.network, self.validation.records(indices), DEPTHS[1]), 4)
            for family, indices in sorted(self.validation.by_family().items())
        }
        entry = {
            "minutes": round(self.run.seconds / 60, 1),
            "step": self.run.step,
            "loss": round(float(np.mean(costs)), 4),
            "validation_cell_accuracy": round(float(np.mean(list(by_family.values()))), 4),
        }
        self.run.history.append({**entry, "by_family": by_family})
        print("  ".join(f"{name} {value}" for name, value in entry.items()), flush=True)
        print("   " + " ".join(f"{name} {value:.3f}" for name, value in by_family.items()), flush=True)

    def train(self) -> None:
        """To the end of the run."""
        reports = 4 if self.arguments.smoke else REPORTS
        next_report = self.done() + 1 / reports
        saved_at = self.run.seconds
        costs: list[float] = []
        while self.done() < 1:
            started = time.monotonic()
            costs.append(self.step())
            self.run.seconds += self.team.agree(time.monotonic() - started)
            done = self.done()
            if done >= min(next_report, 1):
                if self.team.leads:
                    self.report(costs)
                costs.clear()
                next_report = done + 1 / reports
            if done >= 1 or self.run.seconds - saved_at >= CHECKPOINT_SECONDS:
                self.save()
                saved_at = self.run.seconds


def main() -> None:
    arguments = parse_arguments()
    torch.set_num_threads(arguments.threads)
    team = crew.Crew.join()
    arguments.work.mkdir(parents=True, exist_ok=True)
    shards = arguments.work / "shards"
    plan = data.SMOKE if arguments.smoke else data.FULL
    if team.leads:
        data.prepare(plan, shards, arguments.shard)
    if arguments.data_only:
        return
    if team.leads:
        measurements.foreign_puzzles(shards, arguments.smoke)  # writes what the others then only read
    team.wait()
    foreign = measurements.foreign_puzzles(shards, arguments.smoke)
    splits = data.load(plan, shards, foreign)
    if team.leads:
        print("positions: " + ", ".join(f"{name} {len(split)}" for name, split in splits.items()), flush=True)
    trainer = Trainer(arguments, splits["training"], splits["validation"], team)
    if team.leads:
        print(f"{trainer.network.parameter_count()} parameters, on {team.size} x {arguments.device}", flush=True)
    if not arguments.export_only:
        trainer.train()
    if team.leads:
        export.export(trainer.network.cpu().eval(), trainer.run, arguments, plan, splits)


if __name__ == "__main__":
    main()
