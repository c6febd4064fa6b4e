// What is written are groups, one by one, and not the rules as an author or a family put them. It is the lowering that
// another solver is to check.
#include "cli/minizinc.h"

#include <sstream>

namespace fastslow::cli {
namespace {

void write_variables(std::ostream& out, const Model& model) {
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    const Variable& variable = model.variable(v);
    out << "var " << variable.lowest << ".." << variable.highest << ": v" << v << ";";
    out << (variable.hidden ? "  % hidden\n" : "\n");
  }
  for (const Literal given : model.givens()) {
    out << "constraint v" << model.variable_of(given) << " = " << model.value_of(given) << ";\n";
  }
}

// A group is a bounded sum of literals; a literal becomes bool2int(v = value), so nothing of our lowering is lost and
// another solver can check it.
void write_group(std::ostream& out, const Model& model, const Group& group) {
  std::ostringstream sum;
  for (std::size_t i = 0; i < group.literals.size(); ++i) {
    const Literal l = group.literals[i];
    if (group.weight(i) == 0) continue;
    if (sum.tellp() > 0) sum << " + ";
    if (group.weight(i) != 1) sum << group.weight(i) << " * ";
    sum << "bool2int(v" << model.variable_of(l) << " = " << model.value_of(l) << ")";
  }
  // A group may have no weight but 0 and yet bounds that 0 does not meet, as that of an impossible product
  // (core/model.cc).
  const std::string text = sum.tellp() > 0 ? sum.str() : "0";
  const bool below = group.at_least > kNoLower;
  const bool above = group.at_most < kNoUpper;
  if (below && above && group.at_least == group.at_most) {
    out << "constraint " << text << " = " << group.at_least << ";\n";
    return;
  }
  if (below) out << "constraint " << text << " >= " << group.at_least << ";\n";
  if (above) out << "constraint " << text << " <= " << group.at_most << ";\n";
}

}  // namespace

std::string to_minizinc(const Model& model) {
  std::ostringstream out;
  write_variables(out, model);
  // The groups of a domain say what a variable of that type is anyway.
  for (const Group& group : model.groups()) {
    if (!group.is_domain()) write_group(out, model, group);
  }
  out << "solve satisfy;\noutput [";
  bool first = true;
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (model.variable(v).hidden) continue;
    out << (first ? "" : ", \" \", ") << "show(v" << v << ")";
    first = false;
  }
  out << "];\n";
  return out.str();
}

}  // namespace fastslow::cli
