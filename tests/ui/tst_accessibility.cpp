// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk_fixture.h"
#include "ui/administration_page.h"
#include "ui/conversation_pane.h"
#include "ui/offer_card.h"
#include "ui/rail.h"
#include "ui/service_page.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace bangban;
using namespace bangban::tests;
using namespace Qt::StringLiterals;

/// Every page through the accessibility interface: names and roles are written to build/shots/accessibility.txt, and
/// whatever can have the focus must have a name.
class TestAccessibility : public QObject {
    Q_OBJECT

private:
    QStringList m_dump;

    void check(QWidget *root, const QString &page)
    {
        m_dump.append(u"== "_s + page);
        QStringList nameless;
        QList<QWidget *> widgets = root->findChildren<QWidget *>();
        widgets.prepend(root);
        for (QWidget *widget : widgets) {
            if (!widget->isVisibleTo(root) || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
                continue;
            if (qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) || widget->inherits("QMenu"))
                continue; // a viewport is its area
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(interface);
            const QString name = interface->text(QAccessible::Name);
            m_dump.append(u"%1 · %2 · %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()))
                              .arg(int(interface->role()))
                              .arg(name));
            if (name.trimmed().isEmpty())
                nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u" in "_s
                                + QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(page + u": "_s + nameless.join(u", "_s)));
    }

private slots:
    void everyFocusableWidgetHasAName()
    {
        DeskFixture f;
        f.window->show();
        f.settle();
        check(f.window.get(), u"sign-in"_s);
        f.signIn();
        check(f.window.get(), u"start"_s);
        f.feed.loadMorning();
        f.window->service()->open(RequestId(u"mine1"_s));
        f.settle();
        check(f.window.get(), u"service"_s);
        for (const ui::Act act : {ui::Act::Transfer, ui::Act::Priority, ui::Act::ArrangeCall, ui::Act::Keys,
                                  ui::Act::Palette}) {
            f.window->desk().actions.action(act)->trigger();
            f.settle();
            QDialog *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            check(dialog, dialog->windowTitle());
            dialog->reject();
            f.settle();
        }
        f.feed.end(RequestId(u"mine1"_s));
        f.settle();
        check(f.window.get(), u"wrap-up"_s);
        f.window->showPage(ui::Page::Settings);
        f.settle();
        check(f.window.get(), u"settings"_s);
    }

    void everyAdministrationTabHasNames()
    {
        DeskFixture f;
        f.window->show();
        f.signIn();
        client::StaffRow me = f.feed.me();
        me.roles = {domain::Role::SystemAdmin, domain::Role::SecurityAdmin};
        f.feed.putStaff(me);
        f.window->desk().preferences.setTextScale(1.15);
        f.settle();
        f.window->showPage(ui::Page::Administration);
        QTabWidget *tabs = f.window->administration()->tabs();
        int steps = 0;
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            check(f.window.get(), tabs->tabText(i));
            // A step about a row waits for one, and says so.
            for (auto *button : tabs->currentWidget()->findChildren<QPushButton *>())
                if (button->text() == "Change"_L1) {
                    QVERIFY(!button->isEnabled());
                    QCOMPARE(button->toolTip(), u"Choose a row first"_s);
                    auto *table = tabs->currentWidget()->findChild<QTableView *>();
                    table->setCurrentIndex(table->model()->index(0, 0));
                    QVERIFY(button->isEnabled());
                    ++steps;
                }
        }
        QCOMPARE(steps, 3); // accounts, organisation and hours
    }

    void theOfferIsAnnouncedAndNamed()
    {
        DeskFixture f;
        f.window->show();
        f.signIn(domain::Presence::Ready);
        f.feed.loadMorning();
        f.feed.putOffer({u"o"_s, RequestId(u"w3"_s), f.feed.me().id, domain::OfferState::Open, f.feed.serverNow(),
                         f.feed.serverNow() + 10s, u"longest_idle"_s, {}});
        f.settle();
        QVERIFY(f.window->offerCard()->isVisible());
        QVERIFY(!f.window->offerCard()->accessibleName().isEmpty());
        check(f.window->offerCard(), u"offer"_s);
    }

    void cleanupTestCase()
    {
        const QDir dir(QStringLiteral(BANGBAN_SOURCE_DIR "/build/shots"));
        dir.mkpath(u"."_s);
        QFile file(dir.filePath(u"accessibility.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_dump.join(u'\n').toUtf8());
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::Theme::prepare(app);
    TestAccessibility test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accessibility.moc"
