// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace bangban::ui {

/// Below an entry: how people asked it, which it does not know yet, and its versions. \source duties 82 and 130
class EntryPast : public QWidget {
    Q_OBJECT
public:
    explicit EntryPast(const Desk &desk, QWidget *parent = nullptr);
    /// \param canAdd  a wording may become another way to ask it  \param canCompare  a version may be laid beside the one that is shown
    void show(const protocol::EntryPast &past, bool canAdd, bool canCompare);
    void clear();
    void offer(); ///< a button that asks for it: it is citizens' words, and looking is noted

signals:
    void wanted();
    void aliasAsked(const QString &words);
    void comparisonAsked(const bangban::client::EntryRow &version);

private:
    const Desk &m_desk;
    QVBoxLayout *m_rows;
};

} // namespace bangban::ui
