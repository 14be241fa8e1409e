// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <QAction>
#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <map>
#include <optional>

class QSettings;

namespace bangban::ui {

/// Everything a person can do with a key, in one place; F1 prints it, Ctrl+K searches it, the settings remap it.
enum class Act {
    TakeNext,
    Drawer,
    PresenceMenu,
    CyclePanes,
    Send,
    SendAndNext,
    PreviousCase,
    NextCase,
    EndAndWrapUp,
    Transfer,
    Priority,
    ArrangeCall,
    BlockSender,
    AttachFile,
    SendCard,
    InsertFirst,
    InsertSecond,
    InsertThird,
    InsertFourth,
    InsertFifth,
    NextLayer,
    MarkUnanswered,
    ProposeEntry,
    KnowledgePage,
    SlipsPage,
    Keys,
    Palette,
    StartWork,
    GoBusy,
    GoBreak,
    ServicePage,
    AdministrationPage,
    SettingsPage,
    Reconnect,
    SwitchTheme,
    SignOut,
    LockScreen,
};

/// The one table of actions: id, words, pinyin initials, default key. \source behaviour §9
class ActionTable : public QObject {
    Q_OBJECT
public:
    ActionTable(QSettings &settings, QObject *parent);

    [[nodiscard]] QAction *action(Act act) const { return m_actions.at(act); }
    [[nodiscard]] std::vector<Act> all() const; ///< that are shown
    /// Hides what the person has no right to, with its key. At first everything is shown.
    /// \param roles  none before somebody signs in
    void showFor(const std::vector<domain::Role> &roles);
    [[nodiscard]] QString text(Act act) const;
    /// Pinyin initials of the words ("jdyj"), so that the palette finds them by few keys; in translations.
    [[nodiscard]] QString initials(Act act) const;
    [[nodiscard]] QKeySequence key(Act act) const;
    /// As printed on the keyboard: "Ctrl+Enter"; empty if there is none.
    [[nodiscard]] QString keyText(Act act) const { return textOf(key(act)); }
    static QString textOf(const QKeySequence &key);
    [[nodiscard]] QKeySequence defaultKey(Act act) const;
    /// The action that has the key already, also one that is hidden: the next person here may be shown it. Nothing if it is free.
    [[nodiscard]] std::optional<Act> ownerOf(const QKeySequence &key, Act except) const;
    /// Remembered. The caller has asked ownerOf() before. An empty key switches the shortcut off.
    void setKey(Act act, const QKeySequence &key);
    void resetKeys();
    /// What the action does; acts that end something run at most once a second.
    void onTriggered(Act act, QObject *context, std::function<void()> handler);
    void retranslate();

signals:
    void keysChanged();

private:
    QSettings &m_settings;
    std::map<Act, QAction *> m_actions;
    std::map<Act, QElapsedTimer> m_lastRun;
};

} // namespace bangban::ui
