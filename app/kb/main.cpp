// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kb/lint.h"
#include "core/domain/routing.h"
#include "core/knowledge/knowledge_base.h"
#include "core/search/clusters.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <ctime>
#include <set>
#include <zlib.h>

using namespace bangban;
using namespace Qt::StringLiterals;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// The files of entries have no days: all hold on this one.
constexpr LocalDate kBegin{std::chrono::local_days(std::chrono::year(2000) / 1 / 1)};

/// What only this thread computed, in microseconds; other work of the machine does not count.
qint64 threadMicros()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000 + spent.tv_nsec / 1'000;
}

/// Reads a file of one JSON object a line, as it is or packed by gzip. \errors BadImport naming file and line
template<typename Take>
Result<void> forEachLine(const QString &path, Take &&take)
{
    const std::unique_ptr<gzFile_s, decltype(&gzclose)> file(gzopen(QFile::encodeName(path).constData(), "rb"), &gzclose);
    if (!file)
        return fail(ErrorCode::BadConfiguration, u"cannot open "_s + path);
    QByteArray line;
    QByteArray piece(1 << 16, Qt::Uninitialized);
    for (int number = 1;;) {
        const bool hasMore = gzgets(file.get(), piece.data(), int(piece.size()));
        line += hasMore ? piece.constData() : "";
        if (hasMore && !line.endsWith('\n'))
            continue;
        if (!hasMore && line.isEmpty())
            break;
        if (line.trimmed().isEmpty()) {
            line.clear();
            ++number;
            continue;
        }
        QJsonParseError fault;
        const QJsonDocument read = QJsonDocument::fromJson(line, &fault);
        if (fault.error != QJsonParseError::NoError || !read.isObject())
            return fail(ErrorCode::BadImport, u"%1:%2: %3"_s.arg(path).arg(number).arg(fault.errorString()));
        take(read.object());
        ++number;
        line.clear();
    }
    int status = Z_OK;
    const char *said = gzerror(file.get(), &status);
    return status == Z_OK ? Result<void>() : fail(ErrorCode::BadImport, path + u": "_s + QString::fromLocal8Bit(said));
}

/// Nothing is left in a buffer. \errors BadConfiguration with the cause: a full disk
Result<void> written(QFile &file)
{
    if (file.flush() && file.error() == QFileDevice::NoError)
        return {};
    return fail(ErrorCode::BadConfiguration, file.fileName() + u": "_s + file.errorString());
}

QString nameOf(search::Decision decision)
{
    return decision == search::Decision::Alone ? u"alone"_s : decision == search::Decision::Buttons ? u"buttons"_s : u"person"_s;
}

search::Entry entryOf(const QJsonObject &json)
{
    search::Entry entry{json[u"id"].toString(), json[u"title"].toString(), {}, json[u"answer"].toString()};
    for (const auto &alias : json[u"aliases"].toArray())
        entry.aliases.append(alias.toString());
    return entry;
}

/// The office's synonyms, as the server imports them. \errors BadConfiguration, BadImport
Result<std::vector<search::Synonym>> synonymsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadConfiguration, path + u": "_s + file.errorString());
    const auto known = domain::synonymsFromJson(file.readAll());
    if (!known)
        return fail(known.error().code, path + u": "_s + known.error().detail);
    std::vector<search::Synonym> synonyms;
    for (const domain::Synonym &one : *known)
        synonyms.push_back({one.said, one.means});
    return synonyms;
}

Result<search::Index> indexOf(const QStringList &files, const QString &synonyms)
{
    std::vector<search::Entry> entries;
    for (const QString &file : files)
        TRY(forEachLine(file, [&](const QJsonObject &json) { entries.push_back(entryOf(json)); }));
    const auto begun = threadMicros();
    search::Index index;
    index.build(std::move(entries));
    if (!synonyms.isEmpty()) {
        TAKE(known, synonymsOf(synonyms));
        index.setSynonyms(known);
    }
    out() << index.size() << " entries, built in " << QString::number(double(threadMicros() - begun) / 1e6, 'f', 2) << " s, "
          << index.bytes() / 1'000'000 << " MB beside the texts\n";
    return index;
}

