#include "wire/policy.h"

#include "core/index.h"

namespace fastslow::wire {

Json candidate_json(const Model& model, const policy::Candidate& candidate) {
  return {{"variable", model.variable_of(candidate.literal)},
          {"value", model.value_of(candidate.literal)},
          {"probability", candidate.probability}};
}

Json tensors_json(const policy::PolicyInput& input) {
  return {{"literals", input.literals},
          {"groups", input.groups},
          {"degree", input.degree},
          {"width", input.width},
          {"literalGroups", input.literal_groups},
          {"groupLiterals", input.group_literals},
          {"groupFeatures", input.group_features},
          {"sums", input.sums},
          {"sumDegree", input.sum_degree},
          {"sumWidth", input.sum_width},
          {"literalSums", input.literal_sums},
          {"literalCoefficients", input.literal_coefficients},
          {"sumLiterals", input.sum_literals},
          {"sumCoefficients", input.sum_coefficients},
          {"sumFeatures", input.sum_features}};
}

Json intuition_json(const Model& model, const policy::Proposal& proposal) {
  std::vector<Json> candidates(at(model.variable_count()), Json::array());
  for (const policy::Candidate& candidate : proposal.candidates) {
    candidates[at(model.variable_of(candidate.literal))].push_back(
        {{"value", model.value_of(candidate.literal)}, {"probability", candidate.probability}});
  }
  Json cells = Json::array();
  // Every visible variable has an entry, with no candidates where its value stands.
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!model.variable(v).hidden) cells.push_back({{"variable", v}, {"candidates", candidates[at(v)]}});
  }
  return {{"cells", cells}, {"best", proposal.empty() ? Json() : candidate_json(model, proposal.best())}};
}

policy::PolicyAnswer parse_policy_answer(const Json& json) {
  return {json.at("logits").get<std::vector<float>>(), json.at("sureness").get<double>(),
          count_in(json.at("iterations"))};
}

}  // namespace fastslow::wire
