// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QComboBox;
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

/// The unit's entries on the left of the knowledge page: what is being written first, then what holds; or those alone that end, or
/// are to be looked at again, or begin soon, the nearest day first; or those that may contradict each other; or items without any.
class EntryList : public QWidget {
    Q_OBJECT
public:
    explicit EntryList(const Desk &desk, QWidget *parent = nullptr);

    void focusSearch();
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QComboBox *choice() const { return m_choice; }

signals:
    void entryChosen(const bangban::client::EntryRow &entry);
    void draftChosen(const bangban::client::EntryDraftRow &draft);
    void newAsked();
    void itemChosen(const bangban::ItemId &item); ///< that has no answer yet

protected:
    void showEvent(QShowEvent *event) override; ///< a page that nobody looks at asks for nothing

private:
    void ask();
    void fill();
    void addItems(const QString &words, const QString &current);
    [[nodiscard]] domain::EntryPhase phaseOf(const client::EntryRow &row) const;
    /// What somebody has to do about an entry soon, and when; nothing for most. \source duty 84
    struct Nearing {
        QString words;
        LocalDate day;
    };
    [[nodiscard]] std::optional<Nearing> nearing(const client::EntryRow &row) const;
    void findContradictions(); ///< among those found, in force, of one item. \source duty 137

    const Desk &m_desk;
    QLineEdit *m_field;
    QComboBox *m_choice;
    QLabel *m_count;
    QListWidget *m_list;
    QList<client::EntryHit> m_found;
    std::vector<std::pair<EntryId, QString>> m_opposed; ///< entries that give other figures than another, and how
    quint64 m_ticket = 0;
    bool m_isAnswered = false; ///< the question that was asked last
};

} // namespace bangban::ui
