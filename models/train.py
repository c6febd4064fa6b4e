"""The whole run that makes the shipped network: data from the engine, training, calibration, measuring, export.

    ./dev train                          the shipped network, from scratch
    ./dev train --smoke                  everything at a small size, in about a minute
    ./dev train --data-only --shard 2/8  one part of the data, for a cluster's scheduler
    torchrun --nproc_per_node 4 -m models.train   several processes, each with a batch of its own for every step

Interrupted runs go on where they stopped when started again with the same --work folder.

This command joins the rooms: pipeline/ trains and knows nothing of export/, which writes what is shipped.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import torch

from models.common.options import WHOLE, part
from models.common.paths import BUILD, MODELS
from models.export.card import Trained
from models.export.measurements import Measurements
from models.export.release import release
from models.pipeline import data
from models.pipeline.distributed import ProcessGroup, default_device
from models.pipeline.evaluate import LOOKS
from models.pipeline.evaluation_files import reserved_texts
from models.pipeline.network import Config
from models.pipeline.onnx_weights import checkpoint_of
from models.pipeline.plan import FULL, SMOKE
from models.pipeline.recipe import RECIPES
from models.pipeline.trainer import EDGES, PEAK_RATE, Settings, Trainer

SMOKE_STEPS = 160
REPORTS, SMOKE_REPORTS = 12, 4


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--smoke", action="store_true", help="a small run that shows that everything works")
    made.add_argument("--minutes", type=float, default=90.0, help="length of the training itself (90)")
    made.add_argument("--steps", type=int, help=f"length in steps instead of minutes (smoke: {SMOKE_STEPS})")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--threads", type=int, default=1, help="threads of each process (1: the matrices are small)")
    made.add_argument("--edges", type=int, default=EDGES, help="size of a step: literals in groups, over positions")
    made.add_argument("--rate", type=float, default=PEAK_RATE, help="peak learning rate")
    for name, default in Config().as_dict().items():
        made.add_argument(f"--{name}", type=int, default=default)
    made.add_argument("--start", type=Path, help="begin with the weights of this checkpoint or .onnx, where they fit")
    made.add_argument("--recipe", choices=RECIPES, default="shipped", help="longer: for thinking on without harm")
    made.add_argument("--device", default=default_device(), help="cpu or cuda:N (a GPU of its own for each process)")
    made.add_argument("--work", type=Path, help="folder of shards and checkpoints (build/models)")
    made.add_argument("--out", type=Path, help="folder the model goes to (models; smoke: the work folder)")
    made.add_argument("--data-only", action="store_true", help="write the data and stop")
    made.add_argument("--shard", type=part, default=WHOLE, metavar="I/N", help="with --data-only: which part")
    made.add_argument("--export-only", action="store_true", help="export the checkpoint as it is")
    made.add_argument("--measured", type=Path, metavar="FILE", help="what measurements.py found, instead of measuring")
    return made


def parse_arguments() -> argparse.Namespace:
    """The options, with the defaults that depend on --smoke."""
    arguments = parser().parse_args()
    if arguments.smoke and arguments.steps is None:
        arguments.steps = SMOKE_STEPS
    if arguments.work is None:
        arguments.work = BUILD / ("models-smoke" if arguments.smoke else "models")
    if arguments.out is None:
        arguments.out = arguments.work / "export" if arguments.smoke else MODELS
    return arguments


def settings_of(arguments: argparse.Namespace) -> Settings:
    """What of the options concerns the training."""
    return Settings(
        work=arguments.work,
        minutes=arguments.minutes,
        steps=arguments.steps,
        seed=arguments.seed,
        threads=arguments.threads,
        edges=arguments.edges,
        rate=arguments.rate,
        config=Config(**{name: getattr(arguments, name) for name in Config().as_dict()}),
        start=checkpoint_of(arguments.start, arguments.work) if arguments.start else None,
        recipe=RECIPES[arguments.recipe],
        device=arguments.device,
        reports=SMOKE_REPORTS if arguments.smoke else REPORTS,
    )


def export(trained: Trained, arguments: argparse.Namespace) -> None:
    """Measures, unless another process has, and writes what is shipped."""

    def measure() -> dict[str, Any]:
        if arguments.measured:
            return json.loads(arguments.measured.read_text())
        shards = arguments.work / "shards"
        return Measurements(trained.network, LOOKS, trained.plan, trained.splits, shards, arguments.smoke).all()

    release(trained, measure, arguments.out)


def main() -> None:
    arguments = parse_arguments()
    torch.set_num_threads(arguments.threads)
    processes = ProcessGroup.join()
    arguments.work.mkdir(parents=True, exist_ok=True)
    shards = arguments.work / "shards"
    plan = SMOKE if arguments.smoke else FULL
    if processes.is_main:
        data.prepare(plan, shards, arguments.shard)
    if arguments.data_only:
        return
    if processes.is_main:
        reserved_texts(shards, arguments.smoke)  # writes what the others then only read
    processes.barrier()
    splits = data.load(plan, shards, reserved_texts(shards, arguments.smoke))
    if processes.is_main:
        print("positions: " + ", ".join(f"{name} {len(split)}" for name, split in splits.items()), flush=True)
    settings = settings_of(arguments)
    trainer = Trainer(settings, splits["training"], splits["validation"], processes)
    if processes.is_main:
        print(f"{trainer.network.parameter_count()} parameters, on {processes.size} x {settings.device}", flush=True)
    if not arguments.export_only:
        trainer.train()
    if processes.is_main:
        export(Trained(trainer.network.cpu().eval(), trainer.run, settings, plan, splits), arguments)


if __name__ == "__main__":
    main()
