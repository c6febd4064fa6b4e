"""A larger test, with a truth that nobody here made: which other packages does a Debian package recommend?

    apt-cache dumpavail | /usr/bin/python3 -m models.exhibits.wishes.debian

In: the package lists of the machine on standard input: short descriptions, the tags of Debian's volunteers
("use::viewing", "works-with::image"; the graph), and the field Recommends (the truth). Out: the entry "debian" of
models/results/wishes.json. A package has to find, among all packages with tags, those that it recommends; those of its
own source package (its manual, its data) are no riddle and left out, as answers and as places. Packages are split by
source: the network learns from the recommendations of one half, all four are measured on the other.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from typing import Any, Iterator

import numpy as np
import torch
from torch import nn

from models.common.paths import RESULTS

SEED = 7
FIRST = 10
DIMENSIONS = 32
EPOCHS = 12
BATCH = 256
FILE = RESULTS / "wishes.json"
EMPTY = set("a an and for in is of on the to with from by or that as at it its into using based".split())


def paragraphs(lines: Iterator[str]) -> Iterator[dict[str, str]]:
    """Debian's control format: fields that go on in indented lines, packages parted by empty lines."""
    fields: dict[str, str] = {}
    last = ""
    for line in lines:
        if not line.strip():
            if fields:
                yield fields
            fields = {}
        elif line[0] in " \t":
            fields[last] += " " + line.strip()
        else:
            last, _, value = line.rstrip("\n").partition(":")
            fields[last] = value.strip()
    if fields:
        yield fields


def words_of(text: str) -> list[str]:
    """Without the plural's ending."""
    found = [word for word in re.findall(r"[a-z][a-z+]+", text.lower()) if word not in EMPTY]
    return sorted({word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in found})


def recommended(field: str) -> set[str]:
    return {re.split(r"[ (:]", one.strip())[0] for group in field.split(",") for one in group.split("|")}


class Packages:
    """Those with tags, in alphabetical order."""

    def __init__(self, lines: Iterator[str]) -> None:
        found = {one["Package"]: one for one in paragraphs(lines) if "::" in one.get("Tag", "")}
        self.names = sorted(found)
        number = {name: at for at, name in enumerate(self.names)}
        entries = [found[name] for name in self.names]
        self.sources = [entry.get("Source", entry["Package"]).split(" ")[0] for entry in entries]
        self.tags = [sorted({tag.strip() for tag in entry["Tag"].split(",") if "::" in tag}) for entry in entries]
        self.words = [words_of(entry.get("Description", "")) for entry in entries]
        self.truth = [
            sorted(
                number[name]
                for name in recommended(entry.get("Recommends", ""))
                if name in number and self.sources[number[name]] != self.sources[at]
            )
            for at, entry in enumerate(entries)
        ]
        self.source_numbers = np.unique(self.sources, return_inverse=True)[1]

    def held_out(self, package: int) -> bool:
        return hashlib.sha256(self.sources[package].encode()).digest()[0] % 2 == 0


class Bags:
    """Lists of features as numbers, the rarer the heavier."""

    def __init__(self, lists: list[list[str]]) -> None:
        self.vocabulary = {name: at for at, name in enumerate(sorted({name for one in lists for name in one}))}
        self.numbers = [np.array([self.vocabulary[name] for name in one], dtype=np.int64) for one in lists]
        counts = np.bincount(np.concatenate(self.numbers), minlength=len(self.vocabulary))
        self.rarity = np.log(len(lists) / (1 + counts)).astype(np.float32).clip(0.1)
        self.lengths = np.array([np.sqrt((self.rarity[one] ** 2).sum()) + 1e-6 for one in self.numbers])
        order = np.concatenate([np.full(len(one), at) for at, one in enumerate(self.numbers)])
        flat = np.concatenate(self.numbers)
        sort = np.argsort(flat, kind="stable")
        self.holders = np.split(order[sort], np.cumsum(np.bincount(flat, minlength=len(self.vocabulary)))[:-1])

    def cosines(self, package: int) -> np.ndarray:
        scores = np.zeros(len(self.numbers), dtype=np.float32)
        for feature in self.numbers[package]:
            scores[self.holders[feature]] += self.rarity[feature] ** 2
        return scores / (self.lengths * self.lengths[package])


