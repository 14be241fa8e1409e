// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace bangban::ui {

class Composer;
class ConversationHeader;
class KeyButton;
class NoticeBar;
class ScopeCard;
class TranscriptView;
class WrapUpPanel;

/// The middle of the service page: one open request, or what to do next where none is open.
class ConversationPane : public QWidget {
    Q_OBJECT
public:
    explicit ConversationPane(const Desk &desk, QWidget *parent = nullptr);

    void setRequest(const RequestId &request);
    [[nodiscard]] const RequestId &request() const { return m_id; }
    [[nodiscard]] Composer *composer() const { return m_composer; }
    [[nodiscard]] ConversationHeader *header() const { return m_header; }
    [[nodiscard]] TranscriptView *transcript() const { return m_transcript; }
    bool tick();
    void takeFocus();
    void say(const QString &words); ///< an error or a remark, in a bar that goes with the next step

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeStart();
    void show(const models::RequestPtr &request);
    void showStart();
    void showDuplicate(const client::RequestRow &row);
    void markRead();
    void recallLast();

    const Desk &m_desk;
    RequestId m_id;
    QStackedWidget *m_stack;
    ConversationHeader *m_header;
    NoticeBar *m_remark;
    NoticeBar *m_duplicate;
    TranscriptView *m_transcript;
    QLabel *m_typing;
    ScopeCard *m_scope;
    Composer *m_composer;
    WrapUpPanel *m_wrapUp;
    QWidget *m_startPage;
    QLabel *m_startTitle;
    QLabel *m_startWords;
    KeyButton *m_start;
    QLabel *m_startIcon;
};

} // namespace bangban::ui
