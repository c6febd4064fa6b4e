# shellcheck shell=bash
# What all files here share.

bin=node_modules/.bin
# shellcheck source=wasm/z3/cache.sh
source wasm/z3/cache.sh
cache=$FASTSLOW_CACHE

say() { printf '%s\n' "$*" >&2; }
die() { say "dev: $*"; exit 1; }

free_mb() { df -Pm "$1" | awk 'NR == 2 { print $4 }'; }
