// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "core/domain/permissions.h"

#include <QCoreApplication>
#include <QSettings>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Who is offered an action. Who neither serves nor administers looks on.
enum class Whose { All, Looking, Serving, Blocking, Editing, Supervising, Administering };

struct Entry {
    Act act;
    const char *id;
    const char *text;
    const char *initials; ///< English initials; the translation holds the pinyin ones
    const char *key;
    bool isThrottled;
    Whose whose;
};

constexpr Entry kEntries[] = {
    {Act::TakeNext, "take_next", QT_TRANSLATE_NOOP("Action", "Take next"), QT_TRANSLATE_NOOP("ActionInitials", "take next"), "F2", true, Whose::Serving},
    {Act::Drawer, "drawer", QT_TRANSLATE_NOOP("Action", "Knowledge, item and history"), QT_TRANSLATE_NOOP("ActionInitials", "knowledge item history"), "F3", false, Whose::Looking},
    {Act::PresenceMenu, "presence_menu", QT_TRANSLATE_NOOP("Action", "Presence menu"), QT_TRANSLATE_NOOP("ActionInitials", "presence menu"), "F4", false, Whose::All},
    {Act::CyclePanes, "cycle_panes", QT_TRANSLATE_NOOP("Action", "Next pane"), QT_TRANSLATE_NOOP("ActionInitials", "next pane"), "F6", false, Whose::All},
    {Act::Send, "send", QT_TRANSLATE_NOOP("Action", "Send"), QT_TRANSLATE_NOOP("ActionInitials", "send"), "Ctrl+Return", false, Whose::Serving},
    {Act::SendAndNext, "send_and_next", QT_TRANSLATE_NOOP("Action", "Send and next case"), QT_TRANSLATE_NOOP("ActionInitials", "send and next case"),
     "Ctrl+Shift+Return", false, Whose::Serving},
    {Act::PreviousCase, "previous_case", QT_TRANSLATE_NOOP("Action", "Previous case"), QT_TRANSLATE_NOOP("ActionInitials", "previous case"), "Alt+Up", false, Whose::Looking},
    {Act::NextCase, "next_case", QT_TRANSLATE_NOOP("Action", "Next case"), QT_TRANSLATE_NOOP("ActionInitials", "next case"), "Alt+Down", false, Whose::Looking},
    {Act::EndAndWrapUp, "end_and_wrap_up", QT_TRANSLATE_NOOP("Action", "End and wrap up"), QT_TRANSLATE_NOOP("ActionInitials", "end and wrap up"), "Ctrl+Shift+E", true, Whose::Serving},
    {Act::Transfer, "transfer", QT_TRANSLATE_NOOP("Action", "Transfer"), QT_TRANSLATE_NOOP("ActionInitials", "transfer"), "Ctrl+Shift+R", true, Whose::Serving},
    {Act::Priority, "priority", QT_TRANSLATE_NOOP("Action", "Correct the priority"), QT_TRANSLATE_NOOP("ActionInitials", "correct the priority"), "Ctrl+Shift+P", false, Whose::Serving},
    {Act::ArrangeCall, "arrange_call", QT_TRANSLATE_NOOP("Action", "Arrange a call-back"), QT_TRANSLATE_NOOP("ActionInitials", "arrange a call-back"), "Ctrl+Shift+B",
     true, Whose::Serving},
    {Act::BlockSender, "block_sender", QT_TRANSLATE_NOOP("Action", "Block the sender"), QT_TRANSLATE_NOOP("ActionInitials", "block the sender"), "", true, Whose::Blocking},
    {Act::AttachFile, "attach_file", QT_TRANSLATE_NOOP("Action", "Attach a file"), QT_TRANSLATE_NOOP("ActionInitials", "attach a file"), "Ctrl+Shift+A", false, Whose::Serving},
    {Act::SendCard, "send_card", QT_TRANSLATE_NOOP("Action", "Send the answer as a card"), QT_TRANSLATE_NOOP("ActionInitials", "send the answer as a card"), "Alt+C", true,
     Whose::Serving},
    {Act::InsertFirst, "insert_first", QT_TRANSLATE_NOOP("Action", "Insert answer 1"), QT_TRANSLATE_NOOP("ActionInitials", "insert answer 1"), "Alt+1", false, Whose::Serving},
    {Act::InsertSecond, "insert_second", QT_TRANSLATE_NOOP("Action", "Insert answer 2"), QT_TRANSLATE_NOOP("ActionInitials", "insert answer 2"), "Alt+2", false, Whose::Serving},
    {Act::InsertThird, "insert_third", QT_TRANSLATE_NOOP("Action", "Insert answer 3"), QT_TRANSLATE_NOOP("ActionInitials", "insert answer 3"), "Alt+3", false, Whose::Serving},
    {Act::InsertFourth, "insert_fourth", QT_TRANSLATE_NOOP("Action", "Insert answer 4"), QT_TRANSLATE_NOOP("ActionInitials", "insert answer 4"), "Alt+4", false, Whose::Serving},
    {Act::InsertFifth, "insert_fifth", QT_TRANSLATE_NOOP("Action", "Insert answer 5"), QT_TRANSLATE_NOOP("ActionInitials", "insert answer 5"), "Alt+5", false, Whose::Serving},
    {Act::NextLayer, "next_layer", QT_TRANSLATE_NOOP("Action", "Next layer of the answer"), QT_TRANSLATE_NOOP("ActionInitials", "next layer of the answer"), "F7", false, Whose::Looking},
    {Act::MarkUnanswered, "mark_unanswered", QT_TRANSLATE_NOOP("Action", "Cannot answer this"), QT_TRANSLATE_NOOP("ActionInitials", "cannot answer this"), "F8", true, Whose::Serving},
    {Act::ProposeEntry, "propose_entry", QT_TRANSLATE_NOOP("Action", "Keep this answer"), QT_TRANSLATE_NOOP("ActionInitials", "keep this answer"),
     "Ctrl+Shift+K", true, Whose::Serving},
    {Act::KnowledgePage, "knowledge_page", QT_TRANSLATE_NOOP("Action", "Go to the knowledge base"), QT_TRANSLATE_NOOP("ActionInitials", "go to the knowledge base"),
     "Ctrl+Alt+3", false, Whose::Editing},
    {Act::SlipsPage, "slips_page", QT_TRANSLATE_NOOP("Action", "Go to the phrases"), QT_TRANSLATE_NOOP("ActionInitials", "go to the phrases"),
     "Ctrl+Alt+4", false, Whose::Supervising},
    {Act::Keys, "keys", QT_TRANSLATE_NOOP("Action", "Keys"), QT_TRANSLATE_NOOP("ActionInitials", "keys"), "F1", false, Whose::All},
    {Act::Palette, "palette", QT_TRANSLATE_NOOP("Action", "Find an action"), QT_TRANSLATE_NOOP("ActionInitials", "find an action"), "Ctrl+K", false, Whose::All},
    {Act::StartWork, "start_work", QT_TRANSLATE_NOOP("Action", "Start taking requests"), QT_TRANSLATE_NOOP("ActionInitials", "start taking requests"), "F5", false, Whose::Serving},
    {Act::GoBusy, "go_busy", QT_TRANSLATE_NOOP("Action", "Busy: take no new requests"), QT_TRANSLATE_NOOP("ActionInitials", "busy"), "", false, Whose::Serving},
    {Act::GoBreak, "go_break", QT_TRANSLATE_NOOP("Action", "Take a break"), QT_TRANSLATE_NOOP("ActionInitials", "take a break"), "", false, Whose::Serving},
    {Act::ServicePage, "service_page", QT_TRANSLATE_NOOP("Action", "Go to service"), QT_TRANSLATE_NOOP("ActionInitials", "go to service"), "Ctrl+Alt+1", false, Whose::Looking},
    {Act::AdministrationPage, "administration_page", QT_TRANSLATE_NOOP("Action", "Go to administration"), QT_TRANSLATE_NOOP("ActionInitials", "go to administration"),
     "Ctrl+Alt+2", false, Whose::Administering},
    {Act::SettingsPage, "settings_page", QT_TRANSLATE_NOOP("Action", "Go to settings"), QT_TRANSLATE_NOOP("ActionInitials", "go to settings"), "Ctrl+Alt+0", false, Whose::All},
    {Act::Reconnect, "reconnect", QT_TRANSLATE_NOOP("Action", "Reconnect now"), QT_TRANSLATE_NOOP("ActionInitials", "reconnect now"), "", true, Whose::All},
    {Act::SwitchTheme, "switch_theme", QT_TRANSLATE_NOOP("Action", "Switch the theme"), QT_TRANSLATE_NOOP("ActionInitials", "switch the theme"), "", false, Whose::All},
    {Act::SignOut, "sign_out", QT_TRANSLATE_NOOP("Action", "Sign out"), QT_TRANSLATE_NOOP("ActionInitials", "sign out"), "", true, Whose::All},
    {Act::LockScreen, "lock_screen", QT_TRANSLATE_NOOP("Action", "Lock the screen"), QT_TRANSLATE_NOOP("ActionInitials", "lock the screen"), "Ctrl+Alt+L", false, Whose::All},
};

