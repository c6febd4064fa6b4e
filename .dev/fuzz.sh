# shellcheck shell=bash
# ./dev fuzz: inputs that nobody thought of (tests/fuzz/README.md).

fuzz_targets=(parse formats engine_door solver_door trace)
declare -A fuzz_longest=([parse]=4096 [formats]=4096 [engine_door]=4096 [solver_door]=2048 [trace]=40000)

build_fuzz() {
  ensure_packages "${packages_native[@]}" "${packages_fuzz[@]}"
  configure fuzz
  compile fuzz fuzz_targets
}

# Runs target $1 for $2 seconds, and says what to do with an input that broke something. Inputs that reached new code
# stay in build/fuzz/corpus for the next run.
fuzz_one() {
  local target=$1 seconds=$2 status=0 program=build/fuzz/tests/fuzz/fuzz_$1 found log
  mkdir -p "build/fuzz/corpus/$target" build/fuzz/found
  found=build/fuzz/found/$target-
  log=build/fuzz/$target.log
  say "== fuzz $target for $seconds s (all that it says: $log)"
  "$program" "build/fuzz/corpus/$target" "build/fuzz/seeds/$target" -dict=build/fuzz/seeds/words.dict \
    -max_total_time="$seconds" -max_len="${fuzz_longest[$target]}" -timeout=30 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$found" >"$log" 2>&1 || status=$?
  if ((status == 0)); then
    awk -v target="$target" '/inline 8-bit counters/ { sub(/.*\(/, ""); all = $1 }
      /cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") cov = $(i + 1); else if ($i == "ft:") ft = $(i + 1) }
      /number_of_executed_units/ { runs = $2 }
      END { printf "%s: nothing found; %d inputs, %d of %d edges covered, %d features\n", target, runs, cov, all, ft }' "$log" >&2
    return
  fi
  grep -aE '^fuzz: |^SUMMARY|ERROR: |runtime error|terminate called|what\(\)' "$log" | cut -c -300 | head -n 12 >&2
  found=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
  say "dev: $target broke on ${found:-an input (see $log)}"
  say "  again, with its requests told: FASTSLOW_FUZZ_TELL=1 $program ${found:-INPUT}"
  say "  a smaller one: $program -minimize_crash=1 -runs=20000 -exact_artifact_path=build/fuzz/found/smaller ${found:-INPUT}"
  say "  to keep it: write it into tests/engine/found_inputs_test.cc as a literal, with what it did, before it is mended"
  return 1
}

# The seconds are shared by the targets. One that finds something does not keep the others from their turn.
command_fuzz() {
  local seconds='' targets=() target broken=()
  while (($#)); do
    if [[ $1 == --seconds ]]; then
      [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || die "--seconds wants a number"
      seconds=$2
      shift
    else
      [[ " ${fuzz_targets[*]} " == *" $1 "* ]] || die "there is no fuzz target '$1'; there are: ${fuzz_targets[*]}"
      targets+=("$1")
    fi
    shift
  done
  ((${#targets[@]})) || targets=("${fuzz_targets[@]}")
  seconds=$(((${seconds:-$((60 * ${#targets[@]}))} + ${#targets[@]} - 1) / ${#targets[@]}))
  build_fuzz
  rm -rf build/fuzz/seeds
  build/fuzz/tests/fuzz/fuzz_seeds build/fuzz/seeds
  for target in "${targets[@]}"; do fuzz_one "$target" "$seconds" || broken+=("$target"); done
  ((${#broken[@]} == 0)) || die "something was found by: ${broken[*]}"
}
