#!/usr/bin/env bash
# Builds the parts of Z3 that we use (../README.md) as a static WebAssembly library from the Debian source package,
# once, into a cache outside the checkout. Takes three to four minutes on two cores; an interrupted build goes on
# where it stopped.
#
#   wasm/z3/build.sh               build if needed
#   wasm/z3/build.sh --print-root  the same; the last line of standard output is the library's folder,
#                                  which holds lib/libz3.a and include/z3++.h
#   wasm/z3/build.sh --is-built    only tells, by its exit status, whether there is nothing left to do
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=wasm/z3/env.sh
source "$here/env.sh"

# The cache key is made of these and of the files in `parts`: whatever changes the library has to be in one of them.
flags=(-fwasm-exceptions -msimd128)
options=(
  -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-Os -DNDEBUG"
  -DZ3_BUILD_LIBZ3_SHARED=OFF -DZ3_SINGLE_THREADED=ON
  -DZ3_BUILD_EXECUTABLE=OFF -DZ3_BUILD_TEST_EXECUTABLES=OFF -DZ3_ENABLE_EXAMPLE_TARGETS=OFF
  -DZ3_BUILD_PYTHON_BINDINGS=OFF -DZ3_INCLUDE_GIT_HASH=OFF -DZ3_INCLUDE_GIT_DESCRIBE=OFF
)
parts=("$here"/parts.cmake "$here"/left_out.cpp "$here"/patches/*.patch)

say() { printf '%s\n' "z3: $*" >&2; }

# die STEP ADVICE: names the failed step; a full disk explains most failures better than the step's own advice.
die() {
  say "failed while $1."
  local free_mb
  free_mb=$(df -Pm "$FASTSLOW_CACHE" 2>/dev/null | awk 'NR == 2 { print $4 }')
  if [[ -n $free_mb && $free_mb -lt 100 ]]; then
    say "The disk that holds $FASTSLOW_CACHE is full ($free_mb MB free). Free 200 MB, or set FASTSLOW_CACHE to a roomier folder, then run this again."
  else
    say "$2"
  fi
  exit 1
}

need() { command -v "$1" >/dev/null || die "looking for $1" "Install the Debian package '$2' (./dev does), then run this again."; }

# The browser is to run the version that the native build links, so libz3-dev decides which source to fetch.
source_version() {
  local version
  # shellcheck disable=SC2016  # the field is dpkg's, not the shell's
  version=$(dpkg-query -W -f '${source:Version}' libz3-dev 2>/dev/null) || version=
  [[ -n $version ]] || version=$(apt-cache show --no-all-versions libz3-dev 2>/dev/null | awk '/^Version:/ { print $2; exit }')
  [[ -n $version ]] || die "looking for Z3's version" "Install the Debian package 'libz3-dev' (./dev does), then run this again."
  printf '%s' "$version"
}

# Writes the machine's own Debian entries, as source entries, into folder $1, whichever of apt's two formats they
# are in. Other vendors' repositories are left out: one of them being down must not stop us.
write_apt_sources() {
  local codename file words list parts
  eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  words="(^|[[:space:]])(${codename:-stable}|stable)(-updates|-security|/updates)?([[:space:]]|\$)"
  for file in "$list" "$parts"/*.list; do
    [[ -r $file ]] || continue
    sed -nE 's/^[[:space:]]*deb[[:space:]]/deb-src /p' "$file" | grep -E "$words" | grep -E '[[:space:]]main([[:space:]]|$)' \
      >>"$1/debian.list" || true
  done
  for file in "$parts"/*.sources; do
    [[ -r $file ]] || continue
    awk -v RS= -v ORS='\n\n' -v words="$words" \
      'match($0, /(^|\n)Suites:[^\n]*/) && substr($0, RSTART, RLENGTH) ~ words && /(^|\n)Components:[^\n]*main/' "$file" |
      sed -E 's/^Types:.*/Types: deb-src/' >>"$1/debian.sources"
  done
  [[ -n $(cat "$1"/debian.* 2>/dev/null) ]] ||
    die "looking for Debian's archive among apt's sources" "No entry in $list or $parts names this Debian release; add one, then run this again."
}

