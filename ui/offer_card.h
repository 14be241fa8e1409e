// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"
#include "ui/everywhere_key.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QMenu;

namespace bangban::ui {

class Chip;
class Chime;
class ElidedLabel;
class KeyButton;
class RingWidget;

/// The one offer card, above everything and without taking the focus from what one writes. Its ring is the ten
/// seconds of an offer to me alone, or the minute itself for a card to all free desks.
class OfferCard : public QWidget {
    Q_OBJECT
public:
    OfferCard(const Desk &desk, Chime &chime, QWidget *parent);

    void setOffer(const std::optional<models::ShownOffer> &offer);
    void tick();

signals:
    void appeared(const QString &title, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void fillReasons();
    void placeIt();

    const Desk &m_desk;
    Chime &m_chime;
    std::optional<models::ShownOffer> m_offer;
    RingWidget *m_ring;
    Chip *m_priority;
    ElidedLabel *m_title;
    ElidedLabel *m_who;
    QLabel *m_question;
    QLabel *m_left;
    QLabel *m_waited;
    QLabel *m_clock;
    QLabel *m_why;
    QPushButton *m_decline;
    QMenu *m_reasons;
    QLabel *m_hint;
    QTimer m_timer;
    EverywhereKey m_key; ///< while the card is up
};

} // namespace bangban::ui
