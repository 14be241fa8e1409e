// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace bangban::search {

/// A place of a text, in its UTF-16 units.
struct Mark {
    int begin = 0;
    int size = 0;
    friend bool operator==(const Mark &, const Mark &) = default;
};

/// Where words of the question stand in the text: runs of letters, and two or more neighbouring characters of a script without
/// spaces; a question of one character marks that one. In order, not touching.
QList<Mark> marksIn(QStringView text, QStringView question);

} // namespace bangban::search
