// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/passwords.h"
#include "tests/support/sample_rows.h"
#include "tests/ui/pictures.h"
#include "ui/administration_page.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/keys_dialog.h"
#include "ui/entry_editor.h"
#include "ui/entry_list.h"
#include "ui/knowledge_page.h"
#include "ui/knowledge_panel.h"
#include "ui/offer_card.h"
#include "ui/palette.h"
#include "ui/rail.h"
#include "ui/service_page.h"
#include "ui/transfer_dialog.h"
#include "ui/wrap_up_panel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QComboBox>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// Takes a picture of every page to build/shots and fails where something that must be seen is not, or where a page
/// needs more room than it has. Sizes are device pixels; a second run with QT_SCALE_FACTOR=1.25 makes the @125 ones.
class TestPictures : public QObject {
    Q_OBJECT

private:
    static void addOffer(DeskFixture &fixture)
    {
        client::StaffRow me = fixture.feed.me();
        me.presence = domain::Presence::Ready;
        me.since = fixture.feed.serverNow() - 761s;
        fixture.feed.putStaff(me);
        fixture.feed.putOffer({u"o1"_s, RequestId(u"w3"_s), me.id, domain::OfferState::Open,
                               fixture.feed.serverNow() - 2s, fixture.feed.serverNow() + 8s, u"longest_idle"_s, {}});
        fixture.settle();
    }

    /// How an entry was asked for, and entries that contradict each other.
    static void takePastAndOpposed(DeskFixture &fixture, const client::EntryRow &entry, const Look &look)
    {
        protocol::PastVersion now{entry, u"示例编写44"_s, u"示例审核45"_s, fixture.feed.serverNow()}, before = now;
        now.row.version = 2;
        fixture.feed.past = {entry.id, {now, before}, {{u"老法人失联了，公司怎么换法定代表人"_s, 4}, {u"原来的法人在国外不肯签字能换吗"_s, 1}}, 12};
        auto *page = fixture.window->findChild<ui::KnowledgePage *>();
        for (QPushButton *one : page->findChildren<QPushButton *>())
            if (one->isVisible() && (one->text() == u"How people asked it, and its versions"_s || one->text() == u"群众怎么问的、历史版本"_s))
                one->click();
        fixture.settle();
        auto *area = page->editor()->findChild<QScrollArea *>();
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        save(grab(fixture), u"knowledge-past"_s, look);
        QComboBox *choice = page->list()->choice();
        client::ItemRow item;
        item.id = ItemId(u"IT-PICTURE"_s);
        item.code = u"SC310-20"_s;
        item.name = u"歇业备案（一件事）"_s;
        item.unit = fixture.feed.me().unit;
        item.chat = true;
        item.validFrom = u"2026-12-01"_s;
        fixture.feed.putItem(item);
        choice->setCurrentIndex(choice->count() - 1); // items without an answer
        emit choice->activated(choice->currentIndex());
        fixture.settle();
        QVERIFY(page->list()->list()->count() > 0);
        save(grab(fixture), u"knowledge-unanswered"_s, look);
        choice->setCurrentIndex(choice->count() - 2); // entries that oppose each other
        emit choice->activated(choice->currentIndex());
        fixture.settle();
        QVERIFY(page->list()->list()->count() > 0);
        emit page->list()->list()->itemActivated(page->list()->list()->item(0));
        fixture.settle();
        save(grab(fixture), u"knowledge-opposed"_s, look);
        fitsScreen(fixture, look.size);
        choice->setCurrentIndex(0);
        emit choice->activated(0);
        fixture.settle();
    }

