// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace bangban::load {

/// A server of its own for one run: sample data, a temporary folder, a free port, raised limits. Ends with this object.
class OfficeProcess final : public QObject {
    Q_OBJECT
public:
    ~OfficeProcess() override;
    /// \errors Unreachable with what the server said last
    Result<QUrl> start(const QString &program);

signals:
    void gone(const QString &how); ///< it ended by itself; with its last words

private:
    [[nodiscard]] QString lastWords() const;

    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace bangban::load
