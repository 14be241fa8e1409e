// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench.h"

#include <QFile>
#include <QProcessEnvironment>

namespace bangban::bench {

/// An X server of its own, seen from outside by its frame buffer: what a window costs is asked of the platform that
/// offices have, and the same of every program. Ends with this object.
class Display {
public:
    Display();
    ~Display();
    /// For programs that are to be on this display.
    [[nodiscard]] QProcessEnvironment environment() const;
    /// Whether most of the screen is no longer the black of the root window.
    [[nodiscard]] bool isPainted() const;

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_name;
    QFile m_screen;
    const uchar *m_pixels = nullptr;
    quint32 m_stride = 0; ///< bytes a line
};

} // namespace bangban::bench
