// Texts of other programs, people and pages, as they come: what they hold is found, or they are named for what they
// are.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "engine/foreign.h"
#include "formats/recognise.h"
#include "formats/write.h"
#include "rooms.h"

namespace fastslow {
namespace {

using formats::Found;
using formats::recognise;
using formats::recognise_file;
using testing::canonical;
using testing::kLine;
using testing::only;
using testing::problem_of;
using testing::remark_of;

// Its rows, as `row` writes each.
std::string rows(const std::function<std::string(const std::string&)>& row, const std::string& between = "") {
  std::string text = between;
  for (std::size_t i = 0; i < 9; ++i) {
    text += row(kLine.substr(9 * i, 9)) + "\n";
    if (i % 3 == 2) text += between;
  }
  return text;
}

std::string with(std::string text, char from, char to) {
  std::replace(text.begin(), text.end(), from, to);
  return text;
}

std::string spread(const std::string& row, const std::string& between) {
  std::string text;
  for (const char c : row) text += (text.empty() ? "" : between) + std::string(1, c);
  return text;
}

std::string barred(const std::string& row, const std::string& bar, const std::string& between) {
  return bar + spread(row.substr(0, 3), between) + bar + spread(row.substr(3, 3), between) + bar +
         spread(row.substr(6, 3), between) + bar;
}

std::string boxed(const std::string& row, const std::string& bar) {
  return spread(row.substr(0, 3), ",") + bar + spread(row.substr(3, 3), ",") + bar + spread(row.substr(6, 3), ",");
}

// Fields with nothing in them, as spreadsheets write them.
std::string without_dots(std::string row) {
  std::erase(row, '.');
  return row;
}

TEST(SudokuGrids, AreReadWhateverPartsTheirCells) {
  const std::vector<std::string> texts = {
      kLine,
      with(kLine, '.', '0'),
      with(kLine, '.', '*'),
      with(kLine, '.', '_'),
      with(kLine, '.', '-'),
      with(kLine, '.', 'x'),
      rows([](const std::string& row) { return row; }),
      rows([](const std::string& row) { return with(row, '.', '-'); }),
      rows([](const std::string& row) { return spread(row, " "); }),
      rows([](const std::string& row) { return spread(row, ","); }),
      rows([](const std::string& row) { return spread(with(row, '.', '0'), ", "); }),
      rows([](const std::string& row) { return without_dots(spread(row, ",")); }),
      rows([](const std::string& row) { return without_dots(spread(row, "\t")); }),
      rows([](const std::string& row) { return without_dots(barred(row, "|", ",")); }),
      rows([](const std::string& row) { return without_dots(boxed(row, ",|")); }),
      rows([](const std::string& row) { return without_dots(boxed(row, ",|,")); }),
      rows([](const std::string& row) { return without_dots(boxed(row, ",|") + ",|"); }),
      rows([](const std::string& row) { return barred(row, "|", ""); }, "*-----------*\n"),
      rows([](const std::string& row) { return barred(row, " | ", " "); }, "+-------+-------+-------+\n"),
      rows([](const std::string& row) { return barred(row, "|", " "); }, "------+------+------\n"),
      rows([](const std::string& row) { return with(row, '.', ' '); }),
      rows([](const std::string& row) { return barred(with(row, '.', ' '), "|", ""); }, "*===========*\n"),
      rows([](const std::string& row) { return barred(with(row, '.', ' '), " | ", " "); }, "+---+---+---+\n"),
      rows([](const std::string& row) { return "│" + with(row, '.', ' ') + "│"; }, "├─────────┤\n"),
      "Grid 01\n" + rows([](const std::string& row) { return with(row, '.', '0'); }),
      "# by hand\n" + rows([](const std::string& row) { return with(row, '.', '_'); }),
  };
  // Spaces are cells, even where a whole row or the end of a line has nothing else.
  std::string sparse;
  for (int row = 0; row < 9; ++row) sparse += (row == 4 ? "  7" : std::string(9, ' ')) + "\n";
  EXPECT_EQ(canonical(only(sparse)), std::string(38, '.') + "7" + std::string(42, '.'));
  for (const std::string& text : texts) {
    const Found found = only(text);
    EXPECT_EQ(found.family, "sudoku") << text;
    EXPECT_EQ(canonical(found), kLine) << text;
    EXPECT_EQ(remark_of(found), "") << text;
  }
}

TEST(SudokuGrids, WhatCanBeReadOtherwiseIsTold) {
  // Candidates of solvers: only what is settled is taken.
  std::string candidates;
  for (std::size_t i = 0; i < 81; ++i) {
    candidates += kLine[i] == '.' ? " 123" : " " + std::string(1, kLine[i]);
    if (i % 9 == 8) candidates += "\n";
  }
  EXPECT_EQ(canonical(only(candidates)), kLine);
  EXPECT_EQ(remark_of(only(candidates)), "remark.candidates");
  // A zero beside a dot: a second sign for nothing where 0 to 8 would not do.
  std::string mixed = kLine;
  mixed[1] = '0';
  EXPECT_EQ(canonical(only(mixed)), kLine);
  EXPECT_EQ(remark_of(only(mixed)), "remark.zero_blank");
  // The same puzzle with its values from 0 to 8.
  std::string shifted = kLine;
  for (char& c : shifted) {
    if (c != '.') --c;
  }
  EXPECT_EQ(canonical(only(shifted)), kLine);
  EXPECT_EQ(remark_of(only(shifted)), "remark.from_zero");
  // And in letters.
  std::string letters = kLine;
  for (char& c : letters) {
    if (c != '.') c = static_cast<char>('A' + c - '1');
  }
  EXPECT_EQ(canonical(only(letters)), kLine);
  EXPECT_EQ(remark_of(only(letters)), "remark.letters");
}

TEST(SudokuGrids, HexadecimalDigitsAreSixteenValues) {
  const Family& family = *find_family("sudoku");
  const std::string made = family.generate("16x16", puzzles::Level::easy, 3).value();
  std::string hex = made;
  for (char& c : hex) {
    if (c == '.') continue;
    const int value = c <= '9' ? c - '0' : c - 'A' + 10;
    c = "0123456789ABCDEF"[value - 1];
  }
  const Found found = only(hex);
  EXPECT_EQ(canonical(found), made);
  EXPECT_EQ(remark_of(found), "remark.from_zero");
  EXPECT_EQ(remark_of(only(made)), "");
  // Decimal numbers with spaces between.
  std::string numbers;
  for (const char c : made) {
    numbers += c == '.' ? ". " : std::to_string(c <= '9' ? c - '0' : c - 'A' + 10) + " ";
  }
  EXPECT_EQ(canonical(only(numbers)), made);
}

TEST(Files, AreOnePuzzleOrManyAsTheyCome) {
  const auto places = [](const std::string& text, const std::string& family = "sudoku") {
    std::string told;
    for (const auto& placed : recognise_file(text, family)) {
      told += (told.empty() ? "" : ", ") + placed.place + (placed.found.ok() ? "" : " " + placed.found.problem().key);
    }
    return told;
  };
  const std::string grid = rows([](const std::string& row) { return row; });
  EXPECT_EQ(places(kLine + "\n" + kLine + "\n"), "line 1, line 2");
  EXPECT_EQ(places(kLine + "\nnonsense\n" + kLine), "line 1, line 2 error.text.unknown, line 3");
  EXPECT_EQ(places(grid), "puzzle 1");
  EXPECT_EQ(places(grid + "\n" + grid), "puzzle 1, puzzle 2");
  EXPECT_EQ(places("Grid 01\n" + grid + "Grid 02\n" + grid), "puzzle 1, puzzle 2");
  EXPECT_EQ(places("width 2\nheight 1\n\nrows\n1\n\ncolumns\n1\n0\n", "nonogram"), "puzzle 1");
  EXPECT_EQ(places(" \n"), "");
  EXPECT_EQ(places("nonsense\nand more of it"), "file error.text.unknown");
}

// What the page asks with: one text, or a list.
TEST(Files, ListsAreSeveralPuzzles) {
  const auto any = [](const std::string& text) { return formats::recognise_any(text, "sudoku"); };
  EXPECT_EQ(any(kLine).value().size(), 1U);
  const auto two = any(kLine + "\n" + kLine + "\n");
  ASSERT_TRUE(two.ok());
  EXPECT_EQ(two.value().size(), 2U);
  EXPECT_EQ(remark_of(two.value().front()), "");
  const auto three = any(kLine + "\nnonsense\n" + kLine);
  ASSERT_TRUE(three.ok());
  EXPECT_EQ(three.value().size(), 2U);
  EXPECT_EQ(three.value().back().remarks.at(0), (Problem{"remark.unread", {{"count", "1"}}}));
  const std::string grid = rows([](const std::string& row) { return row; });
  EXPECT_EQ(any(grid + "\n" + grid).value().size(), 2U);
  EXPECT_EQ(any(grid).value().size(), 1U);
  // One line that happens to be a puzzle does not make a list.
  EXPECT_EQ(any("1234341221434321\nnonsense\nand more").problem().key, "error.text.character");
}

// "h", "e", "l", "l" and "o" may be values of large boards; the space after them is not to blame.
TEST(Texts, WordsAreNoPuzzleAtAll) {
  for (const char* family : {"sudoku", "nonogram", "map", "zebra", "minesweeper", "knights", "kenken"}) {
    for (const char* text :
         {"hello this is garbage", "hello", "Is this one?\nNo, it's not.", "안녕하세요, 문제입니다."}) {
      EXPECT_EQ(problem_of(text, family), "error.text.unknown") << family << ": " << text;
    }
  }
  EXPECT_EQ(problem_of("1234 what now"), "error.text.character");
}

// --- other programs' files -------------------------------------------------------------------------------------------

const std::string kDigits = with(kLine, '.', '0');

TEST(SudokuFiles, AreReadWithWhatStandsBesideThePuzzle) {
  const std::string sdk = "#A Somebody\n#D A title\n[Puzzle]\n" + rows([](const std::string& r) { return r; }) +
                          "[State]\n" + rows([](const std::string&) { return std::string(9, '1'); });
  EXPECT_EQ(canonical(only(sdk)), kLine);
  EXPECT_EQ(only(sdk).title, "A title");
  EXPECT_EQ(remark_of(only(sdk)), "remark.moves");

  // A value that was placed, and candidates that were taken out.
  std::string placed = kLine;
  placed.insert(0, "+");
  const Found hodoku = only(":0000:1:" + placed + ":182 582::");
  EXPECT_EQ(canonical(hodoku), kLine);
  ASSERT_EQ(hodoku.remarks.size(), 2U);
  EXPECT_EQ(hodoku.remarks[0].key, "remark.placed");
  EXPECT_EQ(hodoku.remarks[0].args.at("count"), "1");
  EXPECT_EQ(hodoku.remarks[1].key, "remark.taken_out");

  std::string cells = "version: 2&#10;";
  for (const char c : kDigits) cells += std::string(1, c == '0' ? '7' : c) + "|0|0|" + (c == '0' ? "1|" : "0|");
  const auto folder = recognise("<?xml version=\"1.0\"?>\n<opensudoku>\n<name>Mine</name>\n<game data=\"" + kDigits +
                                    "\"/>\n<game created=\"1\" data=\"" + cells + "\" note=\"\" />\n</opensudoku>",
                                "sudoku");
  ASSERT_TRUE(folder.ok());
  ASSERT_EQ(folder.value().size(), 2U);
  for (const Found& found : folder.value()) EXPECT_EQ(canonical(found), kLine);
}

TEST(Links, OfSudokuWikiHoldDigitsOrCandidates) {
  EXPECT_EQ(canonical(only("https://www.sudokuwiki.org/sudoku.htm?bd=" + kDigits, "nonogram")), kLine);
  std::string candidates;
  for (const char c : kLine) {
    std::string nine = c == '.' ? "123456789" : std::string(9, '0');
    if (c != '.') nine[static_cast<std::size_t>(c - '1')] = c;
    candidates += nine;
  }
  EXPECT_EQ(canonical(only("http://www.sudokuwiki.org/sudoku.htm?bd=" + candidates)), kLine);
  EXPECT_EQ(canonical(only("https://somewhere.example/play?puzzle=" + kDigits)), kLine);
  EXPECT_EQ(problem_of("https://www.sudokuwiki.org/sudoku.htm?bd=S9B0123"), "error.format.damaged");
  EXPECT_EQ(problem_of("https://www.sudokuwiki.org/killersudoku.htm?bd=K9B0123"), "error.format.kind");
}

// As the site's page about grouped chains links it, beside the same puzzle "from the start".
TEST(Links, OfSudokuWikiHoldPackedBoards) {
  const std::string board =
      "S9B050f2e0i46015y020466026212064i0a095u0i4601070b0d4m0f4m4a4j4q027n03bu0g06360936164a4i0o010o02474u067n07bu4q4i4"
      "6"
      "4i0b0u0g09064q0a4y040i0a051g5w035w01071y080u1g181609";
  const std::string start = "500001024020060090001700000000203006090000010200607000000009600040050030170800009";
  for (const std::string& text : {"https://www.sudokuwiki.org/sudoku.htm?bd=" + board, board}) {
    const Found found = only(text, "nonogram");
    EXPECT_EQ(canonical(found), with(start, '0', '.'));
    EXPECT_EQ(remark_of(found), "remark.moves");
  }
  // The older form: each cell's candidates, shifted by one bit, with a bit for clues below.
  std::string older;
  for (const char c : start) {
    const int number = c == '0' ? 0x1ff << 1 : (1 << (c - '0')) + 1;
    for (const int digit : {number / 32, number % 32}) older += "0123456789abcdefghijklmnopqrstuv"[digit];
  }
  const Found found = only("https://www.sudokuwiki.org/sudoku.htm?bd=" + older);
  EXPECT_EQ(canonical(found), with(start, '0', '.'));
  EXPECT_EQ(remark_of(found), "");
  older[1] = 'w';
  EXPECT_EQ(problem_of("https://www.sudokuwiki.org/sudoku.htm?bd=" + older), "error.format.damaged");
}

TEST(Links, OfPuzzLinkHoldPuzzlesOfSeveralFamilies) {
  // Ten rows of three; the columns are told from the board outwards.
  const Found nonogram = only("https://puzz.link/p?nonogram/3/10/14i1121g43i2g1g2g2g1g1g3g1g1g3g");
  EXPECT_EQ(canonical(nonogram), "3x10:4.1/1.2.1.1/3.4/2/1/2/2/1/1/3/1/1/3");
  EXPECT_EQ(canonical(only("http://pzv.jp/p.html?lightup/3/3/k..g1")), "3x3:.....BB.1");
  // A clue with two empty squares behind it, and one with none.
  EXPECT_EQ(canonical(only("https://puzz.link/p?akari/4/2/a6h0")), "4x2:0..1...0");
  EXPECT_EQ(canonical(only("https://puzz.link/p?building/2/2/1g2g1g2g")), "1./1..2/..../2.");
  // The example of puzz.link's own tests; then a square that tells only that no mine is
  // there, and a clue that no square has.
  EXPECT_EQ(canonical(only("https://puzz.link/p?mines/5/5/g2m13l13g0j")), "5x5:.2.......13......13.0....");
  EXPECT_EQ(canonical(only("https://puzz.link/p?mines/3/2/.1h1g")), "3x2:-1..1.");
  EXPECT_EQ(problem_of("https://puzz.link/p?mines/3/2/9"), "error.format.damaged");
  EXPECT_EQ(problem_of("https://puzz.link/p?slither/5/5/g3g2"), "error.format.kind");
  EXPECT_EQ(problem_of("https://puzz.link/p?nonogram/3/10/!"), "error.format.damaged");
}

TEST(SavedGames, AreTakenWithoutTheirMoves) {
  const std::string save =
      "SAVEFILE:41:Simon Tatham's Portable Puzzle Collection\nVERSION :1:1\nGAME    :7:Pattern\nPARAMS  :3:5x5\n"
      "CPARAMS :3:5x5\nDESC    :25:1/1/3/4/1.2/2/1/3/3/1.1.1\nNSTATES :1:2\nSTATEPOS:1:2\nMOVE    :8:E0,0,1,1\n";
  const Found found = only(save);
  EXPECT_EQ(found.family, "nonogram");
  EXPECT_EQ(found.text, "5x5:1/1/3/4/1.2/2/1/3/3/1.1.1");
  EXPECT_EQ(remark_of(found), "remark.moves");
  const auto other =
      recognise("SAVEFILE:41:Simon Tatham's Portable Puzzle Collection\nVERSION :1:1\nGAME    :5:Loopy\n", "sudoku");
  EXPECT_EQ(other.problem(), (Problem{"error.format.kind", {{"format", "format.tatham_save"}, {"kind", "Loopy"}}}));
  EXPECT_EQ(problem_of("SAVEFILE:41:Simon"), "error.format.damaged");
  // What only his generator needs stands in the parameters, too.
  const auto saved = [](const std::string& game, const std::string& params, const std::string& desc) {
    const auto field = [](const std::string& value) { return std::to_string(value.size()) + ":" + value + "\n"; };
    return "SAVEFILE:41:Simon Tatham's Portable Puzzle Collection\nVERSION :1:1\nGAME    :" + field(game) +
           "PARAMS  :" + field(params) + "DESC    :" + field(desc);
  };
  EXPECT_EQ(only(saved("Mines", "9x9n8", "7,8,mc0d6254bc6da9d1f40490")).text, "9x9:7,8,mc0d6254bc6da9d1f40490");
  EXPECT_EQ(only(saved("Light Up", "7x7b20s4d0", "a1b1e1bB1g2aBaBgBBbBe2b2a")).text, "7x7:a1b1e1bB1g2aBaBgBBbBe2b2a");
  EXPECT_EQ(only(saved("Unruly", "8x8udt", "EdCATHdCbJDa")).text, "8x8u:EdCATHdCbJDa");
  EXPECT_EQ(only(saved("Map", "5x5n8dn", "eabbacaacbebabbfb,1a32a0a0")).text, "5x5n8:eabbacaacbebabbfb,1a32a0a0");
  EXPECT_EQ(canonical(only("https://www.chiark.greenend.org.uk/~sgtatham/puzzles/js/pattern.html#5x5:1/1/3/4/1.2/2/1/3/"
                           "3/1.1.1")),
            "5x5:1/1/3/4/1.2/2/1/3/3/1.1.1");
  EXPECT_EQ(problem_of("https://www.chiark.greenend.org.uk/~sgtatham/puzzles/js/solo.html#3x3#1234"),
            "error.format.elsewhere");
}

TEST(Links, WithoutAPuzzleAreNamed) {
  EXPECT_EQ(problem_of("https://example.org/a/puzzle"), "error.format.link");
  EXPECT_EQ(problem_of("https://sudokupad.app/abc123"), "error.format.elsewhere");
  EXPECT_EQ(problem_of("https://f-puzzles.com/?id=abc123"), "error.format.elsewhere");
  EXPECT_EQ(problem_of("https://swaroopg92.github.io/penpa-edit/#m=edit&p=7VZdb9"), "error.format.unread");
}

TEST(Nonograms, ComeInFilesAndLists) {
  const std::string heart = "5x5:2/4/4/4/2/1.1/5/5/3/1";
  const std::string non = "title \"Heart\"\nwidth 5\nheight 5\n\nrows\n1,1\n5\n5\n3\n1\n\ncolumns\n2\n4\n4\n4\n2\n";
  EXPECT_EQ(canonical(only(non)), heart);
  EXPECT_EQ(only(non).title, "Heart");
  const auto pack = recognise(non + "\n" + non, "sudoku");
  ASSERT_TRUE(pack.ok());
  EXPECT_EQ(pack.value().size(), 2U);
  const std::string clues = "1 1\n5\n5\n3\n1\n";
  EXPECT_EQ(canonical(only("5 5\n" + clues + "2\n4\n4\n4\n2", "nonogram")), heart);
  EXPECT_EQ(canonical(only("5 5\n" + clues + "#\n2\n4\n4\n4\n2", "nonogram")), heart);
  EXPECT_EQ(canonical(only(R"({"rows": [[1, 1], [5], [5], "3", 1], "cols": [[2], [4], [4], [4], [2]]})")), heart);
  const Found bare = only("[[[2], [4], [4], [4], [2]], [[1, 1], [5], [5], [3], [1]]]", "nonogram");
  EXPECT_EQ(canonical(bare), heart);
  EXPECT_EQ(remark_of(bare), "remark.columns_first");
  EXPECT_EQ(problem_of(R"({"name": "nothing known"})"), "error.format.json");
}

TEST(OtherFamilies, ComeAsListsAndBoards) {
  EXPECT_EQ(canonical(only("[[0, null, 1, null], [null, null, \"\", 0], [1, -1, null, null], [\".\", null, 1, 1]]",
                           "binairo")),
            "4x4:0.1....01.....11");
  const Found clockwise = only("[2, 2, 1, 3, 2, 2, 3, 1, 1, 2, 2, 3, 3, 2, 1, 3]", "skyscrapers");
  EXPECT_EQ(canonical(clockwise), "2213/3....2/1....2/2....3/3....1/3221");
  EXPECT_EQ(remark_of(clockwise), "remark.clockwise");
  EXPECT_EQ(canonical(only("2 mines\n.1.\n.2.\n...", "minesweeper")), "3x3n2:.1..2....");
  const Found board = only("# 1 .\n# 1 .\nmines: 1", "minesweeper");
  EXPECT_EQ(canonical(board), "3x2n1:.10.10");
  EXPECT_EQ(remark_of(board), "remark.dots_are_dug");
  EXPECT_EQ(canonical(only(".1.\n.2.", "minesweeper")), "3x2:.1..2.");
}

// --- round trips -----------------------------------------------------------------------------------------------------

// Puzzles of every pack, each written in every form that can hold it, and read back without being told what it is.
TEST(Forms, RoundTripOverThePacks) {
  std::map<std::string, int> written;
  for (const Family& family : families()) {
    std::ifstream in("puzzles/" + family.id + ".json");
    if (!in) continue;
    const Json pack = Json::parse(in);
    std::map<std::string, int> of_size;
    for (const Json& entry : pack.at("puzzles")) {
      if (++of_size[entry.at("size").get<std::string>()] > 4) continue;
      const Puzzle puzzle = family.parse(entry.at("text").get<std::string>()).value();
      const State start = initial_state(puzzle.model);
      const std::string canon = family.format(puzzle, start, family.formats.front());
      for (const formats::Writer& writer : formats::writers()) {
        const auto text = formats::written(writer, puzzle, start);
        if (!text.ok()) continue;
        ++written[std::string(writer.name)];
        const Found found = only(text.value(), family.id);
        EXPECT_EQ(found.family, family.id) << text.value();
        EXPECT_EQ(canonical(found), canon) << text.value();
        // What says itself what it is needs no hint.
        const bool sure = writer.name == "save" || text.value().starts_with("http") || text.value().starts_with('<');
        if (!sure) continue;
        EXPECT_EQ(canonical(only(text.value(), family.id == "sudoku" ? "queens" : "sudoku")), canon);
      }
    }
  }
  int all = 0;
  for (const auto& [name, count] : written) all += count;
  EXPECT_GE(all, 200);
  for (const formats::Writer& writer : formats::writers())
    EXPECT_GT(written[std::string(writer.name)], 0) << writer.name;
}

// The packs' minefields tell how many mines there are, for which a link has no place.
TEST(Forms, MinefieldsWithoutATotalRoundTripAsLinks) {
  const auto linked = [](const std::string& text) {
    const Puzzle puzzle = find_family("minesweeper")->parse(text).value();
    const auto link = formats::written(*formats::find_writer("puzzlink"), puzzle, initial_state(puzzle.model));
    return link.ok() ? link.value() : link.problem().key;
  };
  EXPECT_EQ(linked("5x5:.2.......13......13.0...."), "https://puzz.link/p?mines/5/5/g2m13l13g0j");
  const std::string wide = "30x2:1" + std::string(28, '.') + "2-" + std::string(30, '.');
  for (const std::string& text : {std::string("3x2:-1..1."), wide.substr(0, 65), std::string("2x2:....")}) {
    EXPECT_EQ(canonical(only(linked(text))), text);
  }
  EXPECT_EQ(linked("3x2n1:.1..1."), "error.format.cannot_hold");
  EXPECT_EQ(linked("3x2:*1..1."), "error.format.cannot_hold");
}

}  // namespace
}  // namespace fastslow
