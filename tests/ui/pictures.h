// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/desk_fixture.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QtTest>

/// What takes a picture of a page, and sees that it fits.
namespace bangban::tests {

using namespace Qt::StringLiterals;

struct Look {
    QString theme;
    QString language;
    QSize size;
};

inline double factor() { return qEnvironmentVariableIntValue("BANGBAN_SHOTS_125") ? 1.25 : 1.0; }
inline QString suffix() { return factor() > 1 ? u"@125"_s : QString(); }
inline QDir shots()
{
    const QDir dir(QStringLiteral(BANGBAN_SOURCE_DIR "/build/shots"));
    dir.mkpath(u"."_s);
    return dir;
}

inline QPixmap grab(DeskFixture &fixture, const QList<QWidget *> &above = {})
{
    fixture.settle();
    QPixmap picture = fixture.window->grab();
    QPainter painter(&picture);
    for (QWidget *one : above) {
        const QPixmap top = one->grab();
        painter.setPen(Qt::gray); // the frame a window manager would draw
        const QPoint at = one->mapToGlobal(QPoint()) - fixture.window->mapToGlobal(QPoint());
        painter.drawPixmap(at, top);
        painter.drawRect(QRect(at, one->size()));
    }
    return picture;
}

inline void save(const QPixmap &picture, const QString &page, const Look &look)
{
    const QString name = u"%1-%2-%3-%4x%5%6.png"_s.arg(page, look.theme, look.language)
                             .arg(look.size.width())
                             .arg(look.size.height())
                             .arg(suffix());
    QVERIFY2(picture.save(shots().filePath(name)), qPrintable(name));
}

inline void resize(DeskFixture &fixture, const QSize &size)
{
    fixture.window->setMinimumSize(0, 0);
    fixture.window->resize(QSizeF(size / factor()).toSize());
    fixture.window->show();
    fixture.settle();
}

/// Centres a dialog as a window manager would.
inline QDialog *dialogOf(DeskFixture &fixture)
{
    fixture.settle();
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (dialog) {
        const auto labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible() && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                QTest::qFail(qPrintable(u"cut: "_s + label->text()), __FILE__, __LINE__);
        dialog->move(fixture.window->mapToGlobal(QPoint((fixture.window->width() - dialog->width()) / 2,
                                                        (fixture.window->height() - dialog->height()) / 2)));
    }
    return dialog;
}

/// Pages may need no more room than the smallest common screen at 125 %.
inline void fitsScreen(DeskFixture &fixture, const QSize &size)
{
    const QSize room = QSizeF(size / factor()).toSize();
    QVERIFY2(fixture.window->width() <= room.width(), "wider than the screen");
    QVERIFY2(fixture.window->height() <= room.height(), qPrintable(QString::number(fixture.window->height())));
}

/// One of each kind.
inline std::vector<client::EntryMedia> sampleMedia()
{
    return {{FileId(u"f1"_s), u"三步办好（图解）"_s, u"image/png"_s, 184'320, {}}, {FileId(u"f2"_s), u"一分钟看懂法定代表人变更"_s, u"video/mp4"_s, 6'815'744, {}},
            {{}, u"办事指南"_s, {}, 0, u"https://zwdt.sh.gov.cn/guide?id=1"_s}};
}

/// Rates, policies, imports, inspections and whatever else the knowledge base asks and tells in a window of its own.
void takeKnowledgeDialogs(DeskFixture &fixture, const Look &look);

} // namespace bangban::tests
