// Blocks that slide along a line, as people see them: how far to either end each can lie.
//
// No family is known here. A rule is such a line if its declaration says so: hidden variables each of whose values
// covers a run of visible literals, one place further for each value, and for each place a sum that makes its literal
// hold exactly if some block covers it. What blocks have to do with each other is left to the declaration: where one
// can lie is found by propagating the line's own rules and trying values, never by a second account of them.
#pragma once

#include <optional>
#include <vector>

#include "core/model.h"
#include "core/state.h"

namespace fastslow::solver {

struct LineBlock {
  VariableId start = -1;  // hidden: its value says where the block begins
  int length = 0;
  int offset = 0;  // place of its lowest value
};

struct BlockLine {
  std::vector<Literal> places;    // what holds where a block lies, from the line's beginning to its end
  std::vector<LineBlock> blocks;  // in order
  std::vector<PartId> parts;      // of all rules that go by the line's name
};

// The line that the rules of this name declare; nothing if they declare anything else, or no block.
std::optional<BlockLine> block_line(const Model& model, const Name& name);

// Places where a block begins, counted from 0: the first and the last at which the whole line can still be met.
struct Reach {
  int first = 0;
  int last = 0;

  bool operator==(const Reach&) const = default;
};

// Of each block, under the line's rules, the givens and `facts`. Nothing if these leave no way, or so many that it was
// not found out within a bound.
std::optional<std::vector<Reach>> reaches(const Model& model, const BlockLine& line, const std::vector<Step>& facts);

// Why, as far as the blocks' reaches tell, a place is covered or not. Nothing if they do not tell.
struct BlockReason {
  int place = 0;
  bool covered = false;
  std::optional<std::size_t> block;   // covered: it lies on the place wherever it begins
  std::optional<std::size_t> before;  // not covered: the last block that ends before the place ...
  std::optional<std::size_t> after;   // ... and the first that begins after it; at least one of the two
};
std::optional<BlockReason> reason_of_reaches(const Model& model, const BlockLine& line,
                                             const std::vector<Reach>& reaches, Step step);

// The same as clauses of a sentence (solver/narration.h) about the line `unit`, and of each block that they name the
// places between its first and its last, to be marked on the board. Empty if the blocks' reaches under these facts do
// not tell why the step is forced.
struct BlockTelling {
  std::vector<Name> clauses;
  std::vector<std::vector<Literal>> reaches;
};
BlockTelling tell_blocks(const Model& model, const Name& unit, const std::vector<Step>& facts, Step step);

}  // namespace fastslow::solver
