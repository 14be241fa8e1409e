#!/usr/bin/env bash
# SPDX-FileCopyrightText: Bangban Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds the release preset and runs every test of it; bench, load, fault and fuzz are
# labels of their own (CONTRIBUTING.md).
set -euo pipefail
cd "$(dirname "$0")/.."
packaging/packages.sh build run test
cmake --preset release >/dev/null
cmake --build --preset release
exec ctest --preset release
