// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/administration_page.h"
#include "ui/dialog_frame.h"
#include "ui/rail.h"
#include "ui/service_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QAbstractButton *buttonOf(QWidget *where, const QString &text)
{
    for (auto *button : where->findChildren<QAbstractButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

QLineEdit *fieldOf(QWidget *where, const QString &name)
{
    for (auto *edit : where->findChildren<QLineEdit *>())
        if (edit->accessibleName() == name)
            return edit;
    return nullptr;
}

bool says(QWidget *where, const QString &words)
{
    const auto labels = where->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

/// An administrator opens 管理, which came with the role, and there the tab.
QTabWidget *openTab(DeskFixture &f, const QString &title, domain::Role role = domain::Role::SystemAdmin)
{
    f.window->show();
    f.signIn();
    client::StaffRow me = f.feed.me();
    me.roles = {role};
    f.feed.putStaff(me);
    f.settle();
    f.window->showPage(ui::Page::Administration);
    QTabWidget *tabs = f.window->administration()->tabs();
    for (int i = 0; i < tabs->count(); ++i)
        if (tabs->tabText(i) == title)
            tabs->setCurrentIndex(i);
    return tabs;
}

} // namespace

class TestAdministration : public QObject {
    Q_OBJECT

private slots:
    void accountsSayHowTheirPeopleComeIn()
    {
        DeskFixture f;
        f.feed.accounts = {{StaffId(u"SF001"_s), u"sample001"_s, domain::PasswordState::Own, true, std::nullopt},
                           {StaffId(u"SF002"_s), u"sample002"_s, domain::PasswordState::Given, false, std::nullopt},
                           {StaffId(u"SF003"_s), u"sample003"_s, domain::PasswordState::Own, false, f.feed.serverNow() + 1min}};
        QTabWidget *tabs = openTab(f, u"Accounts"_s, domain::Role::SecurityAdmin);
        f.settle();
        const QAbstractItemModel *model = tabs->currentWidget()->findChild<QTableView *>()->model();
        const auto cell = [&](const QString &id, int column) {
            const auto found = model->match(model->index(0, 0), Qt::UserRole, id, 1, Qt::MatchExactly);
            return found.isEmpty() ? QString() : found.first().siblingAtColumn(column).data().toString();
        };
        const int login = models::StaffModel::Login, state = models::StaffModel::State;
        QCOMPARE(cell(u"SF001"_s, login) + u' ' + cell(u"SF001"_s, state), u"sample001 active"_s);
        QCOMPARE(cell(u"SF002"_s, login) + u' ' + cell(u"SF002"_s, state), u"sample002 must choose a password"_s);
        QCOMPARE(cell(u"SF003"_s, login) + u' ' + cell(u"SF003"_s, state), u"sample003 locked: wrong passwords"_s);
        f.feed.accounts[2].lockedUntil.reset();
        tabs->setCurrentIndex(1);
        tabs->setCurrentIndex(0); // asked for anew
        f.settle();
        QCOMPARE(cell(u"SF003"_s, state), u"active"_s);
        f.feed.accounts[2].login = u"renamed"_s;
        f.feed.setLine(client::LineState::Reconnecting, 0);
        f.settle();
        f.feed.setLine(client::LineState::Online);
        f.settle();
        QCOMPARE(cell(u"SF003"_s, login), u"renamed"_s);
    }

    void whoDoesNotServeIsOfferedNoServing()
    {
        DeskFixture f;
        const auto offered = [&](ui::Act act) {
            const auto acts = f.window->desk().actions.all();
            return std::find(acts.begin(), acts.end(), act) != acts.end();
        };
        openTab(f, u"Accounts"_s, domain::Role::SecurityAdmin);
        QVERIFY(!offered(ui::Act::StartWork) && offered(ui::Act::AdministrationPage) && offered(ui::Act::LockScreen));
        const auto presence = f.feed.me().presence;
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        f.settle();
        QCOMPARE(f.feed.me().presence, presence);
        client::StaffRow me = f.feed.me();
        me.roles = {domain::Role::Agent};
        f.feed.putStaff(me);
        f.settle();
        QVERIFY(offered(ui::Act::StartWork) && !offered(ui::Act::AdministrationPage) && !offered(ui::Act::BlockSender));
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        f.settle();
        QCOMPARE(f.feed.me().presence, domain::Presence::Ready);
        me = f.feed.me(); // who looks on
        me.roles = {domain::Role::Coordinator};
        f.feed.putStaff(me);
        f.settle();
        QVERIFY(!offered(ui::Act::StartWork) && offered(ui::Act::ServicePage) && offered(ui::Act::BlockSender));
        QVERIFY(says(f.window->service(), u"No case is open"_s));
        f.feed.signOut();
        f.settle();
        QVERIFY(!offered(ui::Act::ServicePage) && offered(ui::Act::Keys));
    }

    void theYearsThatAreInAreSaidBesideTheImport()
    {
        DeskFixture f;
        QTabWidget *tabs = openTab(f, u"Calendar and imports"_s);
        f.settle();
        QVERIFY(says(tabs, u"Holiday calendars that are in: 2025, 2026."_s));
        QVERIFY(says(tabs, u"The notice for 2027 is not out yet."_s));
    }

    void whatIsWrongWithAPartOfTheOrganisationIsSaidBeforeItIsSent()
    {
        DeskFixture f;
        QTabWidget *tabs = openTab(f, u"Organisation"_s);
        auto *table = tabs->currentWidget()->findChild<QTableView *>();
        const auto rowOf = [&](const QString &name) {
            const auto found = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
            return found.isEmpty() ? QModelIndex() : found.first();
        };
        const auto dialogAfter = [&](const QString &name, const QString &press) -> ui::DialogFrame * {
            table->setCurrentIndex(rowOf(name));
            buttonOf(tabs->currentWidget(), press)->click();
            f.settle();
            return f.window->findChild<ui::DialogFrame *>();
        };
        ui::DialogFrame *dialog = dialogAfter(u"区税务局"_s, u"New below it"_s);
        QVERIFY(dialog);
        const auto boxes = dialog->findChildren<QComboBox *>();
        const auto above = std::find_if(boxes.begin(), boxes.end(), [](const QComboBox *box) { return box->accessibleName() == "Above"_L1; });
        QVERIFY(above != boxes.end());
        QVERIFY2((*above)->currentText().endsWith(u"区税务局"_s), qPrintable((*above)->currentText()));
        QCOMPARE(fieldOf(dialog, u"Valid from"_s)->text(), toIso(dateOf(f.feed.serverNow())));
        const auto saves = [&] {
            buttonOf(dialog, u"Save"_s)->click();
            f.settle();
        };
        saves();
        QVERIFY(says(dialog, u"Fill in the name."_s));
        fieldOf(dialog, u"Name"_s)->setText(u"新科"_s);
        fieldOf(dialog, u"Valid until"_s)->setText(u"soon"_s);
        saves();
        QVERIFY(says(dialog, u"Write the day like"_s));
        fieldOf(dialog, u"Valid until"_s)->setText(u"2020-01-01"_s);
        saves();
        QVERIFY(says(dialog, u"before it begins"_s));
        fieldOf(dialog, u"Valid until"_s)->clear();
        QPointer<ui::DialogFrame> open = dialog;
        saves();
        QTRY_VERIFY(!open || !open->isVisible());
        QTRY_VERIFY(rowOf(u"新科"_s).isValid());
        delete open;
        dialog = dialogAfter(u"区税务局"_s, u"Change"_s);
        QVERIFY(dialog);
        fieldOf(dialog, u"Valid until"_s)->setText(toIso(dateOf(f.feed.serverNow())));
        saves();
        QVERIFY(says(dialog, u"is still in it"_s));
    }

    void newHoursBeginTodayAndRunForwards()
    {
        DeskFixture f;
        QTabWidget *tabs = openTab(f, u"Working hours"_s);
        auto *table = tabs->currentWidget()->findChild<QTableView *>();
        QVERIFY(table->model()->rowCount() > 0);
        table->setCurrentIndex(table->model()->index(0, 0));
        buttonOf(tabs->currentWidget(), u"Change"_s)->click();
        f.settle();
        auto *dialog = f.window->findChild<ui::DialogFrame *>();
        QVERIFY(dialog);
        // What was open on days that are over decides what was a promise kept, so nothing is changed backwards unasked.
        QCOMPARE(fieldOf(dialog, u"Valid from"_s)->text(), toIso(dateOf(f.feed.serverNow())));
        for (const QString &wrong : {u"17:00-09:00"_s, u"09:00-12:00,11:00-17:00"_s,
                                    u"09:00-12:00,12:00-17:00"_s, u"09:00-24:30"_s, u"9 to 5"_s}) {
            fieldOf(dialog, u"Monday"_s)->setText(wrong);
            buttonOf(dialog, u"Save"_s)->click();
            f.settle();
            QVERIFY2(says(dialog, u"is not readable"_s), qPrintable(wrong));
        }
    }

    void anOldRowOfHoursDoesNotComeBack()
    {
        DeskFixture f;
        QTabWidget *tabs = openTab(f, u"Working hours"_s);
        auto *table = tabs->currentWidget()->findChild<QTableView *>();
        table->setCurrentIndex(table->model()->index(0, 0));
        client::HoursRow row = *f.window->desk().bench.hours.find(table->currentIndex().data(Qt::UserRole).toString());
        row.from = toIso(dateOf(f.feed.serverNow()));
        row.id = row.node.value + u'/' + row.from;
        row.week[5] = u"09:00-11:00"_s; // since today
        f.feed.putHours(row);
        f.settle();
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(table->currentIndex().data(Qt::UserRole).toString() != row.id); // the older one is chosen
        buttonOf(tabs->currentWidget(), u"Change"_s)->click();
        f.settle();
        auto *dialog = f.window->findChild<ui::DialogFrame *>();
        QVERIFY(dialog);
        QCOMPARE(fieldOf(dialog, u"Saturday"_s)->text(), u"09:00-11:00"_s);
        fieldOf(dialog, u"Saturday"_s)->setText(u"09：00–12：00，13:30-17:00"_s); // as an input method writes it
        buttonOf(dialog, u"Save"_s)->click();
        f.settle();
        QCOMPARE(f.window->desk().bench.hours.find(row.id)->week[5], u"09:00-12:00,13:30-17:00"_s);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestAdministration test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_administration.moc"
