// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/canned_dialog.h"
#include "ui/canned_list.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/service_page.h"

#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

class TestComposer : public QObject {
    Q_OBJECT

private:
    struct Fixture : DeskFixture {
        Fixture()
        {
            window->show();
            QApplication::setActiveWindow(window.get());
            signIn(domain::Presence::Busy);
            feed.loadMorning();
            settle();
            window->service()->open(first);
            settle();
            composer = window->service()->conversation()->composer();
        }
        const RequestId first{u"mine1"_s};
        const RequestId second{u"mine6"_s};
        ui::Composer *composer = nullptr;
        [[nodiscard]] QString lastWords() const { return feed.messagesOf(first).constLast().words.text; }
    };

private slots:
    void theDraftOfEveryRequestIsKept()
    {
        Fixture f;
        QTest::keyClicks(f.composer->edit(), u"for the first"_s);
        f.window->service()->open(f.second);
        QCOMPARE(f.feed.draftOf(f.first), u"for the first"_s);
        QVERIFY(f.composer->text().isEmpty());
        QTest::keyClicks(f.composer->edit(), u"for the second"_s);
        f.window->service()->open(f.first);
        QCOMPARE(f.composer->text(), u"for the first"_s);
    }

    /// "/" and a few letters put words in; a path, a date or a fraction is none.
    void aStrokeFindsCannedPhrases()
    {
        Fixture f;
        const auto put = [&](const QString &id, const QString &code, const QString &text, bool isOwn) {
            client::CannedRow row;
            row.id = CannedId(id);
            row.code = code;
            row.text = text;
            (isOwn ? row.staff.value : row.unit.value) = isOwn ? f.feed.me().id.value : f.feed.me().unit.value;
            f.feed.putCanned(row);
        };
        put(u"1"_s, u"sd"_s, u"请稍等，我为您查询一下。"_s, true);
        put(u"2"_s, u"cl"_s, u"请带齐材料原件。"_s, false);
        put(u"3"_s, u"sdx"_s, u"十点前给您回电。"_s, false);
        f.settle();
        auto *edit = f.composer->edit();
        auto *list = f.composer->canned();
        QTest::keyClicks(edit, u"1/2 a/b"_s);
        QVERIFY(!list->isVisible());
        edit->clear();
        QTest::keyClicks(edit, u"ok /"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->list()->count(), 3);
        QTest::keyClicks(edit, u"sd"_s);
        QCOMPARE(list->list()->count(), 2);
        QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(f.composer->text(), u"ok 十点前给您回电。"_s);
        QVERIFY(!list->isVisible());
        edit->clear();
        QTest::keyClicks(edit, u"/qdq"_s); // by the pinyin of its words
        QCOMPARE(list->list()->count(), 1);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(f.composer->text(), u"请带齐材料原件。"_s);
        edit->clear();
        QTest::keyClicks(edit, u"/sd"_s);
        QTest::keyClick(edit, Qt::Key_Escape); // it was meant as such
        QVERIFY(!list->isVisible());
        QVERIFY(f.composer->send());
        f.settle();
        QCOMPARE(f.lastWords(), u"/sd"_s);
    }

    /// A stroke that finds a word somewhere in a phrase does not take the Return that sends.
    void aStrokeInATextIsAStroke()
    {
        Fixture f;
        client::CannedRow row;
        row.id = CannedId(u"1"_s);
        row.staff = f.feed.me().id;
        row.code = u"sd"_s;
        row.text = u"please wait"_s;
        f.feed.putCanned(row);
        f.settle();
        auto *edit = f.composer->edit();
        edit->setSendsWithEnter(true);
        QTest::keyClicks(edit, u"yes /wait"_s);
        QVERIFY(f.composer->canned()->isVisible());
        QTest::keyClick(edit, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.lastWords(), u"yes /wait"_s);
        QTest::keyClicks(edit, u"50 /each"_s); // and an answer of the knowledge base does not stand in its place
        f.composer->insertWords(u" or less"_s);
        QCOMPARE(f.composer->text(), u"50 /each or less"_s);
    }

