"""Measures a network: cells right in one shot, puzzles finished alone, calibration, self-assessment.

In: a network, records, numbers of iterations. Out: shares between 0 and 1, as they stand in the card.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import torch

from models.pipeline.calibration import expected_calibration_error, fit_temperature, reliability
from models.pipeline.graph_batch import union
from models.pipeline.network import Config, Network
from models.pipeline.objective import best_of_domains, log_probabilities, picture_is_right, read
from models.pipeline.play import finished_alone, unions
from models.pipeline.shards import START, Record

ITERATIONS = (3, 6, 12, 18, 24, 32, 48)  # a glance to a long look


@dataclass(frozen=True)
class Looks:
    """How many iterations a glance takes, and how many a second look adds."""

    glance: int = 6
    look: int = 18

    @property
    def all(self) -> int:
        return self.glance + self.look

    @property
    def third(self) -> int:
        """Until a third look ends."""
        return self.all + self.look


LOOKS = Looks()


@dataclass(frozen=True)
class Answers:
    """What a network says of some positions: logits [N] with each literal's domain and whether it holds and is hidden;
    of each visible variable the best row and whether it is right; of each position its sureness and whether the whole
    picture is right."""

    logits: torch.Tensor
    domain: torch.Tensor
    holds: torch.Tensor
    best: torch.Tensor
    right: torch.Tensor
    sureness: np.ndarray
    whole: np.ndarray

    @property
    def groups(self) -> int:
        return int(self.domain.max()) + 1

    def confidence(self, temperature: float) -> np.ndarray:
        return log_probabilities(self.logits / temperature, self.domain, self.groups)[self.best].exp().numpy()


@torch.no_grad()
def ask(network: Network, records: Sequence[Record], iterations: int) -> Answers:
    """What the network says of the records, some at a time, as memory allows."""
    logits, domains, holds, best, right, sure, whole = [], [], [], [], [], [], []
    rows = groups = 0
    for some in unions(records):
        batch = union(some)
        there = batch.to(network.device)
        thought = network.look(there, iterations)
        of_batch = network.logits(thought).cpu()
        chosen, hit = best_of_domains(read(of_batch, batch), batch)
        logits.append(of_batch)
        domains.append(batch.domain + groups)
        holds.append(batch.holds)
        best.append(chosen + rows)
        right.append(hit)
        sure.append(torch.sigmoid(network.judgement(there, thought)).cpu().numpy())
        whole.append(picture_is_right(of_batch, batch).numpy())
        rows += batch.literals
        groups += batch.group_features.shape[0]
    return Answers(
        torch.cat(logits),
        torch.cat(domains),
        torch.cat(holds),
        torch.cat(best),
        torch.cat(right),
        np.concatenate(sure),
        np.concatenate(whole),
    )


def cell_accuracy(network: Network, records: Sequence[Record], iterations: int) -> float:
    """The fraction of open variables whose most probable value is right, in one shot."""
    return float(ask(network, records, iterations).right.float().mean())


@torch.no_grad()
def accuracy_by_iterations(network: Network, records: Sequence[Record], numbers: Sequence[int]) -> dict[str, float]:
    """The cell accuracy after so many iterations, also beyond what the network was trained for."""
    right = dict.fromkeys(numbers, 0)
    cells = 0
    for some in unions(records):
        batch = union(some)
        there = batch.to(network.device)
        thought, done = None, 0
        for number in numbers:
            thought = network.look(there, number - done, thought)
            done = number
            hits = best_of_domains(read(network.logits(thought).cpu(), batch), batch)[1]
            right[number] += int(hits.sum())
        cells += len(hits)
    return {str(number): round(right[number] / cells, 4) for number in numbers}


def calibrate(network: Network, records: Sequence[Record], looks: Looks) -> float:
    """The temperature that fits best, at a glance and after a second look together."""
    answers = [ask(network, records, n) for n in (looks.glance, looks.all)]
    logits = torch.cat([a.logits for a in answers])
    domain = torch.cat([answers[0].domain, answers[1].domain + answers[0].groups])
    groups = answers[0].groups + answers[1].groups
    return round(fit_temperature(logits, domain, groups, torch.cat([a.holds for a in answers])), 4)


def calibration_of(answers: Sequence[Answers], temperature: float) -> dict[str, Any]:
    """Reliability before and after a temperature."""
    result: dict[str, Any] = {"reliability": {}}
    right = np.concatenate([a.right.numpy() for a in answers])
    for name, t in (("before", 1.0), ("after", temperature)):
        bins = reliability(np.concatenate([a.confidence(t) for a in answers]), right)
        result[f"ece_{name}"] = round(expected_calibration_error(bins), 4)
        result["reliability"][name] = [[round(c, 4), round(r, 4), n] for c, r, n in bins]
    return result


def self_assessment(answers: Answers) -> dict[str, Any]:
    """How the whole-picture judgement fares: its calibration, and how often it is right at even odds."""
    bins = reliability(answers.sureness, answers.whole, 10)
    return {
        "whole_right": round(float(answers.whole.mean()), 4),
        "accuracy": round(float(((answers.sureness > 0.5) == answers.whole).mean()), 4),
        "ece": round(expected_calibration_error(bins), 4),
    }


def measure(network: Network, records: Sequence[Record], looks: Looks) -> dict[str, Any]:
    """Cells right in one shot, at the start and anywhere."""
    starts = [r for r in records if r.kind == START]
    result: dict[str, Any] = {
        "puzzles": len(starts),
        "cell_accuracy_glance": round(cell_accuracy(network, starts, looks.glance), 4),
        "cell_accuracy_look": round(cell_accuracy(network, starts, looks.all), 4),
        "by_iterations": accuracy_by_iterations(network, starts, ITERATIONS),
    }
    if len(records) > len(starts):
        result["positions"] = len(records)
        result["cell_accuracy_anywhere"] = round(cell_accuracy(network, records, looks.all), 4)
    result["self_assessment"] = self_assessment(ask(network, records, looks.all))
    return result


def play(network: Network, family: str, file: Path, iterations: int) -> dict[str, Any]:
    """What playing alone comes to on a file of puzzles, thinking so long about every move."""
    outcome = finished_alone(network, ["--family", family, "--file", str(file)], iterations)
    finished = outcome.finished
    return {
        "puzzles": len(finished),
        "finished_alone": sum(finished.values()),
        "finished_alone_rate": round(outcome.rate, 4),
    }


def load_checkpoint(path: Path) -> Network:
    """The network in a checkpoint of trainer.py, for measuring."""
    saved = torch.load(path, map_location="cpu")
    network = Network(Config(**saved["config"]))
    network.load_state_dict(saved["network"])
    return network.eval()