    /// 知识库: what is owed, an entry that is read, and a draft that is written.
    static void takeKnowledgePage(DeskFixture &fixture, const Look &look)
    {
        const client::StaffRow before = fixture.feed.me();
        client::StaffRow me = before;
        me.roles = {domain::Role::KbAuthor, domain::Role::KbReviewer};
        fixture.feed.putStaff(me);
        const Instant now = fixture.feed.serverNow();
        const auto task = [&](int number, domain::TaskKind kind, const QString &words, std::chrono::hours due) {
            client::TaskRow row;
            row.id = TaskId(u"task-picture-%1"_s.arg(number));
            row.kind = kind;
            row.unit = me.unit;
            row.itemName = u"企业法定代表人变更登记"_s;
            row.words = {words};
            row.openedByName = u"示例坐席01"_s;
            row.markedAt = now;
            row.dueAt = now + due;
            row.entry = EntryId(u"QA0128"_s);
            if (kind == domain::TaskKind::Wording)
                row.group = TaskId(u"task-picture-%1"_s.arg(number > 10 ? 2 : number)); // three ask what the second does
            if (kind == domain::TaskKind::Policy)
                row.effective = u"2026-11-25"_s;
            fixture.feed.putTask(row);
        };
        task(1, domain::TaskKind::Wording, u"今年扩岗补助截止时间？"_s, -26h);
        task(2, domain::TaskKind::Wording, u"电子营业执照换法人后还能用吗？"_s, 24h);
        task(3, domain::TaskKind::Wording, u"书店里卖咖啡要哪张许可证？"_s, 120h);
        task(4, domain::TaskKind::Correction, u"换招牌：群众反映窗口说法不同"_s, 144h);
        task(5, domain::TaskKind::FollowUp, u"公积金基数按新公告执行"_s, 72h);
        task(11, domain::TaskKind::Wording, u"法定代表人换了，原来的电子营业执照还有效吗"_s, 48h);
        task(12, domain::TaskKind::Wording, u"换法人以后电子执照要重新下载？"_s, 72h);
        task(6, domain::TaskKind::Policy, u"关于优化企业登记服务的若干规定"_s, 20h);
        client::EntryDraftRow draft;
        draft.entry.id = EntryId(u"picture"_s);
        draft.entry.unit = me.unit;
        draft.entry.title = u"歇业备案要几天？"_s;
        draft.entry.plain = u"当天办好，不收费。"_s;
        draft.entry.from = u"2026-12-01"_s;
        draft.entry.state = domain::EntryState::Review;
        draft.author = StaffId(u"SF044"_s);
        draft.authorName = u"示例编写44"_s;
        draft.id = protocol::draftId(draft.entry.id, draft.author);
        draft.savedAt = now;
        fixture.feed.putEntryDraft(draft);
        fixture.settle();
        fixture.window->showPage(ui::Page::Knowledge);
        fixture.settle();
        save(grab(fixture), u"knowledge-empty"_s, look);
        fitsScreen(fixture, look.size);
        auto *page = fixture.window->findChild<ui::KnowledgePage *>();
        for (QToolButton *one : page->findChildren<QToolButton *>())
            if (one->text().endsWith(u'▾'))
                one->click();
        fixture.settle();
        save(grab(fixture), u"knowledge-asked"_s, look);
        fitsScreen(fixture, look.size);
        client::EntryRow entry;
        for (const client::EntryRow &row : sampleEntries())
            if (row.id.value == u"QA0008"_s)
                entry = row;
        page->editor()->showEntry(entry);
        fixture.settle();
        save(grab(fixture), u"knowledge-entry"_s, look);
        takePastAndOpposed(fixture, entry, look);
        page->editor()->showEntry(entry);
        page->editor()->write(entry, 1, {});
        fixture.settle();
        save(grab(fixture), u"knowledge-draft"_s, look);
        client::EntryRow shown = entry;
        shown.media = sampleMedia();
        page->editor()->write(shown, 1, {});
        auto *area = page->editor()->findChild<QScrollArea *>();
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        save(grab(fixture), u"knowledge-media"_s, look);
        page->editor()->showDraft(draft);
        fixture.settle();
        save(grab(fixture), u"knowledge-review"_s, look);
        fitsScreen(fixture, look.size);
        takeNextVersion(fixture, entry, look);
        fixture.feed.putStaff(before);
        fixture.settle();
    }

