"""The files, the card and the results, which explain their own fields.

In: trained networks and their errors (train.py). Out: an ONNX file for each design, card.json, objects.json.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.exhibits.objects.motions import FAR, HORIZON, INTERVAL, SCENES, scene_name
from models.exhibits.objects.networks import Networks
from models.exhibits.objects.onnx_form import graph_of
from models.exhibits.objects.plan import Plan

COMMAND = "./dev build native && FASTSLOW_TOOL=build/native-release/engine/fastslow python3 -m models.exhibits.objects.train"
EXPLAINED = {
    "object, friction, drive, network, motions": "which object and switches; plain, hamiltonian or port (port-Hamiltonian); "
    "from how many motions, each of horizon_s seconds, it learned",
    "parameters": "of one network",
    "near": "error of the energy, mean over the training horizon: median of the test motions; of the seeds the median, the "
    "lowest and the highest. In parts of the mean energy at the start",
    "far": "the same over the last of ten horizons",
    "drift": "the same over each of the ten horizons, median of the seeds",
    "place": "error of the place (radian, metre), mean over the training horizon; median, lowest, highest",
    "away": "share of the test motions in which the error of the energy came to a hundred times the energy at the start, "
    "where it is cut off",
}
Range = dict[str, float]


def rounded(value: Tensor) -> float:
    return float(f"{float(value):.4g}")


def spread(by_seed: Tensor) -> Range:
    return {"median": rounded(by_seed.median()), "low": rounded(by_seed.min()), "high": rounded(by_seed.max())}


def by_horizon(wrong: Tensor) -> Tensor:
    """[tests, FAR + 1] -> [10]: the mean over each horizon, and of that the median of the motions."""
    return wrong[:, 1:].reshape(len(wrong), FAR // HORIZON, HORIZON).mean(-1).median(0).values


class Log:
    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.folder = folder
        self.rows: list[dict[str, Any]] = []
        self.files: list[dict[str, Any]] = []

    def add(self, networks: Networks, keys: list[Any], errors: tuple[Tensor, Tensor], seconds: float) -> None:
        design = networks.design
        energy, place = errors
        for scene in SCENES:
            for count in self.plan.counts:
                mine = [i for i, key in enumerate(keys) if key[:2] == (scene, count)]
                drift = torch.stack([by_horizon(energy[i]) for i in mine])
                self.rows.append(
                    {
                        "object": design.object,
                        "friction": scene[0],
                        "drive": scene[1],
                        "network": design.kind,
                        "motions": count,
                        "parameters": design.parameters(),
                        "near": spread(drift[:, 0]),
                        "far": spread(drift[:, -1]),
                        "drift": [rounded(value) for value in drift.median(0).values],
                        "place": spread(torch.stack([by_horizon(place[i])[0] for i in mine])),
                        "away": round(float((energy[mine].amax(-1) >= 100).float().mean()), 4),
                    }
                )
        shipped = len(SCENES) * len(self.plan.counts)
        name = f"{design.object}-{design.kind}.onnx"
        content = graph_of(networks.first(shipped)).SerializeToString()
        (self.folder / name).write_bytes(content)
        self.files.append(
            {
                "file": name,
                "object": design.object,
                "network": design.kind,
                "parameters": design.parameters(),
                "networks": shipped,
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
                "training_s": round(seconds, 1),
            }
        )

    def write(self, results: Path) -> None:
        plan = asdict(self.plan)
        card = {
            "name": "objects",
            "purpose": "foresee how a pendulum or a block goes on",
            "which": "the network of a file: 3 times the setting of the switches (none, friction, drive, both) and the "
            "number of motions (0: the fewest); all of the first seed",
            "counts": list(self.plan.counts),
            "interval_s": INTERVAL,
            "training": plan,
            "data": {"training": "fastslow simulate, seeds from first on", "evaluation": "seeds from first_test on"},
            "command": COMMAND,
            "files": self.files,
        }
        (self.folder / "card.json").write_text(json.dumps(card, indent=2) + "\n")
        table = {
            "command": COMMAND,
            "fields": EXPLAINED,
            "interval_s": INTERVAL,
            "horizon_s": round(INTERVAL * HORIZON, 6),
            "seeds": self.plan.seeds,
            "tests": self.plan.tests,
            "training_s": round(sum(one["training_s"] for one in self.files), 1),
            "rows": self.rows,
        }
        results.write_text(json.dumps(table, indent=1) + "\n")
