// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QCoreApplication>

namespace bangban::ui {

/// Unanswered questions as a table, for the morning's meeting and for the one with other units. \source duties 41 and 48
class QuestionList {
    Q_DECLARE_TR_FUNCTIONS(QuestionList)
public:
    enum class Which {
        Owed,   ///< all that the person sees
        Agenda, ///< those that came to several units
    };
    /// Head and rows, those that ask the same in one; numbers in citizens' words are masked.
    [[nodiscard]] static QList<QStringList> table(const Desk &desk, Which which);
    /// Asks for a file and writes the table there as CSV; what goes wrong is said.
    static void save(const Desk &desk, Which which, QWidget *window);
};

} // namespace bangban::ui
