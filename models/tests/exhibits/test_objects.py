"""The networks of the objects: what each kind cannot but keep, the files against PyTorch, a small run of everything."""

import hashlib
import json
import tempfile
import unittest
from pathlib import Path

import torch

from models.common.paths import MODELS, RESULTS
from models.exhibits.objects.motions import HORIZON, OBJECTS, SCENES, energy, simulated
from models.exhibits.objects.networks import KINDS, Design, Networks
from models.exhibits.objects.onnx_form import graph_of
from models.exhibits.sizes.parity import run_onnx
from models.tests.support import run_module

FOLDER = MODELS / "exhibits" / "objects"


def rates(networks: Networks, q: float, p: float, u: float) -> tuple[float, float]:
    dq, dp = networks(torch.tensor([[q]]), torch.tensor([[p]]), torch.tensor([[u]]))
    return float(dq), float(dp)


class Objects(unittest.TestCase):
    def test_energies_are_those_of_the_engine(self) -> None:
        for kind in OBJECTS:
            for motions in simulated(kind, 2, HORIZON, 5).values():
                ours = energy(kind, motions.q, motions.p)
                self.assertLess(float((ours - motions.energy).abs().max()), 1e-4)

    def test_the_hamiltonian_network_flows_along_its_own_energy(self) -> None:
        """Its field has no divergence, whatever its weights: so it can lose nothing."""
        for kind in OBJECTS:
            networks, step = Networks(Design(kind, "hamiltonian"), [3]).double(), 1e-3
            for q, p, u in ((0.4, 0.3, 0.0), (1.1, -1.2, 0.7)):
                q1, q0 = (rates64(networks, q + d, p, u)[0] for d in (step, -step))
                p1, p0 = (rates64(networks, q, p + d, u)[1] for d in (step, -step))
                self.assertAlmostEqual((q1 - q0 + p1 - p0) / (2 * step), 0, places=5)

    def test_the_port_hamiltonian_network_only_loses(self) -> None:
        """Undriven, its field's divergence is minus a friction: by it, and only by it, it differs."""
        for kind in OBJECTS:
            networks = Networks(Design(kind, "port"), [4])
            self.assertEqual(rates(networks, 0.5, 0.2, 0.0)[0], rates(networks, 0.5, 0.2, 1.0)[0])
            self.assertNotEqual(rates(networks, 0.5, 0.2, 0.0)[1], rates(networks, 0.5, 0.2, 1.0)[1])

    def test_onnx_runtime_web_follows_as_pytorch_does(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for kind in OBJECTS:
                for network in KINDS:
                    networks = Networks(Design(kind, network), [1, 2])
                    path = Path(folder) / f"{kind}-{network}.onnx"
                    path.write_bytes(graph_of(networks).SerializeToString())
                    drive = torch.linspace(-1, 1, 2 * 20 + 1)
                    inputs = {
                        "which": {"type": "int32", "shape": [1], "data": [1]},
                        "start": {"type": "float32", "shape": [1, 2], "data": [0.9, -0.4]},
                        "drive": {"type": "float32", "shape": [len(drive)], "data": drive.tolist()},
                    }
                    (theirs,) = run_onnx([{"model": str(path), "inputs": inputs}])
                    start = torch.tensor([[0.9], [0.9]]), torch.tensor([[-0.4], [-0.4]])
                    places, speeds = networks.rollout(*start, drive.expand(2, 1, -1))
                    ours = {"place": places[1, 0], "speed": speeds[1, 0]}
                    ours["energy"] = energy(kind, ours["place"], ours["speed"])
                    for name, values in ours.items():
                        off = (values - torch.tensor(theirs[name])).abs().max()
                        self.assertLess(float(off), 1e-4, f"{kind}, {network}: {name}")

    def test_the_card_is_of_these_files(self) -> None:
        card = json.loads((FOLDER / "card.json").read_text())
        self.assertEqual(len(card["files"]), len(OBJECTS) * len(KINDS))
        for one in card["files"]:
            content = (FOLDER / one["file"]).read_bytes()
            self.assertEqual(one["sha256"], hashlib.sha256(content).hexdigest())
            self.assertEqual(one["parameters"], Design(one["object"], one["network"]).parameters())
            self.assertLessEqual(one["parameters"], 3000)

    def test_the_results_have_every_case(self) -> None:
        rows = json.loads((RESULTS / "objects.json").read_text())["rows"]
        counts = json.loads((FOLDER / "card.json").read_text())["counts"]
        self.assertEqual(len(rows), len(OBJECTS) * len(KINDS) * len(SCENES) * len(counts))

    def test_a_small_run_writes_everything(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            run_module("models.exhibits.objects.train", "--smoke", folder)
            self.assertEqual(len(list(Path(folder).glob("*.onnx"))), len(OBJECTS) * len(KINDS))
            self.assertTrue((Path(folder) / "objects.json").exists())


def rates64(networks: Networks, q: float, p: float, u: float) -> tuple[float, float]:
    dq, dp = networks(*(torch.tensor([[x]], dtype=torch.float64) for x in (q, p, u)))
    return float(dq), float(dp)


if __name__ == "__main__":
    unittest.main()
