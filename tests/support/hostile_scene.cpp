// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostile_scene.h"

#include <QCryptographicHash>

namespace bangban::tests {

namespace {

void orFatal(const Result<QJsonObject> &done, const QString &what)
{
    if (!done)
        qFatal("%s: %s %s", qPrintable(what), qPrintable(QString(wireName(done.error().code))), qPrintable(done.error().detail));
}

} // namespace

template<protocol::Described T>
void HostileScene::must(Who who, const T &command)
{
    orFatal(client(who).command(command), QString(protocol::wireName<T>()));
}

QString HostileScene::askFor(const QString &name, WireClient &page)
{
    const auto ask = question(u"公司要增资"_s);
    orFatal(page.command(ask), name);
    m_ids[name] = ask.request.value;
    return ask.request.value;
}

void HostileScene::claim(const QString &name, Who who) { must(who, protocol::RequestClaim{{}, RequestId(id(name))}); }

QString HostileScene::answer(const QString &name, Who who, int claimNo)
{
    protocol::MessageSend send;
    send.message = MessageId(WireClient::newId());
    send.request = RequestId(id(name));
    send.claimNo = claimNo;
    send.words.text = u"您好"_s;
    must(who, send);
    return send.message.value;
}

HostileScene::HostileScene()
{
    must(Who::Agent, protocol::PresenceSet{{}, domain::Presence::Ready, {}, false});
    must(Who::Colleague, protocol::PresenceSet{{}, domain::Presence::Ready, {}, false});
    WireClient &citizen = client(Who::Citizen);

    must(Who::Citizen, protocol::RequestWithdraw{{}, RequestId(askFor(u"withdrawn"_s, citizen))});
    for (const QString &name : {u"closed"_s, u"callback"_s, u"wrapup"_s, u"serving"_s}) {
        const RequestId request(askFor(name, citizen));
        claim(name, Who::Agent);
        m_ids[u"answer"_s] = answer(name, Who::Agent);
        if (name == "callback"_L1)
            must(Who::Agent, protocol::RequestArrangeCall{{}, request, 1, {u"13800000000"_s}});
        if (name == "closed"_L1 || name == "wrapup"_L1)
            must(Who::Agent, protocol::RequestEnd{{}, request, 1});
        if (name == "closed"_L1)
            must(Who::Agent, protocol::RequestWrapUp{{}, request, 1, u"ZX01"_s, u"JG1"_s});
    }
    m_ids[u"said"_s] = answer(u"serving"_s, Who::Citizen);
    for (const QString &name : {u"unanswered"_s, u"moved"_s, u"theirs"_s}) {
        m_somebody.push_back(std::make_unique<WireClient>(server.url()));
        m_somebody.back()->beCitizen();
        askFor(name, *m_somebody.back());
        claim(name, name == "theirs"_L1 ? Who::Colleague : Who::Agent);
    }
    protocol::RequestTransfer transfer{{}, RequestId(id(u"moved"_s)), 1, {}, StaffId(u"SF003"_s), {u"同事更熟悉"_s}};
    must(Who::Agent, transfer);
    claim(u"moved"_s, Who::Colleague);
    m_ids[u"theirsaid"_s] = answer(u"theirs"_s, Who::Colleague);
    sendFiles();
    for (const Who who : {Who::Agent, Who::Colleague})
        must(who, protocol::PresenceSet{{}, domain::Presence::Busy, {}, false});
    askFor(u"waiting"_s, client(Who::Neighbour));
    m_ids[u"sha"_s] = QString(64, u'0');
}

void HostileScene::sendFiles()
{
    const QByteArray bytes("ten bytes!");
    for (const QString &name : {u"file"_s, u"half"_s}) {
        protocol::FileBegin begin;
        begin.file = FileId(WireClient::newId());
        begin.request = RequestId(id(u"serving"_s));
        begin.name.text = u"a.txt"_s;
        begin.type = u"text/plain"_s;
        begin.size = bytes.size();
        begin.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        m_ids[name] = begin.file.value;
        must(Who::Citizen, begin);
    }
    client(Who::Citizen).sendBytes(protocol::encodeChunk({FileId(id(u"file"_s)), 0, bytes}));
    must(Who::Citizen, protocol::FileFinish{{}, FileId(id(u"file"_s))});
}

QString HostileScene::filled(QString text) const
{
    auto names = m_ids.keys();
    // "theirsaid" before "theirs": the longer name first.
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : std::as_const(names))
        text.replace(u'$' + name, id(name));
    return text.replace("$new"_L1, WireClient::newId());
}

} // namespace bangban::tests
