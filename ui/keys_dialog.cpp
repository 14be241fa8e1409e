// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys_dialog.h"

#include "ui/controls.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kAround = 220; ///< height of the dialog without its keys, and of what is left of the window
} // namespace

KeysDialog::KeysDialog(const Desk &desk, QWidget *parent) : QDialog(parent)
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(label(tr("Keys"), "title", this));
    auto *all = new QWidget;
    auto *grid = new QGridLayout(all);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(5));
    const std::vector<Act> acts = desk.actions.all();
    const int half = int(acts.size() + 1) / 2;
    for (int i = 0; i < int(acts.size()); ++i) {
        const Act act = acts[std::size_t(i)];
        const QString key = desk.actions.keyText(act);
        const int column = i < half ? 0 : 3;
        grid->addWidget(label(desk.actions.text(act), "plain", this), i % half, column);
        auto *chip = new Chip(theme, this);
        chip->show(key.isEmpty() ? tr("none") : key, key.isEmpty() ? ChipLook::Dashed : ChipLook::Outlined);
        grid->addWidget(chip, i % half, column + 1, Qt::AlignLeft | Qt::AlignVCenter);
    }
    grid->setColumnMinimumWidth(2, theme.px(24));
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(all);
    area->setAccessibleName(windowTitle());
    const QSize wanted = all->sizeHint();
    const int room = parent ? parent->window()->height() - theme.px(kAround) : wanted.height();
    const bool fits = wanted.height() <= room;
    area->setMinimumSize(wanted.width() + (fits ? 0 : area->verticalScrollBar()->sizeHint().width()), std::min(wanted.height(), room));
    layout->addWidget(area);
    layout->addWidget(label(tr("Ctrl+Z in an empty field takes back what was sent within 2 minutes. "
                               "In the wrap-up, digits choose and Enter ends."),
                            "secondary", this));
    auto *foot = new QHBoxLayout;
    QPushButton *change = button(tr("Change keys in the settings"), "link", this);
    connect(change, &QPushButton::clicked, this, [this, &desk] {
        accept();
        desk.actions.action(Act::SettingsPage)->trigger();
    });
    foot->addWidget(change);
    foot->addStretch(1);
    QPushButton *close = button(tr("Close"), "primary", this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(close);
    layout->addLayout(foot);
}

KeysTable::KeysTable(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_table(new QTableWidget(this)), m_conflict(label({}, "error", this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_table->setAccessibleName(tr("Keys"));
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Action"), tr("Key"), tr("Default")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(desk.theme.px(40));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(1, desk.theme.px(190));
    m_table->setColumnWidth(2, desk.theme.px(150));
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_table, 1);
    m_conflict->setWordWrap(true);
    m_conflict->hide();
    layout->addWidget(m_conflict);
    QPushButton *reset = button(tr("All keys as delivered"), nullptr, this);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_desk.actions.resetKeys();
        m_conflict->hide();
        fill();
    });
    layout->addWidget(reset, 0, Qt::AlignLeft);
    fill();
}

void KeysTable::fill()
{
    const std::vector<Act> acts = m_desk.actions.all();
    m_table->setRowCount(int(acts.size()));
    for (int i = 0; i < int(acts.size()); ++i) {
        const Act act = acts[std::size_t(i)];
        auto *name = new QTableWidgetItem(m_desk.actions.text(act));
        name->setFlags(Qt::ItemIsEnabled);
        m_table->setItem(i, 0, name);
        auto *edit = new QKeySequenceEdit(m_desk.actions.key(act), m_table);
        edit->setAccessibleName(tr("Key for: %1").arg(m_desk.actions.text(act)));
        for (QWidget *inner : edit->findChildren<QWidget *>())
            inner->setAccessibleName(edit->accessibleName());
        
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, act, edit] {
            if (edit->keySequence() != m_desk.actions.key(act) && !tryKey(act, edit->keySequence()))
                edit->setKeySequence(m_desk.actions.key(act));
        });
        m_table->setCellWidget(i, 1, edit);
        auto *usual = new QTableWidgetItem(ActionTable::textOf(m_desk.actions.defaultKey(act)));
        usual->setFlags(Qt::ItemIsEnabled);
        m_table->setItem(i, 2, usual);
    }
}

bool KeysTable::tryKey(Act act, const QKeySequence &key)
{
    if (const std::optional<Act> owner = m_desk.actions.ownerOf(key, act)) {
        m_conflict->setText(tr("%1 belongs to “%2” already. Choose another key, or change that one first.")
                                .arg(ActionTable::textOf(key), m_desk.actions.text(*owner)));
        m_conflict->show();
        return false;
    }
    m_conflict->hide();
    m_desk.actions.setKey(act, key);
    return true;
}

} // namespace bangban::ui
