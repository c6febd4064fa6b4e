# shellcheck shell=bash
# Building: the native tool and tests, the modules for WebAssembly, the page.

# configure PRESET [OPTION...]: runs CMake when its inputs changed; ninja re-runs it for all other reasons.
configure() {
  local preset=$1 folder=build/$1 wanted
  shift
  wanted=$(printf '%s\n' "$@" "${FASTSLOW_Z3_ROOT:-}"; cat CMakePresets.json; [[ $preset != wasm ]] || emcc --version | sed -n 1p)
  [[ ! -f $folder/configured || $(<"$folder/configured") != "$wanted" ]] || return 0
  mkdir -p "$folder"
  flock "$folder.lock" cmake --fresh --preset "$preset" "$@" >"$folder/configure.log" 2>&1 || {
    tail -n 25 "$folder/configure.log" >&2
    die "CMake could not configure '$preset' (all of it: $folder/configure.log)"
  }
  printf '%s\n' "$wanted" >"$folder/configured"
}

# compile PRESET TARGET... (locked: two at once in one folder would spoil each other's work)
compile() {
  local preset=$1
  shift
  flock "build/$preset.lock" cmake --build "build/$preset" --target "$@" >&2 || die "building $* ($preset) failed; the errors are above"
}

build_native() {
  ensure_packages "${packages_native[@]}"
  configure native-release
  compile native-release "$@"
}

build_debug() {
  ensure_packages "${packages_native[@]}"
  configure native-debug
  compile native-debug "$@"
}

# In a subshell, so that Emscripten's environment reaches no other program. Z3 is built if it is not yet; the engine's
# module alone does without.
build_wasm() (
  ensure_emscripten
  # shellcheck source=wasm/z3/env.sh
  source wasm/z3/env.sh
  FASTSLOW_Z3_ROOT=
  [[ $* == fastslow ]] || FASTSLOW_Z3_ROOT=$(wasm/z3/build.sh --print-root | tail -n 1) || exit 1
  export FASTSLOW_Z3_ROOT
  configure wasm -DFASTSLOW_QUICK_LINK="$quick"
  compile wasm "$@"
)

build_modules() { build_wasm fastslow fastslow-solver; }

build_site() {
  ensure_npm
  # Vite cannot tell that nothing changed, so this does.
  local stamp=build/site.stamp inputs
  inputs=$(find web puzzles models build/wasm/dist package.json package-lock.json ./*.ts ./*.html ./tsconfig*.json \
    \( -name node_modules -o -name __pycache__ \) -prune -o -type f -printf '%p %T@ %s\n' 2>/dev/null | sort | sha256sum) || true
  inputs+=${FASTSLOW_SOLVER_LATER:-}:${FASTSLOW_SITE:-}
  [[ -z ${FASTSLOW_LANGUAGES:-} ]] || inputs+=$(cat "$FASTSLOW_LANGUAGES"/*.json | sha256sum)
  [[ ! -f build/site/index.html || ! -f $stamp || $(<"$stamp") != "$inputs" ]] || return 0
  rm -f "$stamp"
  npm run --silent build >&2 || die "building the page failed; the errors are above"
  [[ -f build/site/index.html ]] || die "the page's build did not write build/site/index.html"
  printf '%s\n' "$inputs" >"$stamp"
}

command_package() {
  ensure_npm
  build_modules
  build_site
  local folder version
  folder=$("$bin/tsx" web/tools/pack_element.ts)
  printf '%s/%s\n' "${folder%/*}" "$(npm pack --silent --pack-destination "${folder%/*}" "$folder")"
  folder=$("$bin/tsx" web/tools/pack_solver.ts)
  printf '%s/%s\n' "${folder%/*}" "$(npm pack --silent --pack-destination "${folder%/*}" "$folder")"
  # The same bytes for the same site, whoever packs it and when.
  version=$(node -p 'require("./package.json").version')
  tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - -C build/site . | gzip -9n >"${folder%/*}/fastslow-site-$version.tar.gz"
  printf '%s/%s\n' "${folder%/*}" "fastslow-site-$version.tar.gz"
}
