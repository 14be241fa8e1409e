// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/script.h"

#include "core/domain/wrap_up.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace bangban::load {

using namespace Qt::StringLiterals;

namespace {

std::optional<bool> solvedOf(const QString &mark)
{
    if (mark == u"已解决")
        return true;
    if (mark == u"未解决")
        return false;
    return std::nullopt;
}

Script scriptOf(const QJsonObject &json)
{
    Script script;
    script.id = json["id"_L1].toString();
    script.item = ItemId(json["item_id"_L1].toString());
    for (const QJsonValue turn : json["turns"_L1].toArray()) {
        const QString role = turn["role"_L1].toString();
        if (role == "citizen"_L1 || role == "agent"_L1)
            script.turns.push_back({role == "citizen"_L1, turn["text"_L1].toString()});
    }
    const QJsonObject expected = json["expected"_L1].toObject();
    const QJsonValue disposition = expected["disposition"_L1];
    script.category = disposition["sub"_L1].toString(disposition["category"_L1].toString());
    script.result = disposition["result"_L1].toString();
    script.solved = solvedOf(expected["solved"_L1]["citizen_mark"_L1].toString());
    return script;
}

bool hasAgent(const Script &script)
{
    return std::any_of(script.turns.begin(), script.turns.end(), [](const Turn &turn) { return !turn.isCitizen; });
}

} // namespace

Result<std::vector<Script>> readScripts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadImport, path);
    const QJsonArray all = QJsonDocument::fromJson(file.readAll())["conversations"_L1].toArray();
    std::vector<Script> scripts;
    for (const QJsonValue json : all) {
        Script script = scriptOf(json.toObject());
        if (!hasAgent(script))
            continue;
        const bool isWhole = script.turns.front().isCitizen
            && std::all_of(script.turns.begin(), script.turns.end(), [](const Turn &turn) { return !turn.words.isEmpty(); })
            && domain::isAllowed(script.category, script.result);
        if (!isWhole)
            return fail(ErrorCode::BadImport, path + u": "_s + script.id);
        scripts.push_back(std::move(script));
    }
    if (scripts.empty())
        return fail(ErrorCode::BadImport, path);
    return scripts;
}

Choice::Choice(quint64 seed, int player)
{
    std::seed_seq mixed{quint32(seed), quint32(seed >> 32), quint32(player)};
    m_engine.seed(mixed);
}

int Choice::between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_engine); }

} // namespace bangban::load
