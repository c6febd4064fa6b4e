import unittest

import numpy as np
import torch

from models.pipeline.calibration import expected_calibration_error, fit_temperature, reliability
from models.pipeline.objective import log_probabilities


class Calibration(unittest.TestCase):
    def test_the_temperature_undoes_a_scaling(self) -> None:
        torch.manual_seed(5)
        truth = 2 * torch.randn(30000)
        domains = torch.arange(30000) // 3
        p = log_probabilities(truth, domains, 10000).exp().view(-1, 3)
        drawn = torch.nn.functional.one_hot(torch.multinomial(p, 1).squeeze(1), 3).flatten() > 0
        self.assertAlmostEqual(fit_temperature(3 * truth, domains, 10000, drawn), 3.0, delta=0.15)

    def test_calibration_error(self) -> None:
        confidence = np.full(100, 0.8)
        for right, error in ((80, 0.0), (50, 0.3)):
            bins = reliability(confidence, np.arange(100) < right)
            self.assertEqual([n for _, _, n in bins], [100])
            self.assertAlmostEqual(expected_calibration_error(bins), error)


if __name__ == "__main__":
    unittest.main()
