// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <xapian.h> // before Qt, which takes one of its words

#include "core/search/index.h"
#include "core/sql/database.h"
#include "tests/bench/made_up_base.h"

namespace bangban::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShown = 5;

/// Asks every question, and what stands in the field after each key of it.
/// \param find  ids of the best for some words
template<typename Find>
QJsonObject measure(const Base &base, double buildSeconds, Find &&find)
{
    std::vector<double> whole;
    std::vector<double> keys;
    int found = 0;
    for (const auto &[words, about] : base.questions) {
        for (qsizetype typed = 1; typed <= words.size(); ++typed) {
            const double begun = threadCpuMs();
            const QStringList ids = find(words.first(typed));
            keys.push_back(1e3 * (threadCpuMs() - begun));
            if (typed < words.size())
                continue;
            whole.push_back(keys.back());
            found += ids.contains(about) ? 1 : 0;
        }
    }
    return {{u"build_s"_s, buildSeconds},
            {u"found_percent"_s, 100.0 * found / double(base.questions.size())},
            {u"question_p50_us"_s, percentile(whole, 0.5)},
            {u"question_p99_us"_s, percentile(whole, 0.99)},
            {u"key_p50_us"_s, percentile(keys, 0.5)},
            {u"key_p99_us"_s, percentile(keys, 0.99)}};
}

QJsonObject measureIndex(const Base &base)
{
    auto entries = base.entries;
    const double begun = threadCpuMs();
    search::Index index;
    index.build(std::move(entries));
    QJsonObject figures = measure(base, (threadCpuMs() - begun) / 1e3, [&](QStringView words) {
        QStringList ids;
        for (const search::Hit &hit : index.search(words, kShown))
            ids.append(hit.id);
        return ids;
    });
    figures[u"index_mb"_s] = double(index.bytes()) / 1e6;
    return figures;
}

QString pairsOf(QStringView text, const QString &between)
{
    QStringList pairs;
    for (qsizetype at = 0; at + 1 < text.size(); ++at)
        if (text[at].isLetterOrNumber() && text[at + 1].isLetterOrNumber())
            pairs.append(u'"' + text.sliced(at, 2).toString() + u'"');
    return pairs.join(between);
}

/// Neighbouring pairs as words of FTS5, ranked by its bm25 with the title at double weight. \source the best way of using it that was
/// measured
QJsonObject measureFts5(const Base &base)
{
    QTemporaryDir folder;
    auto database = sql::Database::open(u"sqlite:"_s + folder.filePath(u"fts.db"_s));
    const auto must = [](const auto &done) {
        if (!done)
            qFatal("FTS5: %s", qPrintable(done.error().detail));
    };
    must(database);
    const double begun = threadCpuMs();
    must((*database)->run(u"CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, title, text)"_s));
    must((*database)->begin());
    for (const search::Entry &entry : base.entries)
        must((*database)->run(u"INSERT INTO entry VALUES (?, ?, ?)"_s, {entry.id, pairsOf(entry.title, u" "_s).remove(u'"'), pairsOf(entry.text, u" "_s).remove(u'"')}));
    must((*database)->commit());
    return measure(base, (threadCpuMs() - begun) / 1e3, [&](QStringView words) {
        QStringList ids;
        const QString wanted = pairsOf(words, u" OR "_s);
        if (wanted.isEmpty())
            return ids;
        auto query = (*database)->run(u"SELECT id FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 0, 2, 1) LIMIT 5"_s, {wanted});
        must(query);
        while ((*query)->next())
            ids.append((*query)->value(0).toString());
        return ids;
    });
}

QJsonObject measureXapian(const Base &base)
{
    QTemporaryDir folder;
    Xapian::WritableDatabase database(folder.filePath(u"xapian"_s).toStdString(), Xapian::DB_CREATE);
    const double begun = threadCpuMs();
    Xapian::TermGenerator generator;
    generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    for (const search::Entry &entry : base.entries) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(entry.title.toStdString(), 2);
        generator.increase_termpos();
        generator.index_text(entry.text.toStdString());
        document.set_data(entry.id.toStdString());
        database.add_document(document);
    }
    database.commit();
    const double built = (threadCpuMs() - begun) / 1e3;
    Xapian::Enquire enquire(database);
    return measure(base, built, [&](QStringView words) {
        QStringList ids;
        Xapian::Document asked; // its words, any of which will do: the parser wants them all
        generator.set_document(asked);
        generator.index_text(words.toString().toStdString());
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, asked.termlist_begin(), asked.termlist_end()));
        const Xapian::MSet best = enquire.get_mset(0, kShown);
        for (auto one = best.begin(); one != best.end(); ++one)
            ids.append(QString::fromStdString(one.get_document().get_data()));
        return ids;
    });
}

} // namespace

Outcome kb()
{
    const Base base;
    Outcome outcome;
    outcome.figures = measureIndex(base);
    outcome.reference = measureFts5(base);
    outcome.peers = {{u"xapian"_s, measureXapian(base)}};
    return outcome;
}

} // namespace bangban::bench
