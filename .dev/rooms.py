"""Holds the arrows between the engine's rooms: no file may include one of a room that it does not link to.

The arrows stand in one table, the `fastslow_room` lines of engine/CMakeLists.txt; engine/README.md tells what each
room is for. (The page's table is .dependency-cruiser.cjs, the training code's models/tests/test_rooms.py.)
"""

import graphlib
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]')
Z3_ALONE = "solver/z3_solver.cc"  # the small WebAssembly module has to do without Z3


def read_arrows(cmake: str) -> dict[str, set[str]]:
    """Each room with all rooms below it, near and far. A circle is an error (graphlib.CycleError)."""
    near: dict[str, set[str]] = {}
    for room, targets in re.findall(r"^fastslow_room\((\w+)([^)]*)\)", cmake, re.MULTILINE):
        near[room] = set(re.findall(r"fastslow_(\w+)", targets)) - {"json", "z3"}
    if "core" not in near:
        raise SystemExit("rooms: no fastslow_room line was found in engine/CMakeLists.txt")
    below: dict[str, set[str]] = {}
    for room in graphlib.TopologicalSorter(near).static_order():
        below[room] = near[room].union(*(below[other] for other in near[room]))
    return below


def family_of(path: str) -> str:
    """The folder of a file of puzzles/: a family or `common`; empty for what lies beside the folders."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else ""


def complaint(file: str, include: str, below: dict[str, set[str]]) -> str:
    """What is wrong with an include of a file, both named as seen from engine/; empty if nothing is."""
    if include.startswith("z3"):
        return "" if file == Z3_ALONE else f"only {Z3_ALONE} may include Z3"
    if include.startswith("../"):
        return 'name it from engine/, such as "core/model.h"'
    if "/" not in include:
        return ""  # the standard library, or what the build generates
    room, other = file.split("/")[0], include.split("/")[0]
    if other not in below:
        return ""  # another library
    if room == "wasm":
        return "only the command line may include cli/" if other == "cli" else ""
    if other != room and other not in below[room]:
        return f"{room} does not link to {other} (engine/CMakeLists.txt)"
    if other == room == "puzzles":
        own, asked = family_of(file), family_of(include)
        if file != "puzzles/registry.cc" and asked not in {own, "common", ""}:
            return f"a family sees itself and common/, not {asked}/; only registry.cc sees them all"
    return ""


def look_through(below: dict[str, set[str]]) -> list[str]:
    found = []
    for top, folder in (("engine", ROOT / "engine"), ("", ROOT / "wasm")):
        for path in sorted([*folder.rglob("*.h"), *folder.rglob("*.cc")]):
            file = path.relative_to(ROOT / top).as_posix()
            if file.split("/")[0] not in {*below, "wasm"}:
                found.append(
                    f"{path.relative_to(ROOT)}: this folder has no fastslow_room line in engine/CMakeLists.txt"
                )
            else:
                for number, line in enumerate(path.read_text().splitlines(), 1):
                    match = INCLUDE.match(line)
                    if match and (text := complaint(file, match[1], below)):
                        found.append(f"{path.relative_to(ROOT)}:{number}: includes {match[1]}, but {text}")
    return found


def check_the_checker(below: dict[str, set[str]]) -> None:
    """Includes that have to be refused, and some that have not: a check that finds nothing must be able to."""
    wrong = [
        ("core/model.cc", "solver/solver.h"),
        ("policy/encoder.cc", "puzzles/puzzle.h"),
        ("session/session.cc", "wire/encode.h"),
        ("puzzles/sudoku/sudoku.cc", "puzzles/kenken/kenken.h"),
        ("puzzles/common/latin.cc", "puzzles/kenken/kenken.h"),
        ("solver/cores.cc", "z3++.h"),
        ("core/state.cc", "../core/model.h"),
        ("wasm/engine_api.cc", "cli/commands.h"),
    ]
    right = [
        ("wire/encode.cc", "core/model.h"),
        ("puzzles/registry.cc", "puzzles/kenken/kenken.h"),
        ("puzzles/sudoku/text.cc", "puzzles/common/scan.h"),
        ("wasm/engine_api.cc", "wire/engine_door.h"),
        (Z3_ALONE, "z3++.h"),
    ]
    assert all(complaint(file, include, below) for file, include in wrong)
    assert not any(complaint(file, include, below) for file, include in right)


def main() -> None:
    try:
        below = read_arrows((ROOT / "engine/CMakeLists.txt").read_text())
    except graphlib.CycleError as error:
        sys.exit("rooms: engine/CMakeLists.txt has a circle: " + " <- ".join(error.args[1]))
    check_the_checker(below)
    if found := look_through(below):
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
