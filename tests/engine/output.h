// What a command of the tool writes, for tests.
#pragma once

#include <iostream>
#include <sstream>
#include <string>

namespace fastslow::testing {

// Takes what is written to a stream for as long as it lives.
class Output {
 public:
  explicit Output(std::ostream& stream = std::cout) : stream_(stream), before_(stream.rdbuf(text_.rdbuf())) {}
  ~Output() { stream_.rdbuf(before_); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Without the end of its last line.
  [[nodiscard]] std::string text() const {
    const std::string all = text_.str();
    return all.substr(0, all.find_last_not_of('\n') + 1);
  }

 private:
  std::ostringstream text_;
  std::ostream& stream_;
  std::streambuf* before_;
};

}  // namespace fastslow::testing
