"""Trains the networks that foresee the pendulum and the block, measures how their energy drifts, and exports them.

    python3 -m models.exhibits.objects.train          (FASTSLOW_TOOL names the engine's tool)

In: motions from the engine (motions.py). Out: six ONNX files and card.json beside this file,
models/results/objects.json.
Every network learns to foresee one interval, from the motions of one object under one setting of the switches; all of
one kind learn at once. The files hold those of the first seed.
"""

from __future__ import annotations

import argparse
import itertools
import os
import time
from pathlib import Path

import torch
from torch import Tensor

from models.common.paths import RESULTS
from models.exhibits.objects import report
from models.exhibits.objects.motions import FAR, HORIZON, OBJECTS, SCENES, Motions, energy, finite, simulated
from models.exhibits.objects.networks import KINDS, Design, Networks
from models.exhibits.objects.plan import PLAN, SMOKE, Plan

HERE = Path(__file__).parent
# Where a prediction has run away, the most that an error is counted, in parts of the energy at first.
MOST = 100.0

Scene = tuple[bool, bool]
Key = tuple[Scene, int, int]  # switches, number of motions, seed


def keys_of(plan: Plan) -> list[Key]:
    """Those of the first seed come first: they are what is shipped."""
    return [(scene, count, seed) for seed, scene, count in itertools.product(range(plan.seeds), SCENES, plan.counts)]


def stacked(motions: list[Motions], name: str) -> Tensor:
    """[M, motions, ...]; fewer motions are repeated, and drawn no more often for that."""
    most = max(len(one.q) for one in motions)
    rows = [getattr(one, name) for one in motions]
    return torch.stack([row.repeat(-(-most // len(row)), 1)[:most] for row in rows])


def learn(design: Design, motions: list[Motions], seeds: list[int], plan: Plan) -> Networks:
    """A network for each of the lists of motions. Loss: the squared error after one interval, in units of how much
    place and speed usually change in one; Adam, with one cycle of the rate."""
    networks = Networks(design, seeds)
    optimizer = torch.optim.Adam(networks.parameters(), lr=plan.rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, total_steps=plan.steps)
    q, p, u = (stacked(motions, name) for name in ("q", "p", "drive"))
    scale_q, scale_p = (x.diff(dim=-1).flatten(1).std(1)[:, None] for x in (q, p))
    counts = torch.tensor([len(one.q) for one in motions])[:, None]
    generator = torch.Generator().manual_seed(1)
    network = torch.arange(len(motions))[:, None]
    shape = (len(motions), plan.batch)
    for _ in range(plan.steps):
        i = (torch.rand(shape, generator=generator) * counts).long()
        k = torch.randint(q.shape[-1] - 1, shape, generator=generator)
        drive = (u[network, i, 2 * k], u[network, i, 2 * k + 1], u[network, i, 2 * k + 2])
        next_q, next_p = networks.step(q[network, i, k], p[network, i, k], drive)
        error_q = (next_q - q[network, i, k + 1]) / scale_q
        error_p = (next_p - p[network, i, k + 1]) / scale_p
        optimizer.zero_grad()
        (error_q**2 + error_p**2).mean(1).sum().backward()
        optimizer.step()
        schedule.step()
    return networks


def errors(networks: Networks, keys: list[Key], tests: dict[Scene, Motions]) -> tuple[Tensor, Tensor]:
    """How wrong energy and place are at every interval of every test motion, [M, tests, steps + 1]: the energy in parts
    of the mean energy at the start."""
    q, p, true, drive = (stacked([tests[scene] for scene, _, _ in keys], n) for n in ("q", "p", "energy", "drive"))
    places, speeds = networks.rollout(q[..., 0], p[..., 0], drive)
    scale = true[..., 0].mean(1)[:, None, None]
    wrong = (finite(energy(networks.design.object, places, speeds), 1e6) - true).abs() / scale
    return wrong.clamp(max=MOST), finite(places - q, 1e3).abs()


def study(kind: str, plan: Plan, log: report.Log) -> None:
    """One object: its three kinds of network."""
    keys = keys_of(plan)
    tests = simulated(kind, plan.tests, FAR, plan.first_test)
    pools = [simulated(kind, max(plan.counts), HORIZON, plan.first + seed * plan.apart) for seed in range(plan.seeds)]
    motions = [pools[seed][scene].first(count) for scene, count, seed in keys]
    for network in KINDS:
        design = Design(kind, network)
        begun = time.process_time()
        networks = learn(design, motions, [seed for _, _, seed in keys], plan)
        seconds = time.process_time() - begun
        log.add(networks, keys, errors(networks, keys, tests), seconds)
        print(f"{kind}, {network}: {design.parameters()} parameters each, {seconds:.0f} s", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--smoke", type=Path, metavar="FOLDER", help="everything at a tiny size, into a folder")
    folder = options.parse_args().smoke
    torch.set_num_threads(1)
    plan = SMOKE if folder else PLAN
    log = report.Log(plan, folder or HERE)
    for kind in OBJECTS:
        study(kind, plan, log)
    log.write((folder or RESULTS) / "objects.json")
    if not folder:
        report.tell(RESULTS / "objects.json")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
