# shellcheck shell=bash
# Sourced by whatever runs Emscripten here (./dev, build.sh): where things are kept, and the settings without which
# the distribution's Emscripten does not run everywhere.

# shellcheck source=wasm/z3/cache.sh
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"

# Its JavaScript optimiser needs acorn, which Debian keeps where only Debian's own Node looks for it.
if [[ -d /usr/share/nodejs/acorn ]]; then
  export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
fi

# Debian's emcc runs whatever python3 comes first; a version manager's stand-in costs tenths of a second a file.
if [[ -x /usr/bin/python3 ]]; then
  export EMSDK_PYTHON=${EMSDK_PYTHON:-/usr/bin/python3}
fi

if command -v emcc >/dev/null; then
  # The presets find the CMake toolchain file here.
  FASTSLOW_EMSCRIPTEN=$(dirname "$(readlink -f "$(command -v emcc)")")
  export FASTSLOW_EMSCRIPTEN
  # A distribution ships the system libraries ready-made ("frozen"). Any other Emscripten compiles them on first
  # use, which without root cannot be into its own folder.
  if [[ -z ${EM_CACHE:-} && ! -w $FASTSLOW_EMSCRIPTEN/cache && $(em-config FROZEN_CACHE) != True ]]; then
    export EM_CACHE=$FASTSLOW_CACHE/emscripten
  fi
fi
