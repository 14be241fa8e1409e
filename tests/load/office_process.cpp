// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/office_process.h"

#include <QFile>
#include <QRegularExpression>

namespace bangban::load {

using namespace Qt::StringLiterals;

namespace {
constexpr int kStartMs = 60'000;
constexpr int kEndMs = 10'000;
}

OfficeProcess::~OfficeProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kEndMs))
        m_process.kill();
}

QString OfficeProcess::lastWords() const
{
    QFile file(m_folder.filePath(u"server.log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).right(1000) : QString();
}

Result<QUrl> OfficeProcess::start(const QString &program)
{
    m_process.setStandardErrorFile(m_folder.filePath(u"server.log"_s));
    m_process.start(program, {u"--data"_s, m_folder.filePath(u"data"_s), u"--port"_s, u"0"_s, u"--demo"_s, u"--raised-limits"_s});
    static const QRegularExpression address(u"http://([0-9.:]+)/"_s);
    QByteArray said;
    while (m_process.waitForReadyRead(kStartMs)) {
        said += m_process.readAllStandardOutput();
        const auto match = address.match(QString::fromUtf8(said));
        if (!match.hasMatch())
            continue;
        connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
            const QString how = status == QProcess::CrashExit ? u"by signal %1"_s : u"with %1"_s;
            emit gone(u"the server ended "_s + how.arg(code) + u'\n' + lastWords());
        });
        return QUrl(u"ws://"_s + match.captured(1) + u"/ws"_s);
    }
    return fail(ErrorCode::Unreachable, program + u": "_s + m_process.errorString() + u'\n' + lastWords());
}

} // namespace bangban::load
