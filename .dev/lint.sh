# shellcheck shell=bash
# ./dev lint

# clang-tidy takes seconds a file, so a file that passed is not looked at again until it, or a file it includes,
# or the configuration changed: the cache folder keeps a hash of all that, for every checkout. Ninja knows what each
# file includes, as paths from its folder when ccache has a base directory; the first is the file itself. $1 is how many
# files there should be.
tidy() {
  local passed=$cache/tidy version file includes hash todo=() total=0
  version=$(clang-tidy --version)
  mkdir -p "$passed"
  find "$passed" -type f -mtime +60 -delete
  while IFS=$'\t' read -r file includes; do
    [[ $file == "$PWD"/engine/*.cc && -f $file ]] || continue
    total=$((total + 1))
    hash=$({ printf '%s' "$version"; tr '\t' '\n' <<<"$file"$'\t'"$includes" | grep -F "$PWD/" |
      xargs -d '\n' cat .clang-tidy; } | sha256sum)
    [[ -f $passed/${hash%% *} ]] || todo+=("$passed/${hash%% *}" "$file")
  done < <(ninja -C build/native-release -t deps |
    sed -E "s|^    ([^/])|    $PWD/build/native-release/\1|; s|build/native-release/\.\./\.\./||" |
    awk -v RS= -F '\n *' -v OFS='\t' '{ $1 = ""; print substr($0, 2) }')
  ((total == $1)) || die "$1 C++ files were to be checked, but $total are built; every one has to be in a CMakeLists.txt"
  say "clang-tidy: $((${#todo[@]} / 2)) of $total files to check"
  ((${#todo[@]} == 0)) || printf '%s\0' "${todo[@]}" | xargs -0 -n 2 -P "$(nproc)" ./dev tidy-one >&2 ||
    die "clang-tidy found something; see above"
}

# Leaves the file $1 behind if source file $2 passes.
command_tidy-one() {
  say "clang-tidy: ${2#"$PWD"/}"
  clang-tidy --quiet -p build/native-release "$2" 2>/dev/null
  touch "$1"
}

# Each header compiles alone, so that a file may include it first. Remembered as above, by what it includes of ours, the
# first of which is itself: with no system folder to look in, the preprocessor tells that in no time.
headers_alone() {
  local passed=$cache/headers version includes hash todo=()
  version=$(clang++ --version)
  mkdir -p "$passed"
  find "$passed" -type f -mtime +60 -delete
  while read -r -a includes; do
    hash=$({ printf '%s' "$version ${includes[0]}"; cat "${includes[@]}"; } | sha256sum)
    [[ -f $passed/${hash%% *} ]] || todo+=("$passed/${hash%% *}" "${includes[0]}")
  done < <(g++ -std=c++20 -MM -MG -nostdinc -nostdinc++ -Iengine -x c++ "$@" |
    sed -zE 's/ \\\n/ /g; s/(^|\n)[^:]*: /\1/g')
  say "headers on their own: $((${#todo[@]} / 2)) of $# to check"
  ((${#todo[@]} == 0)) || printf '%s\0' "${todo[@]}" | xargs -0 -n 2 -P "$(nproc)" ./dev header-one >&2 ||
    die "a header does not compile alone; see above"
}

# Leaves the file $1 behind if header $2 passes.
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
  local cxx headers scripts
  mapfile -t cxx < <(find engine wasm tests -name '*.cc' -o -name '*.h' | sort)
  mapfile -t scripts < <(find .ci wasm web models tests -name '*.sh' -o -name run | sort)
  ((${#cxx[@]})) || die "no C++ file found"
  say "clang-format: ${#cxx[@]} files"
  clang-format --dry-run -Werror "${cxx[@]}" >&2 || die "clang-format would change files; to let it: clang-format -i FILE"
  say "shellcheck: dev with all in .dev, ${scripts[*]}"
  { shellcheck -xa dev && shellcheck -x "${scripts[@]}"; } >&2 || die "shellcheck found something; see above"
  build_native fastslow
  mapfile -t headers < <(printf '%s\n' "${cxx[@]}" | grep '^engine/.*\.h$')
  headers_alone "${headers[@]}"
  tidy "$(printf '%s\n' "${cxx[@]}" | grep -c '^engine/.*\.cc$')"
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
