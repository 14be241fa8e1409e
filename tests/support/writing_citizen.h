// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/wire_client.h"

#include <QElapsedTimer>

namespace bangban::tests {

/// A citizen who writes one message after the other. What was not acknowledged is said again, word for word, as the page
/// does; so what a test counts as acknowledged is what a person was told is 已提交.
struct WritingCitizen {
    QString token;
    RequestId request;
    QList<MessageId> acknowledged;

    explicit WritingCitizen(const QUrl &server)
    {
        using namespace Qt::StringLiterals;
        m_wire = std::make_unique<WireClient>(server);
        token = m_wire->beCitizen();
        protocol::RequestAsk ask;
        ask.request = RequestId(WireClient::newId());
        ask.item = ItemId(u"IT004"_s);
        ask.purpose = domain::Purpose::Errand;
        ask.words.text = u"问题"_s;
        if (!m_wire->command(ask))
            qFatal("the question is not taken");
        request = ask.request;
        write();
    }
    /// The line was cut; the page dials again with its token.
    void comeBack(const QUrl &server)
    {
        m_wire = std::make_unique<WireClient>(server);
        if (m_wire->beCitizen(token) != token)
            qFatal("the page is not known any more");
        say();
    }
    /// What came since the last look. \returns the code of a refusal that is for good
    QString look()
    {
        using namespace Qt::StringLiterals;
        const auto answer = m_wire->next(protocol::wireName<protocol::CommandResult>(), 0);
        if (answer.body["cmd_id"_L1].toString() == m_open.cmdId.value) {
            acknowledged.append(m_open.message);
            write();
            return {};
        }
        if (const auto refused = m_wire->next(protocol::wireName<protocol::Refused>(), 0); !refused.type.isEmpty()) {
            const QString code = refused.body["code"_L1].toString();
            if (code != "database"_L1 && code != "busy"_L1 && code != "rate_limited"_L1)
                return code;
            say();
        } else if (m_said.elapsed() > 2'000) {
            say();
        }
        return {};
    }

private:
    void write()
    {
        m_open = {};
        m_open.cmdId = WireClient::newCommandId();
        m_open.message = MessageId(WireClient::newId());
        m_open.request = request;
        m_open.words.text = QStringLiteral("第%1句").arg(acknowledged.size());
        say();
    }
    void say()
    {
        m_wire->send(m_open);
        m_said.restart();
    }
    std::unique_ptr<WireClient> m_wire;
    protocol::MessageSend m_open;
    QElapsedTimer m_said;
};

} // namespace bangban::tests
