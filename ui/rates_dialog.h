// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace bangban::ui {

class ReadTable;

/// How often the knowledge base had the answer, by unit and week, with the formulas and the cases behind. \source duty 130
class RatesDialog : public QDialog {
    Q_OBJECT
public:
    explicit RatesDialog(const Desk &desk, QWidget *parent);

private:
    void ask();
    void show(const protocol::Rates &rates);
    [[nodiscard]] QString unitNamed(const NodeId &unit) const;
    [[nodiscard]] QList<QStringList> table() const; ///< with the names of its columns
    [[nodiscard]] QList<QStringList> assistant() const;
    [[nodiscard]] QList<QStringList> gaps() const;

    const Desk &m_desk;
    QComboBox *m_weeks;
    ReadTable *m_table;
    QLabel *m_state;
    ReadTable *m_assistant;
    ReadTable *m_gaps;
    QPushButton *m_save;
    protocol::Rates m_rates;
};

} // namespace bangban::ui