    /// What a draft changes of the version that holds, beside the entries that end soon.
    static void takeNextVersion(DeskFixture &fixture, const client::EntryRow &holds, const Look &look)
    {
        auto *page = fixture.window->findChild<ui::KnowledgePage *>();
        client::EntryRow ends = holds;
        ends.unit = fixture.feed.me().unit;
        ends.to = toIso(dateOf(fixture.feed.serverNow()) + std::chrono::days(2));
        fixture.feed.putEntry(ends);
        client::EntryDraftRow draft;
        draft.entry = ends;
        draft.entry.title += u"（新规）"_s;
        draft.entry.plain.replace(u"不影响"_s, u"不影响办理"_s).replace(u"原来那位"_s, u"原法定代表人"_s);
        draft.entry.plain += u"公司章程另有规定的除外。"_s;
        draft.entry.from = toIso(dateOf(fixture.feed.serverNow()));
        draft.entry.to = QString();
        draft.entry.state = domain::EntryState::Review;
        draft.base = ends.version;
        draft.author = StaffId(u"SF044"_s);
        draft.authorName = u"示例编写44"_s;
        draft.id = protocol::draftId(draft.entry.id, draft.author);
        draft.savedAt = fixture.feed.serverNow();
        page->editor()->showDraft(draft);
        auto *choice = page->list()->choice();
        choice->setCurrentIndex(1);
        emit choice->activated(1);
        fixture.settle();
        QVERIFY(page->list()->list()->count() > 0);
        save(grab(fixture), u"knowledge-changes"_s, look);
        fitsScreen(fixture, look.size);
        draft.entry.from = toIso(dateOf(fixture.feed.serverNow()) + std::chrono::days(5)); // let pass, it waits for its day
        draft.entry.state = domain::EntryState::Scheduled;
        draft.id = protocol::scheduledId(draft.entry.id, draft.entry.from);
        draft.reviewer = StaffId(u"SF045"_s);
        draft.reviewerName = u"示例审核45"_s;
        fixture.feed.putEntryDraft(draft);
        page->editor()->showDraft(draft);
        choice->setCurrentIndex(2);
        emit choice->activated(2);
        fixture.settle();
        QVERIFY(page->list()->list()->count() > 0);
        save(grab(fixture), u"knowledge-scheduled"_s, look);
        fitsScreen(fixture, look.size);
        draft.entry.state = domain::EntryState::Withdrawn;
        fixture.feed.putEntryDraft(draft);
        choice->setCurrentIndex(0);
        emit choice->activated(0);
        fixture.feed.putEntry(holds);
        fixture.settle();
    }