# Unpacks the patched source into $1/source. Runs apt with folders of its own: it neither needs root nor changes /etc.
fetch_source() {
  local work=$1 apt=$1/apt patch
  rm -rf "$apt" "$work/unpack" "$work/source"
  mkdir -p "$apt"/{sources.d,lists/partial,archives/partial} "$work/unpack"
  write_apt_sources "$apt/sources.d"
  cat >"$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$apt/sources.d";
Dir::State::lists "$apt/lists";
Dir::Cache "$apt";
Dir::Cache::archives "$apt/archives";
APT::Update::Error-Mode "any";
CONF
  # As root, apt would hand downloads to a user who cannot see these folders.
  ((EUID != 0)) || echo 'APT::Sandbox::User "root";' >>"$apt/apt.conf"

  say "step 1 of 3: fetching the source of Z3 $version"
  apt-get -q -c "$apt/apt.conf" update >"$work/fetch.log" 2>&1 ||
    die "fetching the list of source packages" "Check the network and the proxy settings of apt (details: $work/fetch.log), then run this again."
  (cd "$work/unpack" && apt-get -q -c "$apt/apt.conf" source "z3=$version") >>"$work/fetch.log" 2>&1 ||
    die "fetching the source package z3 $version" "Check the network (details: $work/fetch.log), then run this again. If the archive no longer has this version, upgrade libz3-dev first."
  for patch in "$here"/patches/*.patch; do
    patch -s -p1 -d "$work"/unpack/z3-*/ <"$patch" >>"$work/fetch.log" 2>&1 ||
      die "applying $(basename "$patch")" "The patch does not fit Z3 $version (details: $work/fetch.log)."
  done
  cp "$here"/parts.cmake "$here"/left_out.cpp "$work"/unpack/z3-*/
  rm -rf "$apt"
  mv "$work"/unpack/z3-*/ "$work/source"
}

# Copies ninja's "n/total" lines to the log and shows them: in place on a terminal, otherwise every twentieth.
show_progress() {
  local line count total next=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    [[ $line =~ ^@([0-9]+)/([0-9]+) ]] || continue
    count=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
    if [[ -t 2 ]]; then
      printf '\rz3: step 3 of 3: compiling, %d of %d ' "$count" "$total" >&2
    elif ((count >= next)); then
      say "step 3 of 3: compiling, $count of $total"
      next=$((count + (total + 19) / 20))
    fi
  done
  [[ ! -t 2 ]] || printf '\n' >&2
}

build() {
  local work=$1 root=$2
  [[ -d $work/source ]] || fetch_source "$work"

  say "step 2 of 3: configuring"
  if [[ ! -f $work/build/build.ninja ]]; then
    rm -rf "$work/build"
    # The prefix map keeps this folder's name out of the library.
    emcmake cmake -S "$work/source" -B "$work/build" -G Ninja "${options[@]}" \
      -DCMAKE_CXX_FLAGS="${flags[*]} -ffile-prefix-map=$work/source=z3" \
      -DCMAKE_INSTALL_LIBDIR=lib -DPYTHON_EXECUTABLE="$(command -v python3)" >"$work/configure.log" 2>&1 ||
      die "configuring Z3 with Emscripten" "See the end of $work/configure.log."
  fi

  say "step 3 of 3: compiling (three to four minutes on two cores)"
  : >"$work/compile.log"
  NINJA_STATUS='@%f/%t ' ninja -C "$work/build" libz3 2>&1 | show_progress "$work/compile.log" || {
    grep -A 20 -m 1 -E '^FAILED|fatal|ninja: error' "$work/compile.log" >&2 || tail -n 20 "$work/compile.log" >&2
    die "compiling Z3" "The lines above are the end of $work/compile.log. Running this again goes on from here."
  }
  rm -rf "$work/install"
  cmake --install "$work/build" --prefix "$work/install" >"$work/install.log" 2>&1 ||
    die "copying the finished library" "See $work/install.log."
  [[ -f $work/install/lib/libz3.a && -f $work/install/include/z3++.h ]] ||
    die "looking for the finished library" "It is not where it was expected; see $work/install.log."
  # A rename is all or nothing, so the folder is complete whenever it exists.
  mv "$work/install" "$root" || die "moving the finished library to $root" "Check that the folder can be written to."
  rm -rf "$work"
}

[[ $# -eq 0 || $* =~ ^--(print-root|is-built)$ ]] || { echo "usage: $0 [--print-root|--is-built]" >&2; exit 2; }
need emcc emscripten
version=$(source_version)
key=$({ printf '%s\n' "$version" "${flags[@]}" "${options[@]}"; emcc --version | sed -n 1p; cat "${parts[@]}"; } | sha256sum | cut -c 1-16)
root=$FASTSLOW_CACHE/z3-wasm-$key

if [[ $* == --is-built ]]; then
  [[ -f $root/lib/libz3.a ]] || exit 1
  exit 0
fi

if [[ ! -f $root/lib/libz3.a ]]; then
  need ninja ninja-build
  need cmake cmake
  need dpkg-source dpkg-dev
  need python3 python3
  need flock util-linux
  work=$FASTSLOW_CACHE/z3-work-$key
  mkdir -p "$work" || die "making $work" "Set FASTSLOW_CACHE to a folder that can be written to."
  exec 9>"$FASTSLOW_CACHE/z3-work-$key.lock"
  flock -n 9 || { say "another build of the same library is running; waiting for it"; flock 9; }
  if [[ ! -f $root/lib/libz3.a ]]; then
    mkdir -p "$work"
    free_mb=$(df -Pm "$work" | awk 'NR == 2 { print $4 }')
    ((free_mb >= 200)) || say "only $free_mb MB are free in $FASTSLOW_CACHE; the build takes about 200 MB"
    build "$work" "$root"
    say "done: $root"
  fi
fi
[[ $* != --print-root ]] || printf '%s\n' "$root"
