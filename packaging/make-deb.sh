#!/usr/bin/env bash
# SPDX-FileCopyrightText: Bangban Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes bangban-desk_VERSION_amd64.deb and bangban-server_VERSION_amd64.deb. VERSION is the one of CMakeLists.txt and the
# packages' own revision: 0.1.0-1. DEBFULLNAME and DEBEMAIL name who stands for the packages.
#
#   [BANGBAN_REVISION=1] packaging/make-deb.sh [OUTDIR]          (build/packages unless given)
set -euo pipefail
out=$(realpath -m "${1:-$(dirname "$0")/../build/packages}")
cd "$(dirname "$0")/.."
packaging/packages.sh build deb

version=$(sed -n 's/^project(bangban VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)-${BANGBAN_REVISION:-1}
work=build/deb
stage=$work/stage
rm -rf "$stage"
mkdir -p "$stage" "$out"
cp -r packaging/debian "$stage/debian"
ln -s ../cmake "$stage/cmake"

# The server is open to everybody: all of Debian's hardening. An own build folder keeps the developers' preset as it is.
eval "$(DEB_BUILD_MAINT_OPTIONS=hardening=+all DEB_CXXFLAGS_MAINT_STRIP=-g dpkg-buildflags --export=sh)"
if [ ! -e "$work/cmake/build.ninja" ]; then
  CXXFLAGS="$CPPFLAGS $CXXFLAGS" cmake --preset release -B "$work/cmake" -DBANGBAN_WERROR=OFF >/dev/null
fi
echo "Building $version; the first time takes some minutes"
cmake --build "$work/cmake" --target bangban-server bangban-admin bangban-desk >"$work/build.log" 2>&1 \
  || { tail -n 40 "$work/build.log" >&2; exit 1; }

# The same sources give the same bytes: time is that of the last commit, or of this file outside a clone.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y "$0")}
export SOURCE_DATE_EPOCH
maintainer="${DEBFULLNAME:-Bangban Desk contributors} <${DEBEMAIL:-packages@bangban.invalid}>"
sed -i "s/@MAINTAINER@/$maintainer/" "$stage/debian/control"
cat >"$stage/debian/changelog" <<EOF
bangban ($version) bookworm; urgency=medium

  * Bangban Desk ${version%-*}.

 -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
EOF

rm -f "$work"/*.deb
(cd "$stage" && DEB_BUILD_OPTIONS=noautodbgsym dpkg-buildpackage --build=binary --no-sign) >"$work/package.log" 2>&1 \
  || { tail -n 40 "$work/package.log" >&2; exit 1; }
mv "$work"/*.deb "$out"
ls "$out"/*_"${version}"_*.deb
