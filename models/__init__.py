"""System 1's training code. README.md has a map of the rooms; tests/test_rooms.py holds which may import which."""

import os

# OpenBLAS and OpenMP read these once, when NumPy and PyTorch load them, so they are set before any room imports those.
# The matrices here are too small for several threads to pay; `./dev train --threads N` still asks PyTorch for more.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
