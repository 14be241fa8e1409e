// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractNativeEventFilter>
#include <QAction>
#include <QPointer>

#include <vector>

namespace bangban::ui {

/// While it is held, an action's key works in every program: F2 answers an offer from the browser as well (ui.md,
/// offer card). On X11 only; elsewhere, and where another program has the key, it stays the desk's own.
class EverywhereKey final : public QAbstractNativeEventFilter {
public:
    explicit EverywhereKey(QAction *action) : m_action(action) {}
    ~EverywhereKey() override { release(); }

    /// Takes the key that the action has now; nothing happens if it is held already.
    void hold();
    void release();
    [[nodiscard]] bool isHeld() const { return !m_codes.empty(); }

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;

private:
    QPointer<QAction> m_action;
    std::vector<unsigned char> m_codes; ///< of the X server's keyboard, while held
};

} // namespace bangban::ui
