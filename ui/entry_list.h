// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace bangban::ui {

/// Draws one entry or draft of the list: title, whose and which version, and how it stands.
class EntryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    EntryDelegate(const Desk &desk, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Desk &m_desk;
};

/// The unit's entries on the left of the knowledge page: what is being written first, then what holds.
class EntryList : public QWidget {
    Q_OBJECT
public:
    explicit EntryList(const Desk &desk, QWidget *parent = nullptr);

    void focusSearch();
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

signals:
    void entryChosen(const bangban::client::EntryRow &entry);
    void draftChosen(const bangban::client::EntryDraftRow &draft);
    void newAsked();

protected:
    void showEvent(QShowEvent *event) override; ///< a page that nobody looks at asks for nothing

private:
    void ask();
    void fill();
    [[nodiscard]] QString stateOf(const client::EntryRow &row) const;

    const Desk &m_desk;
    QLineEdit *m_field;
    QLabel *m_count;
    QListWidget *m_list;
    QList<client::EntryHit> m_found;
    quint64 m_ticket = 0;
};

} // namespace bangban::ui
