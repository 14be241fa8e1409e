// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge_fixture.h"
#include "ui/answer_box.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/knowledge_panel.h"
#include "ui/link_dialog.h"
#include "ui/media_strip.h"
#include "ui/service_page.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using client::EntryMedia;
using domain::Role;

namespace {

const QByteArray kPng = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

} // namespace

/// What an entry shows and plays, from the editor to the conversation. \source duties 44 and 67
class TestCardsAtDesk : public QObject {
    Q_OBJECT

private:
    struct Talk : DeskFixture {
        Talk()
        {
            window->resize(1600, 900);
            window->show();
            QApplication::setActiveWindow(window.get());
            signIn(domain::Presence::Busy);
            feed.loadMorning();
            feed.loadKnowledge();
            window->service()->open(first);
            settle();
            panel = window->findChild<ui::KnowledgePanel *>();
            composer = window->service()->conversation()->composer();
        }
        /// The first one that is suggested, with a picture and a link.
        client::EntryRow withMedia()
        {
            client::EntryRow row = panel->suggestions().shown().front().row;
            row.media = {{FileId(u"f1"_s), u"三步办好"_s, u"image/png"_s, 70, {}}, {{}, u"办事指南"_s, {}, 0, u"https://zwdt.sh.gov.cn/"_s}};
            feed.putEntry(row);
            settle();
            return row;
        }
        const RequestId first{u"mine1"_s};
        ui::KnowledgePanel *panel = nullptr;
        ui::Composer *composer = nullptr;
    };
    struct Page : KnowledgeFixture {
        Page() : KnowledgeFixture({Role::KbAuthor}) { press(u"New entry"_s); }
        [[nodiscard]] ui::MediaStrip *strip() const { return page()->editor()->findChild<ui::MediaStrip *>(); }
        QString file(const QString &name, const QByteArray &bytes) const
        {
            QFile out(dir.filePath(name));
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
                qFatal("not written");
            return out.fileName();
        }
        void type(const QString &title)
        {
            auto *line = named<QLineEdit>(u"Question"_s);
            line->setText(title);
            emit line->textEdited(title);
        }
    };

private slots:
    void oneKeySendsTheCardAndLeavesWhatIsWritten()
    {
        Talk f;
        const client::EntryRow row = f.withMedia();
        f.composer->edit()->insertPlainText(u"我再看一下"_s);
        QAction *card = f.window->desk().actions.action(ui::Act::SendCard);
        QVERIFY(card->isEnabled());
        QCOMPARE(card->shortcut(), QKeySequence(u"Alt+C"_s));
        card->trigger();
        f.settle();
        const client::MessageRow sent = f.feed.messagesOf(f.first).last();
        QVERIFY(sent.card);
        QCOMPARE(sent.card->title, row.title);
        QCOMPARE(sent.card->media, row.media);
        QCOMPARE(sent.words.text, ui::AnswerBox::plainOf(row));
        QCOMPARE(f.composer->edit()->toPlainText(), u"我再看一下"_s);
        QCOMPARE(f.feed.calls.count(u"sendCard"_s), 1);
    }

    void theAnswerShowsWhatItHasAndSendsItWithAClick()
    {
        Talk f;
        f.withMedia();
        auto *box = f.panel->findChild<ui::AnswerBox *>();
        auto *strip = box->findChild<ui::MediaStrip *>();
        QVERIFY(strip->isVisible());
        QCOMPARE(ui::MediaStrip::summary(strip->media()), u"Picture · Link"_s);
        for (QPushButton *one : box->findChildren<QPushButton *>())
            if (one->text() == u"Send as card"_s)
                one->click();
        f.settle();
        QCOMPARE(f.feed.calls.count(u"sendCard"_s), 1);
        f.panel->step(1); // one without any
        QVERIFY(!strip->isVisible());
    }

    void whatWasWithdrawnIsNoCard()
    {
        Talk f;
        const client::EntryRow row = f.panel->suggestions().shown().front().row;
        f.feed.withdraw(row.id);
        f.settle();
        f.panel->sendCard();
        f.settle();
        const bool isShown = !f.panel->suggestions().shown().isEmpty() && f.panel->suggestions().shown().front().row.id == row.id;
        QCOMPARE(f.feed.calls.count(u"sendCard"_s), isShown ? 0 : 1); // another one has taken its place, or nothing is sent
        if (isShown)
            QVERIFY(!f.window->desk().actions.action(ui::Act::SendCard)->isEnabled());
    }

    void aFileIsTheDraftsFromTheMomentItWasChosen()
    {
        Page f;
        f.type(u"歇业备案怎么办"_s);
        f.strip()->addFile(f.file(u"三步办好.png"_s, kPng));
        QCOMPARE(f.strip()->media().size(), 1U); // the draft has it from now on, and its bytes follow
        QCoreApplication::processEvents();
        QVERIFY(f.says(u"Being sent"_s));
        QPushButton *submit = f.button(u"Send to review"_s);
        QVERIFY(submit);
        submit->click();
        QVERIFY(f.says(u"on its way still"_s));
        QCOMPARE(f.feed.calls.count(u"saveEntry"_s), 0);
        f.settle();
        QVERIFY(!f.says(u"Being sent"_s));
        const EntryMedia one = f.strip()->media()[0];
        QCOMPARE(one.title, u"三步办好"_s);
        QCOMPARE(one.type, u"image/png"_s);
        QCOMPARE(one.size, kPng.size());
        auto *title = f.named<QLineEdit>(u"What people read"_s);
        QVERIFY(title);
        title->setText(u"办理步骤"_s);
        emit title->textEdited(u"办理步骤"_s);
        f.page()->editor()->keep();
        f.settle();
        const auto drafts = f.window->desk().bench.entryDrafts.rows();
        QCOMPARE(drafts.size(), 1U);
        QCOMPARE(drafts[0].entry.media.size(), 1U);
        QCOMPARE(drafts[0].entry.media[0].title, u"办理步骤"_s);
        for (QToolButton *out : f.strip()->findChildren<QToolButton *>())
            if (out->accessibleName().startsWith(u"Take"_s))
                out->click();
        f.settle();
        QVERIFY(f.strip()->media().empty());
    }

    void whatABrowserDoesNotShowIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("a program") << u"a.exe"_s << QByteArray("MZ") << u"a kind that a browser does not show"_s;
        QTest::newRow("a drawing that runs") << u"a.svg"_s << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << u"a kind that a browser does not show"_s;
        QTest::newRow("nothing") << u"a.png"_s << QByteArray() << u"is empty"_s;
        QTest::newRow("too large") << u"a.mp4"_s << QByteArray(20 * 1024 * 1024 + 1, 'x') << u"a file may have 20 MB"_s;
    }
    void whatABrowserDoesNotShowIsRefusedInWords()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Page f;
        f.type(u"歇业备案怎么办"_s);
        f.strip()->addFile(f.file(name, bytes));
        f.settle();
        QVERIFY(f.says(words));
        QVERIFY(f.strip()->media().empty());
        QCOMPARE(f.feed.calls.count(u"uploadMedia"_s), 0);
    }

    void aRefusalIsSaidAndNothingIsAdded()
    {
        Page f;
        f.type(u"歇业备案怎么办"_s);
        f.feed.refuseNext = ErrorCode::BadFile;
        f.strip()->addFile(f.file(u"a.png"_s, kPng));
        f.settle();
        QVERIFY(f.says(u"a was not added"_s));
        QVERIFY(f.strip()->media().empty());
    }

    void aLinkIsAWholeAddress()
    {
        Page f;
        f.type(u"歇业备案怎么办"_s);
        f.press(u"Add a link"_s);
        auto *dialog = f.window->findChild<ui::LinkDialog *>();
        QVERIFY(dialog);
        const auto lines = dialog->findChildren<QLineEdit *>();
        QPushButton *add = nullptr;
        for (QPushButton *one : dialog->findChildren<QPushButton *>())
            if (one->text() == u"Add"_s)
                add = one;
        for (const QString &bad : {u"javascript:alert(1)"_s, u"zwdt.sh.gov.cn"_s, u"https://who:word@host/"_s, u"https://"_s}) {
            lines[0]->setText(bad);
            add->click();
            QVERIFY2(dialog->isVisible(), qPrintable(bad));
        }
        lines[0]->setText(u"https://zwdt.sh.gov.cn/guide?id=1"_s);
        add->click();
        f.settle();
        QCOMPARE(f.strip()->media().size(), 1U);
        QCOMPARE(f.strip()->media()[0].url, u"https://zwdt.sh.gov.cn/guide?id=1"_s);
        QCOMPARE(f.strip()->media()[0].title, u"zwdt.sh.gov.cn"_s);
    }

    /// Another entry is chosen while a file is on its way: the first one's draft has it, the other has not.
    void aFileStaysWithItsEntry()
    {
        Page f;
        f.type(u"歇业备案怎么办"_s);
        f.strip()->addFile(f.file(u"a.png"_s, kPng));
        const QString first = f.page()->editor()->entryId();
        client::EntryRow other = sampleEntries().front();
        other.unit = f.feed.me().unit;
        f.page()->editor()->write(other, other.version, {});
        f.settle();
        QVERIFY(f.strip()->media().empty());
        const auto *draft = f.window->desk().bench.entryDrafts.draft(EntryId(first), f.feed.me().id);
        QVERIFY(draft);
        QCOMPARE(draft->entry.media.size(), 1U);
    }

    /// A file alone is a draft, too.
    void aFileWithoutWordsIsKept()
    {
        Page f;
        f.strip()->addFile(f.file(u"三步办好.png"_s, kPng));
        const QString first = f.page()->editor()->entryId();
        f.page()->editor()->keep();
        f.settle();
        const auto *draft = f.window->desk().bench.entryDrafts.draft(EntryId(first), f.feed.me().id);
        QVERIFY(draft);
        QCOMPARE(draft->entry.media.size(), 1U);
    }

    void aTooLongLinkIsRefusedInWords()
    {
        Page f;
        f.type(u"歇业备案怎么办"_s);
        f.press(u"Add a link"_s);
        auto *dialog = f.window->findChild<ui::LinkDialog *>();
        dialog->findChildren<QLineEdit *>()[0]->setText(u"https://zwdt.sh.gov.cn/?q="_s + QString(200, u'办')); // each is nine in the end
        for (QPushButton *one : dialog->findChildren<QPushButton *>())
            if (one->text() == u"Add"_s)
                one->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(f.strip()->media().empty());
    }

    /// It goes at once: not while nobody sees what it would be, nor what was found for the case before.
    void nothingUnseenIsSent()
    {
        Talk f;
        QAction *card = f.window->desk().actions.action(ui::Act::SendCard);
        f.window->service()->open(RequestId(u"mine6"_s)); // what fits is not found yet
        card->trigger();
        QCOMPARE(f.feed.calls.count(u"sendCard"_s), 0);
        f.settle();
        f.panel->hide();
        f.panel->sendCard();
        QCOMPARE(f.feed.calls.count(u"sendCard"_s), 0);
        f.panel->setVisible(true);
        f.panel->sendCard();
        QCOMPARE(f.feed.calls.count(u"sendCard"_s), 1);
    }
};

QTEST_MAIN(TestCardsAtDesk)
#include "tst_cards_at_desk.moc"
