#!/usr/bin/env bash
# SPDX-FileCopyrightText: Bangban Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A private PostgreSQL cluster for tests, on a free port of the loopback address, gone with its folder.
# Usage: postgresql.sh start|crash|restart|promote|stop FOLDER, or standby FOLDER PRIMARY (a synchronous one, with the
# primary's folder). After start or standby FOLDER/url holds where it listens.
set -euo pipefail
action=$1 folder=$2
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$programs" ] || { echo "postgresql.sh: no PostgreSQL server here; packaging/packages.sh installs it" >&2; exit 1; }

# The server refuses to run as root; as root it runs as the user of Debian's package.
as_owner=()
[ "$(id -u)" -ne 0 ] || as_owner=(runuser -u postgres --)
owned() { (cd / && "${as_owner[@]}" "$@"); }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
control() { owned "$programs/pg_ctl" -D "$(cat "$folder/where")/data" "$@" >/dev/null; }
begin() { # with the port as the place to listen at
  local where; where=$(cat "$folder/where")
  control -w -l "$where/log" -o "-p $1 -k $where -c listen_addresses=127.0.0.1 -c max_connections=100 -c max_wal_size=128MB" start
  echo "postgresql://bangban@127.0.0.1:$1" > "$folder/url"
}
make_place() {
  if [ -f "$folder/where" ]; then "$0" stop "$folder"; fi # of a run that was cut off
  mkdir -p "$folder"
  owned mktemp -d /tmp/bangban-postgresql-XXXXXX > "$folder/where"
}

case "$action" in
  start)
    make_place
    owned "$programs/initdb" -D "$(cat "$folder/where")/data" -A trust -U bangban -E UTF8 --locale=C.UTF-8 >/dev/null
    begin "$(free_port)"
    ;;
  standby)
    make_place
    primary=$(cat "$3/url")
    owned "$programs/pg_basebackup" -d "$primary" -D "$(cat "$folder/where")/data" -R -X stream -c fast
    echo "primary_conninfo = '$primary/postgres?application_name=standby'" | owned tee -a "$(cat "$folder/where")/data/postgresql.auto.conf" >/dev/null
    begin "$(free_port)"
    # From now on what is acknowledged is on both.
    psql -q "$primary/postgres" -c "ALTER SYSTEM SET synchronous_standby_names = 'standby'" -c "SELECT pg_reload_conf()" >/dev/null
    ;;
  crash) control -m immediate stop ;;
  restart) port=$(sed 's/.*://' "$folder/url"); begin "$port" ;;
  promote) control -w promote ;;
  stop)
    [ -f "$folder/where" ] || exit 0
    control -m immediate stop 2>/dev/null || true # it may be gone already
    owned rm -rf "$(cat "$folder/where")"
    rm -rf "$folder"
    ;;
  *) echo "Usage: postgresql.sh start|crash|restart|promote|stop FOLDER, or standby FOLDER PRIMARY" >&2; exit 2 ;;
esac
