"""Files of puzzles that a network is only ever measured on: the shipped packs, and published Sudokus.

Out: paths of text files, one puzzle a line, and the texts of all of these puzzles, which no split may hold.
"""

from __future__ import annotations

import json
from pathlib import Path

from models.common.paths import ROOT
from models.pipeline import data, plan

LEVELS = ("easy", "medium", "hard")


def public_files(smoke: bool) -> dict[str, Path]:
    """The published Sudoku files, where a folder beside the repository has them: they are not ours to ship."""
    files = sorted((ROOT.parent / "shared" / "data" / "sudoku").glob("*.txt"), key=lambda f: f.stat().st_size)
    return {f.stem: f for f in (files[:1] if smoke else files)}


def pack_files(folder: Path, smoke: bool) -> dict[tuple[str, str], Path]:
    """The shipped packs' puzzles, a text file for each family and level. Games that grow are left out: nobody can
    finish them alone without guessing."""
    files = {}
    for pack in sorted((ROOT / "puzzles").glob("*.json")):
        content = json.loads(pack.read_text())
        if "puzzles" not in content or (smoke and content["family"] not in plan.SMOKE_PUZZLES):
            continue
        for level in LEVELS:
            entries = [p["text"] for p in content["puzzles"] if p["level"] == level and "game" not in p["size"]]
            if not entries:
                continue
            path = folder / f"pack-{content['family']}-{level}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(entries[: 3 if smoke else None]) + "\n")
            files[content["family"], level] = path
    return files


def reserved_texts(folder: Path, smoke: bool) -> frozenset[str]:
    """The texts of all of these: none may be in the data of a run."""
    files = [("sudoku", file) for file in public_files(smoke).values()]
    files += [(family, file) for (family, _), file in pack_files(folder, smoke).items()]
    return frozenset().union(*(data.from_file(family, file, folder).texts() for family, file in files))
