// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace bangban::ui {

class EntryPast;
class MediaStrip;

inline constexpr int kWholeUnit = 100'000; ///< entries: a unit has fewer

/// One entry of the knowledge base: read, or written as the person's own draft, which is kept as it is typed; or somebody else's
/// draft, to be published or given back, with what it changes of the version that holds.
class EntryEditor : public QWidget {
    Q_OBJECT
public:
    explicit EntryEditor(const Desk &desk, QWidget *parent = nullptr);
    ~EntryEditor() override; ///< what was typed is kept

    void showEntry(const client::EntryRow &entry);
    void showDraft(client::EntryDraftRow draft);
    /// A draft of one's own begins. \param base  version it starts from; 0 for a new entry
    void write(const client::EntryRow &entry, int base, const std::vector<TaskId> &tasks);
    void keep(); ///< what was typed since, now
    [[nodiscard]] QString entryId() const { return m_entry.id.value; }
    void say(const QString &words, bool isError = false);
    /// What it tells a citizen, in both layers.
    [[nodiscard]] static QString answerOf(const client::EntryRow &entry) { return entry.plain + u'。' + entry.official; }

signals:
    void returnAsked(const bangban::client::EntryDraftRow &draft);
    void withdrawAsked(const bangban::client::EntryRow &entry);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class Mode { Nothing, Reading, Writing, Reviewing };
    QPlainTextEdit *addLayer(QVBoxLayout *layout, const QString &title, const QString &remark, int height, int longest, QLabel **state = nullptr);
    QLineEdit *addLine(QVBoxLayout *layout, const QString &title, const QString &example);
    void fill(Mode mode);
    void fillItems();
    void connectFeed();
    [[nodiscard]] client::EntryRow typed() const;
    void changed();
    void askForBefore();
    void askForOthers();
    void showOpposed();
    void sayNote(); ///< of the reviewer who gave it back
    void showPast(const protocol::EntryPast &past);
    void addAlias(const QString &words);
    void compare();
    [[nodiscard]] QString factsBefore() const;
    [[nodiscard]] QString nextVersion() const;
    void showSteps();
    [[nodiscard]] bool isWaiting() const; ///< it was let pass and begins later
    void showReadability();
    void save(bool review);
    void send(const CommandId &command, const QString &done);

    const Desk &m_desk;
    Mode m_mode = Mode::Nothing;
    client::EntryRow m_entry;
    client::EntryDraftRow m_draft; ///< of which mode tells: the person's own, or the one that is reviewed
    int m_base = 0;
    std::vector<TaskId> m_tasks;
    std::optional<client::EntryRow> m_before; ///< the version that the reviewed draft would replace
    quint64 m_ticket = 0; ///< of the question for it
    QList<client::EntryHit> m_others; ///< that hold, of every unit, and may be about the same
    quint64 m_othersTicket = 0;
    bool m_isFilling = false;
    QTimer m_keepTimer;
    struct Sent {
        QString done;  ///< what is said then
        EntryId entry; ///< that it is about
    };
    QHash<CommandId, Sent> m_sent;

    QWidget *m_form;
    QScrollArea *m_area; ///< it stands in
    EntryId m_filled;    ///< what it shows
    QLabel *m_empty;
    QLabel *m_steps;
    QLabel *m_answer;
    QLabel *m_facts;
    QLabel *m_opposed;
    QLineEdit *m_title;
    QComboBox *m_item;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLineEdit *m_review;
    QLineEdit *m_authority;
    QLabel *m_readability;
    QPlainTextEdit *m_plain;
    QPlainTextEdit *m_official;
    QLineEdit *m_sourceTitle;
    QPlainTextEdit *m_source;
    QPlainTextEdit *m_aliases;
    MediaStrip *m_media;
    EntryPast *m_past;
    QPushButton *m_changes;
    QPushButton *m_submit;
    QPushButton *m_publish;
    QPushButton *m_giveBack;
    QPushButton *m_change;
    QPushButton *m_withdraw;
    QPushButton *m_drop;
};

} // namespace bangban::ui
