// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/catalogue/import.h"
#include "server/store/store.h"
#include "tests/fuzz/fuzz.h"

#include <QTemporaryDir>

namespace bangban::tests {

/// A record with a district, a unit and one item, on disk for as long as the process runs.
class SmallOffice {
public:
    SmallOffice()
    {
        m_store = must(server::Store::open({QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("fuzz.db")),
                                            m_folder.filePath(QStringLiteral("master.key"))}));
        add(QStringLiteral("org"), R"({"nodes":[{"id":"Q","kind":"district","name":"区","valid_from":"2020-01-01"},
            {"id":"D01","parent":"Q","kind":"unit","name":"局","valid_from":"2020-01-01"}],
            "hours":[{"id":"H","week":{"1":[["09:00","17:00"]]}}],"unit_hours":[{"node_id":"D01","hours_id":"H","from":"2020-01-01"}]})");
        add(QStringLiteral("items"), R"({"items":[{"id":"I1","name":"增资","department_id":"D01","valid_from":"2020-01-01"}]})");
        if (!m_store->commit(fromMs(1'795'996'800'000)))
            hold(false, "the small office is written");
    }
    server::Store &store() { return *m_store; }

private:
    template<typename T>
    static T must(Result<T> result)
    {
        if (!result)
            std::fprintf(stderr, "%s\n", qPrintable(result.error().detail));
        hold(result.has_value(), "the small office opens");
        return std::move(*result);
    }
    void add(const QString &kind, const QByteArray &content)
    {
        hold(must(server::runImport(*m_store, kind, content, false)).errors.empty(), "the small office is read");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<server::Store> m_store;
};

} // namespace bangban::tests