/// \errors BadConfiguration for a level that there is none of
Result<search::Sureness> surenessOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"assistant"_s))
        return search::Sureness();
    const auto level = domain::fromName<domain::AssistantLevel>(parser.value(u"assistant"_s));
    return level ? Result<search::Sureness>(knowledge::surenessOf(*level)) : fail(ErrorCode::BadConfiguration, u"--assistant never|careful|usual|often"_s);
}

Result<void> evaluate(const search::Index &index, const QString &queries, const QString &run, const search::Sureness &sureness)
{
    QFile file(run);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::BadConfiguration, run + u": "_s + file.errorString());
    std::vector<qint64> spent;
    TRY(forEachLine(queries, [&](const QJsonObject &query) {
        const QString text = query[u"text"].toString();
        const auto begun = threadMicros();
        const auto hits = index.search(text, 10);
        spent.push_back(threadMicros() - begun);
        QJsonArray ranked;
        for (const search::Hit &hit : hits)
            ranked.append(hit.id);
        const QJsonObject line{{u"query_id"_s, query[u"id"]},
                               {u"ranked"_s, ranked},
                               {u"latency_us"_s, spent.back()},
                               {u"coverage"_s, hits.empty() ? 0.0 : double(hits[0].coverage)},
                               {u"margin"_s, double(search::shareOf(hits, 2))},
                               {u"decision"_s, nameOf(search::decide(hits, sureness))}};
        file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    }));
    TRY(written(file));
    std::ranges::sort(spent);
    if (!spent.empty())
        out() << spent.size() << " questions, p50 " << spent[spent.size() / 2] << " us, p99 " << spent[spent.size() * 99 / 100] << " us\n";
    return {};
}

Result<void> find(const search::Index &index, const QString &question)
{
    for (const search::Hit &hit : index.search(question, 10))
        out() << QString::number(double(hit.score), 'f', 2) << '\t' << QString::number(double(hit.coverage), 'f', 2) << '\t' << hit.id
              << '\t' << index.find(hit.id)->title << '\n';
    return {};
}

/// What 小申 would do with a question: say one, offer some, or leave it to a person; by the same class as the server.
Result<void> suggest(const QStringList &files, const QString &synonyms, const QString &question, const search::Sureness &sureness)
{
    std::vector<protocol::EntryRow> rows;
    for (const QString &file : files)
        TRY(forEachLine(file, [&](const QJsonObject &json) {
            const search::Entry entry = entryOf(json);
            protocol::EntryRow row;
            row.id = EntryId(entry.id);
            row.state = domain::EntryState::Approved;
            row.title = entry.title;
            row.aliases = entry.aliases;
            row.plain = json[u"answer"].toString();
            row.from = toIso(kBegin);
            rows.push_back(std::move(row));
        }));
    knowledge::KnowledgeBase base;
    base.build(rows);
    if (!synonyms.isEmpty()) {
        TAKE(known, synonymsOf(synonyms));
        std::vector<protocol::SynonymRow> said;
        for (const search::Synonym &one : known)
            said.push_back({one.said, one.means});
        base.setSynonyms(said);
    }
    const knowledge::Ruling ruling = base.rule({question, {}, {}, kBegin}, sureness);
    out() << nameOf(ruling.decision) << '\n';
    for (const search::Suggestion &one : ruling.found)
        out() << one.id << '\t' << std::ranges::find(rows, EntryId(one.id), &protocol::EntryRow::id)->title << '\n';
    return {};
}

/// The entries of a file: one a line, or an office's file of questions. \errors BadConfiguration, BadImport
Result<void> readEntries(const QString &path, kb::Lint &lint)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadConfiguration, path + u": "_s + file.errorString());
    const QJsonObject whole = path.endsWith(".json"_L1) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    int number = 0;
    if (whole.contains("faqs"_L1)) {
        for (const QJsonValue &one : whole["faqs"_L1].toArray())
            lint.add(u"%1:%2"_s.arg(path).arg(++number), one.toObject());
        return {};
    }
    return forEachLine(path, [&](const QJsonObject &json) { lint.add(u"%1:%2"_s.arg(path).arg(++number), json); });
}

