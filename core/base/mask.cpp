// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"

#include <QRegularExpression>

namespace bangban {

using namespace Qt::StringLiterals;

namespace {
const QString kMask = QStringLiteral("******");
} // namespace

QString withoutNumbers(QString words)
{
    static const QRegularExpression code(u"[0-9０-９A-Z]{15,20}"_s); // 统一社会信用代码, identity cards
    static const QRegularExpression number(u"[0-9０-９](?:[^\\p{L}\\p{N}\n]{0,3}[0-9０-９]){5,}[Xx]?"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression day(u"^[0-9]{4}([-/.])[0-9]{1,2}\\1[0-9]{1,2}$"_s);
    words.replace(code, kMask);
    QString masked;
    qsizetype end = 0;
    for (auto all = number.globalMatch(words); all.hasNext();) {
        const auto match = all.next();
        masked += QStringView(words).sliced(end, match.capturedStart() - end);
        masked += day.match(match.captured()).hasMatch() ? match.captured() : kMask;
        end = match.capturedEnd();
    }
    return masked + words.mid(end);
}

} // namespace bangban
