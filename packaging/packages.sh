#!/usr/bin/env bash
# SPDX-FileCopyrightText: Bangban Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what Debian 12 lacks for building, running or testing. Usage: packages.sh build|run|test|fuzz|deb …
# Says what it installs, asks for sudo only when something is missing and the caller is not root.
set -euo pipefail

build=(build-essential cmake ninja-build ccache pkg-config git
  qt6-base-dev qt6-websockets-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6
  libqt6sql6-sqlite libqt6sql6-psql libsqlite3-dev
  libsodium-dev libexpected-dev rapidjson-dev libmimalloc-dev libxcb1-dev libxcb-keysyms1-dev libboost1.81-dev qtkeychain-qt6-dev librapidcheck-dev libqrencode-dev libicu-dev zlib1g-dev libxapian-dev libdtl-dev libzip-dev)
run=(fonts-noto-cjk fonts-noto-color-emoji qt6-translations-l10n openssl xvfb xauth chromium
  xdotool xclip imagemagick fcitx5-frontend-qt6)
test=(at-spi2-core dbus dbus-x11 postgresql-15 libfaketime)
fuzz=(clang)
deb=(dpkg-dev debhelper lintian debootstrap systemd systemd-container openssl desktop-file-utils)

wanted=()
for group in "$@"; do
  case "$group" in
    build) wanted+=("${build[@]}") ;;
    run) wanted+=("${run[@]}") ;;
    test) wanted+=("${test[@]}") ;;
    fuzz) wanted+=("${fuzz[@]}") ;;
    deb) wanted+=("${deb[@]}") ;;
    *) echo "packages.sh: unknown group '$group' (build, run, test, fuzz, deb)" >&2; exit 2 ;;
  esac
done

is_installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }
missing=()
# A machine may have Node from elsewhere, which Debian's npm would conflict with.
command -v npm >/dev/null || wanted+=(nodejs npm)
for package in "${wanted[@]}"; do is_installed "$package" || missing+=("$package"); done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "These packages are missing and sudo is not there; ask an administrator: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing from Debian: ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
