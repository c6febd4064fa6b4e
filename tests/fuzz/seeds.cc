// Writes what fuzzing begins with: `fuzz_seeds FOLDER`, run in the repository's top folder. FOLDER/TARGET gets an input
// a file: from the packs, the examples, the golden files and the fixtures, from each family's own generator, and from
// games played to the end. FOLDER/words.dict gets the doors' own words for libFuzzer to put in.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "engine/steady.h"
#include "formats/write.h"
#include "fuzz/fuzzing.h"
#include "wire/engine_door.h"

namespace fastslow::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestText = 2000;

struct Text {
  std::string family;
  std::string text;
};

std::string read(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().string().ends_with(ending)) files.push_back(entry.path());
  }
  return files;
}

// --- puzzles ------------------------------------------------------------------------------------------------

// One of each size.
void add_packs(std::vector<Text>& texts) {
  for (const fs::path& path : files_in("puzzles", ".json")) {
    const Json pack = Json::parse(read(path));
    if (!pack.contains("puzzles")) continue;  // a schema
    std::set<std::string> sizes;
    for (const Json& puzzle : pack["puzzles"]) {
      if (sizes.insert(puzzle.at("size")).second) texts.push_back({pack.at("family"), puzzle.at("text")});
    }
  }
  for (const fs::path& path : files_in("puzzles/examples", ".json")) texts.push_back({"custom", read(path)});
}

// Their first line is "puzzle " and the text; their name begins with the family's.
void add_golden(std::vector<Text>& texts) {
  for (const fs::path& path : files_in("tests/golden", ".txt")) {
    const std::string content = read(path);
    const std::string name = path.filename().string();
    if (!content.starts_with("puzzle ")) continue;
    texts.push_back({name.substr(0, name.find('-')), content.substr(7, content.find('\n') - 7)});
  }
}

// Every form of the smallest puzzle.
void add_formats(std::vector<Text>& texts) {
  for (const Small& small : small_puzzles()) {
    const puzzles::Family& family = *puzzles::find_family(small.family);
    const auto puzzle = family.parse(small.text);
    for (const std::string& format : family.formats) {
      texts.push_back({family.id, family.format(puzzle.value(), initial_state(puzzle.value().model), format)});
    }
  }
}

std::vector<Text> all_texts() {
  std::vector<Text> texts;
  add_packs(texts);
  add_golden(texts);
  add_formats(texts);
  std::erase_if(
      texts, [](const Text& t) { return t.text.size() > kLongestText || puzzles::find_family(t.family) == nullptr; });
  return texts;
}

// --- games ----------------------------------------------------------------------------------------------------

Json ask(wire::EngineDoor& door, const Json& request) { return Json::parse(door.call(request.dump())); }

// A trace of System 1 alone, with its last moves undone.
std::string played(const Small& small) {
  wire::EngineDoor door;
  ask(door, {{"op", "configure"}, {"strategy", "system1"}});
  ask(door, {{"op", "open"}, {"family", small.family}, {"text", small.text}});
  for (int moves = 0; moves < 6; ++moves) {
    const Json asked = ask(door, {{"op", "think"}}).at("ok");
    if (asked.at("kind") != "evaluate_policy") break;
    const auto seen = testing::steady_intuition(asked.at("tensors").at("literals"), 0);
    ask(door, {{"op", "resume"},
               {"ticket", asked.at("ticket")},
               {"answer", {{"logits", seen.logits}, {"sureness", seen.sureness}, {"iterations", seen.iterations}}}});
  }
  ask(door, {{"op", "undo"}});
  ask(door, {{"op", "undo"}});
  return ask(door, {{"op", "trace"}}).at("ok").at("trace").dump();
}

std::string engine_lines(const Small& small, const std::string& operation) {
  const Json open = {{"op", "open"}, {"family", small.family}, {"text", small.text}};
  const Json other = {{"op", operation}, {"variable", 0}, {"value", 1}, {"task", "examine"}};
  return open.dump() + "\n" + other.dump() + "\n";
}

std::string solver_lines(const Small& small, const std::string& task) {
  const Json tell = {{"op", "tell"}, {"puzzle", "a"}, {"family", small.family}, {"text", small.text}};
  const Json facts = {{"from", 0}, {"to", 1}, {"keep", 0}, {"drop", 0}, {"add", Json::array()}};
  const Json solve = {{"op", "solve"},  {"puzzle", "a"}, {"position", ""}, {"task", task},
                      {"facts", facts}, {"literal", 0},  {"budget", 5000}};
  return tell.dump() + "\n" + solve.dump() + "\n";
}

