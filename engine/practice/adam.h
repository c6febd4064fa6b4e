// Adam with decoupled weight decay (I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", ICLR 2019), as
// models/pipeline/trainer.py sets it, at a rate that stays.
#pragma once

#include <cstdint>

#include "practice/parameters.h"

namespace fastslow::practice {

struct Adam {
  Numbers mean = Numbers(kParameters, 0.0F);
  Numbers square = Numbers(kParameters, 0.0F);
  std::uint64_t steps = 0;
  double mean_left = 1;    // beta1^steps
  double square_left = 1;  // beta2^steps

  // One step downhill. A gradient longer than 1 is made 1 long; one that is not finite is left out.
  void step(Numbers& weights, Numbers& gradient, float rate);

  // As after so many steps, but for what they did to the numbers.
  void skip_to(std::uint64_t count);

  bool operator==(const Adam&) const = default;
};

}  // namespace fastslow::practice
