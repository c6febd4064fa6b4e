"""The engine's command-line tool, `fastslow`: it generates, encodes, plays and solves whatever the rooms need.

The environment variable FASTSLOW_TOOL names it; `./dev` sets it to the tool that it builds.
"""

from __future__ import annotations

import os
import subprocess
import sys


def path() -> str:
    """What to start."""
    return os.environ.get("FASTSLOW_TOOL", "fastslow")


def ask(*arguments: str, text: str | None = None) -> list[str]:
    """The lines that the tool prints, given `text` to read. Exit code 1 (a puzzle without a solution) is an answer
    too; after any other the process ends with a message."""
    try:
        done = subprocess.run([path(), *arguments], input=text, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        sys.exit(f"the engine's tool '{path()}' is not there: run ./dev build native, or set FASTSLOW_TOOL")
    if done.returncode not in (0, 1):
        sys.exit(f"{path()} {' '.join(arguments)} ended with code {done.returncode}: {done.stderr.strip()}")
    return done.stdout.splitlines()


def write(*arguments: str) -> None:
    """Has the tool write a file; after any exit code but 0 the process ends with a message."""
    command = [path(), *arguments]
    try:
        subprocess.run(command, check=True)
    except FileNotFoundError:
        sys.exit(f"the engine's tool '{path()}' is not there: run ./dev build native, or set FASTSLOW_TOOL")
    except subprocess.CalledProcessError as error:
        sys.exit(f"the data could not be written: {' '.join(command)} ended with code {error.returncode}")