    /// The panel by the person's own words, with an entry that ends soon, one layer down, and one that was withdrawn.
    static void takeKnowledge(DeskFixture &fixture, const Look &look)
    {
        auto *panel = fixture.window->findChild<ui::KnowledgePanel *>();
        panel->search(u"法人 变更 签字"_s);
        fixture.settle();
        QVERIFY(panel->suggestions().shown().size() == 5);
        client::EntryRow soon = panel->suggestions().shown()[1].row;
        soon.to = u"2026-11-27"_s;
        soon.media = sampleMedia();
        fixture.feed.putEntry(soon);
        fixture.settle();
        panel->nextLayer();
        save(grab(fixture), u"knowledge-panel"_s, look);
        panel->step(1);
        panel->sendCard();
        fixture.settle();
        QVERIFY(fixture.feed.messagesOf(RequestId(u"mine1"_s)).last().card);
        save(grab(fixture), u"knowledge-card"_s, look);
        panel->search(u"公积金"_s);
        fixture.settle();
        QTest::mouseMove(panel);
        panel->search(u"zzz qqq"_s);
        fixture.settle();
        save(grab(fixture), u"knowledge-nothing"_s, look);
        panel->search({});
        fixture.settle();
    }

private slots:
    void everyPageIsTaken_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        const QList<QSize> sizes = factor() > 1 ? QList<QSize>{{1366, 768}} : QList<QSize>{{1366, 768}, {1920, 1080}};
        for (const QSize &size : sizes)
            for (const QString &theme : {u"light"_s, u"dark"_s})
                for (const QString &language : {u"zh_CN"_s, u"en"_s})
                    QTest::addRow("%s %s %d", qPrintable(theme), qPrintable(language), size.width())
                        << theme << language << size;
        if (factor() == 1)
            QTest::addRow("high contrast") << u"high_contrast"_s << u"zh_CN"_s << QSize(1366, 768);
    }

    void everyPageIsTaken()
    {
        QFETCH(QString, theme);
        QFETCH(QString, language);
        QFETCH(QSize, size);
        const Look look{theme, language, size};
        DeskFixture fixture(theme, language);
        resize(fixture, size);
        save(grab(fixture), u"sign-in"_s, look);
        takeSecondFactor(fixture, look);
        takeFirstPassword(fixture, look);
        fixture.signIn();
        save(grab(fixture), u"start"_s, look);
        fixture.feed.loadMorning();
        fixture.feed.loadKnowledge();
        fixture.settle();
        fixture.window->service()->open(RequestId(u"mine1"_s));
        QCOMPARE(fixture.window->service()->conversation()->request(), RequestId(u"mine1"_s));
        save(grab(fixture), u"service"_s, look);
        fitsScreen(fixture, size);

        addOffer(fixture);
        QVERIFY(fixture.window->offerCard()->isVisible());
        save(grab(fixture, {fixture.window->offerCard()}), u"offer"_s, look);
        fixture.feed.claim(RequestId(u"w3"_s));
        fixture.settle();
        QVERIFY(!fixture.window->offerCard()->isVisible());

        fixture.window->service()->goToKnowledge();
        save(grab(fixture), u"side"_s, look);
        takeKnowledge(fixture, look);
        fixture.window->service()->goToKnowledge();
        takeKnowledgePage(fixture, look);
        takeLock(fixture, look);
        takeDialogs(fixture, look);
        takeOffline(fixture, look);
        fixture.window->service()->open(RequestId(u"mine1"_s));
        takePhrases(fixture, look);
        fixture.feed.end(RequestId(u"mine1"_s));
        fixture.settle();
        QVERIFY(fixture.window->service()->findChild<ui::WrapUpPanel *>()->isVisible());
        save(grab(fixture), u"wrap-up"_s, look);
        fitsScreen(fixture, size);
        fixture.window->showPage(ui::Page::Settings);
        save(grab(fixture), u"settings"_s, look);
        const auto buttons = fixture.window->findChildren<QPushButton *>(u"changePassword"_s);
        QVERIFY(!buttons.isEmpty());
        buttons.last()->click();
        QDialog *dialog = dialogOf(fixture);
        QVERIFY(dialog);
        save(grab(fixture, {dialog}), u"own-password"_s, look);
        dialog->reject();
        fixture.settle();
        takeAdministration(fixture, look);
    }

