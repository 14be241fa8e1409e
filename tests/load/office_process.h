// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace bangban::load {

/// A server of its own for one run: sample data, a temporary folder, a free port, raised limits. Ends with this object.
class OfficeProcess {
public:
    ~OfficeProcess();
    /// \errors Unreachable with what the server said last
    Result<QUrl> start(const QString &program);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace bangban::load
