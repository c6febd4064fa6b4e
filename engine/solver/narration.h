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

namespace fastslow {

// int: a number or (argument names "value", "values") a domain value, which the page shows as its symbol.
using Argument = std::variant<int, Name, std::vector<int>, std::vector<Name>>;

struct Line {
  std::string key;
  std::map<std::string, Argument> args;
  // What the line rests on, for highlighting while it is read.
  std::vector<Literal> literals;
  std::vector<PartId> parts;
};

// Keys of lines, with their arguments:
//   why.last_place    {unit, value, cell}         the unit's last open cell
//   why.only_place    {unit, value, cell, units}  every other open cell of `unit` sees the value in one of `units`
//   why.only_place_ruled_out {unit, value, cell, cells}  ... was ruled out before in every other open cell, `cells`
//   why.only_place_mixed     {unit, value, cell, units, cells}  some see it, in the others it was ruled out before
//   why.last_value    {cell, value}               every other value was ruled out before
//   why.only_value    {cell, value, units}        every other value is seen in one of `units`
//   why.only_value_mixed     {cell, value, units, values}  some are seen, the others (`values`) were ruled out before
//   why.only_place_given, why.only_place_given_mixed, why.only_value_given, why.only_value_given_mixed
//                     as the four above, for rules that do not speak of single values
//   why.full          {unit, value, cell}         (elimination) a counting rule has all it may have
//   why.needed        {unit, value, cell}         a sum or count cannot do without
//   why.no_room       {unit, value, cell}         (elimination) ... or cannot bear it
//   why.needed_given, why.no_room_given {..., units}        the same, given other rules
//   why.seen          {cell, value, unit}         (elimination or refutation) `unit` has the value already
//   why.suppose       {cell, value}  / why.suppose_not {cell, value}    opens a chain
//   why.then_place    {cell, value, unit}         ... the unit's only place left
//   why.then_needed   {cell, value, unit}         ... a sum or count cannot do without
//   why.then_value    {cell, value}               ... the cell's only value left
//   why.but_no_place  {unit, value}               closes a chain: no place left for the value
//   why.but_no_value  {cell}                      closes a chain: no value left for the cell
//   why.but_two_values {cell, values}             closes a chain: the cell would have to hold all of them
//   why.but_twice     {unit, value}               closes a chain: it would stand there twice
//   why.but_unmet     {unit}                      closes a chain: a sum or count cannot be met
//   why.but_unmet_given {unit, units}             ... given other rules
//   why.given         {cell}                      nothing to prove: it was there from the start
//   why.together, why.together_out {cell, value, units}     the solver's proof follows no single line, but is short
//   why.by_rules      {count, units}              ... and is not
struct Narration {
  std::vector<Line> lines;  // at least one
};

// Requires a proof whose core was found for `model`.
Narration narrate(const Model& model, const Proof& proof);

}  // namespace fastslow
