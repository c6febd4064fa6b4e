#include "fuzz/json_mutator.h"

#include <algorithm>
#include <vector>

#include "core/random.h"
#include "fuzz/fuzzing.h"

namespace fastslow::fuzz {
namespace {

void collect(Json& json, std::vector<Json*>& nodes) {
  nodes.push_back(&json);
  if (!json.is_structured()) return;
  for (Json& child : json) collect(child, nodes);
}

Json other_value(Random& random) {
  switch (random.below(8)) {
    case 0:
      return nullptr;
    case 1:
      return random.below(2) == 0;
    case 2:
      return "";
    case 3:
      return -1;
    case 4:
      return 1e300;
    case 5:
      return random.below(1000);
    default:
      return random.below(12);
  }
}

// Takes an entry out, doubles one, or lets two change places.
void change_children(Json& list, Random& random) {
  const int size = static_cast<int>(list.size());
  const auto entry = [&] { return std::next(list.begin(), random.below(size)); };
  const auto first = entry();
  switch (random.below(3)) {
    case 0:
      list.erase(first);
      break;
    case 1:
      std::swap(*first, *entry());
      break;
    default:
      if (list.is_array()) list.push_back(Json(*first));
  }
}

void change(Json& json, Random& random) {
  std::vector<Json*> nodes;
  collect(json, nodes);
  const auto any = [&]() -> Json& {
    return *nodes[static_cast<std::size_t>(random.below(static_cast<int>(nodes.size())))];
  };
  Json& node = any();
  if (node.is_structured() && !node.empty()) return change_children(node, random);
  Json other = random.below(2) == 0 ? any() : other_value(random);
  if (node.is_number_integer() && random.below(2) == 0) other = node.get<std::int64_t>() / 2 + random.below(5);
  node = std::move(other);
}

}  // namespace

std::size_t mutate_json(unsigned char* bytes, std::size_t size, std::size_t most, unsigned seed) {
  Random random(seed);
  Json json = Json::parse(text_of(bytes, size), nullptr, false);
  if (json.is_discarded() || random.below(10) == 0) return LLVMFuzzerMutate(bytes, size, most);
  for (int changes = 1 + random.below(3); changes > 0; --changes) change(json, random);
  const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > most) return LLVMFuzzerMutate(bytes, size, most);
  std::copy(text.begin(), text.end(), bytes);
  return text.size();
}

std::size_t mutate_family_text(unsigned char* bytes, std::size_t size, std::size_t most, unsigned seed) {
  const std::size_t text = text_of(bytes, size).find('\n') + 1;
  if (seed % 2 == 0 || text == 0 || text == size) return LLVMFuzzerMutate(bytes, size, most);
  return text + mutate_json(bytes + text, size - text, most - text, seed);
}

}  // namespace fastslow::fuzz
