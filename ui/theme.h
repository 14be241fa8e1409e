// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QJsonObject>
#include <QObject>
#include <QPalette>

#include <array>

class QApplication;

namespace bangban::ui {

/// The colours of tokens.json, by their names there. Code names a colour, never its value.
#define BANGBAN_COLOURS(X)                                                                                            \
    X(App, "app") X(Surface, "surface") X(Sunken, "sunken") X(Raised, "raised") X(Hover, "hover")                     \
    X(Border, "border") X(BorderStrong, "borderStrong") X(Text, "text") X(Text2, "text2") X(Text3, "text3")           \
    X(TextOnAccent, "textOnAccent") X(Accent, "accent") X(AccentHover, "accentHover") X(AccentSoft, "accentSoft")     \
    X(AccentLine, "accentLine") X(Focus, "focus") X(RingQuiet, "ringQuiet") X(RingTrack, "ringTrack")                 \
    X(Amber, "amber") X(AmberInk, "amberInk") X(AmberSoft, "amberSoft") X(AmberLine, "amberLine")                     \
    X(Red, "red") X(RedInk, "redInk") X(RedSoft, "redSoft") X(RedLine, "redLine") X(TextOnRed, "textOnRed")           \
    X(Green, "green") X(GreenInk, "greenInk") X(GreenSoft, "greenSoft") X(GreenLine, "greenLine")                     \
    X(BubbleThem, "bubbleThem") X(BubbleMe, "bubbleMe")

enum class Colour {
#define X(name, token) name,
    BANGBAN_COLOURS(X)
#undef X
        Count
};

enum class ThemeKind { Light, Dark, HighContrast };
enum class TextSize { Secondary, Text, Title };

/// The one table of colours and sizes, read from tokens.json. Painters, palette and style sheet read it; selecting
/// another theme or text scale repaints everything at once.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    /// The widget style all our drawing is made for. Once, before the first window.
    static void prepare(QApplication &app);

    void select(ThemeKind kind, double textScale);
    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] QColor color(Colour colour) const { return m_colours[std::size_t(colour)]; }
    [[nodiscard]] QColor operator()(Colour colour) const { return color(colour); }
    [[nodiscard]] QColor buttonFill() const { return m_buttonFill; }
    [[nodiscard]] QFont font(TextSize size = TextSize::Text, bool isBold = false) const
    {
        return m_fonts[std::size_t(size)][std::size_t(isBold)];
    }
    /// A length of tokens.json "size", times the text scale.
    [[nodiscard]] int size(const char *name) const;
    /// Width of a column at a window width: "rail", "queue", "knowledge". Below 1280 the last one is a drawer.
    [[nodiscard]] int column(const char *name, int windowWidth) const;
    [[nodiscard]] int px(int length) const { return qRound(length * m_scale); }
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

signals:
    void changed();

private:
    QJsonObject m_tokens;
    ThemeKind m_kind = ThemeKind::Light;
    double m_scale = 1;
    std::array<QColor, std::size_t(Colour::Count)> m_colours;
    QColor m_buttonFill;
    std::array<std::array<QFont, 2>, 3> m_fonts; ///< made once a look: painters ask for one a line of text
};

} // namespace bangban::ui
