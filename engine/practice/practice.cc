#include "practice/practice.h"

#include <algorithm>
#include <cmath>

#include "core/consequences.h"
#include "core/index.h"
#include "core/random.h"

namespace fastslow::practice {

// A puzzle being played: on the way in practice, or held out.
struct Practice::Game {
  Game(std::uint64_t name, Exercise on, const solver::SolverFactory& factory)
      : exercise(name), at_hand(std::move(on)), state(initial_state(model())), solver(factory(model())), encoder(model()) {}
  Game(const Game&) = delete;
  Game& operator=(const Game&) = delete;
  ~Game() = default;

  [[nodiscard]] const Model& model() const { return at_hand.puzzle.model; }
  [[nodiscard]] bool right(Literal l) const { return at_hand.answer[at(model().variable_of(l))] == l; }

  std::uint64_t exercise;
  Exercise at_hand;
  State state;
  std::unique_ptr<solver::Solver> solver;  // refers to the model: declared after it, like the encoder
  policy::Encoder encoder;
  Consequences follows;       // at the last look
  policy::PolicyInput input;  // then
};

namespace {

constexpr int kSkips = 1000;         // exercises passed over, as they are held out, before a supply counts as used up
constexpr int kReplayPuzzles = 12;   // of each supply that is replayed
constexpr int kReplayPositions = 4;  // of each of those

// Training and playing draw their numbers from different streams.
constexpr std::uint64_t kTrainingStream = std::uint64_t{1} << 40U;
constexpr std::uint64_t kReplayStream = std::uint64_t{2} << 40U;

std::optional<Problem> bad(const Settings& s) {
  const auto problem = [](const char* name) { return Problem{"error.practice.setting", {{"name", name}}}; };
  const auto within = [](int x, int least, int most) { return x >= least && x <= most; };
  if (!within(s.longest, 1, 100)) return problem("longest");
  if (!(s.threshold >= 0 && s.threshold <= 1.01)) return problem("threshold");
  if (!within(s.iterations, 1, 48)) return problem("iterations");
  if (!within(s.batch, 1, 64)) return problem("batch");
  if (!within(s.steps, 0, 100)) return problem("steps");
  if (!(s.rate > 0 && s.rate <= 0.1F)) return problem("rate");
  if (!within(s.remembered, 1, 10000)) return problem("remembered");
  if (!within(s.held_out_puzzles, 1, 1000)) return problem("heldOut");
  if (s.seed >= (std::uint64_t{1} << 32U)) return problem("seed");
  return std::nullopt;
}

// Whether placing it leaves every rule a chance.
bool visibly_fine(const Model& model, const State& state, Literal l) {
  const Result<State> next = apply(model, state, {l, true});
  return next.ok() && consequences_of(model, next.value()).broken.empty();
}

}  // namespace

// Nothing is asked: what the rules leave is the solution's.
void Practice::write_down(Game& game) {
  for (VariableId v = 0; v < game.model().variable_count(); ++v) {
    const Literal l = game.at_hand.answer[at(v)];
    if (!game.model().is_hidden(l)) game.state.marks[at(l)] = Mark::placed;
  }
}

void Tally::add(const Tally& other) {
  moves += other.moves;
  escalated += other.escalated;
  wrong += other.wrong;
  confidence += other.confidence;
  work += other.work;
  proofs += other.proofs;
  training_steps += other.training_steps;
}

Practice::Practice(Settings settings, Numbers weights, solver::SolverFactory factory)
    : settings_(std::move(settings)), weights_(std::move(weights)), factory_(std::move(factory)) {}

Practice::~Practice() = default;

Result<std::unique_ptr<Practice>> Practice::begin(Settings settings, Numbers weights, solver::SolverFactory factory) {
  if (auto problem = bad(settings)) return *problem;
  std::unique_ptr<Practice> made(new Practice(std::move(settings), std::move(weights), std::move(factory)));
  if (auto problem = made->prepare()) return *problem;
  return made;
}

// The held-out puzzles, and what is taught beside: positions of other puzzles with their whole answers.
std::optional<Problem> Practice::prepare() {
  for (int i = 0; i < settings_.held_out_puzzles; ++i) {
    Result<Exercise> exercise = exercise_at(settings_.held_out, static_cast<std::uint64_t>(i));
    if (!exercise.ok()) return exercise.problem();
    held_out_.push_back(std::move(exercise.value()));
  }
  for (const Supply& supply : settings_.replay) {
    std::vector<Example> beside;
    for (int i = 0; i < kReplayPuzzles; ++i) {
      const Result<Exercise> exercise = exercise_at(supply, static_cast<std::uint64_t>(i));
      if (!exercise.ok()) return exercise.problem();
      Random random(settings_.seed ^ (kReplayStream + static_cast<std::uint64_t>(i)));
      const Model& model = exercise.value().puzzle.model;
      const auto& answer = exercise.value().answer;
      for (int p = 0; p < kReplayPositions; ++p) {
        State state = initial_state(model);
        const int percent = random.below(80);
        for (const Literal l : answer) {
          if (!model.is_hidden(l) && random.below(100) < percent) state.marks[at(l)] = Mark::placed;
        }
        if (is_complete(model, state)) continue;
        const policy::PolicyInput input = policy::encode(model, state);
        std::vector<Step> all;
        for (const Literal l : answer) all.push_back({l, true});
        beside.push_back({0, {}, lesson_of(model, input, all, answer), graph_of(input)});
      }
    }
    replay_.push_back(std::move(beside));
  }
  return std::nullopt;
}

std::optional<Problem> Practice::next_game() {
  for (int i = 0; i < kSkips; ++i) {
    Result<Exercise> exercise = exercise_at(settings_.practise, next_exercise_);
    if (!exercise.ok()) return exercise.problem();
    const std::uint64_t name = next_exercise_++;
    const std::string& text = exercise.value().text;
    const bool held_out =
        std::any_of(held_out_.begin(), held_out_.end(), [&](const Exercise& e) { return e.text == text; });
    if (held_out) continue;
    exercises_.emplace_back(name, text);
    game_ = std::make_unique<Game>(name, std::move(exercise.value()), factory_);
    return std::nullopt;
  }
  return Problem{"error.practice.supply", {{"family", settings_.practise.family}}};
}

policy::Proposal Practice::look(Game& game) {
  game.follows = consequences_of(game.model(), game.state);
  game.input = game.encoder.encode(game.follows);
  if (!policy::may_propose(game.model(), game.input)) return {};
  network_.look(weights_, graph_of(game.input), settings_.iterations);
  const auto proposal = policy::propose(game.model(), game.input, network_.logits(), {});
  return proposal.ok() ? proposal.value() : policy::Proposal{};
}

void Practice::learn(Game& game, const Taught& taught, Tally& tally) {
  tally.proofs += static_cast<int>(taught.proved.size());
  if (taught.proved.empty()) return;
  examples_.push_back({game.exercise, game.state.marks,
                       lesson_of(game.model(), game.input, taught.proved, game.at_hand.answer), graph_of(game.input)});
  if (examples_.size() <= at(settings_.remembered)) return;
  examples_.erase(examples_.begin());
  // Puzzles that nothing speaks of any more.
  const std::uint64_t oldest = examples_.front().exercise;
  std::erase_if(exercises_, [&](const auto& e) { return e.first < oldest; });
}

bool Practice::move(Game& game, Tally& tally, bool learning) {
  const policy::Proposal proposal = look(game);
  const auto asked = std::find_if(proposal.ranked.begin(), proposal.ranked.end(), [&](const policy::Candidate& c) {
    return is_question(game.model(), game.follows.marks, game.model().variable_of(c.literal));
  });
  if (asked == proposal.ranked.end()) {
    write_down(game);
    return false;
  }
  ++tally.moves;
  tally.confidence += asked->probability;
  const bool sure = asked->probability >= settings_.threshold && visibly_fine(game.model(), game.state, asked->literal);
  if (sure && game.right(asked->literal)) {
    game.state.marks[at(asked->literal)] = Mark::placed;
    return true;
  }
  Taught taught = teach(*game.solver, game.state, game.at_hand.answer, settings_.teacher, settings_.longest, learning);
  tally.work += taught.effort;
  const Step refuted{asked->literal, false};
  if (sure) taught.proved.push_back(refuted);
  if (learning) learn(game, taught, tally);
  if (sure) {
    ++tally.wrong;
    game.state.marks[at(refuted.literal)] = Mark::ruled_out;
  } else {
    ++tally.escalated;
    game.state.marks[at(taught.move.literal)] = Mark::placed;
  }
  return true;
}

// One step on a few examples: most of what was learned lately is drawn as often as all that is remembered.
void Practice::train(Tally& tally) {
  if (examples_.empty()) return;
  Random random(settings_.seed ^ (kTrainingStream + adam_.steps));
  Graph graph;
  std::vector<std::uint8_t> lesson;
  const auto take = [&](const std::vector<Example>& from, std::size_t first) {
    const Example& example = from[first + at(random.below(static_cast<int>(from.size() - first)))];
    append(graph, example.graph);
    lesson.insert(lesson.end(), example.lesson.begin(), example.lesson.end());
  };
  const std::size_t recent = examples_.size() > 64 ? examples_.size() - 64 : 0;
  for (int i = 0; i < settings_.batch; ++i) {
    if (i % 2 == 1 && !replay_.empty()) {
      const auto& beside = replay_[at(random.below(static_cast<int>(replay_.size())))];
      take(beside, 0);
    } else {
      take(examples_, i % 4 == 0 ? recent : 0);
    }
  }
  Numbers gradient(kParameters, 0.0F);
  network_.look(weights_, graph, settings_.iterations, true);
  network_.learn(weights_, graph, lesson, gradient);
  adam_.step(weights_, gradient, settings_.rate);
  ++tally.training_steps;
}

Result<std::vector<Point>> Practice::go(int moves) {
  std::vector<Point> points;
  for (int i = 0; i < moves; ++i) {
    if (!game_) {
      if (auto problem = next_game()) return *problem;
    }
    if (!is_complete(game_->model(), game_->state)) {
      const bool moved = move(*game_, puzzle_, true);
      for (int s = 0; moved && s < settings_.steps; ++s) train(puzzle_);
    }
    if (!is_complete(game_->model(), game_->state)) continue;
    points.push_back({puzzles_++, puzzle_});
    total_.add(puzzle_);
    puzzle_ = {};
    game_.reset();
  }
  return points;
}

void Practice::play_out(const Exercise& exercise, TestResult& result) {
  Game game(0, exercise, factory_);
  Tally tally;
  while (!is_complete(game.model(), game.state)) move(game, tally, false);
  result.tally.add(tally);
  ++result.puzzles;
  result.solved += tally.wrong == 0 ? 1 : 0;
  result.alone += tally.wrong == 0 && tally.escalated == 0 ? 1 : 0;
}

TestResult Practice::test(int puzzles) {
  if (!testing_) testing_.emplace();
  for (int i = 0; i < puzzles && at(testing_->puzzles) < held_out_.size(); ++i) {
    play_out(held_out_[at(testing_->puzzles)], *testing_);
  }
  TestResult result = *testing_;
  result.done = at(result.puzzles) == held_out_.size();
  if (result.done) testing_.reset();
  return result;
}

Result<TestResult> Practice::test_on(const Supply& supply, int puzzles) {
  TestResult result;
  for (int i = 0; i < puzzles; ++i) {
    const Result<Exercise> exercise = exercise_at(supply, static_cast<std::uint64_t>(i));
    if (!exercise.ok()) return exercise.problem();
    play_out(exercise.value(), result);
  }
  result.done = true;
  return result;
}

Practice::Picture Practice::picture() {
  Game game(0, held_out_.front(), factory_);
  return {&held_out_.front().puzzle, held_out_.front().text, look(game)};
}

Snapshot Practice::snapshot() const {
  Snapshot snapshot;
  snapshot.weights = weights_;
  snapshot.adam = adam_;
  snapshot.exercises = exercises_;
  for (const Example& example : examples_) snapshot.examples.push_back({example.exercise, example.marks, example.lesson});
  snapshot.next_exercise = next_exercise_;
  if (game_) snapshot.game = game_->state.marks;
  snapshot.puzzle = puzzle_;
  snapshot.total = total_;
  snapshot.puzzles = puzzles_;
  return snapshot;
}

Result<std::unique_ptr<Practice>> Practice::resume(Settings settings, const Snapshot& snapshot,
                                                   solver::SolverFactory factory) {
  const auto damaged = [](const char* what) { return Problem{"error.practice.state", {{"detail", what}}}; };
  const std::string family = settings.practise.family;
  auto begun = begin(std::move(settings), snapshot.weights, std::move(factory));
  if (!begun.ok()) return begun.problem();
  Practice& practice = *begun.value();
  practice.adam_ = snapshot.adam;
  practice.puzzle_ = snapshot.puzzle;
  practice.total_ = snapshot.total;
  practice.puzzles_ = snapshot.puzzles;
  practice.next_exercise_ = snapshot.next_exercise;
  if (snapshot.examples.size() > at(practice.settings_.remembered)) return damaged("examples");
  std::size_t next = 0;
  for (const auto& [name, text] : snapshot.exercises) {
    Result<Exercise> exercise = exercise_of(family, text);
    if (!exercise.ok()) return exercise.problem();
    const Model& model = exercise.value().puzzle.model;
    const auto fits = [&](const std::vector<Mark>& marks) {
      for (const Literal l : model.givens()) {
        if (marks.size() != at(model.literal_count()) || marks[at(l)] != Mark::placed) return false;
      }
      // Practice keeps its boards right: so does whoever made the state, or it is none.
      for (std::size_t l = 0; l < marks.size(); ++l) {
        const auto literal = static_cast<Literal>(l);
        const bool right = exercise.value().answer[at(model.variable_of(literal))] == literal;
        if (marks[l] != Mark::open && (model.is_hidden(literal) || (marks[l] == Mark::placed) != right)) return false;
      }
      return marks.size() == at(model.literal_count());
    };
    policy::Encoder encoder(model);
    for (; next < snapshot.examples.size() && snapshot.examples[next].exercise == name; ++next) {
      const auto& kept = snapshot.examples[next];
      if (!fits(kept.marks)) return damaged("examples");
      const policy::PolicyInput input = encoder.encode(State{kept.marks});
      const bool known = std::all_of(kept.lesson.begin(), kept.lesson.end(), [](std::uint8_t bits) { return bits < 16; });
      if (kept.lesson.size() != input.rows.size() || !known) return damaged("examples");
      practice.examples_.push_back({name, kept.marks, kept.lesson, graph_of(input)});
    }
    if (!snapshot.game.empty() && name + 1 == snapshot.next_exercise) {
      if (!fits(snapshot.game)) return damaged("game");
      practice.game_ = std::make_unique<Game>(name, std::move(exercise.value()), practice.factory_);
      practice.game_->state.marks = snapshot.game;
    }
  }
  if (next != snapshot.examples.size()) return damaged("examples");
  if (practice.game_ == nullptr && !snapshot.game.empty()) return damaged("game");
  practice.exercises_ = snapshot.exercises;
  return begun;
}

}  // namespace fastslow::practice
