// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace bangban::ui {

class InspectionSheet;

/// 巡检找茬: draws a round of entries in force, shows one after the other, and takes down what is wrong with each. \source duty 88
class InspectionDialog : public QDialog {
    Q_OBJECT
public:
    explicit InspectionDialog(const Desk &desk, QWidget *parent);

    /// "8 of 20 read · 7 in order, 1 with faults · score 87.5 %"
    [[nodiscard]] static QString standing(const client::InspectionRow &round);

private:
    [[nodiscard]] QLayout *head();
    [[nodiscard]] QLayout *foot();
    void connectFeed();
    [[nodiscard]] const client::InspectionRow *round() const { return m_desk.bench.inspections.find(m_round.value); }
    [[nodiscard]] bool mayInspect() const;
    [[nodiscard]] NodeId unit() const; ///< that the next round is drawn for
    void fillRounds();
    void showRound();
    void showEntry();
    void goToNext();
    void save();
    void say(const QString &words, bool isError = false);

    const Desk &m_desk;
    InspectionId m_round;
    std::optional<InspectionId> m_newest; ///< the last one when a round was drawn here: the next one is shown
    EntryId m_entry;
    EntryId m_judged; ///< its answer leads to the next one
    CommandId m_sent;
    QComboBox *m_rounds;
    QComboBox *m_units; ///< empty for who inspects their own alone
    QComboBox *m_counts;
    QPushButton *m_draw;
    QLabel *m_standing;
    QListWidget *m_list;
    InspectionSheet *m_sheet;
    QPushButton *m_end;
    QLabel *m_state;
};

} // namespace bangban::ui
