// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/administration_page.h"
#include "ui/dialog_frame.h"
#include "ui/rail.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

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

} // namespace

class TestAdministration : public QObject {
    Q_OBJECT

private slots:
    void newHoursBeginTodayAndRunForwards()
    {
        DeskFixture f;
        f.window->show();
        f.signIn();
        client::StaffRow me = f.feed.me();
        me.roles = {domain::Role::SystemAdmin};
        f.feed.putStaff(me);
        f.settle();
        f.window->showPage(ui::Page::Administration); // it came with the role
        QTabWidget *tabs = f.window->administration()->tabs();
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabText(i) == "Working hours"_L1)
                tabs->setCurrentIndex(i);
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
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestAdministration test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_administration.moc"
