"""Two ways to give a word a vector, both learned from WordNet's glosses alone.

Co-occurrence: how much more often two words meet in a gloss than chance would have it (positive pointwise mutual
information, contexts smoothed by the power 0.75 as in Levy, Goldberg and Dagan 2015), reduced to few dimensions by a
singular value decomposition. The network: what is said of a synset and of the one above it is dealt out to two hands,
some words are swapped for others that WordNet relates them to, a bag of words goes through a hidden layer, and the two
hands of a synset have to find each other among those of all others in the batch.

In: glosses as lists of word numbers from 1 (names, definition, examples, synsets above). Out: rows of weights.
"""

from __future__ import annotations

import random

import numpy as np
import torch
from torch import nn

Gloss = list[list[int]]

DIMENSIONS = 20  # of co-occurrence
SIZE = 22  # of the network's vectors
HIDDEN = 48
SMOOTHING = 0.75
EPOCHS = 12
BATCH = 512
TEMPERATURE = 0.1
HAND = 14
SWAPPED = 0.4  # of the words in one hand, for a word that WordNet relates to it


def frequencies(glosses: list[Gloss], words: int) -> np.ndarray:
    """In how many glosses each word occurs; entry 0 is nobody's."""
    counts = np.zeros(words + 1)
    for names, definition, examples, _ in glosses:
        counts[sorted({*names, *definition, *examples})] += 1
    return counts


def cooccurrence(glosses: list[Gloss], words: int) -> np.ndarray:
    """[words + 1, DIMENSIONS]: the rarer a word, the longer its row."""
    met = np.zeros((words + 1, words + 1), dtype=np.float32)
    for names, definition, examples, _ in glosses:
        bag = sorted({*names, *definition, *examples})
        met[np.ix_(bag, bag)] += 1
    np.fill_diagonal(met, 0)
    rows = met.sum(1)
    contexts = rows**SMOOTHING
    expected = np.outer(rows, contexts / contexts.sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        surprise = np.log(met / expected)
    ppmi = np.where(met > 0, np.maximum(surprise, 0), 0).astype(np.float32)
    u, s, _ = torch.svd_lowrank(torch.from_numpy(ppmi), q=DIMENSIONS + 12, niter=6)
    rows_ = (u * s.sqrt())[:, :DIMENSIONS].numpy()
    unit = rows_ / np.maximum(np.linalg.norm(rows_, axis=1, keepdims=True), 1e-9)
    counts = frequencies(glosses, words)
    rarity = np.log(len(glosses) / (1 + counts))
    rarity[0] = 0
    return unit * rarity[:, None]


class Matcher(nn.Module):
    def __init__(self, words: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(words + 1, SIZE, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=0.3)
        self.hidden = nn.Linear(SIZE, HIDDEN)
        self.out = nn.Linear(HIDDEN, SIZE)

    def forward(self, bags: torch.Tensor) -> torch.Tensor:
        """[texts, words] of word numbers, 0 is padding -> vectors of length 1"""
        present = (bags > 0).unsqueeze(-1).float()
        bag = (self.embedding(bags) * present).sum(1)
        return nn.functional.normalize(bag + self.out(torch.relu(self.hidden(bag))), dim=1)


def dealt(pool: list[int], relatives: list[list[int]], dealer: random.Random) -> tuple[list[int], list[int]]:
    """Its words dealt out to two hands, padded; in the first, some are swapped for a relative."""
    shuffled = dealer.sample(pool, len(pool))
    middle = len(pool) // 2
    one = [
        dealer.choice(relatives[word - 1]) if relatives[word - 1] and dealer.random() < SWAPPED else word
        for word in shuffled[:middle]
    ]
    other = shuffled[middle:]
    return (one[:HAND] + [0] * (HAND - len(one)), other[:HAND] + [0] * (HAND - len(other)))


def pools(glosses: list[Gloss]) -> list[list[int]]:
    """What is said of a synset and of those above it, where that is enough to deal out."""
    said = []
    for names, definition, examples, above in glosses:
        over = [word for place in above for word in (*glosses[place][0], *glosses[place][1])]
        said.append(list({*names, *definition, *examples, *over}))
    return [pool for pool in said if len(pool) >= 4]


def train_matcher(glosses: list[Gloss], relatives: list[list[int]], seed: int) -> tuple[Matcher, int]:
    """The network, and how many synsets it learned from."""
    dealer = random.Random(seed)
    said = pools(glosses)
    matcher = Matcher(len(relatives))
    optimiser = torch.optim.Adam(matcher.parameters(), lr=0.01)
    steps = EPOCHS * (len(said) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=0.01, total_steps=steps)
    right = torch.arange(BATCH)
    for _ in range(EPOCHS):
        dealer.shuffle(said)
        for start in range(0, len(said) - BATCH + 1, BATCH):
            hands = [dealt(pool, relatives, dealer) for pool in said[start : start + BATCH]]
            one, other = (matcher(torch.tensor([hand[side] for hand in hands])) for side in (0, 1))
            alike = one @ other.T / TEMPERATURE
            loss = nn.functional.cross_entropy(alike, right) + nn.functional.cross_entropy(alike.T, right)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return matcher.eval(), len(said)
