"""Several processes that train one network together (torchrun), or one process alone."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass

import torch
import torch.distributed as distributed


def part(text: str) -> tuple[int, int]:
    """"I/N" as (I, N), for argparse."""
    i, _, n = text.partition("/")
    if i.isdigit() and n.isdigit() and 1 <= int(i) <= int(n):
        return int(i), int(n)
    raise argparse.ArgumentTypeError(f"must be I/N with 1 <= I <= N, not '{text}'")


def device() -> str:
    """Where this process computes: torchrun's n-th on a machine takes its n-th GPU, if there are GPUs."""
    gpus = torch.cuda.device_count()
    return f"cuda:{int(os.environ.get('LOCAL_RANK', '0')) % gpus}" if gpus else "cpu"


@dataclass(frozen=True)
class Crew:
    rank: int = 0
    size: int = 1

    @staticmethod
    def join() -> "Crew":
        """The processes that torchrun started, or just this one."""
        if int(os.environ.get("WORLD_SIZE", "1")) == 1:
            return Crew()
        distributed.init_process_group("gloo")
        return Crew(distributed.get_rank(), distributed.get_world_size())

    @property
    def leads(self) -> bool:
        return self.rank == 0

    def wait(self) -> None:
        if self.size > 1:
            distributed.barrier()

    def share_gradients(self, network: torch.nn.Module) -> None:
        """Replaces each process's gradients by the mean of all. The networks stay the same."""
        if self.size == 1:
            return
        parameters = [p for p in network.parameters() if p.requires_grad]
        flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).flatten() for p in parameters]).cpu()
        distributed.all_reduce(flat)
        flat /= self.size
        for p, gradient in zip(parameters, flat.split([p.numel() for p in parameters])):
            p.grad = gradient.view_as(p).to(p.device)

    def agree(self, seconds: float) -> float:
        """The lead's measure, so that all stop together."""
        if self.size == 1:
            return seconds
        shared = torch.tensor([seconds], dtype=torch.float64)
        distributed.broadcast(shared, 0)
        return float(shared)
