// The easiest next step that propagation and one case distinction can find, with the core that suggests it. No
// solver is asked, so the answer is the same on every platform; whoever claims it as proved asks (reasoning.h).
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/model.h"
#include "core/state.h"
#include "solver/hunt.h"

namespace fastslow::solver {

struct EasyStep {
  Step step;
  Core core;
};

class Easiest {
 public:
  // `hunt`: of the position, which must outlive this. `solution`: one assignment that agrees with the position (the
  // literal of every variable): a literal that holds in it can only be forced true, and the other way round. `prefer`:
  // before others at equal ease.
  Easiest(const Model& model, Hunt& hunt, std::optional<Literal> prefer, std::vector<Literal> solution);

  std::optional<EasyStep> find();

  // After `find` found nothing: every open literal as the step it would be, the most promising first.
  [[nodiscard]] std::vector<Step> open_steps() const;
  // Smallest core first, then as choose_step says.
  std::optional<EasyStep> easier(std::optional<EasyStep> a, std::optional<EasyStep> b) const;

 private:
  [[nodiscard]] Step step_for(Literal l) const;
  [[nodiscard]] bool ranks_before(const EasyStep& a, const EasyStep& b) const;
  std::optional<EasyStep> by_single_groups();
  std::optional<EasyStep> by_propagation();
  std::optional<EasyStep> by_cases();

  const Model& model_;
  Hunt& hunt_;
  std::optional<Literal> prefer_;
  std::vector<Literal> solution_;
  std::vector<std::pair<int, Literal>> reaches_;  // minus the reach, for literals that propagation left open
};

}  // namespace fastslow::solver
