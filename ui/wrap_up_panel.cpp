// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wrap_up_panel.h"

#include "core/domain/wrap_up.h"
#include "ui/controls.h"
#include "ui/words.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

const char *const kCode = "code";

QString chosenCode(const QButtonGroup *group)
{
    const QAbstractButton *button = group->checkedButton();
    return button ? button->property(kCode).toString() : QString();
}

void empty(QButtonGroup *group)
{
    for (QAbstractButton *button : group->buttons()) {
        group->removeButton(button);
        delete button;
    }
}

} // namespace

WrapUpPanel::WrapUpPanel(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_ring(new RingWidget(desk.theme, desk.theme.size("ringRow"), this)),
      m_left(label({}, "secondary", this)), m_extend(button(tr("60 s more"), nullptr, this)),
      m_categories(new QButtonGroup(this)), m_subs(new QButtonGroup(this)), m_results(new QButtonGroup(this)),
      m_categoryGrid(new QGridLayout), m_subGrid(new QGridLayout), m_resultGrid(new QGridLayout),
      m_hint(label({}, "secondary", this)), m_done(button(tr("Done"), "primary", this))
{
    const Theme &theme = desk.theme;
    setObjectName(u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Wrap-up"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    layout->setSpacing(theme.px(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(10));
    head->addWidget(m_ring);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(label(tr("Wrap-up"), "bold", this));
    titles->addWidget(m_left);
    head->addLayout(titles, 1);
    head->addWidget(m_extend);
    layout->addLayout(head);
    const std::pair<QString, QGridLayout *> parts[] = {
        {tr("1 What it was about"), m_categoryGrid}, {{}, m_subGrid}, {tr("2 How it ended"), m_resultGrid}};
    for (const auto &[title, grid] : parts) {
        if (!title.isEmpty())
            layout->addWidget(label(title, "secondary", this));
        grid->setSpacing(theme.px(6));
        layout->addLayout(grid);
    }
    auto *foot = new QHBoxLayout;
    m_hint->setWordWrap(true);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_done);
    layout->addLayout(foot);
    m_subs->setExclusive(true);
    connect(m_extend, &QPushButton::clicked, this, [this] {
        if (m_request)
            m_desk.bench.feed.extendWrapUp(m_request->id);
    });
    connect(m_done, &QPushButton::clicked, this, &WrapUpPanel::finish);
    connect(m_categories, &QButtonGroup::buttonClicked, this, [this] {
        showSubs();
        showAllowed();
    });
    connect(m_subs, &QButtonGroup::buttonClicked, this, &WrapUpPanel::showAllowed);
    // The second click is the last one: both codes are known then.
    connect(m_results, &QButtonGroup::buttonClicked, this, [this] {
        showAllowed();
        finish();
    });
    connect(&desk.bench.codes, &QAbstractItemModel::rowsInserted, this, &WrapUpPanel::fill);
}

QPushButton *WrapUpPanel::addChoice(QButtonGroup *group, QGridLayout *grid, const client::CodeRow &code, int n,
                                    int columns)
{
    const bool isSub = group == m_subs;
    QPushButton *made = button(isSub ? code.text : tr("%1  %2").arg(n + 1).arg(code.text), "choice", this);
    made->setAccessibleName(code.text);
    made->setCheckable(true);
    if (isSub)
        made->setProperty("small", true);
    made->setProperty(kCode, code.id);
    made->installEventFilter(this);
    group->addButton(made);
    grid->addWidget(made, n / columns, n % columns);
    made->setVisible(true); // at once, not with the next event: it may get the focus now
    return made;
}

void WrapUpPanel::fill()
{
    empty(m_categories);
    empty(m_subs);
    empty(m_results);
    if (!m_request) // thirty buttons that nobody sees would hold up the first window
        return;
    int n = 0;
    for (const client::CodeRow &code : m_desk.bench.codes.ofKind(u"category"_s))
        addChoice(m_categories, m_categoryGrid, code, n++, 3);
    n = 0;
    for (const client::CodeRow &code : m_desk.bench.codes.ofKind(u"result"_s))
        addChoice(m_results, m_resultGrid, code, n++, 3);
    showSubs();
    showAllowed();
}

void WrapUpPanel::showSubs()
{
    empty(m_subs);
    const QString code = chosenCode(m_categories);
    int n = 0;
    if (!code.isEmpty())
        for (const client::CodeRow &sub : m_desk.bench.codes.ofKind(u"sub"_s, code))
            addChoice(m_subs, m_subGrid, sub, n++, 5);
}

QString WrapUpPanel::category() const
{
    const QString sub = chosenCode(m_subs);
    return sub.isEmpty() ? chosenCode(m_categories) : sub;
}

QString WrapUpPanel::result() const
{
    return chosenCode(m_results);
}

void WrapUpPanel::showAllowed()
{
    const QString chosen = category();
    for (QAbstractButton *button : m_results->buttons())
        button->setEnabled(!chosen.isEmpty() && domain::isAllowed(chosen, button->property(kCode).toString()));
    const bool isComplete = !chosen.isEmpty() && !result().isEmpty() && domain::isAllowed(chosen, result());
    m_done->setEnabled(isComplete);
    if (chosen.isEmpty())
        m_hint->setText(tr("Choose the category: a digit, or the arrows."));
    else if (!isComplete)
        m_hint->setText(tr("Choose the result: a digit, or the arrows."));
    else
        m_hint->setText(tr("Enter ends the wrap-up."));
}

void WrapUpPanel::setRequest(const models::RequestPtr &request)
{
    const bool isOther = !m_request || !request || m_request->id != request->id;
    m_request = request;
    if (isOther)
        fill();
    if (request)
        m_extend->setEnabled(request->wrapExtensions < domain::kWrapUpExtensions);
    tick();
}

bool WrapUpPanel::tick()
{
    if (!m_request || !m_request->wrapDue)
        return false;
    const models::ClockState clock = models::clockOf(*m_request, m_desk.bench.feed.serverNow());
    m_ring->setState(clock);
    m_left->setText(tr("%1 · nothing is blocked when the time is over; then it is filed as unsorted")
                        .arg(Words::clock(clock)));
    return models::needsTenths(clock);
}

void WrapUpPanel::takeFocus()
{
    if (!m_categories->buttons().isEmpty())
        m_categories->buttons().constFirst()->setFocus(Qt::ShortcutFocusReason);
}

void WrapUpPanel::chooseNth(QButtonGroup *group, int n)
{
    const auto buttons = group->buttons();
    if (n < 0 || n >= buttons.size() || !buttons[n]->isEnabled())
        return;
    buttons[n]->setChecked(true);
    buttons[n]->setFocus(Qt::ShortcutFocusReason);
    if (group == m_categories)
        showSubs();
    showAllowed();
}

bool WrapUpPanel::handleKey(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    const int digit = event->key() - Qt::Key_1;
    if (digit >= 0 && digit < 9) {
        chooseNth(chosenCode(m_categories).isEmpty() ? m_categories : m_results, digit);
        return true;
    }
    if (event->key() == Qt::Key_Backspace) { // back to the category
        for (QButtonGroup *group : {m_categories, m_results}) {
            group->setExclusive(false);
            if (QAbstractButton *chosen = group->checkedButton())
                chosen->setChecked(false);
            group->setExclusive(true);
        }
        showSubs();
        showAllowed();
        takeFocus();
        return true;
    }
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return false;
    if (auto *focused = qobject_cast<QPushButton *>(focusWidget()); focused && focused->isCheckable()
        && !focused->isChecked()) {
        focused->click();
        if (m_categories->buttons().contains(focused))
            for (QAbstractButton *button : m_results->buttons())
                if (button->isEnabled()) {
                    button->setFocus(Qt::TabFocusReason);
                    break;
                }
    } else {
        finish();
    }
    return true;
}

bool WrapUpPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void WrapUpPanel::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event);
}

void WrapUpPanel::finish()
{
    if (m_request && m_done->isEnabled())
        m_desk.bench.feed.wrapUp(m_request->id, category(), result());
}

} // namespace bangban::ui
