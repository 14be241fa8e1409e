// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace bangban::ui {

class KeyButton;
class MediaStrip;

/// 大白话, 答复口径, 原文条款
enum class AnswerLayer { Plain, Official, Source };

/// The answer of one entry in its three layers, one of them shown.
class AnswerBox : public QWidget {
    Q_OBJECT
public:
    explicit AnswerBox(const Desk &desk, QWidget *parent = nullptr);

    /// \param insert  what puts it into the message
    void show(const client::EntryRow &entry, Act insert, bool isWithdrawn);
    void setUseful(bool isNoted); ///< whether somebody said so already in this case
    void setLayer(AnswerLayer layer);
    void nextLayer(); ///< that has words
    [[nodiscard]] AnswerLayer layer() const { return m_layer; }
    [[nodiscard]] QString words() const { return wordsOf(m_entry, m_layer); }
    /// Of the plain layer, or of the next one where there is none.
    [[nodiscard]] static QString plainOf(const client::EntryRow &entry);

signals:
    void cardAsked(const bangban::client::EntryRow &entry);   ///< 发卡片
    void usefulAsked(const bangban::client::EntryRow &entry); ///< 有用
    void reportAsked(const bangban::client::EntryRow &entry); ///< 有错

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] static QString wordsOf(const client::EntryRow &entry, AnswerLayer layer);
    void refresh();
    void fitHeight();

    const Desk &m_desk;
    client::EntryRow m_entry;
    AnswerLayer m_layer = AnswerLayer::Plain;
    QPlainTextEdit *m_text;
    std::array<QToolButton *, 3> m_layers{};
    KeyButton *m_insert;
    QPushButton *m_card;
    QPushButton *m_useful;
    MediaStrip *m_media;
    QLabel *m_facts;
};

} // namespace bangban::ui
