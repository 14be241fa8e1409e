// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/passwords.h"

#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;

class TestPasswords : public QObject {
    Q_OBJECT

private slots:
    void theRuleNamesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("fault"); // empty: it may be chosen
        const std::tuple<const char *, QString, QString> rows[] = {
            {"empty", {}, u"short"_s},
            {"seven", u"abc-123"_s, u"short"_s},
            {"letters", u"abcdefgh"_s, u"one_kind"_s},
            {"digits", u"12345678"_s, u"one_kind"_s},
            {"signs", u"--------"_s, u"one_kind"_s},
            {"han are letters", u"帮办工作台帮办工"_s, u"one_kind"_s},
            {"han and digits", u"帮办工作台2026"_s, {}},
            {"letters and digits", u"abcdefg1"_s, {}},
            {"letters and a space", u"correct horse"_s, {}},
            {"the account name", u"xx-Sample001-xx"_s, u"login"_s},
            {"the present one", u"present-one"_s, u"same"_s},
            {"another case", u"Present-One"_s, {}},
        };
        for (const auto &[name, password, fault] : rows)
            QTest::newRow(name) << password << fault;
    }
    void theRuleNamesWhatIsWrong()
    {
        QFETCH(QString, password);
        QFETCH(QString, fault);
        const auto found = faultOf(password, u"sample001"_s, u"present-one"_s);
        QCOMPARE(found ? QString(nameOf(*found)) : QString(), fault);
    }

    void anUnknownAccountNameIsInNoPassword() { QVERIFY(!faultOf(u"abcdefg1"_s, {}, {})); }

    void aPasswordIsOldOnlyAfterItsLastDay()
    {
        using namespace std::chrono_literals;
        const Instant chosen = fromMs(1'700'000'000'000);
        QCOMPARE(passwordState(chosen, 90, chosen + 90 * 24h), PasswordState::Own);
        QCOMPARE(passwordState(chosen, 90, chosen + 90 * 24h + 1ms), PasswordState::Old);
        QCOMPARE(passwordState(chosen, 0, chosen + 36'500 * 24h), PasswordState::Own);
        QCOMPARE(passwordState({}, 0, chosen), PasswordState::Given);
        QCOMPARE(passwordState({}, 90, chosen), PasswordState::Given);
    }
};

QTEST_APPLESS_MAIN(TestPasswords)
#include "tst_passwords.moc"
