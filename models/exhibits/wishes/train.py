"""Trains the three small networks of the exhibit "Why this product?" and writes them with their card.

    npx tsx web/tools/wishes_prepare.ts && python3 -m models.exhibits.wishes.train

In: build/wishes/training.json. Out: critic.onnx, matcher.onnx, cooccurrence.onnx and card.json in this folder. One
core, some minutes; the same seed gives the same files on the same machine. `--critic` trains the critic alone.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from models.common.paths import BUILD
from models.exhibits.wishes import critic, vectors
from models.exhibits.wishes.onnx_files import save

SEED = 7
HERE = Path(__file__).parent
CARD = HERE / "card.json"
TRAINING = BUILD / "wishes" / "training.json"


def layers(network: nn.Module) -> dict[str, np.ndarray]:
    """Of all but the table of rows."""
    return {
        name: value.detach().numpy() for name, value in network.named_parameters() if not name.startswith("embedding")
    }


def file_facts(name: str, parameters: int) -> dict[str, Any]:
    data = (HERE / name).read_bytes()
    return {"parameters": parameters, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def count(network: nn.Module) -> int:
    return sum(value.numel() for value in network.parameters())


def train_critic(data: dict[str, Any]) -> dict[str, Any]:
    """What the card says of it."""
    torch.manual_seed(SEED)
    judge, judged = critic.train(data["critic"])
    save(HERE / "critic.onnx", judge.embedding.weight.detach().numpy(), layers(judge), "critic")
    return {
        "network": file_facts("critic.onnx", count(judge)),
        "training": {"labels": judged["training"], "source": "labels.tsv, split train"},
        "results": judged["held_out"],
    }


def train_vectors(data: dict[str, Any]) -> dict[str, Any]:
    """What the card says of both tables."""
    words, glosses, relatives = (data["vectors"][part] for part in ("words", "glosses", "relatives"))
    torch.manual_seed(SEED)
    table = vectors.cooccurrence(glosses, words)
    save(HERE / "cooccurrence.onnx", table, {}, "table")
    torch.manual_seed(SEED)
    matcher, learned = vectors.train_matcher(glosses, relatives, SEED)
    save(HERE / "matcher.onnx", matcher.embedding.weight.detach().numpy(), layers(matcher), "matcher")
    return {
        "networks": {
            "cooccurrence": file_facts("cooccurrence.onnx", table.size),
            "matcher": file_facts("matcher.onnx", count(matcher)),
        },
        "training": {
            "cooccurrence": {"glosses": len(glosses), "source": "WordNet 3.1"},
            "matcher": {"glosses": learned, "source": "WordNet 3.1"},
        },
    }


def main() -> None:
    torch.set_num_threads(1)
    data = json.loads(TRAINING.read_text())
    judge = train_critic(data)
    if "--critic" in sys.argv:
        card = json.loads(CARD.read_text())
        card["networks"]["critic"] = judge["network"]
        card["data"]["training"]["critic"] = judge["training"]
        card["results"]["critic"] = judge["results"]
    else:
        tables = train_vectors(data)
        card = {
            "name": "wishes",
            "purpose": "“Why this product?”: a critic of mined purposes, and two ways to compare a wish with a gloss",
            "command": "npx tsx web/tools/wishes_prepare.ts && python3 -m models.exhibits.wishes.train",
            "seed": SEED,
            "networks": {"critic": judge["network"], **tables["networks"]},
            "data": {
                "training": {"critic": judge["training"], **tables["training"]},
                "evaluation": "critic: labels.tsv, split test. Vectors: wishes.json, by web/tools/wishes_measure.ts",
                "wishes": "no network saw any wish",
            },
            "results": {"critic": judge["results"]},
        }
    CARD.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")
    print(json.dumps(card["results"]))


if __name__ == "__main__":
    main()
