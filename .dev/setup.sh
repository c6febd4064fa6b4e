# shellcheck shell=bash
# What a command needs before it can start: Debian packages, Emscripten, Node, the npm packages.

packages_native=(cmake ninja-build g++ ccache libcli11-dev libz3-dev nlohmann-json3-dev libgtest-dev libbenchmark-dev)
packages_fuzz=(clang libclang-rt-dev)
packages_wasm=(cmake ninja-build ccache python3 dpkg-dev libz3-dev nlohmann-json3-dev googletest)
packages_browser=(chromium-headless-shell fonts-noto-cjk)
packages_browsers=(firefox-esr webkit2gtk-driver xvfb fonts-noto-cjk)
packages_models=(python3-torch python3-onnx libopenblas0-pthread)
packages_interop=(sgt-puzzles minizinc flatzinc python3)
packages_lint=(clang clang-format clang-tidy shellcheck black flake8 mypy python3)

# Shows apt's machine-readable progress ("kind:package:percent:text") as it changes by ten per cent.
show_apt_progress() {
  local kind percent next=0 last=
  while IFS=: read -r kind _ percent _; do
    percent=${percent%%.*}
    [[ $kind == "$last" ]] || next=0 last=$kind
    if [[ $kind =~ ^(dl|pm)status$ && $percent =~ ^[0-9]+$ ]] && ((percent >= next)); then
      say "  $([[ $kind == dlstatus ]] && echo downloading || echo installing), $percent %"
      next=$((percent + 10))
    fi
  done
}

# Installs those of the named Debian packages that are missing; instant when none is.
ensure_packages() {
  local missing sudo=() need=1000 log=build/apt.log
  mapfile -t missing < <(comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  ((${#missing[@]})) || return 0
  say "installing Debian packages: ${missing[*]}"
  if ((EUID != 0)); then
    command -v sudo >/dev/null || die "Debian packages are missing and there is no sudo. As root, run: apt-get install ${missing[*]}"
    sudo=(sudo)
  fi
  [[ " ${missing[*]} " =~ \ (emscripten|chromium-headless-shell|firefox-esr|python3-torch)\  ]] && need=3000
  (($(free_mb /) >= need)) || die "the disk is nearly full: $(free_mb /) MB are free, the packages need about $need MB. Free some and run this again."
  mkdir -p build
  say "  reading the package lists"
  "${sudo[@]}" apt-get -q update >"$log" 2>&1 ||
    die "could not read Debian's package lists; check the network and apt's sources (details: $log), then run this again."
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
    -o APT::Status-Fd=3 "${missing[@]}" 3> >(show_apt_progress) >>"$log" 2>&1 ||
    die "could not install the Debian packages; check the network and the free space (details: $log), then run this again."
}

ensure_emscripten() {
  if command -v emcc >/dev/null; then
    ensure_packages "${packages_wasm[@]}"
  else
    ensure_packages "${packages_wasm[@]}" emscripten
  fi
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

ensure_node() {
  node_is_new_enough && return
  local offered found
  offered=$(apt-cache policy nodejs 2>/dev/null | sed -nE 's/.*Candidate: ([0-9]+).*/\1/p')
  if ! command -v node >/dev/null && ((${offered:-0} > 20)); then
    ensure_packages nodejs npm
    node_is_new_enough && return
  fi
  found=$(node --version 2>/dev/null || echo none)
  die "Node 20.19 or newer with npm is needed (found: $found; this Debian's own is version ${offered:-unknown}). Install it from the Node.js project or with a version manager, then run this again."
}

ensure_npm() {
  ensure_node
  local stamp=node_modules/.fastslow-stamp hash
  hash=$(cat package-lock.json .npmrc | sha256sum)
  [[ ! -f $stamp || $(<"$stamp") != "$hash" ]] || return 0
  (($(free_mb .) >= 600)) || die "the disk is nearly full: $(free_mb .) MB are free, the npm packages need about 600 MB."
  say "installing $(grep -c '"integrity"' package-lock.json) npm packages"
  mkdir -p build
  npm ci --ignore-scripts >build/npm.log 2>&1 || {
    tail -n 5 build/npm.log >&2
    die "could not install the npm packages; check the network and npm's registry setting (details: build/npm.log), then run this again."
  }
  printf '%s\n' "$hash" >"$stamp"
}
