// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bangban::ui {

class Chip;
class ElidedLabel;
class KeyButton;
class RingWidget;

/// Who, what, which clocks, and the steps that are possible now.
class ConversationHeader : public QWidget {
    Q_OBJECT
public:
    explicit ConversationHeader(const Desk &desk, QWidget *parent = nullptr);
    void setRequest(const models::RequestPtr &request);
    bool tick(); ///< \return whether a clock shows tenths
    void setDrawerButton(bool on);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSteps();

    const Desk &m_desk;
    models::RequestPtr m_request;
    ElidedLabel *m_title;
    Chip *m_priority;
    ElidedLabel *m_what;
    QLabel *m_firstWords;
    RingWidget *m_firstRing;
    QLabel *m_firstFigure;
    RingWidget *m_ring;
    QLabel *m_ringWords;
    QLabel *m_ringFigure;
    QPushButton *m_page;
    KeyButton *m_drawer;
    QList<KeyButton *> m_steps;
};

} // namespace bangban::ui
