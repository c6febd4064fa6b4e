#include "arbiter/learned.h"

#include <algorithm>

namespace fastslow::arbiter {

Learned learn(Learned so_far, const Experience& experience) {
  const auto effort = static_cast<double>(experience.effort);
  if (experience.all_looks > 0) {
    so_far.look.add(static_cast<double>(experience.operations) / experience.all_looks);
  }
  if (experience.repaired) {
    so_far.repair.add(effort + experience.lost * so_far.proof.value());
    so_far.held.add(0);
    return so_far;
  }
  if (experience.deliberated) so_far.proof.add(effort);
  if (experience.judged) so_far.held.add(experience.held ? 1 : 0);
  if (experience.looks > 1) so_far.resolved.add(experience.deliberated ? 0 : 1);
  if (const auto confidence = experience.confidence) {
    so_far.felt.insert(std::upper_bound(so_far.felt.begin(), so_far.felt.end(), *confidence), *confidence);
  }
  return so_far;
}

}  // namespace fastslow::arbiter
