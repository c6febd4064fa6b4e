"""One run of the learning curves: training within its processor time, then measuring.

In: a `Job`, the sets of puzzles. Out: a dictionary of numbers, which the results files hold (curves_report.ABOUT).

Source of early stopping with the best weights kept: L. Prechelt, "Early Stopping - But When?", 1998.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch

from models.pipeline.trainer import cosine
from models.study import one_system
from models.study.augmentation import positions, symmetric
from models.study.curve_plan import BATCH, RATE, THRESHOLD, Job, Setting
from models.study.networks import network_of
from models.study.scorer import Scorer
from models.study.sudoku import Puzzles, Rules
from models.study.two_systems import TwoSystems, check_with_engine

CHECKS = 16  # of the validation puzzles in a run
PATIENCE = 8  # checks without a better one that end it
WARM_UP = 0.05  # of the budget


@dataclass
class Training:
    """How a run went."""

    steps: int = 0
    positions: int = 0
    seconds: float = 0.0  # processor time of the steps
    best_step: int = 0  # whose weights were kept
    validation: float = 0.0  # cells right then
    stopped: str = "budget"  # or "patience"


def learning_rate(peak: float, done: float) -> float:
    """Warm-up, then a cosine to nearly nothing (`done`: 0 .. 1)."""
    return peak * min(1.0, (done + 1e-3) / WARM_UP) * cosine(done)


def step(model: Scorer, optimizer: torch.optim.Optimizer, *position: torch.Tensor) -> None:
    cost = model.loss(*position)
    optimizer.zero_grad()
    cost.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()


class EarlyStopping:
    """Checks held-out positions, half of them starts; keeps the best weights and says when to stop."""

    def __init__(self, rules: Rules, puzzles: Puzzles):
        some = puzzles.first(150)
        boards, solutions = positions(some, np.arange(len(some)), np.random.default_rng(1))
        self.rules = rules
        self.boards = torch.cat([some.givens, boards])
        self.solutions = torch.cat([some.solutions, solutions])
        self.best: dict[str, torch.Tensor] = {}
        self.checks = 0
        self.checks_since_better = 0

    def check(self, model: Scorer, run: Training) -> None:
        """Measures the model now; notes in `run` which step was the best so far."""
        model.eval()
        cells, _ = one_system.one_shot(model, self.rules, self.boards, self.solutions, legal=False)
        model.train()
        self.checks += 1
        self.checks_since_better = 0 if cells > run.validation else self.checks_since_better + 1
        if cells >= run.validation:
            run.validation, run.best_step = cells, run.steps
            self.best = {name: value.clone() for name, value in model.state_dict().items()}


def train(model: Scorer, job: Job, setting: Setting, rules: Rules, sets: dict[str, Puzzles]) -> Training:
    """Trains until the processor time is spent or validation has stopped improving; leaves the best weights."""
    rng = np.random.default_rng([job.seed, job.puzzles])
    rate = RATE[job.model]
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=1e-3)
    run, validation = Training(), EarlyStopping(rules, sets["validation"])
    while validation.checks < CHECKS and validation.checks_since_better < PATIENCE:
        started = time.process_time()
        done = run.seconds / (setting.seconds * job.budget)
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(rate, done)
        position = positions(sets["training"], rng.integers(0, job.puzzles, BATCH), rng)
        step(model, optimizer, *symmetric(*position, rules, rng))
        run.seconds += time.process_time() - started
        run.steps += 1
        run.positions += BATCH
        if run.seconds / (setting.seconds * job.budget) * CHECKS >= validation.checks + 1:
            validation.check(model, run)
    run.stopped = "budget" if validation.checks == CHECKS else "patience"
    model.load_state_dict(validation.best)
    model.eval()
    return run


@torch.no_grad()
def milliseconds(model: Scorer, rules: Rules, puzzles: Puzzles) -> float:
    """Median processor time of an inference on one starting position."""
    times = []
    for i in range(-5, 30):
        boards = puzzles.givens[i % len(puzzles)][None]
        prepared = model.prepare(boards, rules.open(boards))
        started = time.process_time()
        model.infer(prepared)
        if i >= 0:
            times.append(time.process_time() - started)
    return 1000 * float(np.median(times))


def measure_with(model: Scorer, rules: Rules, sets: dict[str, Puzzles], legal: bool) -> dict[str, Any]:
    """By itself and together with System 2; among legal values only if `legal`."""
    test, validation = sets["test"], sets["validation"]
    every = np.tile(np.arange(len(validation)), 3)
    calibration = positions(validation, every, np.random.default_rng(2))
    temperature = one_system.fit_temperature(model, rules, *calibration, legal)
    cells, whole = one_system.one_shot(model, rules, test.givens, test.solutions, legal)
    tally = TwoSystems(model, rules, test, temperature, THRESHOLD, legal).play()
    return {
        "cells_right_at_start": round(cells, 4),
        "puzzles_right_in_one_shot": round(whole, 4),
        "finished_alone": round(one_system.finished_alone(model, rules, test, legal), 4),
        "temperature": round(temperature, 3),
        "with_system2": tally.report(len(test)),
        "engine_check": check_with_engine(tally),
    }


def measure(model: Scorer, rules: Rules, sets: dict[str, Puzzles]) -> dict[str, Any]:
    """The fields that curves_report.ABOUT explains."""
    all_values = measure_with(model, rules, sets, legal=False)
    legal_values = all_values if model.sees_rules else measure_with(model, rules, sets, legal=True)
    return {
        "milliseconds_per_position": round(milliseconds(model, rules, sets["test"]), 3),
        "all_values": all_values,
        "legal_values": legal_values,
    }


def perform(job: Job, setting: Setting, rules: Rules, sets: dict[str, Puzzles]) -> dict[str, Any]:
    """A run from its seed to its numbers."""
    torch.manual_seed(job.seed)
    model = network_of(job.model, job.shape, rules)
    training = train(model, job, setting, rules, sets) if model.parameter_count() else Training()
    return {
        **asdict(job),
        "parameters": model.parameter_count(),
        "training": {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(training).items()},
        **measure(model, rules, sets),
    }
