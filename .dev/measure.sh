# shellcheck shell=bash
# Commands that measure, and those that run the training code.

command_bench() {
  local record=() found=build/bench
  [[ ${1:-} != --record ]] || { record=(--record); shift; }
  mkdir -p "$found"
  build_native fastslow_bench
  build/native-release/tests/fastslow_bench --benchmark_out="$found/native.json" --benchmark_out_format=json
  ensure_npm
  build_modules
  "$bin/tsx" web/tools/bench.ts
  "$bin/tsx" web/tools/bench_families.ts --json "$found/node.json" "$@"
  ensure_packages "${packages_browser[@]}"
  build_site
  "$bin/tsx" web/tools/bench_families.ts --browser --json "$found/chromium.json" "$@"
  "$bin/tsx" web/tools/bench_report.ts "$found/native.json" "$found/node.json" "$found/chromium.json" "${record[@]}"
}

command_compare() {
  ensure_npm
  build_native fastslow
  build_modules
  # Where only Node is wanted, no browser is needed.
  [[ " $* " == *" --in node "* ]] || ensure_packages "${packages_browser[@]}"
  FASTSLOW_TOOL=$PWD/build/native-release/engine/fastslow "$bin/tsx" web/tools/compare.ts "$@"
}

command_scale() {
  ensure_npm
  ensure_packages "${packages_interop[@]}"
  build_modules
  "$bin/tsx" web/tools/scale.ts "$@"
}

command_practise() {
  build_native fastslow
  build/native-release/engine/fastslow practise "$@"
}

command_eval() {
  ensure_npm
  build_modules
  "$bin/tsx" web/tools/eval.ts "$@"
}

command_marks() {
  ensure_npm
  build_modules
  "$bin/tsx" web/tools/mark_packs.ts "$@"
}

# models_script MODULE [OPTION...]
models_script() {
  ensure_packages "${packages_models[@]}"
  build_native fastslow
  FASTSLOW_TOOL=$PWD/build/native-release/engine/fastslow /usr/bin/python3 -m "models.$1" "${@:2}"
}

command_train() { ensure_npm; models_script train "$@"; }
command_curves() { models_script study.curves "$@"; }
command_ablations() { models_script study.ablations "$@"; }

command_size() {
  ensure_npm
  build_modules
  build_site
  node web/tools/size.mjs "$@"
}
