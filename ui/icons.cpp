// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace bangban::ui {

using namespace Qt::StringLiterals;

QPixmap Icons::pixmap(const QString &name, const QColor &colour, int size, qreal ratio) const
{
    const QString key = u"%1/%2/%3/%4"_s.arg(name, colour.name()).arg(size).arg(ratio);
    if (const auto found = m_cache.constFind(key); found != m_cache.cend())
        return *found;
    QFile file(u":/bangban/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter, QRectF(0, 0, size, size));
    painter.end();
    m_cache.insert(key, pixmap);
    return pixmap;
}

QIcon Icons::icon(const QString &name, Colour colour) const
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(pixmap(name, colour, m_theme.px(20), ratio), QIcon::Normal);
        icon.addPixmap(pixmap(name, Colour::Text3, m_theme.px(20), ratio), QIcon::Disabled);
    }
    return icon;
}

QIcon Icons::iconOnFill(const QString &name) const
{
    QIcon icon;
    const QColor colour = m_theme.kind() == ThemeKind::Dark ? QColor(Qt::white) : m_theme(Colour::TextOnAccent);
    for (const qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(pixmap(name, colour, m_theme.px(20), ratio), QIcon::Normal);
        icon.addPixmap(pixmap(name, Colour::Text3, m_theme.px(20), ratio), QIcon::Disabled);
    }
    return icon;
}

} // namespace bangban::ui