def company(bags: Bags) -> np.ndarray:
    """Packages as sums of word vectors from co-occurrence in descriptions (as in vectors.py), of length 1."""
    size = len(bags.vocabulary)
    rare_first = np.argsort(-np.array([len(one) for one in bags.holders]), kind="stable")[:4000]
    place = np.full(size, -1)
    place[rare_first] = np.arange(len(rare_first))
    met = np.zeros((len(rare_first), len(rare_first)), dtype=np.float32)
    for one in bags.numbers:
        known = place[one][place[one] >= 0]
        met[np.ix_(known, known)] += 1
    np.fill_diagonal(met, 0)
    rows, contexts = met.sum(1), met.sum(1) ** 0.75
    with np.errstate(divide="ignore", invalid="ignore"):
        surprise = np.log(met / np.outer(rows, contexts / contexts.sum()))
    ppmi = np.where(met > 0, np.maximum(surprise, 0), 0).astype(np.float32)
    u, s, _ = torch.svd_lowrank(torch.from_numpy(ppmi), q=DIMENSIONS + 12, niter=4)
    table = nn.functional.normalize((u * s.sqrt())[:, :DIMENSIONS], dim=1).numpy()
    sums = np.zeros((len(bags.numbers), DIMENSIONS), dtype=np.float32)
    for at, one in enumerate(bags.numbers):
        known = one[place[one] >= 0]
        sums[at] = (table[place[known]] * bags.rarity[known, None]).sum(0)
    return sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)


class Towers(nn.Module):
    """Words and tags of the one that recommends, and of the recommended, each to a vector of length 1."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.asks = nn.EmbeddingBag(features, DIMENSIONS, mode="mean")
        self.answers = nn.EmbeddingBag(features, DIMENSIONS, mode="mean")

    def forward(self, bags: list[np.ndarray], side: str) -> torch.Tensor:
        flat = torch.from_numpy(np.concatenate(bags))
        starts = torch.from_numpy(np.cumsum([0, *(len(one) for one in bags)])[:-1])
        return nn.functional.normalize(getattr(self, side)(flat, starts), dim=1)


def train(both: Bags, pairs: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray, int]:
    towers = Towers(len(both.vocabulary))
    optimiser = torch.optim.Adam(towers.parameters(), lr=0.01)
    for _ in range(EPOCHS):
        for chosen in torch.randperm(len(pairs)).split(BATCH):
            some = [pairs[at] for at in chosen.tolist()]
            # The same answer to two questions is no wrong answer to either.
            same = torch.tensor([[a[1] == b[1] for b in some] for a in some])
            asks = towers([both.numbers[a] for a, _ in some], "asks")
            alike = asks @ towers([both.numbers[b] for _, b in some], "answers").T
            alike = (alike / 0.1).masked_fill(same & ~torch.eye(len(some), dtype=torch.bool), -1e9)
            loss = nn.functional.cross_entropy(alike, torch.arange(len(some)))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    with torch.no_grad():
        asking, answering = (towers(both.numbers, side).numpy() for side in ("asks", "answers"))
    return asking, answering, sum(value.numel() for value in towers.parameters())


def found(scores: np.ndarray, wanted: list[int]) -> float:
    """Which share of the wanted is among the first; equal ones share their places."""
    total = 0.0
    for one in wanted:
        better = (scores > scores[one]).sum()
        equal = (scores == scores[one]).sum()
        total += min(1.0, max(0.0, (FIRST - better) / equal))
    return total / len(wanted)


def measure(packages: Packages) -> dict[str, Any]:
    words, tags = Bags(packages.words), Bags(packages.tags)
    both = Bags([[*a, *b] for a, b in zip(packages.words, packages.tags)])
    asking = [at for at, truth in enumerate(packages.truth) if truth]
    pairs = [(at, one) for at in asking if not packages.held_out(at) for one in packages.truth[at]]
    tested = [at for at in asking if packages.held_out(at)]
    vectors = company(words)
    asks, answers, parameters = train(both, pairs)
    hits: dict[str, list[float]] = {"words": [], "company": [], "network": [], "graph": []}
    apart: list[bool] = []
    for at in tested:
        own = packages.source_numbers == packages.source_numbers[at]
        scores = {
            "words": words.cosines(at),
            "company": vectors @ vectors[at],
            "network": answers @ asks[at],
            "graph": tags.cosines(at),
        }
        for method, all_scores in scores.items():
            hits[method].append(found(np.where(own, -np.inf, all_scores), packages.truth[at]))
        apart.append(not any(set(packages.words[at]) & set(packages.words[one]) for one in packages.truth[at]))
    far = [at for at, one in enumerate(apart) if one]
    return {
        "packages": len(packages.names),
        "first": FIRST,
        "held_out": len(tested),
        "recommendations": sum(len(packages.truth[at]) for at in tested),
        "without_shared_words": len(far),
        "training_pairs": len(pairs),
        "network_parameters": parameters,
        "chance": round(FIRST / len(packages.names), 5),
        "methods": {
            method: {
                "recall": round(float(np.mean(one)), 4),
                "without_shared_words": round(float(np.mean([one[at] for at in far])), 4),
            }
            for method, one in hits.items()
        },
    }


def main() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    start = time.monotonic()
    measured = measure(Packages(sys.stdin))
    measured["command"] = "apt-cache dumpavail | python3 -m models.exhibits.wishes.debian"
    results = json.loads(FILE.read_text()) if FILE.exists() else {}
    results["debian"] = measured
    FILE.write_text(json.dumps(results, indent=2) + "\n")
    print(json.dumps(measured, indent=2), f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
