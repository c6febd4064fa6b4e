"""The training loop: drawing positions, one step, the learning rate, checkpoints, reports.

In: the training and validation splits and `Settings`. Out: a trained `Network`, and a `Run` that says how it went. With
the same settings, `steps` and number of processes, the result is the same to the bit on one machine.

Sources: AdamW, I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", ICLR 2019; the cosine schedule, by
the same, "SGDR", ICLR 2017. That a step thinks for a random number of iterations resembles A. Bansal et al.,
"End-to-end Algorithm Synthesis with Recurrent Networks", NeurIPS 2022.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Mapping

import numpy as np
import torch

from models.pipeline.data import Split
from models.pipeline.distributed import ProcessGroup
from models.pipeline.evaluate import cell_accuracy
from models.pipeline.graph_batch import Batch, union
from models.pipeline.network import Config, Network, Thought
from models.pipeline.objective import loss, self_assessment_loss
from models.pipeline.recipe import CHAIN, SHIPPED, MeanWeights, Plan, Recipe, begin, plan_of, unrest
from models.pipeline.warm_start import warm_start

WARM_UP_STEPS = 200
CHECKPOINT_SECONDS = 120
EDGES, PEAK_RATE = 16000, 2e-3  # usual size of a step, and learning rate
LEAST_RATE = 0.02  # of the peak, at the end of the cosine
SHARES = {"sudoku": 0.25}  # families that are not drawn as often as the others, and how often


@dataclass(frozen=True)
class Settings:
    """What a run is asked to do."""

    work: Path  # folder of shards and the checkpoint
    minutes: float = 90.0
    steps: int | None = None  # length in steps instead of minutes
    seed: int = 1
    threads: int = 1
    edges: int = EDGES  # size of a step: literals in groups, over its positions
    rate: float = PEAK_RATE
    config: Config = Config()
    start: Path | None = None  # checkpoint of an earlier network
    recipe: Recipe = SHIPPED  # how a step thinks
    shares: Mapping[str, float] = field(default_factory=lambda: SHARES)  # see Draw
    device: str = "cpu"
    reports: int = 12  # evenly over the run


@dataclass
class Run:
    """What a checkpoint holds besides weights: where the run is and how it went."""

    step: int = 0
    positions: int = 0
    seconds: float = 0.0
    history: list[dict[str, Any]] = field(default_factory=list)
    started_from: dict[str, Any] | None = None
    recipe: dict[str, Any] | None = None  # where it is not the shipped one


def cosine(done: float) -> float:
    """The share of the peak learning rate when so much of a run is done (0 .. 1)."""
    return LEAST_RATE + (1 - LEAST_RATE) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))


def learning_rate(peak: float, step: int, done: float) -> float:
    """Linear warm-up over the first steps, then a cosine over the run (`done`: 0 .. 1)."""
    return peak * min(1.0, (step + 1) / WARM_UP_STEPS) * cosine(done)


class Draw:
    """Draws each step's positions: a family first, then one of its positions, until the step is full. Returns their
    indices in the split. shares: how often some families are drawn; the others share the rest alike."""

    def __init__(self, training: Split, edges: int, shares: Mapping[str, float] = SHARES):
        self.training = training
        self.edges = edges
        found = training.by_family()
        self.families = [np.array(found[name]) for name in sorted(found)]
        own = {name: share for name, share in shares.items() if name in found}
        rest = (1 - sum(own.values())) / max(1, len(found) - len(own))
        chances = np.array([own.get(name, rest) for name in sorted(found)])
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
    network: Network,
    optimizer: torch.optim.Optimizer,
    batch: Batch,
    plan: Plan,
    average_gradients: Callable[[Network], None] = lambda network: None,
    still: float = 0.0,
    thought: Thought | None = None,
) -> tuple[float, Thought]:
    """One step downhill after thinking as planned; the loss before it, and where the thinking ended. still: see Recipe.
    thought: what to go on from instead of beginning."""
    thought = thought or begin(network, batch, plan)
    steps = []
    for _ in range(plan.depth):
        thought = network.iterate(batch, thought)
        steps.append(network.logits(thought))
    cost = loss(steps, batch)
    judged = self_assessment_loss(network.judgement(batch, thought), steps[-1], batch)
    moved = still * unrest(steps[len(steps) // 4 :], batch) if still else 0.0
    optimizer.zero_grad()
    (cost + judged + moved).backward()
    average_gradients(network)
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    ended = Thought(thought.state.detach(), thought.message.detach(), thought.load.detach())
    return float(cost.detach()), ended


class Trainer:
    """One process's part of a run. Begins from the checkpoint in the work folder if there is one."""

    def __init__(self, settings: Settings, training: Split, validation: Split, processes: ProcessGroup):
        self.settings = settings
        self.training = training
        self.validation = validation
        self.processes = processes
        self.draw = Draw(training, settings.edges, settings.shares)
        self.carried: tuple[Batch, Thought] | None = None  # what the last step ended with
        self.checkpoint = settings.work / "checkpoint.pt"
        torch.manual_seed(settings.seed)
        self.network = Network(settings.config)
        self.run = Run(recipe=None if settings.recipe == SHIPPED else settings.recipe.as_dict())
        if settings.start:
            self.run.started_from = warm_start(self.network, settings.start)
        self.network.to(settings.device)
        self.optimizer = optimizer_of(self.network, settings.rate)
        self.mean = MeanWeights(self.network, settings.recipe.mean)
        self.resume()

    def resume(self) -> None:
        """From the checkpoint, if there is one."""
        if not self.checkpoint.exists():
            return
        saved = torch.load(self.checkpoint, map_location=self.settings.device)
        if saved["config"] != self.network.config.as_dict():
            raise SystemExit(f"{self.checkpoint} is of a network of another shape; choose another --work folder")
        if saved["run"].get("recipe") != self.run.recipe:
            raise SystemExit(f"{self.checkpoint} is of a run with another recipe; choose another --work folder")
        self.network.load_state_dict(saved["weights"] if "weights" in saved else saved["network"])
        if "mean" in saved:
            self.mean.load(saved["mean"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.run = Run(**saved["run"])
        print(f"going on from step {self.run.step}, after {self.run.seconds / 60:.1f} minutes", flush=True)

    def save(self) -> None:
        """The checkpoint, by the main process: written beside the old one, then put in its place."""
        if not self.processes.is_main:
            return
        saved = {
            "config": self.network.config.as_dict(),
            "network": self.kept().state_dict(),
            **({"weights": self.network.state_dict(), "mean": self.mean.state()} if self.settings.recipe.mean else {}),
            "optimizer": self.optimizer.state_dict(),
            "run": vars(self.run),
        }
        unfinished = self.checkpoint.with_suffix(".part")
        torch.save(saved, unfinished)
        unfinished.rename(self.checkpoint)

    def kept(self) -> Network:
        """What the run is for: the network with the averaged weights, if the recipe asks for them."""
        if not self.settings.recipe.mean:
            return self.network
        kept = Network(self.network.config).to(self.settings.device)
        kept.load_state_dict(self.mean.weights)
        return kept

    def done(self) -> float:
        """How much of the run lies behind: 0 .. 1."""
        if self.settings.steps:
            return self.run.step / self.settings.steps
        return self.run.seconds / (60 * self.settings.minutes)

    def begins_anew(self) -> bool:
        """Whether the next step goes on from nothing, so that a run may be interrupted here."""
        return not self.settings.recipe.on or self.run.step % CHAIN == 0

    def step(self) -> float:
        """One step on some of the training positions; the loss before it."""
        rng = np.random.default_rng([self.settings.seed, self.run.step])
        plan = plan_of(self.settings.recipe, rng, not self.begins_anew())  # the same for all processes
        own = np.random.default_rng([self.settings.seed, self.run.step, self.processes.rank])
        if plan.on and self.carried:
            batch, thought = self.carried
        else:
            batch, thought = union(self.training.records(self.draw(own))).to(self.settings.device), None
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.settings.rate, self.run.step, self.done())
        still = self.settings.recipe.still
        average = self.processes.average_gradients
        cost, ended = descend(self.network, self.optimizer, batch, plan, average, still, thought)
        self.carried = (batch, ended) if self.settings.recipe.on else None
        if self.settings.recipe.mean:
            self.mean.update(self.network)
        self.run.step += 1
        self.run.positions += batch.positions * self.processes.size
        return cost

    def report(self, costs: list[float]) -> None:
        """The mean loss since the last report, and how the network fares on the validation split, family by family."""
        network = self.kept()
        by_family = {
            family: round(cell_accuracy(network, self.validation.records(indices), self.settings.recipe.longest), 4)
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
        interval = 1 / self.settings.reports
        next_report = self.done() + interval
        saved_at = self.run.seconds
        costs: list[float] = []
        while self.done() < 1:
            started = time.monotonic()
            costs.append(self.step())
            self.run.seconds += self.processes.from_main(time.monotonic() - started)
            done = self.done()
            if done >= min(next_report, 1):
                if self.processes.is_main:
                    self.report(costs)
                costs.clear()
                next_report = done + interval
            if done >= 1 or (self.run.seconds - saved_at >= CHECKPOINT_SECONDS and self.begins_anew()):
                self.save()
                saved_at = self.run.seconds
