// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace bangban::ui {

enum class Page { Service, Knowledge, Slips, Administration, Settings };

/// The pages on the left: only those that the role may use; nothing empty shows.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(const Desk &desk, QWidget *parent = nullptr);
    void setPages(const QList<Page> &pages);
    void select(Page page);

signals:
    void pageChosen(bangban::ui::Page page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static std::pair<QString, QString> faceOf(Page page); ///< icon and words
    const Desk &m_desk;
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
};

} // namespace bangban::ui
