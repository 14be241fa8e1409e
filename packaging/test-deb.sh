#!/usr/bin/env bash
# SPDX-FileCopyrightText: Bangban Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the packages and tries them in a clean Debian 12: lintian, installation, the confined service, backup, a crash,
# an upgrade, purge. Boots a real systemd in systemd-nspawn; where that cannot be done, or with BANGBAN_NO_BOOT=1, the
# server is started from the words of its unit. Needs root, takes at most an hour, leaves nothing but a cache.
#
#   sudo packaging/test-deb.sh
set -euo pipefail
[ "$(id -u)" -eq 0 ] || { echo "test-deb.sh: debootstrap and chroot need root; run it with sudo" >&2; exit 2; }
[ -n "${BANGBAN_TEST_DEB:-}" ] || BANGBAN_TEST_DEB=1 exec timeout --kill-after=60 60m "$0"
cd "$(dirname "$0")/.."

mirror=${DEBIAN_MIRROR:-http://deb.debian.org}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/bangban-deb
port=18420
packaging/packages.sh deb
work=$(mktemp -d /var/tmp/bangban-deb.XXXXXX)
root=$work/root
container= # process of systemd-nspawn
leader=    # systemd in it
server=    # the server, without systemd
desk=

say() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
# within SECONDS COMMAND…: asks again until it is so.
within() {
  local end=$((SECONDS + $1)); shift
  until "$@" 2>/dev/null; do
    [ "$SECONDS" -lt "$end" ] || fail "not in time: $*"
    sleep 0.1
  done
}
is_gone() { ! kill -0 "$1"; }

finish() {
  local code=$?
  trap - EXIT
  for pid in "$desk" "$server" "$container"; do [ -z "$pid" ] || kill "$pid" 2>/dev/null || true; done
  # nspawn answers the first TERM with an orderly shutdown and the second with an end.
  [ -z "$container" ] || { timeout 20 tail --pid="$container" -f /dev/null || kill "$container" || true; }
  wait 2>/dev/null || true
  for inner in var/cache/apt/archives dev/pts proc; do
    if mountpoint -q "$root/$inner"; then umount "$root/$inner"; fi
  done
  rm -rf --one-file-system "$work"
  if [ "$code" -eq 0 ]; then echo "Everything passed."; else echo "test-deb.sh: failed with $code" >&2; fi
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs in the clean Debian, in its own processes and network if it is booted.
inside() {
  if [ -n "$leader" ]; then
    nsenter --target "$leader" --mount --uts --ipc --net --pid --root --wd=/ -- "${clean[@]}" "$@"
  else
    chroot "$root" "${clean[@]}" "$@"
  fi
}
clean=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
apt() { inside apt-get -qq -y "$@" >"$work/apt.log" 2>&1 || { tail -n 30 "$work/apt.log" >&2; fail "apt-get $*"; }; }
admin() { inside runuser -u bangban -- bangban-admin --data /var/lib/bangban "$@"; }
health() { inside bash -c "exec 3<>/dev/tcp/127.0.0.1/$port && printf 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n' >&3 && cat <&3"; }
is_up() { health | grep -q '"ok":true'; }
has_connections() { health | grep -q "\"connections\":$1,"; }

# The service, by systemd or, without one, by what the unit says.
service() {
  local unit=$root/lib/systemd/system/bangban-server.service
  if [ -n "$leader" ]; then
    inside systemctl "$1" bangban-server.service
  elif [ "$1" = start ]; then
    (
      set -a
      eval "$(sed -n 's/^Environment=//p' "$unit" | tr ' ' '\n')"
      . "$root/etc/default/bangban-server"
      eval "exec chroot --userspec=bangban:bangban '$root' $(sed -n 's/^ExecStart=//p' "$unit")"
    ) >"$work/server.log" 2>&1 &
    server=$!
  else
    kill "$server"
    within 20 is_gone "$server"
    server=
  fi
}
main_pid() { if [ -n "$leader" ]; then inside systemctl show -P MainPID bangban-server; else echo "$server"; fi; }
is_restarted() { local pid; pid=$(main_pid); [ "$pid" != 0 ] && [ "$pid" != "$1" ] && is_up; }

say "making two revisions of the packages"
packaging/make-deb.sh "$work/packages"
BANGBAN_REVISION=2 packaging/make-deb.sh "$work/packages"
version=$(sed -n 's/^project(bangban VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

say "lintian"
lintian --allow-root --fail-on error,warning "$work"/packages/*_"$version"-1_amd64.deb

say "a clean Debian 12"
if [ ! -e "$cache/bookworm.tar.gz" ]; then
  mkdir -p "$cache/archives/partial"
  debootstrap --variant=minbase --include=systemd-sysv,dbus,procps bookworm "$work/base" "$mirror/debian" >"$work/debootstrap.log" \
    || { tail -n 20 "$work/debootstrap.log" >&2; fail debootstrap; }
  tar -C "$work/base" --numeric-owner -czf "$cache/bookworm.tar.gz.part" .
  mv "$cache/bookworm.tar.gz.part" "$cache/bookworm.tar.gz"
fi
mkdir -p "$root"
tar -C "$root" --numeric-owner -xzf "$cache/bookworm.tar.gz"
cat >"$root/etc/apt/sources.list" <<EOF
deb $mirror/debian bookworm main
deb $mirror/debian bookworm-updates main
deb $mirror/debian-security bookworm-security main
EOF
# Proxy and the like as on this machine.
apt-config dump | grep -E '^Acquire::(http|https|Check|Retries)' >"$root/etc/apt/apt.conf.d/90host" || true
echo 'Binary::apt-get::APT::Keep-Downloaded-Packages "true";' >"$root/etc/apt/apt.conf.d/91cache"
rm -f "$root/etc/apt/apt.conf.d/docker-clean"
cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount --bind "$cache/archives" "$root/var/cache/apt/archives"
cp -r "$work/packages" "$root/root/packages"
apt update
apt full-upgrade

say "installing bangban-server and bangban-desk"
apt install "/root/packages/bangban-server_$version-1_amd64.deb" "/root/packages/bangban-desk_$version-1_amd64.deb" nginx-light
[ "$(inside stat -c '%a %U' /var/lib/bangban)" = "700 bangban" ] || fail "the data folder's rights"
for program in bangban-server bangban-admin bangban-desk; do
  said=$(inside "$program" --version)
  echo "$said"
  [ "$said" = "$program $version" ] || fail "$program says '$said'"
done
desktop-file-validate "$root/usr/share/applications/bangban-desk.desktop"

say "systemd-analyze"
said=$(inside systemd-analyze verify --man=no bangban-server.service bangban-backup.service bangban-backup.timer 2>&1) || fail "$said"
[ -z "$said" ] || fail "$said"
for unit in bangban-server bangban-backup; do
  inside systemd-analyze security --offline=true --threshold=20 "$unit.service" --no-pager | tail -n 1
done

say "the nginx example"
mkdir -p "$root/etc/ssl/private"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=desk.example \
  -keyout "$root/etc/ssl/private/desk.example.key.pem" -out "$root/etc/ssl/private/desk.example.chain.pem" 2>"$work/openssl.log" || { cat "$work/openssl.log" >&2; fail openssl; }
sed "s/127.0.0.1:8420/127.0.0.1:$port/" "$root/usr/share/doc/bangban-server/examples/nginx.conf" >"$root/etc/nginx/sites-enabled/bangban"
inside nginx -t -q

say "the service"
sed -i "s/^#BANGBAN_PORT=.*/BANGBAN_PORT=$port/; s/^#BANGBAN_KEEP=.*/BANGBAN_KEEP=2/" "$root/etc/default/bangban-server"
sed -i "s|^;address=.*|address=ws://127.0.0.1:$port/ws|" "$root/etc/xdg/bangban-desk.ini"
inside useradd --create-home clerk
if [ -z "${BANGBAN_NO_BOOT:-}" ]; then
  umount "$root/var/cache/apt/archives" "$root/proc"
  systemd-nspawn --quiet --directory="$root" --machine="bangban-deb-$$" --boot --private-network --register=no --keep-unit \
    --console=pipe --link-journal=no </dev/null >"$work/boot.log" 2>&1 &
  container=$!
  is_booted() {
    leader=$(pgrep --parent "$container") && [[ $(inside systemctl is-system-running) =~ ^(running|degraded)$ ]]
  }
  for _ in $(seq 300); do
    if is_booted 2>/dev/null || ! kill -0 "$container" 2>/dev/null; then break; fi
    sleep 0.1
  done
  if is_booted 2>/dev/null; then
    echo "a real systemd runs: $(inside systemctl --version | head -n 1)"
  else
    echo "systemd-nspawn cannot boot here:"; cat "$work/boot.log"
    kill "$container" 2>/dev/null || true
    wait "$container" || true
    container='' leader=''
    mount -t proc proc "$root/proc"
  fi
fi
if [ -z "$leader" ]; then
  echo "no systemd: the server is started as its unit says, without its confinement"
  service start
fi
within 20 is_up

if [ -n "$leader" ]; then
  say "a page's WebSocket through nginx"
  hello='GET /ws HTTP/1.1\r\nHost: desk.example\r\nOrigin: https://desk.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
  hello+='Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: bangban.v1\r\n\r\n'
  # The line is cut after the first words of the answer, which openssl reports as a failure.
  said=$(printf '%b' "$hello" | nsenter --target "$leader" --net timeout 20 openssl s_client -quiet -connect 127.0.0.1:443 \
    2>"$work/openssl.log" | head -n 1) || true
  echo "$said"
  [[ $said == "HTTP/1.1 101 "* ]] || { cat "$work/openssl.log" >&2; fail "no WebSocket through nginx"; }
  within 20 has_connections 0
fi

say "a desk finds the server by /etc/xdg/bangban-desk.ini"
inside runuser -u clerk -- env QT_QPA_PLATFORM=offscreen HOME=/home/clerk bangban-desk >"$work/desk.log" 2>&1 &
desk=$!
within 20 has_connections 1
inside pkill -TERM -u clerk -x bangban-desk
within 20 is_gone "$desk"
desk=
within 20 has_connections 0

say "data"
service stop
admin password sample066 <<<"a good password"
admin disable sample067
service start
within 20 is_up
admin accounts >"$work/before"
grep -E 'sample06[67]' "$work/before"

say "backup and restore drill"
touch "$root"/var/backups/bangban/bangban-2020010{1,2}T000000Z.db
if [ -n "$leader" ]; then
  inside systemctl is-enabled bangban-backup.timer
  inside systemctl start bangban-backup.service
  inside journalctl --quiet --no-pager --unit=bangban-backup --output=cat | grep -F 'can be restored'
else
  inside runuser -u bangban -- /usr/lib/bangban/backup /var/lib/bangban /var/backups/bangban 2
fi
inside ls -l /var/backups/bangban
[ "$(inside ls /var/backups/bangban | wc -l)" = 2 ] && [ ! -e "$root/var/backups/bangban/bangban-20200101T000000Z.db" ] \
  || fail "not the newest two copies were kept"

if [ -n "$leader" ]; then
  say "a killed server comes back"
  before=$(main_pid)
  inside systemctl kill --signal=KILL bangban-server
  within 20 is_restarted "$before"
fi

say "upgrade to $version-2"
before=$(main_pid)
[ -n "$leader" ] || service stop
apt install "/root/packages/bangban-server_$version-2_amd64.deb" "/root/packages/bangban-desk_$version-2_amd64.deb"
[ -n "$leader" ] || service start
within 20 is_restarted "$before"
[ "$(inside dpkg-query -W -f '${Version}' bangban-server)" = "$version-2" ] || fail "the upgrade"
grep -q "^BANGBAN_PORT=$port" "$root/etc/default/bangban-server" || fail "the upgrade took the settings"
admin accounts >"$work/after"
cmp "$work/before" "$work/after" || fail "the accounts changed"
admin audit-check

say "the newest copy can be put back"
service stop
admin restore "/var/backups/bangban/$(inside ls /var/backups/bangban | tail -n 1)"
service start
within 20 is_up
admin accounts | cmp "$work/before" - || fail "the copy has other accounts"

say "purge"
if [ -n "$leader" ]; then
  inside journalctl --quiet --no-pager --unit=bangban-server --priority=warning --output=cat
else
  service stop
fi
apt purge bangban-server bangban-desk
grep -F 'bangban-server: ' "$work/apt.log"
[ -s "$root/var/lib/bangban/bangban.db" ] || fail "the record went with the package"
for file in etc/default/bangban-server etc/xdg/bangban-desk.ini lib/systemd/system/bangban-server.service usr/bin/bangban-server; do
  [ ! -e "$root/$file" ] || fail "$file stayed"
done
if inside pgrep -x bangban-server; then fail "the server runs on"; fi
