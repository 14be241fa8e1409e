// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace bangban::bench {

/// What a bench found: the same keys in figures, reference and peers, snake_case with the unit last.
struct Outcome {
    QJsonObject figures;
    QJsonObject reference;
    QJsonObject peers; ///< by name
};

Outcome fanout();
Outcome commands();
Outcome queueTable();
Outcome start();
Outcome servers();
Outcome resume();
Outcome slowReader();
Outcome kb();
Outcome kbDesk();
Outcome kbPublish();

/// The real server as its own process on a free port, with the sample data; ends with this object.
class ServerProcess {
public:
    /// \param more  further options of the server
    /// \param prepare  what is done with its folder before it starts
    explicit ServerProcess(const QStringList &more = {}, const std::function<void(const QString &folder)> &prepare = {});
    ~ServerProcess();
    /// kill -9, and the same again on the same port. It returns when the server listens.
    void killAndStartAgain();
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    void start(const QString &port);
    QTemporaryDir m_folder;
    QStringList m_more;
    QProcess m_process;
    QUrl m_url;
};

/// Starts it so that it ends with this program, also where that ends by qFatal.
void startBound(QProcess &process, const QString &program, const QStringList &words);
/// What this thread alone computed so far, in milliseconds.
double threadCpuMs();
/// Percentile of unsorted values by nearest rank; 0 for none.
double percentile(std::vector<double> values, double share);
/// Proportional set size in MiB, of /proc/PID/smaps_rollup.
double pssMiB(qint64 pid);
/// Runs the event loop until `done` or the time is over; true if done.
bool runUntil(const std::function<bool()> &done, std::chrono::milliseconds limit,
              std::chrono::milliseconds step = std::chrono::milliseconds(20));

} // namespace bangban::bench
