"""Measures "small beats large" and "learn less, be smarter" on Sudoku: graph network, CNN and MLP.

    ./dev curves                  every run that is still missing, then the results files
    ./dev curves --shard 1/4      every fourth run, from the first; several such processes share a folder
    ./dev curves --merge          the results files from the finished runs
    ./dev curves --smoke          a few tiny runs, under half a minute

learning_curves.json: a network of each kind, trained on 10 to 10 000 puzzles. sizes.json: networks of about 2 k to
1 M parameters, trained on all puzzles. Every run may train for the same processor time, on one thread. README.md gets
their tables, where it has the marks for them.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from models.common.options import WHOLE, part
from models.common.paths import BUILD, RESULTS
from models.study.curve_plan import COMMON, KINDS, SMOKE, Job, Setting, in_order, learning_jobs, size_jobs, smoke_jobs
from models.study.curve_run import perform
from models.study.curves_report import update_readme, write
from models.study.sudoku import Rules, splits


def run_file(folder: Path, job: Job) -> Path:
    return folder / f"{job.name}.json"


def run_jobs(jobs: list[Job], setting: Setting, work: Path, runs: Path) -> None:
    """Performs those jobs whose files are not in the folder `runs` yet."""
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


def summary(result: dict[str, Any]) -> str:
    def of(part: dict[str, Any]) -> str:
        return (
            f"{part['cells_right_at_start']:.3f} of the cells, finished {part['finished_alone']:.3f}, "
            f"escalated {part['with_system2']['escalated']:.3f}"
        )

    return f"{of(result['all_values'])}; legal values only: {of(result['legal_values'])}"


def merge(path: Path, command: str, setting: Setting, runs: Path, wanted: list[Job]) -> None:
    """Writes a results file from those of the wanted runs that are finished, and says which are not."""
    finished = [json.loads(run_file(runs, job).read_text()) for job in wanted if run_file(runs, job).exists()]
    missing = [job.name for job in wanted if not run_file(runs, job).exists()]
    write(path, command, {**asdict(setting), **COMMON}, finished, missing)
    print(f"{path}: {len(finished)} runs" + (f", {len(missing)} still missing" if missing else ""))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default=Setting.size, help="of the Sudokus: 4x4, 6x6 or 9x9 (6x6)")
    parser.add_argument("--seconds", type=float, default=Setting.seconds, help="processor time a run may train (10)")
    parser.add_argument("--models", default=",".join(KINDS), help="only these kinds of network (graph,cnn,mlp)")
    parser.add_argument("--shard", type=part, default=WHOLE, metavar="I/N", help="only every N-th run, from the I-th")
    parser.add_argument("--merge", action="store_true", help="only write the results files from the finished runs")
    parser.add_argument("--smoke", action="store_true", help="a few tiny runs into the work folder")
    parser.add_argument("--work", type=Path, help="folder of puzzles and finished runs (build/curves)")
    parser.add_argument("--out", type=Path, help="folder of the results (models/results; smoke: the work folder)")
    arguments = parser.parse_args()
    if arguments.work is None:
        arguments.work = BUILD / ("curves-smoke" if arguments.smoke else "curves")
    if arguments.out is None:
        arguments.out = arguments.work / "results" if arguments.smoke else RESULTS
    return arguments


def main() -> None:
    arguments = parse_arguments()
    torch.set_num_threads(1)
    if arguments.smoke:
        setting, command = SMOKE, "./dev curves --smoke"
        learning, sizes = smoke_jobs()
    else:
        setting = Setting(arguments.size, arguments.seconds)
        command = f"./dev curves --size {setting.size} --seconds {setting.seconds:g}"
        learning, sizes = learning_jobs(setting), size_jobs(setting)
    runs = arguments.work / f"runs-{setting.size}-{setting.seconds:g}s"
    runs.mkdir(parents=True, exist_ok=True)
    if not arguments.merge:
        first, every = arguments.shard
        jobs = [job for job in in_order(learning, sizes) if job.model in ("none", *arguments.models.split(","))]
        run_jobs(jobs[first - 1 :: every], setting, arguments.work, runs)
    for name, wanted in (("learning_curves", learning), ("sizes", sizes)):
        merge(arguments.out / f"{name}.json", command, setting, runs, wanted)
    if not arguments.smoke:
        update_readme(arguments.out.parent / "README.md", arguments.out)


if __name__ == "__main__":
    main()
