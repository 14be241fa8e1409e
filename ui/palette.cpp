// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette.h"

#include "ui/controls.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace bangban::ui {

using namespace Qt::StringLiterals;

Palette::Palette(const Desk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_edit(new QLineEdit(this)), m_list(new QListWidget(this))
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find an action"));
    resize(theme.px(480), theme.px(400));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    m_edit->setPlaceholderText(tr("Name or initials, Enter runs it"));
    m_edit->setAccessibleName(tr("Find an action"));
    m_edit->addAction(desk.icons.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_edit->setMinimumHeight(theme.px(40));
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setStyleSheet(u"QListWidget::item { min-height: %1px; padding: 0 8px; border-radius: 6px; background: transparent; } "
                          "QListWidget::item:selected { background: %2; color: %3; border-radius: 6px; }"_s
                              .arg(theme.px(32))
                              .arg(theme(Colour::AccentSoft).name(), theme(Colour::Text).name()));
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    connect(m_edit, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_edit, &QLineEdit::returnPressed, this, &Palette::run);
    connect(m_list, &QListWidget::itemClicked, this, &Palette::run);
    filter({});
}

int Palette::score(const QString &typed, const QString &text, const QString &initials)
{
    const QString wanted = typed.simplified().remove(u' ').toLower();
    if (wanted.isEmpty())
        return 1;
    const QString plain = text.toLower();
    // English initials are listed as words; pinyin ones already are letters.
    QString letters;
    for (const QString &word : initials.toLower().split(u' ', Qt::SkipEmptyParts))
        letters += initials.contains(u' ') ? word.left(1) : word;
    if (letters.startsWith(wanted))
        return 4;
    if (QString(plain).remove(u' ').startsWith(wanted))
        return 3;
    if (QString(plain).remove(u' ').contains(wanted))
        return 2;
    return letters.contains(wanted) ? 1 : 0;
}

void Palette::filter(const QString &typed)
{
    m_list->clear();
    std::vector<std::pair<int, Act>> found;
    for (const Act act : m_desk.actions.all()) {
        const int fit = score(typed, m_desk.actions.text(act), m_desk.actions.initials(act));
        if (fit > 0 && act != Act::Palette)
            found.emplace_back(fit, act);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[fit, act] : found) {
        const QString key = m_desk.actions.keyText(act);
        auto *item = new QListWidgetItem(key.isEmpty() ? m_desk.actions.text(act)
                                                       : QString(m_desk.actions.text(act) + u"    "_s + key));
        item->setData(Qt::UserRole, int(act));
        if (!m_desk.actions.action(act)->isEnabled())
            item->setForeground(m_desk.theme(Colour::Text3));
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

void Palette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    QAction *action = m_desk.actions.action(Act(item->data(Qt::UserRole).toInt()));
    accept();
    if (action->isEnabled()) // after this dialog is gone, so that focus goes where the action wants it
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int by = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (by != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + by + m_list->count()) % m_list->count());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace bangban::ui
