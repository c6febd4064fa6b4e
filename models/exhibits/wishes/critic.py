"""The critic: whether a mined phrase says what a thing is for, from hashed features (web/tools/wishes/features.ts).

In: labelled candidates as rows of bucket numbers (0 is padding). Out: a network that gives each a probability of
"good", and how it did on labels that it was not trained on.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

WIDTH = 8
EPOCHS = 10
DECAY = 0.02
# Most features are met once or twice: in each step, so many of a candidate's are hidden. Chosen, as the number of
# epochs was, by five-fold cross-validation on the labels for training.
HIDDEN = 0.3


class Critic(nn.Module):
    def __init__(self, buckets: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(buckets, WIDTH, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=0.1)
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 1)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """[candidates, features] -> logits [candidates]"""
        present = (features > 0).unsqueeze(-1).float()
        bag = (self.embedding(features) * present).sum(1)
        return self.out(torch.relu(self.hidden(bag))).squeeze(-1)


def padded(rows: list[list[int]], width: int) -> torch.Tensor:
    return torch.tensor([(row + [0] * width)[:width] for row in rows])


def train(data: dict[str, Any]) -> tuple[Critic, dict[str, Any]]:
    def part(split: str) -> tuple[torch.Tensor, torch.Tensor]:
        labels = [one for one in data["labels"] if one["split"] == split]
        rows = padded([one["features"] for one in labels], data["features"])
        return rows, torch.tensor([float(one["good"]) for one in labels])

    rows, good = part("train")
    critic = Critic(data["buckets"])
    optimiser = torch.optim.AdamW(critic.parameters(), lr=0.01, weight_decay=DECAY)
    # Few are bad; an error on either side is to weigh the same in all.
    weight = torch.where(good > 0, 1 - good.mean(), good.mean())
    # With ever smaller steps, for where it stops should not depend on the last few candidates.
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.01, EPOCHS)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(rows)).split(32):
            seen = rows[batch] * (torch.rand(rows[batch].shape) > HIDDEN)
            loss = nn.functional.binary_cross_entropy_with_logits(critic(seen), good[batch], weight[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    return critic.eval(), {"training": len(rows), "held_out": measures(critic, *part("test"))}


def measures(critic: Critic, rows: torch.Tensor, good: torch.Tensor) -> dict[str, float]:
    """How many it keeps rightly. `without`: the share of good ones if all were kept."""
    with torch.no_grad():
        kept = critic(rows) > 0
    right = (kept & (good > 0)).sum().item()
    refused = ~kept
    wrong_ones = good == 0
    return {
        "labels": len(rows),
        "without": good.mean().item(),
        "precision": right / max(1, kept.sum().item()),
        "recall": right / good.sum().item(),
        "refused": refused.sum().item() / len(rows),
        "bad_found": (refused & wrong_ones).sum().item() / wrong_ones.sum().item(),
    }
