"""Measures a network: cells right in one shot, puzzles finished alone, calibration."""

from __future__ import annotations

from typing import Iterator, Sequence

import numpy as np
import torch

from batch import Batch, union
from network import Network
from objective import best_of_domains, expected_calibration_error, fit_temperature, log_probabilities
from play import finished_alone
from shards import START, Record

ROOM = 64  # positions in one union
ITERATIONS = (4, 8, 12, 16, 24, 32)  # a glance to a long look


def unions(records: Sequence[Record]) -> Iterator[Batch]:
    for i in range(0, len(records), ROOM):
        yield union(records[i : i + ROOM])


@torch.no_grad()
def best_cells(network: Network, records: Sequence[Record], temperature: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Each open variable's best value: (confidence [V], whether it is right [V])."""
    device = next(network.parameters()).device
    confidence, right = [], []
    for batch in unions(records):
        batch = batch.to(device)
        logits = network(*batch.inputs) / temperature
        log_p = log_probabilities(logits, batch.domains, batch.group_features.shape[0])
        p, hit = best_of_domains(log_p, batch)
        confidence.append(p.cpu().numpy())
        right.append(hit.cpu().numpy())
    return np.concatenate(confidence), np.concatenate(right)


def cell_accuracy(network: Network, records: Sequence[Record]) -> float:
    """The fraction of open variables whose most probable value is right, in one shot."""
    return float(best_cells(network, records)[1].mean())


@torch.no_grad()
def accuracy_by_iterations(network: Network, records: Sequence[Record], numbers: Sequence[int]) -> dict[str, float]:
    """The cell accuracy after so many iterations, also beyond what the network was trained for."""
    right = dict.fromkeys(numbers, 0)
    cells = 0
    for batch in unions(records):
        steps = network.steps(*batch.inputs, max(numbers))
        for number in numbers:
            log_p = log_probabilities(steps[number - 1], batch.domains, batch.group_features.shape[0])
            right[number] += int(best_of_domains(log_p, batch)[1].sum())
        cells += int(batch.labels.sum())
    return {str(number): round(right[number] / cells, 4) for number in numbers}


@torch.no_grad()
def calibrate(network: Network, records: Sequence[Record]) -> float:
    """The temperature that fits the records best."""
    logits, domains, labels, groups = [], [], [], 0
    for batch in unions(records):
        logits.append(network(*batch.inputs))
        domains.append(batch.domains + groups)
        labels.append(batch.labels)
        groups += batch.group_features.shape[0]
    return fit_temperature(torch.cat(logits), torch.cat(domains), groups, torch.cat(labels))


def measure(network: Network, records: Sequence[Record], temperature: float) -> dict[str, float | int]:
    """Accuracy at the start and anywhere, and what playing alone from the start comes to."""
    starts = [r for r in records if r.kind == START]
    finished = finished_alone(network, starts)
    confidence, right = best_cells(network, records)
    calibrated, _ = best_cells(network, records, temperature)
    result: dict[str, float | int] = {
        "puzzles": len(starts),
        "cell_accuracy_start": round(cell_accuracy(network, starts), 4),
        "by_iterations": accuracy_by_iterations(network, starts, ITERATIONS),
        "finished_alone": sum(finished),
        "finished_alone_rate": round(sum(finished) / len(starts), 4),
    }
    if len(records) > len(starts):
        result["positions"] = len(records)
        result["cell_accuracy"] = round(float(right.mean()), 4)
    result["ece_uncalibrated"] = round(expected_calibration_error(confidence, right), 4)
    result["ece"] = round(expected_calibration_error(calibrated, right), 4)
    return result
