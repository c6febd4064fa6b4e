"""Data-parallel training: several processes (started by torchrun) that train one network, or one process alone.

Each process draws positions of its own; their gradients are averaged before each step, so that the networks stay the
same. Source: synchronous data-parallel stochastic gradient descent, as in torch.nn.parallel.DistributedDataParallel,
written out because one step here thinks for a random number of iterations.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import torch
import torch.distributed as distributed


def default_device() -> str:
    """Where this process computes: torchrun's n-th on a machine takes its n-th GPU, if there are GPUs."""
    gpus = torch.cuda.device_count()
    return f"cuda:{int(os.environ.get('LOCAL_RANK', '0')) % gpus}" if gpus else "cpu"


@dataclass(frozen=True)
class ProcessGroup:
    """The processes of a run, seen from one of them: its number `rank` of `size`."""

    rank: int = 0
    size: int = 1

    @staticmethod
    def join() -> "ProcessGroup":
        """The processes that torchrun started, or just this one."""
        if int(os.environ.get("WORLD_SIZE", "1")) == 1:
            return ProcessGroup()
        distributed.init_process_group("gloo")
        return ProcessGroup(distributed.get_rank(), distributed.get_world_size())

    @property
    def is_main(self) -> bool:
        """Whether it is this process that prints, saves and exports."""
        return self.rank == 0

    def barrier(self) -> None:
        """Waits for all."""
        if self.size > 1:
            distributed.barrier()

    def average_gradients(self, network: torch.nn.Module) -> None:
        """Replaces each process's gradients by the mean of all."""
        if self.size == 1:
            return
        parameters = [p for p in network.parameters() if p.requires_grad]
        flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).flatten() for p in parameters]).cpu()
        distributed.all_reduce(flat)
        flat /= self.size
        for p, gradient in zip(parameters, flat.split([p.numel() for p in parameters])):
            p.grad = gradient.view_as(p).to(p.device)

    def from_main(self, seconds: float) -> float:
        """The main process's measure, so that all stop together."""
        if self.size == 1:
            return seconds
        shared = torch.tensor([seconds], dtype=torch.float64)
        distributed.broadcast(shared, 0)
        return float(shared)
