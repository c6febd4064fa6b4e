# shellcheck shell=bash
# ./dev serve and ./dev build

step_set_up_wasm() { ensure_npm; ensure_emscripten; wasm/z3/build.sh; }
step_modules() { build_modules; }
step_site() { build_site; }

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
  run_steps step set_up_wasm modules site
  say ""
  printf 'Fastslow is at http://localhost:%s  (Ctrl+C stops it)\n' "$port"
  # A new build shows at once: browsers ask this server for pages before they take what an earlier visit has kept
  # (web/src/offline), and all other files are named by their hash.
  # The server obeys these two variables before its options.
  exec env -u HOST -u PORT "$bin/sirv" build/site --host localhost --port "$port" --dev --quiet
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
