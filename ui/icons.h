// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QIcon>
#include <QPixmap>

namespace bangban::ui {

/// The icons of resources/icons in a token's colour, rendered per device pixel ratio and kept.
class Icons {
public:
    explicit Icons(const Theme &theme) : m_theme(theme) {}

    [[nodiscard]] QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal ratio) const;
    [[nodiscard]] QPixmap pixmap(const QString &name, Colour colour, int size, qreal ratio) const
    {
        return pixmap(name, m_theme(colour), size, ratio);
    }
    /// Text colour, and the faint one where disabled.
    [[nodiscard]] QIcon icon(const QString &name, Colour colour = Colour::Text2) const;
    [[nodiscard]] QIcon iconOnFill(const QString &name) const;

private:
    const Theme &m_theme;
    mutable QHash<QString, QPixmap> m_cache;
};

} // namespace bangban::ui