/// \source behaviour §9: destructive keys are throttled
constexpr qint64 kThrottleMs = 1'000;

const Entry &entryOf(Act act)
{
    return kEntries[std::size_t(act)];
}

/// The Enter of the number pad does what Return does.
QList<QKeySequence> withKeypad(const QKeySequence &key)
{
    const QString text = key.toString(QKeySequence::PortableText);
    if (!text.endsWith("Return"_L1))
        return {key};
    return {key, QKeySequence(text.chopped(6) + u"Enter"_s, QKeySequence::PortableText)};
}

QString settingOf(Act act)
{
    return u"keys/"_s + QLatin1String(entryOf(act).id);
}

} // namespace

ActionTable::ActionTable(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    for (const Entry &entry : kEntries) {
        Q_ASSERT(&entry == &kEntries[std::size_t(entry.act)]);
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(entry.id));
        action->setShortcutContext(Qt::WindowShortcut);
        const QVariant saved = m_settings.value(settingOf(entry.act));
        const QString key = saved.isValid() ? saved.toString() : QString(QLatin1String(entry.key));
        action->setShortcuts(withKeypad(QKeySequence(key, QKeySequence::PortableText)));
        m_actions.emplace(entry.act, action);
    }
    retranslate();
}

std::vector<Act> ActionTable::all() const
{
    std::vector<Act> acts;
    for (const Entry &entry : kEntries)
        if (action(entry.act)->isVisible())
            acts.push_back(entry.act);
    return acts;
}

