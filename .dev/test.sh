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

# Runs the commands of its input, a line each, as many at a time as there are processors. What one says comes in one piece.
at_once() {
  # shellcheck disable=SC2016  # for the inner shell
  xargs -d '\n' -P "$(nproc)" -I{} bash -c \
    'said=$(eval "$0" 2>&1); status=$?; printf "%s\n" "$said"; exit "$((status ? 1 : 0))"' {}
}

# Runs a GoogleTest program in shards; more than there are processors, as some tests take long.
sharded() {
  local shards=$(($(nproc) * 4)) shard
  for ((shard = 0; shard < shards; shard++)); do
    printf 'GTEST_TOTAL_SHARDS=%d GTEST_SHARD_INDEX=%d %s\n' "$shards" "$shard" "${*@Q}"
  done | at_once
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

# The two other engines, for what a page and a lesson cannot do without.
step_browsers() {
  ensure_packages "${packages_browsers[@]}"
  build_modules
  build_site
  counting_tests "$vitest_count" npm run --silent test:browsers
}

step_models() {
  ensure_packages "${packages_models[@]}"
  build_native fastslow
  export FASTSLOW_TOOL=$PWD/build/native-release/engine/fastslow
  # A few files together, as to start PyTorch takes seconds.
  counting_tests 'Ran ([0-9]+) tests?' at_once < <(
    find models/tests -name 'test_*.py' | sort | xargs -n 4 echo /usr/bin/python3 -m unittest)
}

# Programs that nobody here wrote: Simon Tatham's generators, and MiniZinc with Gecode. And every pack, measured again.
step_interop() {
  ensure_packages "${packages_interop[@]}"
  build_native fastslow
  local tool=build/native-release/engine/fastslow
  printf '/usr/bin/python3 tests/interop/%s\n' "packs.py $tool" "tatham.py $tool --count 6 --family sudoku" \
    "tatham.py $tool --count 6 --not-family sudoku" "minizinc.py $tool" | at_once >&2
  printf '3 checks' >"$note"
}

command_test() {
  local stages=("$@") stage
  ((${#stages[@]})) || stages=(engine wasm interop web browser browsers models lint)
  for stage in "${stages[@]}"; do
    [[ " engine wasm interop web browser browsers models lint " == *" $stage "* ]] || die "there is no test stage '$stage'; try ./dev help"
  done
  run_steps stage "${stages[@]}"
}
