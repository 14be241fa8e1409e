// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace bangban::ui {

class ElidedLabel;

/// Who, presence with its timer, the line, today's own figures. Presence and line are two things and look so.
class TopStrip : public QWidget {
    Q_OBJECT
public:
    explicit TopStrip(const Desk &desk, QWidget *parent = nullptr);
    void openPresenceMenu();
    void tick(); ///< once a second

signals:
    void presenceAsked(bangban::domain::Presence presence, const QString &reason, bool whenFree);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWho();
    void showPresence();
    void showLine();
    void showFigures();
    void fillMenu();
    void addPresences(); ///< of who serves

    const Desk &m_desk;
    QLabel *m_unit;
    ElidedLabel *m_name;
    QPushButton *m_presence;
    QMenu *m_menu;
    QLabel *m_lineIcon;
    QLabel *m_line;
    QLabel *m_asOf;
    struct Pair {
        QLabel *words = nullptr;
        QLabel *figure = nullptr;
    };
    Pair m_first, m_solved, m_taken;
    QLabel *m_sample;
};

/// "98.2%", and "—" for an empty population: never 0 % or 100 % of nothing.
QString percent(int part, int of);

} // namespace bangban::ui
