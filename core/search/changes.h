// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace bangban::search {

/// A stretch of one text or of both.
struct Stretch {
    enum class In { Both, Before, After };
    In in = In::Both;
    QString text;
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// What of a text became another: stretches in order, of which Both and Before are the one, Both and After the other text. Clauses
/// are compared first and words within those that changed, so that what stays is what a reader sees as the same; where too much is
/// other to be worth it, it is so as a whole.
std::vector<Stretch> changesBetween(const QString &before, const QString &after);

} // namespace bangban::search