/// \errors BadImport if there are faults
Result<void> lintAll(const QStringList &files)
{
    kb::Lint lint;
    for (const QString &file : files)
        TRY(readEntries(file, lint));
    int findings = 0;
    const int faults = lint.tell([&](const QString &where, bool isFault, const QString &what) {
        ++findings;
        out() << where << ": " << (isFault ? "fault: " : "advice: ") << what << '\n';
    });
    out() << findings << " findings, " << faults << " of them faults\n";
    return faults == 0 ? Result<void>() : fail(ErrorCode::BadImport, u"%1 faults"_s.arg(faults));
}

Result<void> putTogether(const QString &in, const QString &to)
{
    std::vector<search::Question> questions;
    TRY(forEachLine(in, [&](const QJsonObject &json) {
        questions.push_back({json[u"id"].toString(QString::number(questions.size())), json[u"text"].toString()});
    }));
    const auto begun = threadMicros();
    const std::vector<int> roots = search::cluster(questions);
    const auto spent = threadMicros() - begun;
    QFile file(to);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::BadConfiguration, to + u": "_s + file.errorString());
    for (const int root : roots)
        file.write(QJsonDocument(QJsonObject{{u"cluster"_s, questions[std::size_t(root)].id}}).toJson(QJsonDocument::Compact) + '\n');
    TRY(written(file));
    out() << questions.size() << " questions in " << std::set<int>(roots.begin(), roots.end()).size() << " clusters, "
          << spent / qint64(std::max<std::size_t>(questions.size(), 1)) << " us a question\n";
    return {};
}

Result<void> run(const QCommandLineParser &parser)
{
    QStringList words = parser.positionalArguments();
    const QString what = words.takeFirst();
    const bool evaluates = what == "eval"_L1 && parser.isSet(u"queries"_s) && parser.isSet(u"run"_s);
    if (what == "lint"_L1 && !words.isEmpty())
        return lintAll(words);
    if (what == "suggest"_L1 && words.size() == 1) {
        TAKE(sureness, surenessOf(parser));
        return suggest(parser.values(u"docs"_s), parser.value(u"synonyms"_s), words[0], sureness);
    }
    if (evaluates || (what == "search"_L1 && words.size() == 1)) {
        TAKE(sureness, surenessOf(parser));
        TAKE(index, indexOf(parser.values(u"docs"_s) + (evaluates ? words : QStringList()), parser.value(u"synonyms"_s)));
        if (evaluates)
            return evaluate(index, parser.value(u"queries"_s), parser.value(u"run"_s), sureness);
        return find(index, words[0]);
    }
    if (what == "cluster"_L1 && parser.isSet(u"in"_s) && parser.isSet(u"out"_s))
        return putTogether(parser.value(u"in"_s), parser.value(u"out"_s));
    return fail(ErrorCode::BadConfiguration, what + u": unknown, or something is missing; see --help"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"bangban-kb"_s);
    QCoreApplication::setApplicationVersion(u"0.1.0"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Searches entries of a knowledge base as desk and server do.\n\n"
        "  search QUESTION                                 the ten best: score, coverage, id, title\n"
        "  suggest QUESTION                                what the assistant would do: alone, buttons or person\n"
        "  lint FILE…                                      what is wrong, or could be better, with entries\n"
        "  eval --docs FILE… --queries FILE --run OUT      ranks many questions and times them\n"
        "  cluster --in FILE --out FILE                    puts questions that ask the same together"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"docs"_s, u"Entries {id, title, answer, aliases}, a JSON object a line; may be packed by gzip."_s, u"file"_s},
                       {u"queries"_s, u"Questions {id, text}, likewise."_s, u"file"_s},
                       {u"synonyms"_s, u"Everyday words and the office's for them."_s, u"file"_s},
                       {u"assistant"_s, u"How sure the assistant must be: never, careful, usual, often."_s, u"level"_s},
                       {u"in"_s, u"With cluster: questions {id, text}, a JSON object a line."_s, u"file"_s},
                       {u"out"_s, u"With cluster: {cluster}, a line a question; the id of its first one."_s, u"file"_s},
                       {u"run"_s, u"Where ranks, thread time and the assistant's decision go, a line a question."_s, u"file"_s}});
    parser.addPositionalArgument(u"command"_s, u"What to do."_s, u"command [argument…]"_s);
    parser.process(app);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    const auto done = run(parser);
    out().flush();
    if (!done)
        QTextStream(stderr) << "bangban-kb: " << done.error().detail << '\n';
    return done ? 0 : 1;
}
