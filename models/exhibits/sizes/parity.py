"""Whether ONNX Runtime Web gives PyTorch's scores.

In: a `Scorer`, its file, boards. Out: the largest difference between scores of open literals.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.exhibits.sizes.onnx_form import input_of
from models.study.scorer import Scorer
from models.study.sudoku import Rules

TOLERANCE = 1e-3


def inputs_of(scorer: Scorer, rules: Rules, board: Tensor) -> dict[str, Any]:
    """What the file is given for a board [cells]."""
    if input_of(scorer) == "board":
        return {"board": {"type": "int32", "shape": [1, rules.cells], "data": board.tolist()}}
    data = rules.open(board[None])[0].float().tolist()
    return {"open": {"type": "float32", "shape": [1, rules.cells, rules.n], "data": data}}


def run_onnx(cases: list[dict[str, Any]]) -> list[dict[str, list[float]]]:
    """What ONNX Runtime Web makes of them."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(cases, file)
        file.flush()
        command = ["node", str(Path(__file__).with_name("run_onnx.mjs")), file.name]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@torch.no_grad()
def difference(scorer: Scorer, rules: Rules, path: Path, boards: Tensor) -> float:
    """boards [B, cells]."""
    open_literals = rules.open(boards)
    ours = scorer(boards, open_literals).reshape(len(boards), -1)
    answers = run_onnx([{"model": str(path), "inputs": inputs_of(scorer, rules, board)} for board in boards])
    theirs = torch.tensor([answer["scores"] for answer in answers])
    return float((ours - theirs)[open_literals].abs().max())
