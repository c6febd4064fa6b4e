#include "solver/blocks.h"

#include <algorithm>
#include <map>

#include "core/index.h"
#include "core/propagation.h"

namespace fastslow::solver {
namespace {

// So many propagations for one line. Real lines of 75 squares take a few hundred.
constexpr int kMostTries = 5000;

// The places of the line's sums, and which values cover which, in pairs; false if a rule is none of a line of blocks.
bool read_sums(const Model& model, const Name& name, BlockLine& line, std::map<VariableId, std::vector<int>>& covered) {
  for (GroupId g = 0; g < model.group_count(); ++g) {
    const Group& group = model.group(g);
    if (group.is_domain()) continue;
    const Constraint& rule = model.constraint(group.constraint);
    if (rule.name != name) continue;
    for (const PartId part : {lower_part(g), upper_part(g)}) {
      if (!part_is_trivial(model, part)) line.parts.push_back(part);
    }
    if (rule.kind == ConstraintKind::linear) continue;
    if (rule.kind != ConstraintKind::sum || rule.at_least != 0 || rule.at_most != 0) return false;
    std::optional<Literal> place;
    for (const Term term : rule.terms) {
      const bool hidden = model.is_hidden(term.literal);
      if (term.weight != (hidden ? 1 : -1) || (!hidden && place)) return false;
      if (!hidden) place = term.literal;
    }
    if (!place) return false;
    for (const Term term : rule.terms) {
      if (!model.is_hidden(term.literal)) continue;
      auto& places = covered[model.variable_of(term.literal)];
      places.push_back(model.value_of(term.literal));
      places.push_back(static_cast<int>(line.places.size()));
    }
    line.places.push_back(*place);
  }
  return true;
}

// `covered`: pairs of a value and a place that it covers. A block, if each value covers as many places in a row, one
// further for each value.
std::optional<LineBlock> block_of(const Model& model, VariableId variable, const std::vector<int>& covered) {
  const Variable& start = model.variable(variable);
  const int pairs = static_cast<int>(covered.size()) / 2;
  const int length = pairs / start.domain_size();
  if (length * start.domain_size() != pairs) return std::nullopt;
  int offset = covered[1];
  for (std::size_t i = 1; i < covered.size(); i += 2) offset = std::min(offset, covered[i]);
  for (std::size_t i = 0; i < covered.size(); i += 2) {
    const int within = covered[i + 1] - offset - (covered[i] - start.lowest);
    if (within < 0 || within >= length) return std::nullopt;
  }
  return LineBlock{variable, length, offset};
}

// Tries where blocks can lie, and remembers every way of meeting the line that it meets with.
class Tries {
 public:
  Tries(const Model& model, const BlockLine& line) : model_(model), line_(line), propagator_(model) {
    propagator_.restrict_to(line.parts);
    for (const LineBlock& block : line.blocks) {
      seen_.emplace_back(at(model.variable(block.start).domain_size()), false);
    }
  }

  bool know(const std::vector<Step>& facts) {
    return std::all_of(facts.begin(), facts.end(), [this](Step fact) { return propagator_.assume(fact); }) &&
           propagator_.propagate();
  }

