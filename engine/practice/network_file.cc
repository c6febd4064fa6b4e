// ONNX files are protocol buffers: fields of a number and a kind, of which two matter here, varints and lengths of
// bytes.
#include "practice/network_file.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/index.h"

namespace fastslow::practice {
namespace {

// Numbers of fields in onnx.proto.
constexpr std::uint64_t kGraph = 7;        // of ModelProto
constexpr std::uint64_t kInitializer = 5;  // of GraphProto
constexpr std::uint64_t kDims = 1;         // of TensorProto
constexpr std::uint64_t kType = 2;
constexpr std::uint64_t kName = 8;
constexpr std::uint64_t kRawData = 9;
constexpr std::uint64_t kFloat = 1;  // TensorProto.DataType

Problem damaged(std::string_view what) { return {"error.practice.network", {{"detail", excerpt(what)}}}; }

struct Field {
  std::uint64_t number = 0;
  std::uint64_t value = 0;  // of a varint
  std::string_view bytes;   // of a field with a length
};

std::optional<std::uint64_t> varint(std::string_view& text) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !text.empty(); shift += 7) {
    const auto byte = static_cast<std::uint8_t>(text.front());
    text.remove_prefix(1);
    value |= std::uint64_t{byte & 127U} << shift;
    if (byte < 128) return value;
  }
  return std::nullopt;
}

// Calls `use` with every field; false if the text is no message.
bool each_field(std::string_view text, const std::function<void(const Field&)>& use) {
  while (!text.empty()) {
    const auto tag = varint(text);
    if (!tag) return false;
    Field field;
    field.number = *tag >> 3U;
    const std::uint64_t kind = *tag & 7U;
    std::optional<std::uint64_t> length;
    if (kind == 0) {
      const auto value = varint(text);
      if (!value) return false;
      field.value = *value;
      length = 0;
    } else if (kind == 2) {
      length = varint(text);
    } else if (kind == 1 || kind == 5) {
      length = kind == 1 ? 8 : 4;
    }
    if (!length || *length > text.size()) return false;
    field.bytes = text.substr(0, *length);
    text.remove_prefix(*length);
    use(field);
  }
  return true;
}

struct Stored {
  std::string_view name;
  std::string_view raw;
  std::vector<std::uint64_t> dims;
  std::uint64_t type = 0;
};

std::optional<Stored> stored_of(std::string_view text) {
  Stored stored;
  bool whole = true;
  const bool read = each_field(text, [&](const Field& field) {
    if (field.number == kName) stored.name = field.bytes;
    if (field.number == kRawData) stored.raw = field.bytes;
    if (field.number == kType) stored.type = field.value;
    if (field.number != kDims) return;
    if (field.bytes.empty()) {
      stored.dims.push_back(field.value);
      return;
    }
    // Packed: all in one.
    for (std::string_view rest = field.bytes; whole && !rest.empty();) {
      const auto dim = varint(rest);
      whole = dim.has_value();
      if (dim) stored.dims.push_back(*dim);
    }
  });
  return read && whole ? std::optional(stored) : std::nullopt;
}

bool fits(const Stored& stored, const Tensor& tensor) {
  std::vector<std::uint64_t> shape{static_cast<std::uint64_t>(tensor.columns)};
  if (!tensor.flat) shape.insert(shape.begin(), static_cast<std::uint64_t>(tensor.rows));
  return stored.type == kFloat && stored.dims == shape && stored.raw.size() == 4 * at(tensor.size());
}

// Where in the file each tensor's raw data lies.
using Places = std::array<std::string_view, kParts>;

Result<Places> places_of(std::string_view file) {
  Places places;
  bool damaged_inside = false;
  const auto initializer = [&](const Field& field) {
    if (field.number != kInitializer) return;
    const auto stored = stored_of(field.bytes);
    damaged_inside = damaged_inside || !stored;
    for (std::size_t p = 0; stored && p < kParts; ++p) {
      if (stored->name == kTensors[p].name && fits(*stored, kTensors[p])) places[p] = stored->raw;
    }
  };
  const bool whole = each_field(file, [&](const Field& field) {
    if (field.number == kGraph) damaged_inside = !each_field(field.bytes, initializer) || damaged_inside;
  });
  if (!whole || damaged_inside) return damaged("onnx");
  for (std::size_t p = 0; p < kParts; ++p) {
    if (places[p].empty()) return damaged(kTensors[p].name);
  }
  return places;
}

}  // namespace

Result<Numbers> read_network(std::string_view file) {
  const Result<Places> places = places_of(file);
  if (!places.ok()) return places.problem();
  Numbers numbers(kParameters);
  for (std::size_t p = 0; p < kParts; ++p) {
    const std::string_view raw = places.value()[p];
    const std::vector<std::uint8_t> bytes(raw.begin(), raw.end());
    const std::span<float> to(part_of(numbers, static_cast<Part>(p)), at(kTensors[p].size()));
    if (!read_floats(bytes, to)) return damaged(kTensors[p].name);
  }
  return numbers;
}

Result<std::string> with_numbers(std::string_view file, const Numbers& numbers) {
  const Result<Places> places = places_of(file);
  if (!places.ok()) return places.problem();
  std::string written(file);
  for (std::size_t p = 0; p < kParts; ++p) {
    std::vector<std::uint8_t> bytes;
    append_floats({part_of(numbers, static_cast<Part>(p)), at(kTensors[p].size())}, bytes);
    const auto place = static_cast<std::size_t>(places.value()[p].data() - file.data());
    written.replace(place, bytes.size(), reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  return written;
}

}  // namespace fastslow::practice