    /// What comes back does not push out what was begun since.
    void wordsThatComeBackStandBeforeWhatIsBegun()
    {
        Fixture f;
        QTest::keyClicks(f.composer->edit(), u"begun"_s);
        f.window->service()->open(f.second);
        f.window->service()->open(f.first);
        QTest::keyClicks(f.composer->edit(), u" and more"_s); // not kept yet
        f.feed.draftLoaded(f.first, u"came back\nbegun"_s);
        QCOMPARE(f.composer->text(), u"came back\nbegun and more"_s);
    }

    void aPhraseIsKeptFromWhatIsWritten()
    {
        Fixture f;
        QTest::keyClicks(f.composer->edit(), u"please wait /"_s);
        for (QPushButton *one : f.composer->canned()->findChildren<QPushButton *>())
            if (one->text() == u"New phrase…"_s)
                one->click();
        auto *dialog = f.window->findChild<ui::CannedDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), u"please wait"_s);
        const auto press = [&](const QString &text) {
            for (QPushButton *one : dialog->findChildren<QPushButton *>())
                if (one->text() == text)
                    one->click();
            f.settle();
        };
        dialog->findChild<QLineEdit *>()->setText(u"p w"_s);
        press(u"Keep"_s);
        QVERIFY(dialog->isVisible()); // a code has no spaces
        dialog->findChild<QLineEdit *>()->setText(u"pw"_s);
        press(u"Keep"_s);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(f.window->desk().bench.canned.find(u"pw"_s).size(), 1U);
        QCOMPARE(f.window->desk().bench.canned.find(u"pw"_s)[0].staff, f.feed.me().id);
    }

    void aDraftThatTheFeedLoadsIsShown()
    {
        Fixture f;
        f.feed.draftLoaded(f.first, u"from before the crash"_s);
        QCOMPARE(f.composer->text(), u"from before the crash"_s);
        QTest::keyClicks(f.composer->edit(), u"!"_s);
        f.feed.draftLoaded(f.first, u"older"_s); // what is being written stands above
        QCOMPARE(f.composer->text(), u"from before the crash!"_s);
    }

    void aDraftSurvivesAnotherLook()
    {
        Fixture f;
        QTest::keyClicks(f.composer->edit(), u"half"_s);
        f.window->desk().preferences.setTheme(ui::ThemeKind::Dark);
        f.settle();
        QCOMPARE(f.feed.draftOf(f.first), u"half"_s);
        QCOMPARE(f.window->service()->conversation()->request(), f.first);
        QCOMPARE(f.window->service()->conversation()->composer()->text(), u"half"_s);
    }

    void enterSendsOnlyWhereItWasChosen()
    {
        Fixture f;
        QTest::keyClicks(f.composer->edit(), u"a"_s);
        QTest::keyClick(f.composer->edit(), Qt::Key_Return);
        QCOMPARE(f.composer->text(), u"a\n"_s);
        f.window->desk().preferences.setSendKey(ui::SendKey::Enter);
        QTest::keyClicks(f.composer->edit(), u"b"_s);
        QTest::keyClick(f.composer->edit(), Qt::Key_Return);
        f.settle();
        QCOMPARE(f.lastWords(), u"a\nb"_s);
        QVERIFY(f.composer->text().isEmpty());
    }

    void blankTextIsNotSent()
    {
        Fixture f;
        const auto before = f.feed.messagesOf(f.first).size();
        QTest::keyClicks(f.composer->edit(), u"  "_s);
        QVERIFY(!f.composer->send());
        f.settle();
        QCOMPARE(f.feed.messagesOf(f.first).size(), before);
    }

    void undoInAnEmptyFieldTakesTheLastMessageBack()
    {
        Fixture f;
        QTest::keyClicks(f.composer->edit(), u"wrong"_s);
        QVERIFY(f.composer->send());
        f.settle();
        QCOMPARE(f.lastWords(), u"wrong"_s);
        QTest::keyClick(f.composer->edit(), Qt::Key_Z, Qt::ControlModifier);
        f.settle();
        QVERIFY(f.feed.messagesOf(f.first).constLast().recalledAt);
        QVERIFY(f.lastWords().isEmpty());
    }

    void hostileTextArrivesAsTyped()
    {
        Fixture f;
        const QString hostile = u"<img src=x onerror=1> \u202E \U0002000B 𠮷 &lt;"_s;
        QMimeData mime;
        mime.setText(hostile);
        mime.setHtml(u"<b>other</b>"_s);
        QApplication::clipboard()->setText(hostile);
        f.composer->edit()->paste();
        QVERIFY(f.composer->send());
        f.settle();
        QCOMPARE(f.lastWords(), hostile);
    }

    void twentyThousandCharactersAreAMessageAndMoreAreOfferedAsAFile()
    {
        Fixture f;
        const QString most(20'000, u'办');
        QApplication::clipboard()->setText(most);
        f.composer->edit()->paste();
        QVERIFY(f.composer->send());
        f.settle();
        QCOMPARE(f.lastWords(), most);

        const QString more(200'000, u'帮');
        QApplication::clipboard()->setText(more);
        f.composer->edit()->paste();
        f.settle();
        QVERIFY(f.composer->text().isEmpty());
        auto *box = f.window->findChild<QMessageBox *>();
        QVERIFY(box);
        qobject_cast<QPushButton *>(box->defaultButton())->click();
        f.settle();
        const client::MessageRow sent = f.feed.messagesOf(f.first).constLast();
        QCOMPARE(sent.kind, domain::MessageKind::File);
        QCOMPARE(sent.fileSize, qint64(more.toUtf8().size()));
    }

    void whatIsOfferedAsAFileGoesToWhomItWasWrittenFor()
    {
        Fixture f;
        QApplication::clipboard()->setText(QString(200'000, u'帮'));
        f.composer->edit()->paste();
        f.settle();
        auto *box = f.window->findChild<QMessageBox *>();
        QVERIFY(box);
        f.window->service()->open(f.second); // F2 took another case meanwhile
        const auto before = f.feed.messagesOf(f.second).size();
        qobject_cast<QPushButton *>(box->defaultButton())->click();
        f.settle();
        QCOMPARE(f.feed.messagesOf(f.second).size(), before);
        QCOMPARE(f.feed.messagesOf(f.first).constLast().kind, domain::MessageKind::File);
    }

    void aPasteOverASelectionTakesItsPlace()
    {
        Fixture f;
        f.composer->edit()->setPlainText(QString(15'000, u'办'));
        f.composer->edit()->selectAll();
        QApplication::clipboard()->setText(QString(15'000, u'帮'));
        f.composer->edit()->paste();
        QCOMPARE(f.composer->text(), QString(15'000, u'帮'));
    }

    void aPastedPictureIsSentAsOne()
    {
        Fixture f;
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QApplication::clipboard()->setImage(picture);
        f.composer->edit()->paste();
        f.settle();
        QCOMPARE(f.feed.messagesOf(f.first).constLast().kind, domain::MessageKind::Image);
    }

    void aDroppedFileIsSentAndATooLargeOneRefusedInWords()
    {
        Fixture f;
        const QString path = f.dir.filePath(u"章程.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("text");
        file.close();
        emit f.composer->edit()->fileDropped(path);
        f.settle();
        QCOMPARE(f.feed.messagesOf(f.first).constLast().fileName.text, u"章程.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(21 * 1024 * 1024));
        file.close();
        QSignalSpy failed(f.composer, &ui::Composer::failed);
        emit f.composer->edit()->fileDropped(path);
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(u"20 MB"_s));
    }

    void typingMarksGoOutOnceAndEnd()
    {
        Fixture f;
        f.feed.calls.clear();
        QTest::keyClicks(f.composer->edit(), u"abc"_s);
        QCOMPARE(f.feed.calls.count(u"typing on"_s), 1);
        QVERIFY(f.composer->send());
        QCOMPARE(f.feed.calls.count(u"typing off"_s), 1);
    }

    void whatIsWrittenOfflineStaysPendingAndVisible()
    {
        Fixture f;
        f.feed.setLine(client::LineState::Broken);
        QTest::keyClicks(f.composer->edit(), u"later"_s);
        QVERIFY(f.composer->send());
        f.settle();
        QCOMPARE(f.window->desk().bench.messages.pendingOf(f.first), 1);
        QVERIFY(!f.window->desk().actions.action(ui::Act::Transfer)->isEnabled());
        QVERIFY(f.composer->edit()->isEnabled());
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestComposer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_composer.moc"
