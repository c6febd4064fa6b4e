"""What all networks of the comparison are to those who ask them: boards in, scores for every value of every cell out.

`prepare` lays a batch out as the network wants it; `infer` runs the network. Only `infer` counts as the time of an
inference, since the engine prepares its own inputs. A literal is open if no unit excludes it directly.

Shapes: boards and solutions [B, cells], open literals [B, L] bool, scores [B, cells, values].
"""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from models.study.sudoku import Rules


class Scorer(nn.Module):
    """A network of the comparison."""

    sees_rules = False  # whether illegal values have no score to begin with

    def prepare(self, boards: Tensor, open_literals: Tensor) -> Any:
        """What `infer` takes. A network that has no graph is told nothing but the board."""
        return boards

    def infer(self, prepared: Any) -> Tensor:
        """The scores."""
        raise NotImplementedError

    def forward(self, boards: Tensor, open_literals: Tensor) -> Tensor:
        return self.infer(self.prepare(boards, open_literals))

    def loss(self, boards: Tensor, solutions: Tensor) -> Tensor:
        """What training makes small: a scalar."""
        raise NotImplementedError

    def parameter_count(self) -> int:
        return sum(p.numel() for p in self.parameters())


class UniformScorer(Scorer):
    """Nothing learned: every value is as good as any other. What the rules do by themselves."""

    def __init__(self, rules: Rules):
        super().__init__()
        self.rules = rules

    def infer(self, prepared: Tensor) -> Tensor:
        return prepared.new_zeros(len(prepared), self.rules.cells, self.rules.n).float()
