# shellcheck shell=bash
# ./dev test: a step for each stage.

# Passes a test run through and fails unless its output says that at least one test ran. $1 is a pattern whose
# first group is that number; if several lines match, they are added up.
counting_tests() {
  local pattern=$1 log count
  shift
  log=$(mktemp)
  "$@" 2>&1 | tee "$log" >&2
  count=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | sed -nE "s/.*$pattern.*/\\1/p" | awk '{ sum += $1 } END { print sum }')
  rm -f "$log"
  ((${count:-0} > 0)) || die "no test ran"
  printf '%s tests' "$count" >"$note"
}

# Runs a GoogleTest program in shards, one on each processor; more shards than processors, as some tests take long.
# What a shard says comes in one piece.
sharded() {
  local shards=$(($(nproc) * 4))
  # shellcheck disable=SC2016  # for the inner shell
  seq 0 $((shards - 1)) | GTEST_TOTAL_SHARDS=$shards xargs -P "$(nproc)" -I{} bash -c \
    'said=$(GTEST_SHARD_INDEX=$0 "$@" 2>&1); status=$?; printf "%s\n" "$said"; exit "$((status ? 1 : 0))"' {} "$@"
}

gtest_count='\[==========\] ([0-9]+) tests? from .* ran'
vitest_count='Tests .* ([0-9]+) passed'

step_engine() {
  build_debug fastslow_tests
  ASAN_OPTIONS=abort_on_error=1:detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
    counting_tests "$gtest_count" sharded build/native-debug/tests/fastslow_tests --gtest_brief=1
}

step_wasm() {
  ensure_node
  build_wasm fastslow_tests
  counting_tests "$gtest_count" sharded node build/wasm/tests/fastslow_tests.cjs --gtest_brief=1
}

step_web() {
  ensure_npm
  build_modules
  counting_tests "$vitest_count" npm run --silent test
}

step_browser() {
  ensure_packages "${packages_browser[@]}"
  build_modules
  build_site
  counting_tests "$vitest_count" npm run --silent test:browser
}

step_models() {
  ensure_packages "${packages_models[@]}"
  build_native fastslow
  FASTSLOW_TOOL=$PWD/build/native-release/engine/fastslow \
    counting_tests 'Ran ([0-9]+) tests?' /usr/bin/python3 -m unittest discover -s models/tests -t .
}

# Programs that nobody here wrote: Simon Tatham's generators, and MiniZinc with Gecode. And every pack, measured again.
step_interop() {
  ensure_packages "${packages_interop[@]}"
  build_native fastslow
  local tool=$PWD/build/native-release/engine/fastslow
  /usr/bin/python3 tests/interop/tatham.py "$tool" --count 6 >&2
  /usr/bin/python3 tests/interop/minizinc.py "$tool" >&2
  /usr/bin/python3 tests/interop/packs.py "$tool" >&2
  printf '3 checks' >"$note"
}

command_test() {
  local stages=("$@") stage
  ((${#stages[@]})) || stages=(engine wasm interop web browser models lint)
  for stage in "${stages[@]}"; do
    [[ " engine wasm interop web browser models lint " == *" $stage "* ]] || die "there is no test stage '$stage'; try ./dev help"
  done
  run_steps stage "${stages[@]}"
}
