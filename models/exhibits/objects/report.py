"""The files, the card and the results, which explain their own fields.

In: trained networks and their errors (train.py). Out: an ONNX file for each design, card.json, objects.json; the table
of models/README.md, which `python3 -m models.exhibits.objects.report` makes anew from objects.json.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.common.generated_parts import percent, put_into
from models.common.paths import MODELS, RESULTS
from models.exhibits.objects.motions import FAR, HORIZON, INTERVAL, OBJECTS, SCENES
from models.exhibits.objects.networks import KINDS, Networks
from models.exhibits.objects.onnx_form import graph_of
from models.exhibits.objects.plan import Plan

COMMAND = (
    "./dev build native && FASTSLOW_TOOL=build/native-release/engine/fastslow "
    "python3 -m models.exhibits.objects.train"
)
EXPLAINED = {
    "object, friction, drive, network, motions": "which object and switches; plain, hamiltonian or port "
    "(port-Hamiltonian); from how many motions, each of horizon_s seconds, it learned",
    "parameters": "of one network",
    "near": "error of the energy, mean over the training horizon: median of the test motions; of the seeds the median, "
    "the lowest and the highest. In parts of the mean energy at the start",
    "far": "the same over the last of ten horizons",
    "drift": "the same over each of the ten horizons, median of the seeds",
    "place": "error of the place (radian, metre), mean over the training horizon; median, lowest, highest",
    "away": "share of the test motions in which the error of the energy came to a hundred times the energy at the "
    "start, where it is cut off",
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


def table(results: dict[str, Any]) -> str:
    """The error of the energy at the end of ten horizons, as Markdown."""
    rows = {
        (row["object"], row["friction"], row["drive"], row["motions"], row["network"]): row for row in results["rows"]
    }
    counts = sorted({row["motions"] for row in results["rows"]})
    lines = [
        f"Error of the energy between {9 * results['horizon_s']:.0f} and {10 * results['horizon_s']:.0f} s, in parts "
        f"of the energy at the start: median of {results['tests']} motions; of {results['seeds']} trainings the median "
        "(lowest to highest).",
        "",
        "| object | friction | shaken | motions | plain | Hamiltonian | port-Hamiltonian |",
        "|---|---|---|---:|---:|---:|---:|",
    ]
    for kind in OBJECTS:
        for friction, drive in SCENES:
            for count in counts:
                cells = []
                for network in KINDS:
                    far = rows[kind, friction, drive, count, network]["far"]
                    cells.append(f"{percent(far['median'])} ({percent(far['low'])} to {percent(far['high'])})")
                names = [kind, "yes" if friction else "no", "yes" if drive else "no", str(count)]
                lines.append("| " + " | ".join(names + cells) + " |")
    return "\n".join(lines) + "\n"


def tell(results: Path) -> None:
    put_into(MODELS / "README.md", "objects.json by report.py", table(json.loads(results.read_text())))


if __name__ == "__main__":
    tell(RESULTS / "objects.json")
