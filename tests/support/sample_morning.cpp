// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_feed.h"
#include "tests/support/sample_rows.h"

/// The state of the day that the pictures show.
namespace bangban::tests {

using namespace Qt::StringLiterals;
using client::MessageRow, client::RequestRow;
using domain::RequestState;

namespace {

struct Waiting {
    QStringView item;
    QStringView source;
    int priority;
    qint64 leftMs;
};

constexpr Waiting kWaiting[] = {
    {u"IT001", u"12345", 2, -7'400}, {u"IT003", u"web", 1, 7'400},  {u"IT005", u"assistant", 1, 18'200},
    {u"IT008", u"web", 1, 29'300},   {u"IT006", u"app", 1, 41'100}, {u"IT013", u"web", 2, 47'000},
    {u"IT014", u"assistant", 2, 55'000}};

RequestRow waitingRow(int n, const Waiting &from, Instant now, const QList<client::ItemRow> &items,
                      const QStringList &enterprises)
{
    RequestRow row;
    row.id = RequestId(u"w%1"_s.arg(n));
    row.scope = u"DIST"_s;
    row.item = ItemId(from.item.toString());
    for (const client::ItemRow &item : items)
        if (item.id == row.item) {
            row.itemName = item.name;
            row.unit = item.unit;
        }
    row.servingNode = row.unit;
    row.source = from.source.toString();
    row.priority = from.priority;
    row.purpose = from.priority == 1 ? domain::Purpose::Errand : domain::Purpose::Question;
    row.askedPurpose = row.purpose;
    row.enterprise = {enterprises.value(n)};
    row.citizen = CitizenId(u"cz%1"_s.arg(n));
    row.phoneMask = u"138****000%1"_s.arg(n);
    row.queuedAt = now + std::chrono::milliseconds(from.leftMs) - 60s;
    row.clockFrom = row.queuedAt;
    row.dueAt = row.queuedAt + 60s;
    return row;
}

} // namespace

void FakeFeed::loadCatalogue()
{
    emit nodesChanged(sampleNodes());
    const QList<client::ItemRow> items = sampleItems();
    for (const client::ItemRow &item : items)
        m_items.insert(item.id, item);
    emit itemsChanged(items);
    QList<client::StaffRow> staff = sampleStaff();
    for (qsizetype i = 0; i < staff.size(); ++i) { // a spread of presences, as on a real morning
        client::StaffRow &row = staff[i];
        row.since = m_now - std::chrono::minutes(3 * i + 1);
        row.link = i % 7 == 6 ? domain::Link::Gone : domain::Link::Online;
        row.presence = i % 7 == 6 ? domain::Presence::Offline
            : i % 5 == 3          ? domain::Presence::Break
            : i % 3 == 2          ? domain::Presence::Busy
                                  : domain::Presence::Ready;
        row.used = row.presence == domain::Presence::Ready ? int(i * 20 % 120) : 0;
        m_staff.insert(row.id, row);
    }
    emit staffChanged(staff);
    emit codesChanged(sampleCodes());
    emit hoursChanged(sampleHours());
}

void FakeFeed::loadMorning()
{
    const QList<client::ItemRow> items = sampleItems();
    const QStringList enterprises = sampleEnterprises();
    const QList<Talk> talks = sampleTalks();
    int n = 0;
    for (const Waiting &from : kWaiting) {
        RequestRow row = waitingRow(++n, from, m_now, items, enterprises);
        row.words = {talks.value(n + 4).turns.value(0).second};
        putRequest(row);
    }
    const auto mine = [&](int at, const QString &item, Instant claimed) {
        RequestRow row = waitingRow(at, {u"IT003", u"web", 1, 0}, claimed, items, enterprises);
        row.id = RequestId(u"mine%1"_s.arg(at));
        row.item = ItemId(item);
        for (const client::ItemRow &one : items)
            if (one.id == row.item)
                row.itemName = one.name;
        row.enterprise = {enterprises.value(at - 1)};
        row.state = RequestState::Serving;
        row.owner = m_me;
        row.ownerName = me().name;
        row.claimNo = 1;
        row.claimedAt = claimed - 50s;
        row.clockFrom = claimed - 60s;
        row.dueAt = claimed;
        row.firstHumanAt = claimed - 37s;
        row.firstHumanBy = m_me;
        row.citizenOnline = true;
        return row;
    };
    RequestRow first = mine(1, u"IT003"_s, m_now - 130s);
    first.enterprise = {enterprises.value(0)};
    first.pageUrl = u"https://portal.example/items/IT003"_s;
    first.pageStep = u"3"_s;
    first.pageField = u"legal_person"_s;
    Instant at = *first.clockFrom;
    for (const auto &[sender, words] : talks.value(2).turns) {
        MessageRow message;
        message.id = MessageId(u"t%1"_s.arg(first.lastSeq + 1));
        message.request = first.id;
        message.seq = ++first.lastSeq;
        message.sender = sender;
        message.staff = sender == domain::Sender::Staff ? m_me : StaffId();
        message.words = {words};
        at += 23s;
        message.sentAt = at;
        putMessage(message);
    }
    first.words = {talks.value(2).turns.value(0).second};
    MessageRow note;
    note.id = MessageId(u"note"_s);
    note.request = first.id;
    note.seq = ++first.lastSeq;
    note.kind = domain::MessageKind::Note;
    note.sender = domain::Sender::Staff;
    note.staffName = me().name;
    note.words = {u"章程载明姓名的，记得提醒带章程修正案。"_s};
    note.sentAt = at + 5s;
    putMessage(note);
    MessageRow file;
    file.id = MessageId(u"file"_s);
    file.request = first.id;
    file.seq = ++first.lastSeq;
    file.kind = domain::MessageKind::File;
    file.file = FileId(u"f1"_s);
    file.fileName = {u"章程（节选）.pdf"_s};
    file.fileType = u"application/pdf"_s;
    file.fileSize = 217'000;
    file.sentAt = at + 9s;
    putMessage(file);
    first.citizenReadSeq = 4;
    first.staffReadSeq = first.lastSeq - 1;
    first.followSince = m_now - 24s;
    first.followDue = m_now + 96s;
    putRequest(first);
    putRequest(mine(6, u"IT012"_s, m_now - 500s));
    RequestRow third = mine(7, u"IT022"_s, m_now - 900s);
    third.followSince = m_now - 5s;
    third.followDue = m_now + 115s;
    putRequest(third);

    RequestRow later = waitingRow(9, kWaiting[1], m_now - 2h, items, enterprises);
    later.id = RequestId(u"cb1"_s);
    later.state = RequestState::CallBack;
    later.callBackDue = *instantFromIso(u"2026-11-26T10:00:00+08:00"_s);
    putRequest(later);
    RequestRow holiday = waitingRow(10, kWaiting[3], m_now - 3h, items, enterprises);
    holiday.id = RequestId(u"cb2"_s);
    holiday.state = RequestState::CallBack;
    holiday.callBackDue = *instantFromIso(u"2026-10-08T10:00:00+08:00"_s);
    holiday.callBackWhy = {{u"2026-10-01"_s, u"2026-10-07"_s, u"国庆节"_s, false, false}};
    putRequest(holiday);

    client::StaffRow self = me();
    self.used = 50;
    putStaff(self);
    emit figuresChanged({54, 55, 40, 43, 41, 1, m_now});
}

} // namespace bangban::tests
