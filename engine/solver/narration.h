// From a proof to sentences: which lines, in which order, tell a reader why a step is forced.
//
// No prose is made here. A line is a key of the sentence catalogues with arguments; names of cells and
// units are themselves keys (core/model.h `Name`). The shape is derived from the proof's groups alone,
// so a new family needs no code here.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/model.h"
#include "solver/reasoning.h"

namespace fastslow::solver {

// int: a number or (argument names "value", "values") a domain value, which the page shows as its symbol.
using Argument = std::variant<int, Name, std::vector<int>, std::vector<Name>>;

struct Line {
  std::string key;
  std::map<std::string, Argument> args;
  // What the line rests on, for highlighting while it is read.
  std::vector<Literal> literals;
  std::vector<PartId> parts;
  // Where each block that the line names can lie, from its first place to its last.
  std::vector<std::vector<Literal>> reaches{};
};

// Keys of lines, with their arguments. `because` is a list of clauses (below): the facts on the board that matter, what
// was ruled out before, and what the rules demand; `so` is a list of statements that follow.
//   why.total         {unit}                      first of several: the other rules cited would not do without this
//   count
//                     over the whole board, which the next line does not name
//   why.so            {because, so}               one rule, looking at what is known
//   why.last_place    {unit, value, cell}         the unit's last open cell
//   why.only_place    {unit, value, cell, units}  every other open cell of `unit` sees the value in one of `units`
//   why.only_place_ruled_out {unit, value, cell, cells}  ... was ruled out before in every other open cell, `cells`
//   why.only_place_mixed     {unit, value, cell, units, cells}  some see it, in the others it was ruled out before
//   why.only_place_given     {unit, value, cell, because}       for rules that do not speak of single values
//   why.last_value    {cell, value}               every other value was ruled out before
//   why.only_value    {cell, value, units}        every other value is seen in one of `units`
//   why.only_value_mixed     {cell, value, units, values}  some are seen, the others (`values`) were ruled out before
//   why.seen          {cell, value, unit}         (elimination or refutation) `unit` has the value already
//   why.so_not       {cell, value}               (elimination) after the line that says what has to be there instead
//                     Several of these in a row lead to the step one by one, without a supposition.
//   why.suppose       {cell, value}  / why.suppose_not {cell, value}    opens a chain
//   why.then          {because, so}               ... follows
//   why.then_place    {cell, value, unit}         ... the unit's only place left
//   why.then_value    {cell, value}               ... the cell's only value left
//   why.but           {because}                   closes a chain: a rule fails
//   why.but_then      {because}                   ... two cells have the value that only one may have
//   why.but_no_place  {unit, value}               ... no place left for the value
//   why.but_no_value  {cell}                      ... no value left for the cell
//   why.but_two_values {cell, values}             ... the cell would have to hold all of them
//   why.but_twice     {unit, value}               ... it would stand there twice
//                     then_place, then_value, but_no_place and but_no_value with _seen {units}: the other places or
//                     values are shut out by these; with _ruled_out: by what was ruled out before; _mixed {units}: both
//   why.given         {cell}                      nothing to prove: it was there from the start
//   why.together, why.together_out {cell, value, units}     the solver's proof follows no single line, but is short
//   why.together_given, why.together_out_given {because, ...}           ... and rests on a few facts
//   why.by_rules      {count, units}              ... and is long
//   why.by_many_rules {count}                     ... and is too long even to name all rules
//
// A line about a cell cell.x.y, or else about rules unit.x.y, is told in words for x where the catalogues have some:
// why.only_value.zebra, why.so_met.nonogram.
//
// Clauses. The page says the demand of a rule in words of its own where the catalogues have some: for because.full of
// the rule unit.x they are unit.x.full, or else unit.x.because, which suits every case.
//   because.is {value, p1}    so.is {value, p1}      the cell p1 has the value
//   because.is_not {value, p1}  so.is_not {value, p1}  ... has not: found before, or now
//   because.ruled_out {}                             more was ruled out before than can be listed
//   because.full {p1}         a rule that counts cells has all it may have
//   because.none {p1}         ... may have none at all
//   because.needs {p1}        ... needs all that are left
//   because.all {p1}          ... needs all there are
//   because.differ {p1}       no value twice
//   because.met {p1}          any other rule. Where the catalogues have no words for what it demands, the page takes it
//                     out of a why.so or why.then and tells why.so_met {units, so}, or why.so_met_given {because,
//                     units, so} beside other reasons: that these rules leave no other way of being met
//   because.block_covers {p1, p2, first, last, to}   of the line p1, the block p2 begins between the places first and
//                     last (counted from 1), and so lies on last .. to wherever it is; _one {first, last}: on last
//                     alone
//   because.block_from {p1, p2, first, to}           ... can lie on first .. to only; block_at {first}: of length 1
//   because.block_ends {p1, p2, to}, because.block_begins {p1, p2, first}   ... by then at the latest, at the earliest
//   because.over {p1}, because.under {p1}, because.unmet {p1}           how a rule fails: too many, too few, anything
//   else

// At least one line. Requires a proof whose core was found for `model`.
std::vector<Line> narrate(const Model& model, const Proof& proof);

}  // namespace fastslow::solver