  // The first value of a block that leaves a way, in the order of its places or against it; nothing: none was found.
  std::optional<int> first_place(std::size_t block, bool from_the_end) {
    const LineBlock& one = line_.blocks[block];
    const int size = model_.variable(one.start).domain_size();
    for (int i = 0; i < size; ++i) {
      const int value = from_the_end ? size - 1 - i : i;
      if (seen_[block][at(value)] || can_lie(one, value)) return one.offset + value;
      if (tries_ > kMostTries) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  bool can_lie(const LineBlock& block, int value) {
    const int depth = propagator_.depth();
    const Literal l = model_.variable(block.start).first_literal + value;
    const bool found = propagator_.assume({l, true}) && complete();
    propagator_.backtrack(depth);
    return found;
  }

  bool complete() {
    if (++tries_ > kMostTries || !propagator_.propagate()) return false;
    for (const LineBlock& block : line_.blocks) {
      const Variable& start = model_.variable(block.start);
      bool settled = false;
      for (int i = 0; i < start.domain_size(); ++i) {
        settled = settled || propagator_.mark(start.first_literal + i) == Mark::placed;
      }
      if (settled) continue;
      for (int i = 0; i < start.domain_size(); ++i) {
        if (propagator_.mark(start.first_literal + i) == Mark::open && can_lie(block, i)) return true;
      }
      return false;
    }
    remember();
    return true;
  }

  void remember() {
    for (std::size_t b = 0; b < seen_.size(); ++b) {
      const Literal first = model_.variable(line_.blocks[b].start).first_literal;
      for (std::size_t i = 0; i < seen_[b].size(); ++i) {
        if (propagator_.mark(first + static_cast<Literal>(i)) == Mark::placed) seen_[b][i] = true;
      }
    }
  }

  const Model& model_;
  const BlockLine& line_;
  Propagator propagator_;
  std::vector<std::vector<bool>> seen_;  // by block and value: there is a way
  int tries_ = 0;
};

}  // namespace

std::optional<BlockLine> block_line(const Model& model, const Name& name) {
  BlockLine line;
  std::map<VariableId, std::vector<int>> covered;
  if (!read_sums(model, name, line, covered) || covered.empty()) return std::nullopt;
  for (const auto& [variable, places] : covered) {
    const auto block = block_of(model, variable, places);
    if (!block) return std::nullopt;
    line.blocks.push_back(*block);
  }
  return line;
}

std::optional<std::vector<Reach>> reaches(const Model& model, const BlockLine& line, const std::vector<Step>& facts) {
  Tries tries(model, line);
  if (!tries.know(facts)) return std::nullopt;
  std::vector<Reach> found;
  for (std::size_t b = 0; b < line.blocks.size(); ++b) {
    const auto first = tries.first_place(b, false);
    const auto last = first ? tries.first_place(b, true) : std::nullopt;
    if (!last) return std::nullopt;
    found.push_back({*first, *last});
  }
  return found;
}

std::optional<BlockReason> reason_of_reaches(const Model& model, const BlockLine& line,
                                             const std::vector<Reach>& reaches, Step step) {
  BlockReason reason;
  const auto spoken_of = std::find_if(line.places.begin(), line.places.end(), [&](Literal place) {
    return model.variable_of(place) == model.variable_of(step.literal);
  });
  if (spoken_of == line.places.end()) return std::nullopt;
  // Of two values, not being one is being the other.
  const bool is_place = *spoken_of == step.literal;
  if (!is_place && model.variable(model.variable_of(step.literal)).domain_size() != 2) return std::nullopt;
  reason.covered = is_place == step.place;
  reason.place = static_cast<int>(spoken_of - line.places.begin());
  for (std::size_t b = 0; b < reaches.size(); ++b) {
    const int end_of_first = reaches[b].first + line.blocks[b].length - 1;
    const int end_of_last = reaches[b].last + line.blocks[b].length - 1;
    if (reason.covered && reaches[b].last <= reason.place && reason.place <= end_of_first) {
      return BlockReason{reason.place, true, b, {}, {}};
    }
    if (end_of_last < reason.place) {
      reason.before = b;
    } else if (reaches[b].first > reason.place) {
      if (!reason.after) reason.after = b;
    } else if (!reason.covered) {
      return std::nullopt;
    }
  }
  if (reason.covered || (!reason.before && !reason.after)) return std::nullopt;
  return reason;
}

namespace {

// A block by its length, and by its place among the blocks where others are as long.
Name block_name(const BlockLine& line, std::size_t block) {
  const int length = line.blocks[block].length;
  const auto alike = std::count_if(line.blocks.begin(), line.blocks.end(),
                                   [&](const LineBlock& other) { return other.length == length; });
  if (alike == 1) return {"block.only", {{"length", length}}};
  return {"block.nth", {{"length", length}, {"nth", static_cast<int>(block) + 1}}};
}

}  // namespace

BlockTelling tell_blocks(const Model& model, const Name& unit, const std::vector<Step>& facts, Step step) {
  const auto line = block_line(model, unit);
  const auto reach = line ? reaches(model, *line, facts) : std::nullopt;
  const auto reason = reach ? reason_of_reaches(model, *line, *reach, step) : std::nullopt;
  if (!reason) return {};
  // Readers count from 1.
  const auto begin = [&](std::size_t b) { return (*reach)[b].first + 1; };
  const auto end = [&](std::size_t b) { return (*reach)[b].last + line->blocks[b].length; };
  BlockTelling told;
  const auto add = [&](const char* key, std::size_t b, std::map<std::string, int> places) {
    told.clauses.push_back({key, std::move(places), {unit, block_name(*line, b)}});
    told.reaches.emplace_back(line->places.begin() + (*reach)[b].first, line->places.begin() + end(b));
  };
  if (reason->block) {
    const std::size_t b = *reason->block;
    const int last = (*reach)[b].last + 1;
    const int covered_to = begin(b) + line->blocks[b].length - 1;
    if (begin(b) == last) {
      if (last == covered_to) {
        add("because.block_at", b, {{"first", last}});
      } else {
        add("because.block_from", b, {{"first", last}, {"to", covered_to}});
      }
    } else if (last == covered_to) {
      add("because.block_covers_one", b, {{"first", begin(b)}, {"last", last}});
    } else {
      add("because.block_covers", b, {{"first", begin(b)}, {"last", last}, {"to", covered_to}});
    }
  }
  if (reason->before) add("because.block_ends", *reason->before, {{"to", end(*reason->before)}});
  if (reason->after) add("because.block_begins", *reason->after, {{"first", begin(*reason->after)}});
  return told;
}

}  // namespace fastslow::solver
