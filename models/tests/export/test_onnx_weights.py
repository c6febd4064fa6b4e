"""Weights read back from the shipped graph are the shipped weights."""

import unittest

from models.common.paths import MODELS
from models.export.onnx_graph import graph_of
from models.pipeline.onnx_weights import checkpoint_of, network_of
from models.pipeline.evaluate import load_checkpoint
from models.tests.support import folder


class Weights(unittest.TestCase):
    def test_written_again_the_graph_is_the_same_to_the_byte(self) -> None:
        shipped = MODELS / "fastslow.onnx"
        self.assertEqual(graph_of(network_of(shipped)).SerializeToString(), shipped.read_bytes())

    def test_a_run_may_start_from_them(self) -> None:
        shipped = MODELS / "fastslow.onnx"
        start = checkpoint_of(shipped, folder())
        again = graph_of(load_checkpoint(start)).SerializeToString()
        self.assertEqual(again, shipped.read_bytes())
        self.assertEqual(checkpoint_of(start, folder()), start)


if __name__ == "__main__":
    unittest.main()
