# shellcheck shell=bash
# ./dev lint

# A C++ file that passed is not looked at again until it, a file of ours that it includes, the compiler or the
# configuration changes: the cache folder keeps a hash of all that, for every checkout.
# each_changed WHAT COMMAND FILE...: ./dev COMMAND MARK FILE for each of the others, which leaves the file MARK behind if
# FILE passes. (With no system folder to look in, the preprocessor tells in no time what of ours a file includes, itself
# first.)
each_changed() {
  local what=$1 command=$2 passed=$cache/$2 version includes hash todo=()
  shift 2
  version=$(clang-tidy --version; find . -name .clang-tidy -not -path "./node_modules/*" -not -path "./build/*" | sort | xargs cat)
  mkdir -p "$passed"
  find "$passed" -type f -mtime +60 -delete
  while read -r -a includes; do
    # (What the build generates lies elsewhere, and is left out.)
    hash=$({ printf '%s' "$version ${includes[0]}"; cat "${includes[@]}" 2>/dev/null || true; } | sha256sum)
    [[ -f $passed/${hash%% *} ]] || todo+=("$passed/${hash%% *}" "${includes[0]}")
  done < <(g++ -std=c++20 -MM -MG -nostdinc -nostdinc++ -Iengine -Itests -Iwasm -x c++ "$@" |
    sed -zE 's/ \\\n/ /g; s/(^|\n)[^:]*: /\1/g')
  say "$what: $((${#todo[@]} / 2)) of $# to check"
  ((${#todo[@]} == 0)) || printf '%s\0' "${todo[@]}" | xargs -0 -n 2 -P "$(nproc)" ./dev "$command" >&2 ||
    die "$what: something was found; see above"
}

# Of the engine's files there should be $1.
every_source_is_built() {
  local built
  built=$(grep -cF "\"file\": \"$PWD/engine/" build/native-release/compile_commands.json)
  ((built == $1)) || die "$1 of the engine's files were to be checked, but $built are built; every one has to be in a CMakeLists.txt"
}

command_tidy-one() {
  say "clang-tidy: $2"
  # What is not built natively (tests/fuzz, wasm) is read as its neighbours are.
  clang-tidy --quiet -p build/native-release --extra-arg="-I$PWD/tests" "$2" 2>/dev/null
  touch "$1"
}

# A file may include any header first.
command_header-one() {
  clang++ -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -Iengine -include "${2#engine/}" -x c++ /dev/null
  touch "$1"
}

lint_python() {
  local folders=(.dev models tests/interop)
  say "black, flake8 and mypy: ${folders[*]}"
  /usr/bin/black --check -q "${folders[@]}" >&2 || die "black would change files; to let it: /usr/bin/black ${folders[*]}"
  /usr/bin/flake8 "${folders[@]}" >&2 || die "flake8 found something; see above"
  /usr/bin/mypy --no-error-summary "${folders[@]}" >&2 || die "mypy found something; see above"
}

step_lint() {
  ensure_packages "${packages_lint[@]}"
  ensure_npm
  local cxx headers sources scripts
  mapfile -t cxx < <(find engine wasm tests -name '*.cc' -o -name '*.h' | sort)
  mapfile -t scripts < <(find .ci wasm web models tests -name '*.sh' -o -name run | sort)
  ((${#cxx[@]})) || die "no C++ file found"
  say "clang-format: ${#cxx[@]} files"
  clang-format --dry-run -Werror "${cxx[@]}" >&2 || die "clang-format would change files; to let it: clang-format -i FILE"
  say "shellcheck: dev with all in .dev, ${scripts[*]}"
  { shellcheck -xa dev && shellcheck -x "${scripts[@]}"; } >&2 || die "shellcheck found something; see above"
  build_native fastslow
  every_source_is_built "$(printf '%s\n' "${cxx[@]}" | grep -c '^engine/.*\.cc$')"
  mapfile -t headers < <(printf '%s\n' "${cxx[@]}" | grep '^engine/.*\.h$')
  mapfile -t sources < <(printf '%s\n' "${cxx[@]}" | grep '\.cc$')
  each_changed "headers on their own" header-one "${headers[@]}"
  each_changed clang-tidy tidy-one "${sources[@]}"
  say "tsc"
  npm run --silent types >&2 || die "the TypeScript compiler found errors; see above"
  say "eslint"
  npm run --silent lint >&2 || die "eslint found something; see above"
  say "prettier"
  npm run --silent format:check >&2 || die "Prettier would change files; to let it: npm run format"
  say "rooms of the page"
  npm run --silent rooms >&2 || die "an import breaks an arrow between the page's rooms; see above"
  say "rooms of the engine"
  /usr/bin/python3 .dev/rooms.py >&2 || die "an include breaks an arrow between the engine's rooms; see above"
  lint_python
  printf '%d C++ files' "${#cxx[@]}" >"$note"
}
