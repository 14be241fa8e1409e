// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace bangban::ui {

/// Something to think of before going on: what it is, what to say instead, and buttons. For the person alone; it takes no focus.
class AdviceBar : public QWidget {
    Q_OBJECT
public:
    explicit AdviceBar(const Desk &desk, QWidget *parent = nullptr);
    /// Shows itself. \param isGrave  it cannot go on so
    void say(const QString &bold, const QString &advice, bool isGrave);
    QPushButton *addButton(const QString &text);

signals:
    void closed(); ///< by its own button; it is hidden then

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Desk &m_desk;
    QLabel *m_icon;
    QLabel *m_bold;
    QLabel *m_advice;
    QHBoxLayout *m_head;
    QToolButton *m_close;
    bool m_isGrave = false;
};

} // namespace bangban::ui
