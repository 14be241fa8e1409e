// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QAbstractButton>

class QTextLayout;

namespace bangban::ui {

/// One entry of the knowledge base in the list beside the conversation: its number, its title with the words that were asked for in
/// bold, whose word it is, its version and its days.
class SuggestionRow : public QAbstractButton {
    Q_OBJECT
public:
    SuggestionRow(const Desk &desk, int number, QWidget *parent = nullptr);

    void show(const client::EntryHit &hit, bool isWithdrawn);
    void setCurrent(bool on); ///< shows its whole title
    [[nodiscard]] const client::EntryHit &hit() const { return m_hit; }
    /// "区市场监督管理局 · v1 · 2022-03-01 起"
    [[nodiscard]] static QString meta(const Desk &desk, const client::EntryRow &row);
    /// "剩 2 天失效", while it is soon; empty else
    [[nodiscard]] static QString ending(const Desk &desk, const client::EntryRow &row);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect titleBox(int width) const;
    /// Lays the title out; height of what fits.
    int layOutTitle(QTextLayout &layout, int width) const;

    const Desk &m_desk;
    const int m_number; ///< from 1, as its key
    client::EntryHit m_hit;
    bool m_isWithdrawn = false;
    bool m_isCurrent = false;
};

} // namespace bangban::ui
