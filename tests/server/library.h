// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uuid7.h"
#include "server/store/knowledge.h"
#include "tests/support/office_fixture.h"

#include <QTest>

namespace bangban::tests {

using namespace Qt::StringLiterals;
using domain::EntryState, domain::TaskKind, domain::TaskState;
using protocol::EntryRow, protocol::RequestRow, protocol::TaskRow;

// People of the sample data: a desk of D01, its author and reviewer; another unit's author.
inline const QString kAgent = QStringLiteral("SF001");

struct Library : OfficeFixture {
    using OfficeFixture::OfficeFixture;

    QString whoIs(const QString &login)
    {
        const auto query = store->database().run(u"SELECT staff FROM account WHERE login = ?"_s, {login});
        const QString id = query && (*query)->next() ? (*query)->value(0).toString() : QString();
        (*query)->finish();
        return id;
    }
    server::Actor author = staff(whoIs(u"sample044"_s));
    server::Actor reviewer = staff(whoIs(u"sample045"_s));
    server::Actor otherAuthor = staff(whoIs(u"sample047"_s));
    NodeId unit = office->viewOf(author).editor;

    QString newId() { return makeUuid7(clock.now()); }
    EntryRow entry(const QString &id, const QString &title = u"歇业备案要几天"_s) const
    {
        EntryRow row;
        row.id = EntryId(id);
        row.unit = unit;
        row.title = title;
        row.plain = u"当天办好，不收费。"_s;
        row.from = u"2026-11-01"_s;
        return row;
    }
    Result<QJsonObject> save(const server::Actor &who, const EntryRow &row, int base = 0, bool review = false, const std::vector<TaskId> &tasks = {})
    {
        return send(who, protocol::EntrySave{{}, row, base, review, tasks});
    }
    Result<QJsonObject> publish(const server::Actor &who, const EntryId &id)
    {
        const auto draft = store->drafts.live().value(protocol::draftId(id, author.staff));
        return send(who, protocol::EntryPublish{{}, id, author.staff, draft.savedAt});
    }
    /// Written by the author, let pass by the reviewer.
    Result<QJsonObject> bring(const EntryRow &row, int base = 0, const std::vector<TaskId> &tasks = {})
    {
        TRY(save(author, row, base, true, tasks));
        return publish(reviewer, row.id);
    }
    EntryRow published(const QString &id) { return server::Knowledge(*store).find(EntryId(id)).value_or(EntryRow()); }
    QList<TaskRow> tasks() const { return store->tasks.live().values(); }
    /// Served by the unit's agent, and told the entry.
    RequestRow served(const QString &words, const QString &phone = {})
    {
        asker = citizen();
        agent = ready(kAgent);
        const RequestRow asked = ask(asker, words, u"IT001"_s, phone);
        answer(agent, asked.id, u"您好"_s);
        return request(asked.id);
    }
    Result<QJsonObject> tell(const RequestRow &served, const EntryId &id, int version)
    {
        protocol::MessageSend send;
        send.message = MessageId(newId());
        send.request = served.id;
        send.claimNo = served.claimNo;
        send.words.text = u"当天办好，不收费。"_s;
        send.cites = {{id, version}};
        return this->send(agent, send);
    }
    Result<QJsonObject> mark(const RequestRow &served, const QString &words = u"歇业备案能异地办吗"_s)
    {
        return send(agent, protocol::TaskOpen{{}, TaskId(newId()), TaskKind::Wording, served.id, {}, {words}, {}});
    }
    void end(const RequestRow &served)
    {
        const RequestRow now = request(served.id);
        QVERIFY(send(agent, protocol::RequestEnd{{}, now.id, now.claimNo}));
        protocol::RequestWrapUp wrap;
        wrap.request = now.id;
        wrap.claimNo = now.claimNo;
        wrap.category = u"ZX01"_s;
        wrap.result = u"JG1"_s;
        QVERIFY(send(agent, wrap));
        QCOMPARE(request(now.id).state, domain::RequestState::Closed);
    }
    QStringList saidTo(const RequestId &id)
    {
        QStringList said;
        const auto talk = store->messagesOf(id);
        for (const protocol::MessageRow &row : *talk)
            if (row.sender != domain::Sender::Citizen)
                said.append(row.words.text);
        return said;
    }
    server::Actor asker;
    server::Actor agent;
};

} // namespace bangban::tests
