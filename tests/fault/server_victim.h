// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QUrl>

#include <csignal>
#include <sys/prctl.h>

namespace bangban::tests {

/// The server as a process, with the demonstration's accounts, for tests that kill it or lie to it.
class Victim {
public:
    /// \param arguments  beside folder and port
    explicit Victim(const QString &folder, QStringList arguments = {QStringLiteral("--demo")})
        : m_folder(folder), m_arguments(std::move(arguments))
    {
    }
    ~Victim()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void setEnvironment(const QString &name, const QString &value)
    {
        auto environment = m_process.processEnvironment();
        if (environment.isEmpty())
            environment = QProcessEnvironment::systemEnvironment();
        environment.insert(name, value);
        m_process.setProcessEnvironment(environment);
    }
    /// A library that comes before all others, so also before the runtime of AddressSanitizer, which must be told to bear it.
    void preload(const QString &library)
    {
        setEnvironment(QStringLiteral("LD_PRELOAD"), library);
#ifdef __SANITIZE_ADDRESS__
        setEnvironment(QStringLiteral("ASAN_OPTIONS"), qEnvironmentVariable("ASAN_OPTIONS") + QStringLiteral(":verify_asan_link_order=0"));
#endif
    }
    /// \returns milliseconds until it listens, -1 if it does not
    qint64 start()
    {
        m_process.setStandardErrorFile(m_folder + QStringLiteral("/server.log"), QIODevice::Append);
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        QElapsedTimer waited;
        waited.start();
        m_process.start(QStringLiteral(BANGBAN_SERVER),
                        QStringList{QStringLiteral("--data"), m_folder, QStringLiteral("--port"), QString::number(m_port),
                                    QStringLiteral("--raised-limits")}
                            + m_arguments);
        QByteArray said;
        while (!said.contains("listening http://127.0.0.1:")) {
            if (!m_process.waitForReadyRead(20'000))
                return -1;
            said += m_process.readAllStandardOutput();
        }
        m_port = said.mid(said.indexOf("127.0.0.1:") + 10).split('/')[0].toInt();
        return waited.elapsed();
    }
    bool kill()
    {
        ::kill(pid_t(m_process.processId()), SIGKILL);
        return m_process.waitForFinished(10'000);
    }
    /// The process stands still, as a machine does that swaps.
    void hold() { ::kill(pid_t(m_process.processId()), SIGSTOP); }
    void goOn() { ::kill(pid_t(m_process.processId()), SIGCONT); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] quint16 port() const { return isRunning() ? quint16(m_port) : 0; }
    bool stop()
    {
        m_process.terminate();
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)); }

private:
    QString m_folder;
    QStringList m_arguments;
    QProcess m_process;
    int m_port = 0;
};

} // namespace bangban::tests
