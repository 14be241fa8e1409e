// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/marks.h"

#include <QTest>

using namespace bangban::search;
using namespace Qt::StringLiterals;

/// What of a title is shown bold: the words that were asked for.
class TestMarks : public QObject {
    Q_OBJECT

private:
    static QString shown(const QString &text, const QString &question)
    {
        QString out = text;
        const auto marks = marksIn(text, question);
        for (auto mark = marks.crbegin(); mark != marks.crend(); ++mark)
            out.insert(mark->begin + mark->size, u']').insert(mark->begin, u'[');
        return out;
    }

private slots:
    void wordsThatWereAskedForAreMarked_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        const QString title = u"变更法定代表人，原法人不配合签字怎么办？"_s;
        QTest::newRow("words apart") << u"法人 变更 签字"_s << title << u"[变更]法定代表人，原[法人]不配合[签字]怎么办？"_s;
        QTest::newRow("a sentence") << u"老法人不配合签字"_s << title << u"变更法定代表人，原[法人不配合签字]怎么办？"_s;
        QTest::newRow("one character") << u"签"_s << title << u"变更法定代表人，原法人不配合[签]字怎么办？"_s;
        QTest::newRow("nothing") << QString() << title << title;
        QTest::newRow("no word of it") << u"公积金"_s << title << title;
        QTest::newRow("traditional") << u"變更"_s << title << u"[变更]法定代表人，原法人不配合签字怎么办？"_s;
        QTest::newRow("letters, wide and narrow") << u"ETC"_s << u"ＥＴＣ怎么开票"_s << u"[ＥＴＣ]怎么开票"_s;
        QTest::newRow("a run is a word") << u"20"_s << u"2026年20日"_s << u"2026年[20]日"_s;
        QTest::newRow("what folds to several") << u"公司"_s << u"㍿公司"_s << u"㍿[公司]"_s;
        QTest::newRow("beyond the first plane") << u"公司"_s << u"𠮷公司😀"_s << u"𠮷[公司]😀"_s;
        QTest::newRow("stops only") << u"？！，"_s << title << title;
    }
    void wordsThatWereAskedForAreMarked()
    {
        QFETCH(QString, question);
        QFETCH(QString, text);
        QTEST(shown(text, question), "marked");
    }
};

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
