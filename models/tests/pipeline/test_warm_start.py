import unittest

import torch

from models.pipeline.network import Config, Network
from models.pipeline.warm_start import warm_start
from models.tests.support import folder


class WarmStart(unittest.TestCase):
    def test_a_wider_network_begins_as_the_earlier_one(self) -> None:
        torch.manual_seed(1)
        small, wide = Network(Config(hidden=48)), Network(Config(hidden=64))
        path = folder() / "start.pt"
        torch.save({"config": small.config.as_dict(), "network": small.state_dict()}, path)
        warm_start(wide, path)
        x = torch.randn(5, small.mix.in_features)
        torch.testing.assert_close(
            wide.change(torch.relu(wide.mix(x))), small.change(torch.relu(small.mix(x))), rtol=1e-5, atol=1e-5
        )


if __name__ == "__main__":
    unittest.main()
