// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/everywhere_key.h"

#include <QGuiApplication>
#include <QKeySequence>
#include <QtGui/qguiapplication_platform.h>

#include <cstdlib>
#include <memory>

#include <xcb/xcb.h>
#include <xcb/xcb_keysyms.h>

namespace bangban::ui {

namespace {

constexpr xcb_keysym_t kF1 = 0xffbe; ///< X11's keysymdef.h; F1 to F35 follow one another

xcb_connection_t *display()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

xcb_window_t root(xcb_connection_t *x) { return xcb_setup_roots_iterator(xcb_get_setup(x)).data->root; }

/// The X name of a key without modifiers; 0 for one that is better left to other programs, such as a letter.
xcb_keysym_t symbolOf(const QKeySequence &keys)
{
    if (keys.count() != 1 || keys[0].keyboardModifiers() != Qt::NoModifier)
        return 0;
    const Qt::Key key = keys[0].key();
    return key >= Qt::Key_F1 && key <= Qt::Key_F35 ? kF1 + xcb_keysym_t(key - Qt::Key_F1) : 0;
}

/// Caps Lock and Num Lock count as modifiers for X; the key is meant with and without them.
constexpr std::uint16_t kLocks[] = {0, XCB_MOD_MASK_LOCK, XCB_MOD_MASK_2, XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2};

} // namespace

void EverywhereKey::hold()
{
    xcb_connection_t *x = display();
    const xcb_keysym_t symbol = m_action ? symbolOf(m_action->shortcut()) : 0;
    if (isHeld() || !x || symbol == 0)
        return;
    const std::unique_ptr<xcb_key_symbols_t, decltype(&xcb_key_symbols_free)> symbols(xcb_key_symbols_alloc(x),
                                                                                     &xcb_key_symbols_free);
    const std::unique_ptr<xcb_keycode_t, decltype(&std::free)> codes(
        xcb_key_symbols_get_keycode(symbols.get(), symbol), &std::free);
    for (const xcb_keycode_t *code = codes.get(); code && *code != XCB_NO_SYMBOL; ++code) {
        bool isOurs = true;
        for (const std::uint16_t lock : kLocks) {
            const auto asked = xcb_grab_key_checked(x, 0, root(x), lock, *code, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
            const std::unique_ptr<xcb_generic_error_t, decltype(&std::free)> refused(xcb_request_check(x, asked), &std::free);
            isOurs = isOurs && !refused;
        }
        if (isOurs)
            m_codes.push_back(*code);
        else // half of it would only swallow the key
            xcb_ungrab_key(x, *code, root(x), XCB_MOD_MASK_ANY);
    }
    if (isHeld())
        qGuiApp->installNativeEventFilter(this);
}

void EverywhereKey::release()
{
    if (!isHeld())
        return;
    qGuiApp->removeNativeEventFilter(this);
    if (xcb_connection_t *x = display()) {
        for (const unsigned char code : m_codes)
            xcb_ungrab_key(x, code, root(x), XCB_MOD_MASK_ANY);
        xcb_flush(x);
    }
    m_codes.clear();
}

bool EverywhereKey::nativeEventFilter(const QByteArray &, void *message, qintptr *)
{
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    const int type = event->response_type & 0x7f;
    if (type != XCB_KEY_PRESS && type != XCB_KEY_RELEASE)
        return false;
    const auto *key = reinterpret_cast<const xcb_key_press_event_t *>(event);
    if (std::find(m_codes.begin(), m_codes.end(), key->detail) == m_codes.end())
        return false;
    if (type == XCB_KEY_PRESS && m_action)
        // Not from within the filter: the action lets the key go.
        QMetaObject::invokeMethod(m_action, &QAction::trigger, Qt::QueuedConnection);
    return true;
}

} // namespace bangban::ui
