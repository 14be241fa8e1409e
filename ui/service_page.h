// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QTimer>
#include <QWidget>

class QSplitter;

namespace bangban::ui {

class ConversationPane;
class QueueColumn;
class SidePanel;

/// 服务: list, conversation, side panel. Below 1280 logical pixels the side panel is a drawer over the conversation.
/// One timer for every clock in sight: once a second, ten times while a red one shows.
class ServicePage : public QWidget {
    Q_OBJECT
public:
    explicit ServicePage(const Desk &desk, QWidget *parent = nullptr);

    void open(const RequestId &request);
    /// To the search field of the knowledge base; away again from there, where the panel is a drawer.
    void goToKnowledge();
    void cyclePanes();
    void takeNext();
    [[nodiscard]] ConversationPane *conversation() const { return m_conversation; }
    [[nodiscard]] QueueColumn *queue() const { return m_queue; }

signals:
    void ticked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectActions();
    void connectKnowledge();
    void showSide();
    void markUnanswered();
    void layOut();
    void tick();
    void answered(const client::CommandAnswer &answer);
    [[nodiscard]] bool isNarrow() const;

    const Desk &m_desk;
    QSplitter *m_splitter;
    QueueColumn *m_queue;
    ConversationPane *m_conversation;
    SidePanel *m_side;
    bool m_isDrawer = false;
    QTimer m_timer;
    std::chrono::sys_seconds m_second{}; ///< of the last ticked()
    QSet<CommandId> m_marks; ///< of questions nobody could answer
    QHash<CommandId, RequestId> m_claims; ///< opened when the server says yes
};

} // namespace bangban::ui