void ActionTable::showFor(const std::vector<domain::Role> &roles)
{
    using domain::Permission, domain::isGranted;
    const bool serves = isGranted(roles, Permission::Serve);
    const bool administers = isGranted(roles, Permission::ManageAccounts) || isGranted(roles, Permission::ManageCatalogue);
    const bool edits = isGranted(roles, Permission::WriteKnowledge) || isGranted(roles, Permission::ReviewKnowledge);
    const std::map<Whose, bool> shown{{Whose::All, true},
                                      {Whose::Looking, serves || (!administers && !edits && !roles.empty())},
                                      {Whose::Serving, serves},
                                      {Whose::Blocking, isGranted(roles, Permission::BlockCitizens)},
                                      {Whose::Editing, edits || isGranted(roles, Permission::InspectKnowledge) || isGranted(roles, Permission::ReceiveAlarms)}, // who supervises sees what is owed
                                      {Whose::Supervising, isGranted(roles, Permission::ReceiveAlarms)},
                                      {Whose::Administering, administers}};
    for (const auto &[act, action] : m_actions)
        action->setVisible(shown.at(entryOf(act).whose));
}

QString ActionTable::text(Act act) const
{
    return QCoreApplication::translate("Action", entryOf(act).text);
}

QString ActionTable::initials(Act act) const
{
    return QCoreApplication::translate("ActionInitials", entryOf(act).initials);
}

QKeySequence ActionTable::key(Act act) const
{
    return action(act)->shortcut();
}

QString ActionTable::textOf(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText); // translations name the keys, here and in the toolkit's own widgets
}

QKeySequence ActionTable::defaultKey(Act act) const
{
    return QKeySequence(QLatin1String(entryOf(act).key), QKeySequence::PortableText);
}

std::optional<Act> ActionTable::ownerOf(const QKeySequence &key, Act except) const
{
    if (key.isEmpty())
        return std::nullopt;
    for (const auto &[act, action] : m_actions)
        if (act != except && action->shortcut() == key)
            return act;
    return std::nullopt;
}

void ActionTable::setKey(Act act, const QKeySequence &key)
{
    action(act)->setShortcuts(withKeypad(key));
    m_settings.setValue(settingOf(act), key.toString(QKeySequence::PortableText));
    emit keysChanged();
}

void ActionTable::resetKeys()
{
    for (const auto &[act, action] : m_actions) {
        action->setShortcuts(withKeypad(defaultKey(act)));
        m_settings.remove(settingOf(act));
    }
    emit keysChanged();
}

void ActionTable::onTriggered(Act act, QObject *context, std::function<void()> handler)
{
    connect(action(act), &QAction::triggered, context, [this, act, handler = std::move(handler)] {
        QElapsedTimer &last = m_lastRun[act];
        if (entryOf(act).isThrottled && last.isValid() && last.elapsed() < kThrottleMs)
            return;
        last.start();
        handler();
    });
}

void ActionTable::retranslate()
{
    for (const auto &[act, action] : m_actions)
        action->setText(text(act));
}

} // namespace bangban::ui
