// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation_header.h"

#include "core/domain/permissions.h"
#include "ui/controls.h"
#include "ui/words.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QTextDocument>
#include <QUrl>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::RequestState;
using models::ClockFace, models::ClockState;

ConversationHeader::ConversationHeader(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_title(new ElidedLabel(this)), m_priority(new Chip(desk.theme, this)),
      m_what(new ElidedLabel(this)), m_firstWords(label({}, "secondary", this)),
      m_firstRing(new RingWidget(desk.theme, desk.theme.px(20), this)), m_firstFigure(label({}, "bold", this)),
      m_ring(new RingWidget(desk.theme, desk.theme.px(22), this)), m_ringWords(label({}, "secondary", this)),
      m_ringFigure(label({}, "bold", this)), m_page(button(tr("Page of the citizen"), "link", this)),
      m_drawer(new KeyButton(desk, Act::Drawer, tr("Knowledge"), u"book"_s, this))
{
    const Theme &theme = desk.theme;
    setObjectName(u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    layout->setSpacing(theme.px(4));
    auto *top = new QHBoxLayout;
    top->setSpacing(theme.px(8));
    m_title->setObjectName(u"title"_s);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    top->addWidget(m_title, 1);
    top->addWidget(m_drawer);
    const std::tuple<Act, QString, QString> steps[] = {{Act::Priority, {}, u"flag"_s},
                                                       {Act::ArrangeCall, {}, u"phone"_s},
                                                       {Act::Transfer, {}, u"transfer"_s},
                                                       {Act::EndAndWrapUp, tr("End"), u"end"_s}};
    for (const auto &[act, words, icon] : steps) {
        auto *step = new KeyButton(desk, act, words, icon, this);
        step->setShowsKey(false);
        m_steps.append(step);
        top->addWidget(step);
    }
    layout->addLayout(top);

    auto *below = new QHBoxLayout;
    below->setSpacing(theme.px(6));
    below->addWidget(m_priority);
    below->addWidget(m_what, 1);
    m_page->setIcon(desk.icons.icon(u"link"_s, Colour::Accent));
    below->addWidget(m_page);
    below->addSpacing(theme.px(6));
    for (QWidget *one : std::initializer_list<QWidget *>{m_firstWords, m_firstRing, m_firstFigure, m_ring, m_ringWords,
                                                         m_ringFigure})
        below->addWidget(one);
    layout->addLayout(below);
    connect(m_page, &QPushButton::clicked, this, [this] {
        const QUrl url(m_request ? m_request->pageUrl : QString());
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) // the address came from outside
            QDesktopServices::openUrl(url);
    });
    connect(&desk.bench, &models::Workbench::lineChanged, this, &ConversationHeader::showSteps);
    m_drawer->hide();
}

void ConversationHeader::setDrawerButton(bool on)
{
    m_drawer->setVisible(on);
}

void ConversationHeader::setRequest(const models::RequestPtr &request)
{
    m_request = request;
    showSteps();
    if (!request)
        return;
    const client::RequestRow &row = *request;
    QString who = row.enterprise.text;
    if (who.isEmpty())
        who = row.citizenName.text.isEmpty() ? row.phoneMask : row.citizenName.text;
    m_title->setFullText(Words::party(who));
    m_priority->show(u"P%1"_s.arg(row.priority), chipOfPriority(row.priority));
    QString purpose = Words::purpose(row.purpose);
    if (row.askedPurpose != row.purpose)
        purpose = tr("%1 (asked as %2)").arg(purpose, Words::purpose(row.askedPurpose));
    m_priority->setToolTip(Qt::convertFromPlainText(
        row.priorityReason.text.isEmpty() ? purpose : tr("%1: %2").arg(purpose, row.priorityReason.text)));
    m_what->setFullText(purpose + u" · "_s + (row.itemName.isEmpty() ? tr("no item chosen") : row.itemName));
    m_page->setVisible(!row.pageUrl.isEmpty());
    QStringList where{row.pageUrl};
    if (!row.pageStep.isEmpty())
        where.append(tr("step %1").arg(row.pageStep));
    if (!row.pageField.isEmpty())
        where.append(tr("field %1").arg(row.pageField));
    m_page->setText(row.pageStep.isEmpty() ? tr("Page of the citizen") : tr("Page, step %1").arg(row.pageStep));
    m_page->setToolTip(Qt::convertFromPlainText(where.join(u'\n')));
    tick();
}

bool ConversationHeader::tick()
{
    if (!m_request)
        return false;
    const Theme &theme = m_desk.theme;
    const Instant now = m_desk.bench.feed.serverNow();
    const ClockState first = models::firstResponseOf(*m_request, now);
    const bool isAnswered = first.face == ClockFace::Kept || first.face == ClockFace::KeptLate;
    for (QWidget *one : std::initializer_list<QWidget *>{m_firstWords, m_firstRing, m_firstFigure})
        one->setVisible(isAnswered);
    m_firstWords->setText(Words::clockKind(models::ClockKind::FirstResponse));
    m_firstRing->setState(first);
    m_firstFigure->setText(first.face == ClockFace::KeptLate
                               ? u'+' + models::asMinutes(-first.leftMs)
                               : models::asMinutes(first.takenMs));
    m_firstFigure->setStyleSheet(u"color: "_s
                                 + theme(first.face == ClockFace::KeptLate ? Colour::RedInk : Colour::GreenInk).name());

    const ClockState main = models::clockOf(*m_request, now);
    m_ring->setState(main);
    m_ringWords->setText(Words::clockKind(main.kind));
    const bool isRunning = main.face == ClockFace::Quiet || main.face == ClockFace::Amber || main.face == ClockFace::Red;
    QString figure = isRunning ? models::asMinutes(main.leftMs + 999) : QString();
    if (main.face == ClockFace::Red || main.face == ClockFace::Over)
        figure = models::ringFigure(main, Words::minuteMark());
    else if (main.face == ClockFace::Due)
        figure = Words::moment(main.due);
    else if (main.face == ClockFace::Paused)
        figure = models::asMinutes(main.takenMs);
    m_ringFigure->setText(figure);
    const Colour ink = main.face == ClockFace::Red || main.face == ClockFace::Over || main.isLate ? Colour::RedInk
        : main.face == ClockFace::Amber                                                          ? Colour::AmberInk
                                                                                                  : Colour::Text;
    m_ringFigure->setStyleSheet(u"color: "_s + theme(ink).name());
    return models::needsTenths(main);
}

void ConversationHeader::showSteps()
{
    const auto me = m_desk.bench.me();
    const bool isMine = m_request && m_request->owner == me.id && m_request->state == RequestState::Serving;
    const bool canStep = isMine && m_desk.bench.isOnline();
    m_desk.actions.action(Act::Priority)->setEnabled(canStep);
    m_desk.actions.action(Act::ArrangeCall)->setEnabled(canStep);
    m_desk.actions.action(Act::BlockSender)->setEnabled(m_request && m_desk.bench.isOnline()
                                                        && domain::isGranted(me.roles, domain::Permission::BlockCitizens));
    m_desk.actions.action(Act::Transfer)->setEnabled(canStep);
    m_desk.actions.action(Act::EndAndWrapUp)->setEnabled(canStep && m_request->firstHumanAt.has_value());
    m_steps.last()->setToolTip(canStep && !m_request->firstHumanAt
                                   ? tr("Answer first: nothing ends without an answer, a call-back or a redirect")
                                   : m_desk.actions.text(Act::EndAndWrapUp));
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= m_desk.theme.px(860);
    m_steps[0]->setWords(isWide ? tr("Priority") : QString());
    m_steps[1]->setWords(isWide ? tr("Call-back") : QString());
    m_steps[2]->setWords(isWide ? tr("Transfer") : QString());
}

} // namespace bangban::ui
