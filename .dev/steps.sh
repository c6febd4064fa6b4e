# shellcheck shell=bash
# Steps with a heading each, summed up at the end.

# Sets $used to the processor seconds of all steps so far, a figure that other work on the machine hardly changes. (In a
# command substitution `times` would begin at nothing, hence a file.)
count_processor_seconds() {
  times >"$note"
  used=$(awk -F "[ms ]+" 'NR == 2 { printf "%d", $1 * 60 + $2 + $3 * 60 + $4 }' "$note")
}

# run_steps WORD STEP...: runs the functions step_STEP with "WORD n of m" above each, stops at the first that
# fails and returns its status. A step leaves one line of result in $note. `run_steps` sums them up.
run_steps() {
  local word=$1 n=0 status=0 started used before said results=() label
  shift
  note=$(mktemp)
  for label in "$@"; do
    n=$((n + 1))
    say "== $word $n of $#: ${title[$label]}"
    started=$SECONDS
    count_processor_seconds
    before=$used
    : >"$note"
    # Not part of a condition: there, `set -e` would not hold inside the step.
    set +e
    (set -e; "step_$label")
    status=$?
    set -e
    said=$(<"$note")
    count_processor_seconds
    results+=("$(printf '%-7s %-40s %5d s, %5d s of processor  %s' "$( ((status)) && echo FAILED || echo ok)" \
      "${title[$label]}" $((SECONDS - started)) $((used - before)) "$said")")
    ((status == 0)) || break
  done
  rm -f "$note"
  say ""
  printf '%s\n' "${results[@]}" >&2
  ((status == 0)) || say "dev: $word '$label' failed"
  return "$status"
}

declare -A title=(
  [interop]="interop: other programs' puzzles and counts"
  [set_up_wasm]="compiler and Z3 for WebAssembly"
  [set_up_early]="compiler for WebAssembly"
  [early_module]="engine module"
  [early_site]="page, still without System 2"
  [modules]="engine and solver modules"
  [site]="page"
  [engine]="engine, natively, with sanitizers"
  [wasm]="engine, WebAssembly under Node"
  [web]="TypeScript unit tests"
  [browser]="the built page in Chromium"
  [browsers]="its core in Firefox and WebKit"
  [models]="training code"
  [lint]="formatting and linters"
)
