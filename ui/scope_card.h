// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/advice_bar.h"

#include <QSet>

namespace bangban::ui {

/// Comes up where a citizen asks for what is no matter of this desk – complaints, legal matters, lawsuits – with the answer that
/// names the proper channel. \source duty 59
class ScopeCard : public AdviceBar {
    Q_OBJECT
public:
    explicit ScopeCard(const Desk &desk, QWidget *parent = nullptr);
    void setRequest(const RequestId &request); ///< none: nothing to say

signals:
    void insertAsked(const QString &words);

private:
    void look();
    void settle();

    const Desk &m_desk;
    RequestId m_request;
    QSet<MessageId> m_harmless; ///< looked at, and nothing there
    QString m_phrase; ///< that is shown
    QString m_answer;
};

} // namespace bangban::ui
