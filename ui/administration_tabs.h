// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialog_frame.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTableView;
class QVBoxLayout;

namespace bangban::ui {

/// One tab: a search field, a table, and what can be done with the row chosen.
class AdministrationTab : public QWidget {
    Q_OBJECT
public:
    AdministrationTab(const Desk &desk, const QString &title);
    [[nodiscard]] const QString &title() const { return m_title; }

signals:
    void sent(const bangban::CommandId &command, const QString &what);

protected:
    /// The table over a proxy that searches and words the cells.
    QTableView *addTable(QAbstractItemModel &model, QSortFilterProxyModel *proxy, const QList<int> &widths);
    [[nodiscard]] QString chosenId() const; ///< empty if no row is chosen
    void takeSearchAway(); ///< nothing to search here
    /// What no desk keeps: asked for when the tab is shown, when the line comes back, and when all rows come anew.
    void keepAsking(std::function<void()> ask);
    void askAgain();
    void showEvent(QShowEvent *event) override;
    QPushButton *addButton(const QString &text, bool isPrimary = false);
    /// About the chosen row; says so while there is none.
    void addRowButton(const QString &text, std::function<void(const QString &id)> act);
    const Desk &m_desk;
    QVBoxLayout *m_layout;

private:
    const QString m_title;
    QHBoxLayout *m_bar;
    QLineEdit *m_search;
    QTableView *m_table = nullptr;
    std::function<void()> m_ask;
    bool m_wasOnline = false;
};

class AccountsTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit AccountsTab(const Desk &desk);

private:
    void edit(const QString &id);
};

class OrganisationTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit OrganisationTab(const Desk &desk);

private:
    void edit(const QString &id);
};

class ItemsTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit ItemsTab(const Desk &desk);

private:
    void flip(const QString &id, bool chat);
};

class HoursTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit HoursTab(const Desk &desk);

private:
    void edit(const QString &id);
};

/// A file, its kind, a dry run with its report, and only then the import itself. The holiday calendar comes this way.

} // namespace bangban::ui
