// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/suggestions.h"
#include "ui/answer_box.h"

class QLineEdit;
class QVBoxLayout;

namespace bangban::ui {

class SuggestionRow;

/// The knowledge base beside the conversation. Without words of the person's own it shows what fits the request's item and the
/// citizen's last words, and follows them.
class KnowledgePanel : public QWidget {
    Q_OBJECT
public:
    explicit KnowledgePanel(const Desk &desk, QWidget *parent = nullptr);

    void setRequest(const models::RequestPtr &request);
    /// What the person looks for, from the composer; null words: what the conversation says again.
    void search(const QString &words);
    void step(int by); ///< to another row
    void insert(int row); ///< from 0; the shown layer of the current one, else the plain one. Nothing of what was withdrawn
    void insertCurrent() { insert(m_current); }
    void sendCard(); ///< the current one; nothing of what was withdrawn
    void nextLayer() { m_answer->nextLayer(); }
    void focusSearch();
    /// What the citizen wrote last, with what they wrote before it if it is short; at first what the request was opened with.
    [[nodiscard]] QString wordsOfTalk() const;
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] const models::Suggestions &suggestions() const { return m_suggestions; }

signals:
    /// \param words  of the layer that was chosen
    void inserted(const bangban::client::EntryRow &entry, const QString &words);
    void cardAsked(const bangban::client::EntryRow &entry);
    void left(); ///< the person is done with the search field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void noteOffered();
    void show();
    void setCurrent(int row);

    const Desk &m_desk;
    models::Suggestions m_suggestions;
    models::RequestPtr m_request;
    QLineEdit *m_field;
    QLabel *m_state;
    QWidget *m_list;
    QVBoxLayout *m_rowsLayout;
    std::vector<SuggestionRow *> m_rows;
    AnswerBox *m_answer;
    int m_current = 0;
    QSet<std::pair<RequestId, EntryId>> m_useful; ///< said so here
    QHash<CommandId, std::pair<RequestId, EntryId>> m_marks; ///< on their way
};

} // namespace bangban::ui
