#!/usr/bin/env bash
# SPDX-FileCopyrightText: Bangban Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and starts the server with sample data, the desk of a demo agent and the citizen's
# page. Without a display it lets a scripted citizen ask and a scripted agent answer, and prints where the pictures
# are. Ctrl+C ends everything.
#
#   packaging/run.sh [--data FOLDER] [--port PORT] [--demo-now TIME] [--no-desk]
set -euo pipefail
cd "$(dirname "$0")/.."

data="${XDG_DATA_HOME:-$HOME/.local/share}/bangban-demo"
port=8420
extra=()
desk=yes
while [ $# -gt 0 ]; do
  case "$1" in
    --data) data="$2"; shift 2 ;;
    --port) port="$2"; shift 2 ;;
    --demo-now) extra+=(--demo-now "$2"); shift 2 ;;
    --no-desk) desk=no; shift ;;
    *) sed -n '5,9p' "$0"; exit 2 ;;
  esac
done

packaging/packages.sh build run
if [ ! -e build/release/build.ninja ]; then cmake --preset release >/dev/null; fi
echo "Building; the first time takes some minutes"
log=build/release/build.log
cmake --build --preset release --target bangban-server bangban-desk bangban-admin >"$log" 2>&1 || { tail -n 40 "$log"; exit 1; }

mkdir -p -m 700 "$data"
mkdir -p "$data/server"
exec 9>"$data/lock"
flock -n 9 || { echo "It runs already with $data; end that one first, or choose another --data" >&2; exit 1; }
if [ ! -e "$data/cert.pem" ]; then
  # For a phone on the same network: camera and microphone need https. The browser will ask once.
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=bangban-demo" \
    -keyout "$data/key.pem" -out "$data/cert.pem" 2>/dev/null
fi

children=()
finish() {
  trap - EXIT INT TERM
  for pid in "${children[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
}
trap finish EXIT
trap 'exit 130' INT TERM

secure=$((port + 23))
log="$data/server.log"
said="$data/server.out"
: >"$said"
build/release/bin/bangban-server --data "$data/server" --port "$port" --demo "${extra[@]}" \
  --tls-port "$secure" --tls-cert "$data/cert.pem" --tls-key "$data/key.pem" >"$said" 2>"$log" &
server=$!
children+=("$server")
for _ in $(seq 200); do
  grep -q '^listening' "$said" && break
  kill -0 "$server" 2>/dev/null || { echo "The server did not start:" >&2; tail -n 5 "$log" >&2; exit 1; }
  sleep 0.05
done
grep -q '^listening' "$said" || { echo "The server did not start in 10 s; see $log" >&2; exit 1; }

address=$(hostname -I 2>/dev/null | awk '{print $1}')
echo
echo "Citizen's page   http://127.0.0.1:$port/    (on a phone: https://${address:-127.0.0.1}:$secure/)"
echo "An item chosen   http://127.0.0.1:$port/help?item=IT004&step=3&field=capital"
echo "Demo accounts    (示例; password in the second column)"
sed -n 's/^account /  /p' "$said"
echo "Record           $data/server    log $log"
echo "Ctrl+C ends everything."
echo

if [ "$desk" = no ]; then
  wait "$server"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  BANGBAN_PROFILE=demo build/release/bin/bangban-desk --server "ws://127.0.0.1:$port/ws" --login sample001 &
  children+=("$!")
  wait "$!"
else
  echo "There is no display: a scripted citizen asks and a scripted agent answers on a virtual one."
  (cd tests/web && npm ci --loglevel=error --no-audit --no-fund)
  BANGBAN_URL="http://127.0.0.1:$port" BANGBAN_BIN="$PWD/build/release/bin" node tests/e2e/story.mjs
  echo "Pictures of both sides: $PWD/build/shots/e2e-*.png"
  if [ -t 0 ]; then wait "$server"; fi
fi
