// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <sys/resource.h>

namespace bangban::bench {
int plainWebSocketServer();
int standStill(const QUrl &url, const QString &token);
int showWindow(int argc, char *argv[], const QStringList &words);
int knowledgeWindow(int argc, char *argv[], const QStringList &words);
}

using namespace bangban;
using namespace Qt::StringLiterals;

/// bangban-bench NAME --json: prints one JSON object {"bench", "figures", "reference", "peers"}.
int main(int argc, char *argv[])
{
    if (argc > 2 && qstrcmp(argv[1], "--window") == 0) {
        QStringList words;
        for (int i = 2; i < argc; ++i)
            words.append(QString::fromLocal8Bit(argv[i]));
        return words.value(0) == "knowledge"_L1 ? bench::knowledgeWindow(argc, argv, words) : bench::showWindow(argc, argv, words);
    }
    QCoreApplication app(argc, argv);
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &files) != 0)
            qWarning("the file limit stays as it is");
    }
    const QStringList words = QCoreApplication::arguments();
    const QString name = words.value(1);
    if (name == "--plain-websocket-server"_L1)
        return bench::plainWebSocketServer();
    if (name == "--slow-reader"_L1)
        return bench::standStill(QUrl(words.value(2)), words.value(3));
    const QHash<QString, bench::Outcome (*)()> benches{{u"fanout"_s, &bench::fanout}, {u"commands"_s, &bench::commands},
                                                            {u"queue-table"_s, &bench::queueTable}, {u"start"_s, &bench::start},
                                                            {u"servers"_s, &bench::servers}, {u"resume"_s, &bench::resume},
                                                            {u"slow-reader"_s, &bench::slowReader},
                                                            {u"kb"_s, &bench::kb}, {u"kb-desk"_s, &bench::kbDesk},
                                                            {u"kb-publish"_s, &bench::kbPublish}};
    if (!benches.contains(name)) {
        QTextStream(stderr) << "usage: bangban-bench " << QStringList(benches.keys()).join(u'|') << " --json\n";
        return 2;
    }
    const bench::Outcome outcome = benches[name]();
    const QJsonObject object{{u"bench"_s, name},
                             {u"figures"_s, outcome.figures},
                             {u"reference"_s, outcome.reference},
                             {u"peers"_s, outcome.peers}};
    QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}
