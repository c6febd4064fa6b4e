# shellcheck shell=bash
# ./dev serve and ./dev build

step_set_up_wasm() { ensure_npm; ensure_emscripten; wasm/z3/build.sh; }
step_modules() { build_modules; }
step_site() { build_site; }

# The same without the solver's module, which waits for Z3 (web/build/solver_later.ts).
step_set_up_early() { ensure_npm; ensure_emscripten; }
step_early_module() { build_wasm fastslow; }
step_early_site() { FASTSLOW_SOLVER_LATER=1 build_site; }

# serve_site PORT
# A new build shows at once: browsers ask this server for pages before they take what an earlier visit has kept
# (web/src/offline), and all other files are named by their hash.
# The server obeys these two variables before its options.
serve_site() {
  exec env -u HOST -u PORT "$bin/sirv" build/site --host localhost --port "$1" --dev --quiet
}

# Shows the page with System 1 and goes on with Z3 meanwhile.
serve_early() {
  local port=$1 server status
  run_steps step set_up_early early_module early_site
  serve_site "$port" &
  server=$!
  # shellcheck disable=SC2064  # this very process
  trap "kill $server" EXIT
  say ""
  printf 'Fastslow is at http://localhost:%s  (Ctrl+C stops it). System 2 is still being built; until this window says so, you and System 1 play without it.\n' "$port"
  # Not itself a condition: see run_steps.
  set +e
  (run_steps step set_up_wasm modules site)
  status=$?
  set -e
  if ((status == 0)); then
    cp build/wasm/dist/fastslow-solver.{mjs,wasm} build/site/assets/ # where the page that is open looks for it
    say ""
    printf 'System 2 is ready at http://localhost:%s: reload the page, or press "Try again" there.\n' "$port"
  else
    say "The page goes on without System 2. Running ./dev serve again goes on from here."
  fi
  wait "$server"
}

command_serve() {
  local port=8080
  while (($#)); do
    case $1 in
      --port) port=${2:-}; shift $(($# > 1)) ;;
      --port=*) port=${1#*=} ;;
      *) die "serve does not know '$1'; try ./dev help" ;;
    esac
    shift
  done
  [[ $port =~ ^[1-9][0-9]{0,4}$ && $port -lt 65536 ]] || die "'$port' is not a port number"
  ! (exec 3<>"/dev/tcp/localhost/$port") 2>/dev/null ||
    die "port $port is taken by another program. Stop it, or choose another port: ./dev serve --port $((port < 65535 ? port + 1 : 8080))"
  if command -v emcc >/dev/null && wasm/z3/build.sh --is-built 2>/dev/null; then
    run_steps step set_up_wasm modules site
    say ""
    printf 'Fastslow is at http://localhost:%s  (Ctrl+C stops it)\n' "$port"
    serve_site "$port"
  else
    serve_early "$port"
  fi
}

command_build() {
  case ${1:-web} in
    native) build_native fastslow; echo "$PWD/build/native-release/engine/fastslow" ;;
    debug) build_debug fastslow fastslow_tests; echo "$PWD/build/native-debug/engine/fastslow" ;;
    wasm) build_modules; echo "$PWD/build/wasm/dist" ;;
    web) run_steps step set_up_wasm modules site; echo "$PWD/build/site" ;;
    *) die "build does not know '$1'; try ./dev help" ;;
  esac
}
