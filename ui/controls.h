// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"
#include "ui/ring_painter.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <functional>

class QAbstractItemModel;
class QVBoxLayout;

namespace bangban::ui {

/// A push button that shows its action's present key in a small box; the key follows remapping.
class KeyButton : public QPushButton {
    Q_OBJECT
public:
    KeyButton(const Desk &desk, Act act, const QString &text, const QString &icon = {}, QWidget *parent = nullptr);

    void setAct(Act act);
    void setPrimary(bool on);
    void setSmall(bool on);
    void setShowsKey(bool on);
    void setWords(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString keyText() const;
    [[nodiscard]] QColor ink() const;
    const Desk &m_desk;
    Act m_act;
    QMetaObject::Connection m_enabling;
    QString m_words;
    QString m_icon;
    bool m_showsKey = true;
    bool m_isSmall = false;
};

/// A combo box with our arrow: a style sheet cannot colour an icon by the theme.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(const Desk &desk, QWidget *parent = nullptr) : QComboBox(parent), m_desk(desk) {}

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Desk &m_desk;
};

/// P1, 免交 and their like as a widget.
class Chip : public QWidget {
    Q_OBJECT
public:
    Chip(const Theme &theme, QWidget *parent = nullptr);
    void show(const QString &text, ChipLook look);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
    ChipLook m_look = ChipLook::Outlined;
};

/// A ring as a widget; set again by whoever owns the tick.
class RingWidget : public QWidget {
    Q_OBJECT
public:
    RingWidget(const Theme &theme, int size, QWidget *parent = nullptr);
    void setState(const models::ClockState &state, const QColor &colourOfArc = {});
    [[nodiscard]] const models::ClockState &state() const { return m_state; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    models::ClockState m_state;
    QColor m_arc;
};

/// A label that ends in "…" instead of pushing its neighbours away; the whole text is its tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    [[nodiscard]] const QString &fullText() const { return m_full; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {24, QLabel::minimumSizeHint().height()}; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_full;
};

QLabel *label(const QString &text, const char *look, QWidget *parent = nullptr);
QFrame *line(const char *which, QWidget *parent = nullptr); ///< "hline" or "vline"
QLabel *iconLabel(const Desk &desk, const QString &icon, Colour colour, int size = 20, QWidget *parent = nullptr);
QPushButton *button(const QString &text, const char *property = nullptr, QWidget *parent = nullptr);
QToolButton *iconButton(const Desk &desk, const QString &icon, const QString &name, QWidget *parent = nullptr);
/// A list of widgets below what is in the layout; it scrolls, and takes the room that is left.
QVBoxLayout *addScrollingRows(QVBoxLayout *to);
void clearRows(QLayout *rows);
/// Calls it with every change of the model's rows, as long as the context lives.
void followRows(const QAbstractItemModel &model, QObject *context, const std::function<void()> &changed);

} // namespace bangban::ui
