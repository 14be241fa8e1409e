// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QRegularExpression>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

/// @name@ stands for a colour of the tokens, #n# for a length in design pixels.
const QString kSheet = uR"(
QWidget { color: @text@; font-size: #14#px; }
QMainWindow, QDialog { background: @surface@; }
QWidget#page, QWidget#surface { background: @surface@; }
QWidget#sunken { background: @sunken@; }
QWidget#app { background: @app@; }
QFrame#card { background: @surface@; border: 1px solid @border@; border-radius: 6px; }
QFrame#hline { background: @border@; border: none; max-height: 1px; min-height: 1px; }
QFrame#vline { background: @border@; border: none; max-width: 1px; min-width: 1px; }
QLabel { background: transparent; }
QLabel#title { font-size: #20#px; font-weight: 700; }
QLabel#bold { font-weight: 700; }
QLabel#secondary { font-size: #12#px; color: @text2@; }
QLabel#faint { font-size: #12#px; color: @text3@; }
QLabel#warning { font-size: #12#px; color: @amberInk@; }
QLabel#error { color: @redInk@; }
QLabel#figure { font-weight: 700; }
QLabel#sample { font-size: #12#px; color: @text2@; border: 1px dashed @borderStrong@; border-radius: 4px; padding: 1px 4px; }
QPushButton, QToolButton { outline: 0; background: @surface@; color: @text@; border: 1px solid @borderStrong@; border-radius: 6px; min-height: #30#px; padding: 0 #11#px; }
QToolButton { padding: 0; }
QPushButton:hover, QToolButton:hover { background: @hover@; }
QPushButton:focus, QToolButton:focus { border: 2px solid @focus@; padding: 0 #10#px; min-height: #28#px; }
QToolButton:focus { padding: 0; }
QPushButton:disabled, QToolButton:disabled { color: @text3@; background: @sunken@; border-color: @border@; }
QPushButton[primary="true"] { background: @fill@; color: @onFill@; border-color: @fill@; }
QPushButton[primary="true"]:hover { background: @fillHover@; }
QPushButton[primary="true"]:focus { border: 2px solid @focusOnFill@; }
QPushButton[primary="true"]:disabled { color: @text3@; background: @sunken@; border: 1px solid @border@; }
QPushButton[small="true"] { min-height: #22#px; padding: 0 #7#px; font-size: #12#px; }
QPushButton[small="true"]:focus { min-height: #20#px; padding: 0 #6#px; }
QPushButton[link="true"] { border: 1px solid transparent; background: transparent; color: @accent@; min-height: #22#px; padding: 0 2px; font-size: #12#px; }
QPushButton[link="true"]:hover { color: @accentHover@; }
QPushButton[link="true"]:focus { border: 1px solid @focus@; padding: 0 2px; min-height: #22#px; }
QPushButton[link="true"]:disabled { color: @text3@; }
QPushButton[flat="true"], QToolButton[flat="true"] { border: 1px solid transparent; background: transparent; }
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: @hover@; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border: 1px solid @focus@; padding: 0 #11#px; min-height: #30#px; }
QToolButton[flat="true"]:focus { padding: 0; }
QPushButton[choice="true"] { text-align: left; }
QPushButton[choice="true"]:checked, QToolButton[choice="true"]:checked { background: @accentSoft@; border-color: @accentLine@; color: @accent@; font-weight: 700; }
QToolButton[layer="true"] { min-height: #22#px; padding: 0 #8#px; font-size: #12#px; border-radius: 4px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateTimeEdit, QKeySequenceEdit QLineEdit { background: @surface@; color: @text@; border: 1px solid @borderStrong@; border-radius: 6px; padding: #5#px #9#px; selection-background-color: @fill@; selection-color: @onFill@; }
QLineEdit, QComboBox, QSpinBox, QDateTimeEdit { min-height: #20#px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus { border: 2px solid @focus@; padding: #4#px #8#px; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover { border: none; background: transparent; min-height: 0; padding: 0; }
QLineEdit[tall="true"] { min-height: #28#px; }
QPushButton[big="true"], QPushButton[big="true"]:focus { min-height: #52#px; }
QPushButton[tall="true"] { min-height: #38#px; }
QPushButton[tall="true"]:focus { min-height: #36#px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @sunken@; color: @text3@; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: #24#px; }
QComboBox::down-arrow { image: none; }
QSpinBox::up-button, QDateTimeEdit::up-button { subcontrol-origin: border; subcontrol-position: top right; border: none; width: #24#px; height: #16#px; }
QSpinBox::down-button, QDateTimeEdit::down-button { subcontrol-origin: border; subcontrol-position: bottom right; border: none; width: #24#px; height: #16#px; }
QSpinBox::up-arrow, QDateTimeEdit::up-arrow { image: url(:/bangban/icons/step-up.svg); width: #12#px; height: #12#px; }
QSpinBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/bangban/icons/step-down.svg); width: #12#px; height: #12#px; }
QComboBox QAbstractItemView, QMenu { background: @raised@; color: @text@; border: 1px solid @borderStrong@; selection-background-color: @accentSoft@; selection-color: @text@; outline: 0; }
QMenu { padding: 4px 0; }
QMenu::item { padding: #6#px #24#px #6#px #12#px; background: transparent; }
QMenu::item:selected { background: @accentSoft@; }
QMenu::item:disabled { color: @text3@; }
QMenu::separator { height: 1px; background: @border@; margin: 4px 0; }
QAbstractItemView { background: @surface@; border: none; outline: 0; }
QTableView { gridline-color: @border@; selection-background-color: @accentSoft@; selection-color: @text@; }
QTableView::item { padding: 0 #8#px; border-bottom: 1px solid @border@; }
QTableView::item:selected { background: @accentSoft@; }
QTableView::item:focus { border: 1px solid @focus@; }
QHeaderView { background: @sunken@; }
QHeaderView::section { background: @sunken@; color: @text2@; font-size: #12#px; border: none; border-bottom: 1px solid @border@; padding: 0 #11#px; min-height: #32#px; }
QTreeView::item { min-height: #30#px; border-bottom: 1px solid @border@; }
QListView#canned::item { padding: #4#px #8#px; border-bottom: 1px solid @border@; }
QListView#canned::item:selected { background: @accentSoft@; color: @text@; }
QTreeView::item:selected { background: @accentSoft@; color: @text@; }
QTreeView::item:disabled { color: @text3@; }
QTreeView { border: 1px solid @border@; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @text2@; border: none; border-bottom: 2px solid transparent; padding: 0 #12#px; min-height: #38#px; }
QTabBar::tab:selected { color: @accent@; font-weight: 700; border-bottom: 2px solid @accent@; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:focus { color: @accent@; }
QTabWidget::pane { border: none; }
QSplitter::handle { background: @border@; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @borderStrong@; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @raised@; color: @text@; border: 1px solid @borderStrong@; padding: 4px 6px; font-size: #12#px; }
QCheckBox, QRadioButton { spacing: #8#px; min-height: #24#px; }
QCheckBox::indicator, QRadioButton::indicator { width: #14#px; height: #14#px; border: 1px solid @text2@; background: @surface@; }
QRadioButton::indicator { border-radius: #7#px; }
QCheckBox::indicator { border-radius: 2px; }
QCheckBox::indicator:checked { background: @accent@; border: 1px solid @accent@; image: url(:/bangban/icons/@tick@.svg); }
QRadioButton::indicator:checked { border: #4#px solid @accent@; width: #8#px; height: #8#px; background: @surface@; }
QCheckBox:focus, QRadioButton:focus { color: @accent@; }
QProgressBar { border: none; background: @ringTrack@; max-height: 4px; border-radius: 2px; }
QProgressBar::chunk { background: @fill@; border-radius: 2px; }
QSlider::groove:horizontal { height: 4px; background: @ringTrack@; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; margin: -6px 0; background: @fill@; border-radius: 8px; }
QSlider:focus { border: 1px solid @focus@; border-radius: 4px; }
)"_s;

} // namespace

QString Theme::styleSheet() const
{
    QString sheet = kSheet;
    // Dark themes write light text on their own darker fill; the others use the accent's text colour.
    const QColor onFill = m_kind == ThemeKind::Dark ? QColor(Qt::white) : color(Colour::TextOnAccent);
    sheet.replace("@fill@"_L1, m_buttonFill.name());
    sheet.replace("@onFill@"_L1, onFill.name());
    sheet.replace("@tick@"_L1, color(Colour::TextOnAccent).lightness() > 127 ? "tick-white"_L1 : "tick-black"_L1);
    sheet.replace("@fillHover@"_L1, (m_kind == ThemeKind::Dark ? m_buttonFill.lighter(110) : color(Colour::AccentHover)).name());
    sheet.replace("@focusOnFill@"_L1, (m_kind == ThemeKind::HighContrast ? color(Colour::Focus) : color(Colour::Text)).name());
    static constexpr const char *kNames[] = {
#define X(name, token) token,
        BANGBAN_COLOURS(X)
#undef X
    };
    for (std::size_t i = 0; i < std::size(kNames); ++i)
        sheet.replace(u'@' + QLatin1String(kNames[i]) + u'@', m_colours[i].name());
    static const QRegularExpression length(u"#(\\d+)#"_s);
    for (auto match = length.match(sheet); match.hasMatch(); match = length.match(sheet))
        sheet.replace(match.capturedStart(), match.capturedLength(), QString::number(px(match.captured(1).toInt())));
    return sheet;
}

} // namespace bangban::ui
