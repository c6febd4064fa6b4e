// Texts of other programs. The first line names the family that is asked for, the rest is the text. It is refused with
// a sentence; or each puzzle in it is one that its family reads, and what is written of it in another program's form is
// read back as the same.
#include "formats/lz_string.h"
#include "formats/recognise.h"
#include "formats/write.h"
#include "fuzz/fuzzing.h"
#include "fuzz/json_mutator.h"
#include "wire/board.h"

namespace fastslow::fuzz {
namespace {

// Of larger puzzles only that they are read: writing them in every form takes long.
constexpr int kManyLiterals = 3000;

void try_writers(const puzzles::Family& family, const puzzles::Puzzle& puzzle) {
  const State start = initial_state(puzzle.model);
  const std::string canon = wire::text_of(puzzle, start);
  for (const formats::Writer& writer : formats::writers()) {
    const auto written = formats::written(writer, puzzle, start);
    if (!written.ok()) {
      require_sentence(written.problem());
      continue;
    }
    const auto again = formats::recognise(written.value(), family.id);
    require(again.ok(), "what was written is refused: " + written.value());
    const formats::Found& found = again.value().front();
    require(found.family == family.id, "another family: " + written.value());
    require(canonical(family, found.text, written.value()) == canon, "another puzzle: " + written.value());
  }
}

void try_found(const formats::Found& found) {
  for (const formats::Remark& remark : found.remarks) require_sentence(remark, "remark.");
  const puzzles::Family* family = puzzles::find_family(found.family);
  require(family != nullptr, "an unknown family: " + found.family);
  const auto puzzle = family->parse(found.text);
  require(puzzle.ok(), "its family does not read it: " + found.text);
  if (puzzle.value().model.literal_count() <= kManyLiterals) try_writers(*family, puzzle.value());
}

void try_text(std::string_view family, std::string_view text) {
  const auto outcome = formats::recognise(text, family);
  if (!outcome.ok()) {
    require_sentence(outcome.problem());
  } else {
    require(!outcome.value().empty(), "nothing was found, without a reason");
    for (const formats::Found& found : outcome.value()) try_found(found);
  }
  for (const formats::Placed& placed : formats::recognise_file(text, family)) {
    if (!placed.found.ok()) require_sentence(placed.found.problem());
  }
  // Bytes are no code of LZ-string, as a rule; but those behind a link's prefix should be.
  const std::string packed = formats::lz_packed("{\"grid\": " + std::string(text.substr(0, 200)));
  require(formats::lz_unpacked(packed, 100'000).has_value(), "what was packed is not unpacked");
  for (const char* prefix : {"https://f-puzzles.com/?load=", "https://sudokupad.app/scl"}) {
    const auto linked = formats::recognise(prefix + formats::lz_packed(text), family);
    if (!linked.ok()) require_sentence(linked.problem());
  }
}

}  // namespace
}  // namespace fastslow::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace fastslow::fuzz;
  const auto input = family_text_of(text_of(bytes, size));
  if (!input) return -1;
  try_text(input->family.id, input->text);
  return 0;
}

// Many of these texts are JSON.
extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size, std::size_t most,
                                               unsigned seed) {
  return fastslow::fuzz::mutate_family_text(bytes, size, most, seed);
}
