#!/usr/bin/env python3
"""Trains the policy network: data from the engine, training, calibration, evaluation, export.

    ./dev train                 the shipped network, from scratch
    ./dev train --smoke         everything at a small size, in about a minute

Interrupted runs go on where they stopped when started again with the same --work folder.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are too small for more; read when loading

import numpy as np
import torch

import data
import export
from batch import batches, union
from evaluate import cell_accuracy
from network import Config, Network
from objective import loss

ROOT = Path(__file__).resolve().parent.parent
WARM_UP_STEPS = 200
CHECKPOINT_SECONDS = 120
REPORTS = 20  # evenly over the run
SMOKE_STEPS = 160
SHALLOW_ITERATIONS = 12  # at first: quicker, and what is learned carries over to more
SHALLOW_SHARE = 0.42  # of the run
LEAST_RATE = 0.02  # of the peak, at the end of the cosine


@dataclass
class Run:
    """What a checkpoint holds besides weights: where the run is and how it went."""

    step: int = 0
    positions: int = 0
    seconds: float = 0.0
    history: list[dict[str, float]] = field(default_factory=list)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="a small run that shows that everything works")
    parser.add_argument("--minutes", type=float, default=60.0, help="length of the training itself (60)")
    parser.add_argument("--steps", type=int, help=f"length in steps instead of minutes (smoke: {SMOKE_STEPS})")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--batch", type=int, default=32, help="positions per step")
    parser.add_argument("--rate", type=float, default=2e-3, help="peak learning rate")
    for name, default in Config().as_dict().items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--work", type=Path, help="folder of shards and checkpoints (build/models)")
    parser.add_argument("--out", type=Path, help="folder the model goes to (models; smoke: the work folder)")
    parser.add_argument("--export-only", action="store_true", help="export the checkpoint as it is")
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


def iterations(full: int, done: float) -> int:
    """How deep to train at this point of the run (`done`: 0 .. 1)."""
    return min(full, SHALLOW_ITERATIONS) if done < SHALLOW_SHARE else full


class Trainer:
    def __init__(self, arguments: argparse.Namespace, training: data.Split, validation: data.Split):
        self.arguments = arguments
        self.training = training
        self.validation = validation
        self.checkpoint = arguments.work / "checkpoint.pt"
        torch.manual_seed(arguments.seed)
        names = Config().as_dict()
        self.network = Network(Config(**{name: getattr(arguments, name) for name in names}))
        self.network.to(arguments.device)
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=arguments.rate, betas=(0.9, 0.98), weight_decay=1e-4
        )
        self.run = Run()
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

    def step(self, indices: np.ndarray) -> float:
        """One step on some of the training positions; the loss before it."""
        batch = union(self.training.records(indices)).to(self.arguments.device)
        done = self.done()
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.arguments.rate, self.run.step, done)
        depth = iterations(self.network.config.iterations, done)
        cost = loss(self.network.steps(*batch.inputs, depth), batch)
        self.optimizer.zero_grad()
        cost.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.run.step += 1
        self.run.positions += len(indices)
        return float(cost.detach())

    def report(self, costs: list[float]) -> None:
        accuracy = cell_accuracy(self.network, self.validation.records(range(len(self.validation))))
        entry = {
            "minutes": round(self.run.seconds / 60, 1),
            "step": self.run.step,
            "loss": round(float(np.mean(costs)), 4),
            "validation_cell_accuracy": round(accuracy, 4),
        }
        self.run.history.append(entry)
        print("  ".join(f"{name} {value}" for name, value in entry.items()), flush=True)

    def train(self) -> None:
        """To the end of the run."""
        reports = 4 if self.arguments.smoke else REPORTS
        next_report = self.done() + 1 / reports
        saved_at = self.run.seconds
        costs: list[float] = []
        while self.done() < 1:
            rng = np.random.default_rng([self.arguments.seed, self.run.step])
            for indices in batches(len(self.training), self.arguments.batch, rng):
                started = time.monotonic()
                costs.append(self.step(indices))
                self.run.seconds += time.monotonic() - started
                done = self.done()
                if done >= min(next_report, 1):
                    self.report(costs)
                    costs.clear()
                    next_report = done + 1 / reports
                if done >= 1 or self.run.seconds - saved_at >= CHECKPOINT_SECONDS:
                    self.save()
                    saved_at = self.run.seconds
                if done >= 1:
                    return


def main() -> None:
    arguments = parse_arguments()
    torch.set_num_threads(arguments.threads)
    arguments.work.mkdir(parents=True, exist_ok=True)
    shards = arguments.work / "shards"
    public = export.public_puzzles(ROOT.parent / "shared" / "data", shards, arguments.smoke)
    foreign = frozenset().union(*(split.texts() for split in public.values()))
    plan = data.SMOKE if arguments.smoke else data.FULL
    splits = data.load(plan, shards, foreign)
    print("positions: " + ", ".join(f"{name} {len(split)}" for name, split in splits.items()), flush=True)

    trainer = Trainer(arguments, splits["training"], splits["validation"])
    print(f"{trainer.network.parameter_count()} parameters, on {arguments.device}", flush=True)
    if not arguments.export_only:
        trainer.train()
    export.export(trainer.network.cpu().eval(), trainer.run, arguments, plan, splits, public)


if __name__ == "__main__":
    main()
