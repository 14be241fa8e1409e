// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStyleFactory>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kColourNames{
#define X(name, token) token,
    BANGBAN_COLOURS(X)
#undef X
};

QLatin1String nameOf(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Light:
        return "light"_L1;
    case ThemeKind::Dark:
        return "dark"_L1;
    case ThemeKind::HighContrast:
        return "highContrast"_L1;
    }
    return "light"_L1;
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    QFile file(u":/bangban/tokens.json"_s);
    if (file.open(QIODevice::ReadOnly))
        m_tokens = QJsonDocument::fromJson(file.readAll()).object();
    Q_ASSERT(!m_tokens.isEmpty());
    select(ThemeKind::Light, 1);
}

void Theme::prepare(QApplication &app)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    app.setAttribute(Qt::AA_DontShowIconsInMenus, false);
}

void Theme::select(ThemeKind kind, double textScale)
{
    m_kind = kind;
    m_scale = qBound(0.8, textScale, 2.0);
    const QJsonObject colours = m_tokens["color"_L1].toObject()[nameOf(kind)].toObject();
    for (std::size_t i = 0; i < m_colours.size(); ++i)
        m_colours[i] = QColor(colours[QLatin1String(kColourNames[i])].toString());
    m_buttonFill = QColor(m_tokens["buttonFill"_L1].toObject()[nameOf(kind)].toString());
    const QJsonObject type = m_tokens["type"_L1].toObject();
    QStringList families;
    for (const QJsonValue &family : type["family"_L1].toArray())
        if (family.toString() != "system"_L1)
            families.append(family.toString());
    const QLatin1String sizes[] = {"secondary"_L1, "text"_L1, "title"_L1};
    for (std::size_t i = 0; i < std::size(sizes); ++i)
        for (const bool isBold : {false, true}) {
            QFont &font = m_fonts[i][std::size_t(isBold)];
            font = QFont(families);
            font.setPixelSize(px(type["desk"_L1].toObject()[sizes[i]].toInt(14)));
            font.setWeight(isBold ? QFont::Bold : QFont::Normal);
        }
    emit changed();
}

int Theme::size(const char *name) const
{
    return px(m_tokens["size"_L1].toObject()[QLatin1String(name)].toInt());
}

int Theme::column(const char *name, int windowWidth) const
{
    const QLatin1String from = windowWidth >= 1680 ? "from1680"_L1
        : windowWidth >= 1280                      ? "from1280"_L1
                                                   : "below1280"_L1;
    const QJsonObject columns = m_tokens["size"_L1].toObject()["columns"_L1].toObject();
    const QJsonValue width = columns[from].toObject()[QLatin1String(name)];
    if (width.isDouble())
        return px(width.toInt());
    // A drawer, or a name that only the middle row has: English labels need their width in every window.
    const int middle = columns["from1280"_L1].toObject()[QLatin1String(name)].toInt();
    return px(middle);
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, color(Colour::Surface));
    palette.setColor(QPalette::WindowText, color(Colour::Text));
    palette.setColor(QPalette::Base, color(Colour::Surface));
    palette.setColor(QPalette::AlternateBase, color(Colour::Sunken));
    palette.setColor(QPalette::Text, color(Colour::Text));
    palette.setColor(QPalette::PlaceholderText, color(Colour::Text3));
    palette.setColor(QPalette::Button, color(Colour::Surface));
    palette.setColor(QPalette::ButtonText, color(Colour::Text));
    palette.setColor(QPalette::ToolTipBase, color(Colour::Raised));
    palette.setColor(QPalette::ToolTipText, color(Colour::Text));
    palette.setColor(QPalette::Highlight, m_buttonFill);
    palette.setColor(QPalette::HighlightedText,
                     m_kind == ThemeKind::Dark ? color(Colour::Text) : color(Colour::TextOnAccent));
    palette.setColor(QPalette::Link, color(Colour::Accent));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Colour::Text3));
    return palette;
}

} // namespace bangban::ui
