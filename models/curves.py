#!/usr/bin/env python3
"""Measures "small beats large" and "learn less, be smarter" on Sudoku: graph network, CNN and MLP.

    python3 models/curves.py                  every run that is still missing, then the results files
    python3 models/curves.py --shard 1/4      every fourth run, from the first; several such processes share a folder
    python3 models/curves.py --merge          the results files from the finished runs
    python3 models/curves.py --smoke          a few tiny runs, under half a minute

learning_curves.json: a network of each kind, trained on 10 to 10 000 puzzles. sizes.json: networks of about 2 k to
1 M parameters, trained on all puzzles. Every run may train for the same processor time, on one thread. README.md
beside the folder of the results gets their tables, where it has the marks for them.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when loading
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch

import curves_report
import pair
from grids import Puzzles, Rules, positions, splits, symmetric
from readers import SHAPES, parameters, reader

ROOT = Path(__file__).resolve().parent.parent
MODELS = ("graph", "cnn", "mlp")
SEEDS = (1, 2, 3)
PUZZLES = (10, 50, 300, 2000, 10000)
SIZE_SEEDS = (1, 2)
LONGER = 5  # times the processor time, for some runs that show what more of it brings
LONGER_RUNS = (("mlp", "250k"), ("cnn", "50k"), ("cnn", "250k"), ("mlp", "1M"), ("graph", "10k"))
BATCH = 64
RATE = {"graph": 4e-3, "cnn": 3e-3, "mlp": 2e-3}  # peak learning rates
CHECKS = 16  # looks at the validation puzzles in a run
PATIENCE = 8  # looks without a better one that end it
WARM_UP = 0.05  # of the budget
THRESHOLD = 0.9
LEARNING_SHAPE = {"graph": "10k", "cnn": "50k", "mlp": "250k"}  # the baselines' best in the usual time
NOTHING = ("none", "none", 0, 1)  # the reference: nothing learned


COMMON = {"threshold": THRESHOLD, "batch": BATCH, "peak_rate": RATE, "family": "sudoku", "device": "cpu, one thread"}


@dataclass(frozen=True)
class Setting:
    """What all runs share."""

    size: str = "6x6"
    seconds: float = 10.0
    test: int = 300
    validation: int = 300
    training: int = 10000


@dataclass(frozen=True)
class Job:
    model: str
    shape: str
    puzzles: int
    seed: int
    budget: int = 1  # times the usual processor time

    @property
    def name(self) -> str:
        longer = f"-{self.budget}times" if self.budget > 1 else ""
        return f"{self.model}-{self.shape}-{self.puzzles}puzzles-seed{self.seed}{longer}"


def learning_jobs(setting: Setting) -> list[Job]:
    numbers = [p for p in PUZZLES if p <= setting.training]
    return [Job(*NOTHING)] + [Job(m, LEARNING_SHAPE[m], p, s) for s in SEEDS for p in numbers for m in MODELS]


def size_jobs(setting: Setting) -> list[Job]:
    seeds = {m: {shape: SEEDS if shape == LEARNING_SHAPE[m] else SIZE_SEEDS for shape in SHAPES[m]} for m in MODELS}
    usual = [Job(m, shape, setting.training, s) for m in MODELS for shape in SHAPES[m] for s in seeds[m][shape]]
    longer = [Job(m, shape, setting.training, 1, LONGER) for m, shape in LONGER_RUNS]
    return [Job(*NOTHING)] + usual + longer


def in_order(learning: list[Job], sizes: list[Job]) -> list[Job]:
    """All of them, such that an interrupted plan has something of everything: first one seed of each."""

    def stage(job: Job) -> int:
        if job.budget > 1:
            return 2
        return 0 if job.seed == 1 else 1 if job in learning else 3

    return sorted(dict.fromkeys(learning + sizes), key=lambda job: (stage(job), job.seed))


# --- one run --------------------------------------------------------------------------------------


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
    cosine = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
    return peak * min(1.0, (done + 1e-3) / WARM_UP) * cosine


def step(model: torch.nn.Module, optimizer: torch.optim.Optimizer, *position: torch.Tensor) -> None:
    cost = model.loss(*position)
    optimizer.zero_grad()
    cost.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()


class Validation:
    """Looks at held-out positions, half of them starts; keeps the best weights and says when to stop."""

    def __init__(self, rules: Rules, puzzles: Puzzles):
        some = puzzles.first(150)
        boards, solutions = positions(some, np.arange(len(some)), np.random.default_rng(1))
        self.rules = rules
        self.boards = torch.cat([some.givens, boards])
        self.solutions = torch.cat([some.solutions, solutions])
        self.best: dict[str, torch.Tensor] = {}
        self.looks = 0
        self.looks_since_better = 0

    def look(self, model: torch.nn.Module, run: Training) -> None:
        model.eval()
        cells, _ = pair.one_shot(model, self.rules, self.boards, self.solutions, legal=False)
        model.train()
        self.looks += 1
        self.looks_since_better = 0 if cells > run.validation else self.looks_since_better + 1
        if cells >= run.validation:
            run.validation, run.best_step = cells, run.steps
            self.best = {name: value.clone() for name, value in model.state_dict().items()}


def train(model: torch.nn.Module, job: Job, setting: Setting, rules: Rules, sets: dict[str, Puzzles]) -> Training:
    """Trains until the processor time is spent or validation has stopped improving; leaves the best weights."""
    rng = np.random.default_rng([job.seed, job.puzzles])
    rate = RATE[job.model]
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=1e-3)
    run, validation = Training(), Validation(rules, sets["validation"])
    while validation.looks < CHECKS and validation.looks_since_better < PATIENCE:
        started = time.process_time()
        done = run.seconds / (setting.seconds * job.budget)
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(rate, done)
        position = positions(sets["training"], rng.integers(0, job.puzzles, BATCH), rng)
        step(model, optimizer, *symmetric(*position, rules, rng))
        run.seconds += time.process_time() - started
        run.steps += 1
        run.positions += BATCH
        if run.seconds / (setting.seconds * job.budget) * CHECKS >= validation.looks + 1:
            validation.look(model, run)
    run.stopped = "budget" if validation.looks == CHECKS else "patience"
    model.load_state_dict(validation.best)
    model.eval()
    return run


@torch.no_grad()
def milliseconds(model: torch.nn.Module, rules: Rules, puzzles: Puzzles) -> float:
    """Median processor time of an inference on one starting position."""
    times = []
    for i in range(-5, 30):
        boards = puzzles.givens[i % len(puzzles)][None]
        prepared = model.prepare(boards, rules.open(boards))
        started = time.process_time()
        model.read(prepared)
        if i >= 0:
            times.append(time.process_time() - started)
    return 1000 * float(np.median(times))


def measure_with(model: torch.nn.Module, rules: Rules, sets: dict[str, Puzzles], legal: bool) -> dict:
    test, validation = sets["test"], sets["validation"]
    every = np.tile(np.arange(len(validation)), 3)
    calibration = positions(validation, every, np.random.default_rng(2))
    temperature = pair.fit_temperature(model, rules, *calibration, legal)
    cells, whole = pair.one_shot(model, rules, test.givens, test.solutions, legal)
    tally = pair.Pair(model, rules, test, temperature, THRESHOLD, legal).play()
    return {
        "cells_right_at_start": round(cells, 4),
        "puzzles_right_in_one_shot": round(whole, 4),
        "finished_alone": round(pair.finished_alone(model, rules, test, legal), 4),
        "temperature": round(temperature, 3),
        "with_system2": tally.report(len(test)),
        "engine_check": pair.check_with_engine(tally),
    }


def measure(model: torch.nn.Module, rules: Rules, sets: dict[str, Puzzles]) -> dict:
    all_values = measure_with(model, rules, sets, legal=False)
    legal_values = all_values if model.reads_rules else measure_with(model, rules, sets, legal=True)
    return {
        "milliseconds_per_position": round(milliseconds(model, rules, sets["test"]), 3),
        "all_values": all_values,
        "legal_values": legal_values,
    }


def perform(job: Job, setting: Setting, rules: Rules, sets: dict[str, Puzzles]) -> dict:
    torch.manual_seed(job.seed)
    model = reader(job.model, job.shape, rules)
    training = train(model, job, setting, rules, sets) if parameters(model) else Training()
    return {
        **asdict(job),
        "parameters": parameters(model),
        "training": {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(training).items()},
        **measure(model, rules, sets),
    }


# --- all runs -------------------------------------------------------------------------------------


def run_file(folder: Path, job: Job) -> Path:
    return folder / f"{job.name}.json"


def run_jobs(jobs: list[Job], setting: Setting, work: Path, runs: Path) -> None:
    counts = {"test": setting.test, "validation": setting.validation, "training": setting.training}
    sets = splits(setting.size, counts, work)
    rules = Rules(setting.size)
    for i, job in enumerate(jobs):
        path = run_file(runs, job)
        if path.exists():
            continue
        result = perform(job, setting, rules, sets)
        unfinished = path.with_suffix(f".{os.getpid()}.part")
        unfinished.write_text(json.dumps(result) + "\n")
        unfinished.rename(path)
        print(f"{i + 1}/{len(jobs)} {job.name}: {summary(result)}", flush=True)


def summary(result: dict) -> str:
    def of(part: dict) -> str:
        return (
            f"{part['cells_right_at_start']:.3f} of the cells, finished {part['finished_alone']:.3f}, "
            f"escalated {part['with_system2']['escalated']:.3f}"
        )

    return f"{of(result['all_values'])}; legal values only: {of(result['legal_values'])}"


def merge(path: Path, command: str, setting: Setting, runs: Path, wanted: list[Job]) -> None:
    """Writes a results file from those of the wanted runs that are finished, and says which are not."""
    finished = [json.loads(run_file(runs, job).read_text()) for job in wanted if run_file(runs, job).exists()]
    missing = [job.name for job in wanted if not run_file(runs, job).exists()]
    curves_report.write(path, command, {**asdict(setting), **COMMON}, finished, missing)
    print(f"{path}: {len(finished)} runs" + (f", {len(missing)} still missing" if missing else ""))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default=Setting.size, help="of the Sudokus: 4x4, 6x6 or 9x9 (6x6)")
    parser.add_argument("--seconds", type=float, default=Setting.seconds, help="processor time a run may train (10)")
    parser.add_argument("--models", default=",".join(MODELS), help="only these kinds of network (graph,cnn,mlp)")
    parser.add_argument("--shard", default="1/1", metavar="I/N", help="only every N-th run, from the I-th")
    parser.add_argument("--merge", action="store_true", help="only write the results files from the finished runs")
    parser.add_argument("--smoke", action="store_true", help="a few tiny runs into the work folder")
    parser.add_argument("--work", type=Path, help="folder of puzzles and finished runs (build/curves)")
    parser.add_argument("--out", type=Path, help="folder of the results (models/results; smoke: the work folder)")
    arguments = parser.parse_args()
    if arguments.work is None:
        arguments.work = ROOT / "build" / ("curves-smoke" if arguments.smoke else "curves")
    if arguments.out is None:
        arguments.out = arguments.work / "results" if arguments.smoke else ROOT / "models" / "results"
    return arguments


def main() -> None:
    arguments = parse_arguments()
    torch.set_num_threads(1)
    if arguments.smoke:
        setting = Setting("4x4", 0.5, test=20, validation=20, training=60)
        learning = [Job(*NOTHING)] + [Job(m, "2k", p, 1) for m in MODELS for p in (10, 60)]
        sizes = [Job(*NOTHING)] + [Job(m, "2k", 60, 1) for m in MODELS] + [Job("mlp", "10k", 60, 1)]
    else:
        setting = Setting(arguments.size, arguments.seconds)
        learning, sizes = learning_jobs(setting), size_jobs(setting)
    runs = arguments.work / f"runs-{setting.size}-{setting.seconds:g}s"
    runs.mkdir(parents=True, exist_ok=True)
    if not arguments.merge:
        index, count = (int(part) for part in arguments.shard.split("/"))
        jobs = [job for job in in_order(learning, sizes) if job.model in ("none", *arguments.models.split(","))]
        run_jobs(jobs[index - 1 :: count], setting, arguments.work, runs)
    command = f"python3 models/curves.py --size {setting.size} --seconds {setting.seconds:g}"
    if arguments.smoke:
        command = "python3 models/curves.py --smoke"
    for name, wanted in (("learning_curves", learning), ("sizes", sizes)):
        merge(arguments.out / f"{name}.json", command, setting, runs, wanted)
    if not arguments.smoke:
        curves_report.update_readme(arguments.out.parent / "README.md", arguments.out)


if __name__ == "__main__":
    main()
