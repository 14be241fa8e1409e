// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings_page.h"

#include "ui/controls.h"
#include "ui/keys_dialog.h"
#include "ui/password_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_changed(label({}, "secondary", this))
{
    const Theme &theme = desk.theme;
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->setSpacing(theme.px(12));
    layout->addWidget(label(tr("Settings"), "title", this));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme.px(32));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(makeLook());
    area->setFixedWidth(theme.px(400));
    columns->addWidget(area);
    columns->addWidget(line("vline", this));
    columns->addWidget(new KeysTable(desk, this), 1);
    layout->addLayout(columns, 1);
}

void SettingsPage::addRow(QVBoxLayout *layout, const QString &name, const QString &hint, QWidget *control)
{
    layout->addWidget(label(name, "bold"));
    if (!hint.isEmpty()) {
        QLabel *words = label(hint, "secondary");
        words->setWordWrap(true);
        layout->addWidget(words);
    }
    control->setAccessibleName(name);
    layout->addWidget(control);
    layout->addSpacing(m_desk.theme.px(10));
}

void SettingsPage::changePassword()
{
    m_changed->clear();
    // The account name is not known here; the server knows it, and says so if it is a part of the password.
    auto *dialog = new PasswordDialog(m_desk, {}, domain::PasswordState::Own, window());
    connect(dialog, &QDialog::accepted, this, [this] { m_changed->setText(tr("The password was changed.")); });
    dialog->open();
}

QWidget *SettingsPage::makeLook()
{
    Preferences &preferences = m_desk.preferences;
    auto *page = new QWidget;
    page->setObjectName(u"surface"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, m_desk.theme.px(12), 0);
    layout->setSpacing(m_desk.theme.px(4));
    auto *theme = new ChoiceBox(m_desk);
    theme->addItems({tr("Light"), tr("Dark"), tr("High contrast")});
    theme->setCurrentIndex(int(preferences.theme()));
    connect(theme, &QComboBox::activated, this, [&preferences](int i) { preferences.setTheme(ThemeKind(i)); });
    addRow(layout, tr("Theme"), {}, theme);

    auto *language = new ChoiceBox(m_desk);
    language->addItem(u"简体中文"_s, u"zh_CN"_s); // a language's own name is the same in every language
    language->addItem(u"English"_s, u"en"_s);
    language->setCurrentIndex(preferences.language() == "en"_L1 ? 1 : 0);
    connect(language, &QComboBox::activated, this,
            [&preferences, language] { preferences.setLanguage(language->currentData().toString()); });
    addRow(layout, tr("Language"), {}, language);

    auto *scale = new ChoiceBox(m_desk);
    const std::pair<QString, double> scales[] = {
        {tr("Normal"), 1.0}, {tr("Larger"), 1.15}, {tr("Large"), 1.3}, {tr("Very large"), 1.5}};
    for (const auto &[words, factor] : scales) {
        scale->addItem(words, factor);
        if (qFuzzyCompare(factor, preferences.textScale()))
            scale->setCurrentIndex(scale->count() - 1);
    }
    connect(scale, &QComboBox::activated, this,
            [&preferences, scale] { preferences.setTextScale(scale->currentData().toDouble()); });
    addRow(layout, tr("Text size"), {}, scale);

    auto *send = new ChoiceBox(m_desk);
    send->addItems({tr("Ctrl+Enter sends, Enter starts a new line"), tr("Enter sends, Shift+Enter starts a new line")});
    send->setCurrentIndex(int(preferences.sendKey()));
    connect(send, &QComboBox::activated, this, [&preferences](int i) { preferences.setSendKey(SendKey(i)); });
    addRow(layout, tr("Send with"), tr("While an input method composes, Enter only ends the composing."), send);

    auto *volume = new QSlider(Qt::Horizontal);
    volume->setRange(0, 100);
    volume->setSingleStep(10);
    volume->setPageStep(10);
    volume->setValue(preferences.volume());
    volume->setMinimumHeight(m_desk.theme.px(28));
    connect(volume, &QSlider::valueChanged, this, [&preferences](int value) { preferences.setVolume(value); });
    addRow(layout, tr("Sound"), tr("All the way to the left is off. An offer sounds every 10 s until it is gone."), volume);

    QPushButton *password = button(tr("Change the password…"), nullptr, page);
    password->setObjectName(u"changePassword"_s);
    connect(password, &QPushButton::clicked, this, &SettingsPage::changePassword);
    addRow(layout, tr("Password"), tr("Your other desks ask for the new one."), password);
    m_changed->setParent(page);
    layout->addWidget(m_changed);
    layout->addStretch(1);
    return page;
}

} // namespace bangban::ui
