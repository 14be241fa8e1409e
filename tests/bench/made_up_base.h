// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/index.h"
#include "tests/bench/bench.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace bangban::bench {

using namespace Qt::StringLiterals;

inline constexpr int kEntries = 100'000;
inline constexpr int kQuestions = 300;

/// The same on every machine and in every run.
class Dice {
public:
    quint32 bounded(quint32 most)
    {
        m_state = m_state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return quint32(m_state >> 33) % most;
    }

private:
    quint64 m_state = 20'261'127;
};

/// Entries and questions as long and as varied as a city's: from each pair of characters of the sample answers it is known what may
/// follow, and one character in twelve is any of a thousand, as names of places and firms are.
class Base {
public:
    explicit Base(int entryCount = kEntries, int questionCount = kQuestions)
    {
        QFile file(QStringLiteral(BANGBAN_SOURCE_DIR "/resources/sample-data/faqs.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        const auto faqs = QJsonDocument::fromJson(file.readAll())[u"faqs"_s].toArray();
        for (const QJsonValue &faq : faqs)
            m_sample += faq[u"question"_s].toString() + faq[u"answer"_s].toString();
        for (qsizetype at = 0; at + 1 < m_sample.size(); ++at)
            m_follows[m_sample[at]] += m_sample[at + 1];
        for (int number = 0; number < entryCount; ++number)
            entries.push_back({u"e%1"_s.arg(number, 6, 10, QChar(u'0')), text(10 + int(m_dice.bounded(15))), {}, text(80 + int(m_dice.bounded(140)))});
        for (int number = 0; number < questionCount; ++number) {
            const search::Entry &about = entries[m_dice.bounded(quint32(entryCount))];
            questions.emplace_back(reworded(about.title), about.id);
        }
    }

    std::vector<search::Entry> entries;
    std::vector<std::pair<QString, QString>> questions; ///< words, and the id of the entry that they are about

private:
    QString text(int length)
    {
        QString made;
        QChar last = m_sample[qsizetype(m_dice.bounded(quint32(m_sample.size())))];
        while (made.size() < length) {
            const QString &next = m_follows[last];
            last = next.isEmpty() || m_dice.bounded(12) == 0 ? QChar(char16_t(0x4E00 + m_dice.bounded(1'000)))
                                                            : next[qsizetype(m_dice.bounded(quint32(next.size())))];
            made += last;
        }
        return made;
    }

    /// A third of the title is said otherwise.
    QString reworded(const QString &title)
    {
        const qsizetype third = title.size() / 3;
        const auto at = qsizetype(m_dice.bounded(quint32(title.size() - third + 1)));
        return title.first(at) + text(int(third)) + title.sliced(at + third);
    }

    Dice m_dice;
    QString m_sample;
    QHash<QChar, QString> m_follows;
};

} // namespace bangban::bench
