"""The networks of the comparison, by kind and size."""

from __future__ import annotations

from models.study.baselines import ConvolutionalNetwork, GridScorer, Perceptron
from models.study.graph_scorer import GraphScorer
from models.study.scorer import Scorer, UniformScorer
from models.study.sudoku import Rules

# By the number of parameters that they come to on 6x6.
SHAPES: dict[str, dict[str, dict[str, int]]] = {
    "graph": {
        "2k": {"state": 16, "votes": 8, "hidden": 24, "doubts": 8},
        "10k": {"state": 32, "votes": 16, "hidden": 64, "doubts": 16},  # the shipped one has 48 hidden
        "50k": {"state": 80, "votes": 40, "hidden": 128, "doubts": 16},
    },
    "cnn": {
        "2k": {"width": 6, "depth": 5},
        "10k": {"width": 12, "depth": 7},
        "50k": {"width": 24, "depth": 9},
        "250k": {"width": 48, "depth": 12},
        "1M": {"width": 88, "depth": 14},
    },
    "mlp": {
        "2k": {"width": 4, "depth": 1},
        "10k": {"width": 21, "depth": 1},
        "50k": {"width": 90, "depth": 2},
        "250k": {"width": 270, "depth": 3},
        "1M": {"width": 600, "depth": 3},
    },
}


def network_of(kind: str, shape: str, rules: Rules) -> Scorer:
    """A new one; `shape` is a name in SHAPES."""
    if kind == "none":
        return UniformScorer(rules)
    sizes = SHAPES[kind][shape]
    if kind == "cnn":
        return GridScorer(ConvolutionalNetwork(rules.n, **sizes))
    if kind == "mlp":
        return GridScorer(Perceptron(rules.n, **sizes))
    return GraphScorer(sizes, rules)
