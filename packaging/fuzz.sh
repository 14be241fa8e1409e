#!/usr/bin/env bash
# SPDX-FileCopyrightText: Bangban Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the fuzz targets and lets each run for a while, from the kept corpus on. Usage: fuzz.sh [SECONDS_PER_TARGET]
# (60), with KEEP=1 the corpus in tests/fuzz/corpus is renewed from what was reached, as few and small inputs as do.
# FUZZ_TARGETS="message http" runs these only; FUZZ_EXECUTIONS=10000000 ends a target once it has run so often. A finding
# lies in build/fuzz/findings; with one the script fails.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
[[ "$seconds" =~ ^[1-9][0-9]*$ ]] || { echo "fuzz.sh: seconds per target, not '$seconds'" >&2; exit 2; }
read -ra targets <<<"${FUZZ_TARGETS:-message chunk http import cursor desk calendar routing}"
packaging/packages.sh build fuzz
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz

work=build/fuzz
mkdir -p "$work/findings" "$work/logs"
# A record that a target opens lies in memory where the system has such a place.
[ -d /dev/shm ] && export TMPDIR=/dev/shm
failed=0
printf '%-10s %12s %8s %8s\n' target executions seconds findings
for target in "${targets[@]}"; do
  kept=tests/fuzz/corpus/$target reached=$work/reached/$target log=$work/logs/$target.log
  mkdir -p "$reached"
  begin=$(date +%s)
  status=0
  nice "$work/tests/fuzz_$target" -max_total_time="$seconds" -runs="${FUZZ_EXECUTIONS:--1}" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$work/findings/$target-" "$reached" "$kept" >"$log" 2>&1 || status=$?
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  findings=$(find "$work/findings" -name "$target-*" | wc -l)
  [ "$status" -ne 0 ] && [ "$findings" -eq 0 ] && findings="exit $status, see $log"
  printf '%-10s %12s %8s %8s\n' "$target" "${executions:--}" "$(($(date +%s) - begin))" "$findings"
  [ "$findings" = 0 ] || failed=1
  if [ "${KEEP:-0}" = 1 ] && [ "$status" -eq 0 ]; then
    fresh=$(mktemp -d "$work/merge.XXXXXX")
    "$work/tests/fuzz_$target" -merge=1 "$fresh" "$kept" "$reached" >>"$log" 2>&1
    rm -rf "$kept" && mv "$fresh" "$kept" && chmod 755 "$kept"
  fi
done
exit "$failed"
