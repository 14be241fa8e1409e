// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QPlainTextEdit>
#include <QTimer>

class QLabel;

namespace bangban::ui {

class CannedList;
class ElidedLabel;
class KeyButton;
class SendCheck;

/// The text field of the composer: keys, paste and drop; what they mean is the composer's business.
class ComposerEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget *parent = nullptr);
    void setSendsWithEnter(bool on) { m_sendsWithEnter = on; }
    enum class Sought { Nothing, Entry, Canned }; ///< behind "??", behind "/"
    /// Puts words where the cursor stands; in place of the mark by which they were found, and what is looked for, if there is such.
    void insertWords(const QString &words, Sought found = Sought::Entry);
    void setHasFindings(Sought of, bool on) { m_hasFindings[std::size_t(of)] = on; } ///< Return takes one of them

signals:
    /// What stands behind "??" at the cursor; null where there is none.
    void searchChanged(const QString &words);
    void cannedChanged(const QString &typed); ///< likewise behind "/"
    void searchStepped(bangban::ui::ComposerEdit::Sought of, int by);
    void searchPicked(bangban::ui::ComposerEdit::Sought of);
    void sendPressed();
    void recallPressed();
    void fileDropped(const QString &path);
    void pictureOffered(const QImage &picture);
    void tooLongPasted(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void followSearch();
    struct Search {
        Sought of = Sought::Nothing;
        int start = -1;  ///< of the mark
        int length = 0;  ///< of the mark
        friend bool operator==(const Search &, const Search &) = default;
    };
    [[nodiscard]] Search searchAtCursor() const;
    [[nodiscard]] bool searchKey(const QKeyEvent &event);
    bool m_sendsWithEnter = false;
    Sought m_sought = Sought::Nothing;
    std::array<bool, 3> m_hasFindings{};
    int m_leftSearch = -1; ///< where it stands that the person wants no search there
};

/// Where the agent writes. The draft of every request is handed to the feed as it is typed, so a crash loses nothing;
/// a failed or recalled text comes back here.
class Composer : public QWidget {
    Q_OBJECT
public:
    explicit Composer(const Desk &desk, QWidget *parent = nullptr);

    /// Keeps the old request's draft and shows the new one's.
    void setRequest(const RequestId &request);
    void setWritable(bool on);
    void quote(const MessageId &message, const QString &words);
    /// Words that are no answer of the knowledge base.
    void insertWords(const QString &words);
    /// An answer of the knowledge base; the message will cite it as far as its words stay.
    /// The entry as the citizen is to see it; what is being written stays.
    void sendCard(const bangban::client::EntryRow &entry);
    void insertAnswer(const client::EntryRow &entry, const QString &words);
    bool send(); ///< false if nothing was sent
    void chooseFile();
    [[nodiscard]] QString text() const { return m_edit->toPlainText(); }
    void focusEdit() { m_edit->setFocus(Qt::ShortcutFocusReason); }
    [[nodiscard]] ComposerEdit *edit() const { return m_edit; }
    [[nodiscard]] CannedList *canned() const { return m_canned; }

signals:
    void recallAsked();
    void failed(const QString &words);

private:
    void attach(const RequestId &request, const QString &path);
    void sendPicture(const QImage &picture);
    void offerAsFile(const QString &text);
    void showDraft(const QString &text);
    void keepDraft();
    void showTyping(bool on);
    void connectCanned();
    void clearQuote();
    void applyPreferences();

    const Desk &m_desk;
    RequestId m_request;
    ComposerEdit *m_edit;
    SendCheck *m_check;
    CannedList *m_canned;
    QWidget *m_quoteBar;
    ElidedLabel *m_quoteWords;
    MessageId m_quote;
    QHash<RequestId, QList<client::InsertedAnswer>> m_inserted; ///< into the message that is being written
    QHash<CommandId, QList<client::InsertedAnswer>> m_sent; ///< unanswered
    QLabel *m_state;
    KeyButton *m_send;
    QTimer m_draftTimer;
    QTimer m_typingTimer;
    bool m_isTyping = false;
    bool m_isLoading = false;
};

} // namespace bangban::ui