private:
    /// A complaint, an answer that is kept back, one that can be said more kindly, and what the supervisor sees of it.
    static void takePhrases(DeskFixture &fixture, const Look &look)
    {
        const client::StaffRow before = fixture.feed.me();
        client::StaffRow me = before;
        me.roles = {domain::Role::UnitSupervisor};
        fixture.feed.putStaff(me);
        fixture.feed.loadPhrases();
        fixture.settle();
        const RequestId open(u"mine1"_s);
        fixture.window->service()->open(open);
        fixture.feed.citizenWrites(open, u"跑了三趟还办不下来，我要投诉你们窗口"_s);
        fixture.settle();
        ui::Composer *composer = fixture.window->service()->conversation()->composer();
        composer->edit()->setPlainText(u"您好，这事不归我管，您去窗口问问吧。"_s);
        QVERIFY(!composer->send());
        fixture.settle();
        save(grab(fixture), u"phrase-kept-back"_s, look);
        fitsScreen(fixture, look.size);
        composer->edit()->setPlainText(u"不知道。"_s);
        QVERIFY(!composer->send());
        fixture.settle();
        save(grab(fixture), u"phrase-asked"_s, look);
        composer->edit()->clear();
        const QString canned[][2] = {{u"sd"_s, u"请稍等，我为您查询一下，马上回复您。"_s}, {u"xx"_s, u"为了准确答复您，请再告诉我：企业名称、要办的事项、办到哪一步了。"_s},
                                     {u"mj"_s, u"这份材料系统里已经有了，可以免于提交，您不用再准备。"_s}};
        for (const auto &[code, text] : canned) {
            client::CannedRow row;
            row.id = CannedId(code);
            (code == "sd"_L1 ? row.staff.value : row.unit.value) = code == "sd"_L1 ? fixture.feed.me().id.value : fixture.feed.me().unit.value;
            row.code = code;
            row.text = text;
            fixture.feed.putCanned(row);
        }
        fixture.settle();
        composer->edit()->insertPlainText(u"您好 /"_s);
        fixture.settle();
        save(grab(fixture), u"canned"_s, look);
        fitsScreen(fixture, look.size);
        composer->edit()->clear();
        composer->edit()->setPlainText(u""_s);
        QList<client::SlipRow> slips;
        const std::tuple<const char *, QString, QString, bool> said[] = {
            {"1", u"这事不归我管"_s, u"这事不归我管"_s, true}, {"2", u"不知道"_s, u"不知道"_s, false},
            {"3", u"规定就是这样，我也没办法"_s, u"规定就是这样，我也没办法"_s, false}, {"4", u"您 自 己 上 网 查 一下"_s, u"自己上网查"_s, true}};
        for (const auto &[id, words, phrase, blocked] : said) {
            client::SlipRow slip;
            slip.id = SlipId(QString::fromLatin1(id));
            slip.unit = me.unit;
            slip.itemName = u"企业变更登记"_s;
            slip.staffName = u"示例坐席"_s + QString::fromLatin1(id);
            slip.words = {words};
            slip.phrases = {phrase};
            slip.blocked = blocked;
            slip.at = fixture.feed.serverNow() - std::chrono::minutes(7 * slips.size());
            slips.append(slip);
        }
        emit fixture.feed.slipsChanged(slips);
        fixture.window->showPage(ui::Page::Slips);
        fixture.settle();
        save(grab(fixture), u"slips"_s, look);
        fixture.window->showPage(ui::Page::Service);
        fixture.feed.putStaff(before);
        fixture.settle();
        fixture.window->service()->open(open);
    }

    void takeSecondFactor(DeskFixture &fixture, const Look &look)
    {
        emit fixture.feed.authenticatorOffered(u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s,
                                               u"otpauth://totp/%E7%A4%BA%E4%BE%8B:sample001?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s);
        QDialog *dialog = dialogOf(fixture);
        QVERIFY(dialog);
        save(grab(fixture, {dialog}), u"second-factor"_s, look);
        dialog->reject();
        fixture.settle();
    }

    void takeFirstPassword(DeskFixture &fixture, const Look &look)
    {
        emit fixture.feed.signInRefused(domain::newPasswordError(domain::PasswordState::Given));
        QDialog *dialog = dialogOf(fixture);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"short"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(dialogOf(fixture), dialog);
        save(grab(fixture, {dialog}), u"first-password"_s, look);
        dialog->reject();
        fixture.settle();
    }

    void takeLock(DeskFixture &fixture, const Look &look)
    {
        fixture.window->desk().actions.action(ui::Act::LockScreen)->trigger();
        fixture.settle();
        save(grab(fixture), u"locked"_s, look);
        fixture.feed.unlock(fixture.feed.acceptedPassword);
        fixture.settle();
        QVERIFY(fixture.window->service()->isVisible());
    }

    void takeDialogs(DeskFixture &fixture, const Look &look)
    {
        const std::pair<ui::Act, QString> dialogs[] = {{ui::Act::Transfer, u"transfer"_s},
                                                       {ui::Act::Keys, u"keys"_s},
                                                       {ui::Act::Palette, u"palette"_s},
                                                       {ui::Act::ArrangeCall, u"arrange-call"_s},
                                                       {ui::Act::Priority, u"priority"_s},
                                                       {ui::Act::BlockSender, u"block-sender"_s}};
        client::StaffRow supervisor = fixture.feed.me();
        supervisor.roles = {domain::Role::UnitSupervisor};
        fixture.feed.putStaff(supervisor);
        fixture.window->service()->open(RequestId(u"mine1"_s));
        for (const auto &[act, page] : dialogs) {
            fixture.window->desk().actions.action(act)->trigger();
            QDialog *dialog = dialogOf(fixture);
            QVERIFY2(dialog, qPrintable(page));
            QVERIFY2(dialog->height() <= fixture.window->height() && dialog->width() <= fixture.window->width(),
                     qPrintable(page + u" is larger than the screen"));
            save(grab(fixture, {dialog}), page, look);
            dialog->reject();
            fixture.settle();
        }
        takeKnowledgeDialogs(fixture, look);
    }

    void takeOffline(DeskFixture &fixture, const Look &look)
    {
        fixture.feed.setLine(client::LineState::Reconnecting, 1);
        fixture.feed.sendText(RequestId(u"mine1"_s), u"不用交，新任法定代表人身份证明可以在线核验，免于提交。"_s, {});
        fixture.feed.pass(12s);
        fixture.feed.setLine(client::LineState::Reconnecting, 1);
        save(grab(fixture), u"offline"_s, look);
        fixture.feed.setLine(client::LineState::Online);
        fixture.settle();
    }

    void takeAdministration(DeskFixture &fixture, const Look &look)
    {
        client::StaffRow me = fixture.feed.me();
        me.roles = {domain::Role::SystemAdmin, domain::Role::SecurityAdmin};
        fixture.feed.putStaff(me);
        for (int i = 1; i <= 70; ++i) {
            const QString number = QString::number(i).rightJustified(3, u'0');
            fixture.feed.accounts.append({StaffId(u"SF"_s + number), u"sample"_s + number,
                                          i == 20 ? domain::PasswordState::Given : domain::PasswordState::Own, i == 1,
                                          i == 35 ? std::optional(fixture.feed.serverNow() + 5min) : std::nullopt});
        }
        fixture.window->desk().preferences.setTextScale(1.0001);
        fixture.settle();
        fixture.window->showPage(ui::Page::Administration);
        QTabWidget *tabs = fixture.window->administration()->tabs();
        QCOMPARE(tabs->count(), 6);
        const QString names[] = {u"accounts"_s, u"settings"_s, u"organisation"_s, u"items"_s, u"hours"_s, u"imports"_s};
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            save(grab(fixture), u"administration-"_s + names[i], look);
            fitsScreen(fixture, look.size);
        }
        tabs->setCurrentIndex(2);
        auto *table = tabs->currentWidget()->findChild<QTableView *>();
        table->setCurrentIndex(table->model()->index(6, 0));
        emit table->activated(table->currentIndex());
        QDialog *dialog = dialogOf(fixture);
        QVERIFY(dialog);
        save(grab(fixture, {dialog}), u"administration-node"_s, look);
        dialog->reject();
        fixture.settle();
    }
};

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIntValue("BANGBAN_SHOTS_125"))
        qputenv("QT_SCALE_FACTOR", "1.25");
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pictures.moc"