// --- other programs' forms ------------------------------------------------------------------------------------------

// Each form of each small puzzle that has one, and what no writer makes.
std::vector<Text> foreign_texts() {
  std::vector<Text> texts;
  for (const Text& t : all_texts()) {
    const auto puzzle = puzzles::find_family(t.family)->parse(t.text);
    if (!puzzle.ok()) continue;
    for (const formats::Writer& writer : formats::writers()) {
      const auto written = formats::written(writer, puzzle.value(), initial_state(puzzle.value().model));
      if (written.ok() && written.value().size() <= kLongestText) texts.push_back({t.family, written.value()});
    }
  }
  for (const char* text : {R"({"size": 4, "grid": [[{"value": 1, "given": true}, {}, {}, {}], [{}, {}, {}, {}],
          [{}, {}, {}, {}], [{}, {}, {}, {}]], "thermometer": [{"lines": [["R1C1", "R1C2"]]}], "diagonal+": true,
          "arrow": [{"cells": ["R2C2"], "lines": [["R2C2", "R2C3"]]}], "difference": [{"cells": ["R4C1", "R4C2"]}],
          "betweenline": [{"lines": [["R3C1", "R3C2", "R3C3"]]}], "quadruple": [{"cells": ["R1C1", "R1C2", "R2C1",
          "R2C2"], "values": [1]}], "odd": [{"cell": "R1C1"}], "sandwichsum": [{"cell": "R0C1", "value": "3"}]})",
                           "{ce:[[,{v:1},,],[,,,],[,,,],[,,,]],ca:[{ce:[[0,1],[0,2]],v:5,unique:t}],a:[{c:#0}]}",
                           "width 2\nheight 1\n\nrows\n1\n\ncolumns\n1\n0\nwidth 1\nheight 1\nrows\n1\ncolumns\n1"}) {
    texts.push_back({"sudoku", text});
  }
  return texts;
}

// --- files ----------------------------------------------------------------------------------------------------

struct Writer {
  fs::path folder;
  int written = 0;

  void write(const std::string& target, const std::string& input) {
    fs::create_directories(folder / target);
    std::ofstream(folder / target / std::to_string(written++), std::ios::binary) << input;
  }
};

// Every string at any depth, as libFuzzer's dictionaries want it.
void write_words(const Json& json, std::ostream& out) {
  if (json.is_string() && !json.get_ref<const std::string&>().empty()) out << json.dump() << "\n";
  if (!json.is_structured()) return;
  for (const Json& child : json) write_words(child, out);
}

void write_all(const fs::path& folder) {
  Writer writer{folder};
  for (const Text& t : all_texts()) writer.write("parse", t.family + "\n" + t.text);
  for (const Text& t : foreign_texts()) writer.write("formats", t.family + "\n" + t.text);
  wire::EngineDoor door;
  const Json protocol = ask(door, {{"op", "protocol"}}).at("ok");
  for (const Small& small : small_puzzles()) {
    writer.write("trace", played(small));
    for (const std::string operation : protocol.at("operations")) {
      writer.write("engine_door", engine_lines(small, operation));
    }
    for (const std::string task : protocol.at("enums").at("task")) {
      writer.write("solver_door", solver_lines(small, task));
    }
  }
  for (const fs::path& path : files_in("tests/fixtures", ".json")) writer.write("trace", read(path));
  // Bytes out of which requests are made: any will do.
  for (const std::string target : {"engine_door", "solver_door"}) {
    for (int i = 0; i < 8; ++i) {
      Random random(static_cast<std::uint64_t>(i));
      std::string bytes;
      while (bytes.size() < 400) bytes += static_cast<char>(random.below(256));
      writer.write(target, bytes);
    }
  }
  std::ofstream words(folder / "words.dict");
  write_words(protocol, words);
  for (const puzzles::Family& family : puzzles::families()) words << Json(family.id).dump() << "\n";
  std::cerr << writer.written << " seeds in " << folder.string() << "\n";
}

}  // namespace
}  // namespace fastslow::fuzz

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "fuzz_seeds FOLDER\n";
    return 2;
  }
  fastslow::fuzz::write_all(arguments[1]);
}
