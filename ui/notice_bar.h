// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace bangban::ui {

class ElidedLabel;

/// A calm bar above a page or a part of it: a bold sentence, details, one button. Announced once when it appears.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    NoticeBar(const Desk &desk, const QString &icon, QWidget *parent = nullptr);
    /// Shows itself; nothing to say hides it.
    void say(const QString &bold, const QString &details = {});
    void setButton(const QString &text, const std::function<void()> &pressed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Desk &m_desk;
    QLabel *m_bold;
    ElidedLabel *m_details;
    QHBoxLayout *m_layout;
};

} // namespace bangban::ui
