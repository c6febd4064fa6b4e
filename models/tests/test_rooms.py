"""Which room may import which. The arrows are all there are; a file that breaks them is named with its line."""

import ast
import unittest
from typing import Iterator

from models.common.paths import MODELS

ALLOWED: dict[str, set[str]] = {  # room -> the rooms it may import, besides itself
    "common": set(),
    "pipeline": {"common"},
    "export": {"common", "pipeline"},
    "study": {"common", "pipeline"},
    "exhibits": {"common", "pipeline", "export", "study"},
}
COMMANDS = {"__init__.py", "train.py"}  # beside the rooms; a command may join them, and no room imports it


def imported(source: str) -> Iterator[tuple[int, str]]:
    """The line and the full name of everything that a file's text imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def complaints(source: str, room: str) -> Iterator[str]:
    """What is wrong with the imports of a file of a room."""
    for line, name in imported(source):
        if name.startswith("."):
            yield f"line {line}: write the whole name, models.{room}. and so on"
        elif name.split(".")[0] == "models" and name.split(".")[1] not in {room, *ALLOWED[room]}:
            yield f"line {line}: {room} may not import {name}"


class Rooms(unittest.TestCase):
    def test_imports_follow_the_arrows(self) -> None:
        found = [
            f"{file.relative_to(MODELS)}, {text}"
            for room in ALLOWED
            for file in (MODELS / room).rglob("*.py")
            for text in complaints(file.read_text(), room)
        ]
        self.assertEqual(found, [])

    def test_the_arrows_have_no_cycle(self) -> None:
        done: set[str] = set()
        while ready := {room for room, others in ALLOWED.items() if room not in done and others <= done}:
            done |= ready
        self.assertEqual(done, set(ALLOWED))

    def test_every_file_is_in_a_room(self) -> None:
        self.assertEqual({file.name for file in MODELS.glob("*.py")}, COMMANDS)
        folders = {file.relative_to(MODELS).parts[0] for file in MODELS.rglob("*/*.py")}
        self.assertEqual(folders - {"tests"}, set(ALLOWED))

    def test_the_readme_names_every_file(self) -> None:
        readme = (MODELS / "README.md").read_text()
        files = [file for room in ALLOWED for file in (MODELS / room).glob("*.py") if room != "common"]
        self.assertEqual([f.name for f in files if f.name != "__init__.py" and f"`{f.name}`" not in readme], [])

    def test_a_wrong_import_is_found(self) -> None:
        self.assertTrue(list(complaints("import models.export.card", "pipeline")))
        self.assertTrue(list(complaints("def f():\n    from models.study import sudoku", "export")))
        self.assertTrue(list(complaints("from . import data", "pipeline")))
        self.assertFalse(list(complaints("import os\nfrom models.pipeline import data", "study")))


if __name__ == "__main__":
    unittest.main()
