// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QTabBar;
class QStackedWidget;
class QVBoxLayout;

namespace bangban::ui {

class ElidedLabel;
class KnowledgePanel;

/// Beside the conversation: the knowledge base, the item with its materials, and what the same person asked before. A drawer where
/// the window is narrow.
class SidePanel : public QWidget {
    Q_OBJECT
public:
    explicit SidePanel(const Desk &desk, QWidget *parent = nullptr);
    void setRequest(const models::RequestPtr &request);
    void setShowsClose(bool on);
    void showKnowledge(); ///< its tab
    [[nodiscard]] KnowledgePanel *knowledge() const { return m_knowledge; }

signals:
    void closeAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showItem();
    void showHistory(const QList<client::RequestRow> &rows);
    void addFact(const QString &name, const QString &value);

    const Desk &m_desk;
    models::RequestPtr m_request;
    QTabBar *m_tabs;
    QWidget *m_close;
    QStackedWidget *m_pages;
    KnowledgePanel *m_knowledge;
    QVBoxLayout *m_item;
    QVBoxLayout *m_history;
};

} // namespace bangban::ui
