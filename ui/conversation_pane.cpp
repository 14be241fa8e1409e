// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation_pane.h"

#include "ui/composer.h"
#include "ui/controls.h"
#include "ui/conversation_header.h"
#include "ui/notice_bar.h"
#include "ui/scope_card.h"
#include "ui/transcript_view.h"
#include "ui/words.h"
#include "ui/wrap_up_panel.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::Presence, domain::RequestState;

ConversationPane::ConversationPane(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_stack(new QStackedWidget(this)), m_header(new ConversationHeader(desk)),
      m_remark(new NoticeBar(desk, u"alert"_s)), m_duplicate(new NoticeBar(desk, u"join"_s)),
      m_transcript(new TranscriptView(desk)), m_typing(label(tr("The citizen is typing…"), "secondary")), m_scope(new ScopeCard(desk)), m_composer(new Composer(desk)),
      m_wrapUp(new WrapUpPanel(desk))
{
    const Theme &theme = desk.theme;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_remark);
    outer->addWidget(m_stack, 1);
    auto *open = new QWidget;
    auto *layout = new QVBoxLayout(open);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(line("hline"));
    layout->addWidget(m_duplicate);
    layout->addWidget(m_transcript, 1);
    m_typing->setContentsMargins(theme.px(16), 0, 0, theme.px(4));
    layout->addWidget(m_typing);
    auto *scope = new QHBoxLayout; // as wide as the field below
    scope->setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8));
    scope->addWidget(m_scope);
    layout->addLayout(scope);
    layout->addWidget(line("hline"));
    layout->addWidget(m_composer);
    layout->addWidget(m_wrapUp);
    m_stack->addWidget(makeStart());
    m_stack->addWidget(open);

    connect(&desk.bench.requests, &models::RequestBook::changed, this, [this](const QList<models::RequestPtr> &rows) {
        for (const models::RequestPtr &row : rows)
            if (row->id == m_id)
                show(row);
        showStart();
    });
    connect(&desk.bench.requests, &models::RequestBook::gone, this, [this](const QList<RequestId> &ids) {
        if (ids.contains(m_id))
            emit closed();
    });
    connect(&desk.bench.messages, &models::MessageBook::changed, this, [this](const RequestId &request) {
        if (request == m_id)
            markRead();
    });
    connect(&desk.bench, &models::Workbench::meChanged, this, &ConversationPane::showStart);
    connect(&desk.bench, &models::Workbench::lineChanged, m_transcript->viewport(), qOverload<>(&QWidget::update));
    connect(&desk.bench, &models::Workbench::lineChanged, this, [this] {
        if (m_desk.bench.line().state != client::LineState::Online)
            m_typing->hide(); // nobody can know
    });
    connect(&desk.bench.feed, &client::Feed::typingShown, this, [this](const RequestId &request, bool on) {
        if (request == m_id)
            m_typing->setVisible(on);
    });
    connect(m_composer, &Composer::recallAsked, this, &ConversationPane::recallLast);
    connect(m_scope, &ScopeCard::insertAsked, m_composer, &Composer::insertWords);
    connect(m_composer, &Composer::failed, this, &ConversationPane::say);
    connect(m_transcript, &TranscriptView::failed, this, &ConversationPane::say);
    connect(m_transcript, &TranscriptView::quoteAsked, m_composer, &Composer::quote);
    m_typing->hide();
    m_wrapUp->hide(); // before the first layout: its room and the composer's are never needed together
    m_duplicate->setButton(tr("Join the two"), [this] {
        if (const models::RequestPtr row = m_desk.bench.requests.find(m_id))
            m_desk.bench.feed.join(row->id, row->duplicateOf);
    });
    setRequest({});
}

QWidget *ConversationPane::makeStart()
{
    const Theme &theme = m_desk.theme;
    auto *page = new QWidget;
    page->setObjectName(u"app"_s);
    page->setFocusPolicy(Qt::TabFocus); // holds the focus where there is no button
    m_startPage = page;
    page->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    m_startIcon = iconLabel(m_desk, u"service"_s, Colour::Text2, 40, page);
    layout->addWidget(m_startIcon, 0, Qt::AlignHCenter);
    layout->addSpacing(theme.px(8));
    m_startTitle = label({}, "title", page);
    m_startTitle->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_startTitle);
    m_startWords = label({}, "secondary", page);
    m_startWords->setAlignment(Qt::AlignCenter);
    m_startWords->setWordWrap(true);
    layout->addWidget(m_startWords);
    layout->addSpacing(theme.px(16));
    m_start = new KeyButton(m_desk, Act::StartWork, tr("Start taking requests"), u"play"_s, page);
    m_start->setPrimary(true);
    m_start->setProperty("big", true);
    m_start->setMinimumWidth(theme.px(280));
    layout->addWidget(m_start, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

void ConversationPane::showStart()
{
    const client::StaffRow me = m_desk.bench.me();
    const bool takesWork = me.presence == Presence::Ready || me.presence == Presence::TransferOnly;
    m_desk.actions.action(Act::StartWork)->setEnabled(!takesWork);
    const bool hadFocus = m_start->hasFocus();
    const bool serves = m_desk.actions.action(Act::StartWork)->isVisible();
    m_start->setVisible(serves && !takesWork);
    if (takesWork && hadFocus)
        m_startPage->setFocus(Qt::OtherFocusReason);
    if (!serves) {
        m_startTitle->setText(tr("No case is open"));
        m_startWords->setText(tr("Choose one on the left to look at it."));
    } else if (takesWork) {
        m_startTitle->setText(tr("Ready for the next request"));
        m_startWords->setText(tr("The offer card comes up by itself; F2 takes it."));
    } else if (me.presence == Presence::Missed) {
        m_startTitle->setText(tr("An offer ran out without an answer"));
        m_startWords->setText(tr("It went to a colleague. You get nothing more until you start again."));
    } else {
        m_startTitle->setText(tr("You are %1: no new requests come").arg(Words::presence(me.presence)));
        m_startWords->setText(tr("Nothing is offered to you until you start."));
    }
    m_startPage->setAccessibleName(m_startTitle->text());
}

void ConversationPane::setRequest(const RequestId &request)
{
    m_id = request;
    m_remark->say({});
    m_typing->hide();
    const models::RequestPtr row = m_desk.bench.requests.find(request);
    m_composer->setRequest(row ? request : RequestId());
    m_transcript->setRequest(request);
    if (row) {
        show(row);
        markRead();
    } else {
        m_header->setRequest(nullptr);
        m_composer->setWritable(false);
        m_stack->setCurrentIndex(0);
        showStart();
    }
}

void ConversationPane::show(const models::RequestPtr &request)
{
    const client::RequestRow &row = *request;
    const bool isMine = row.owner == m_desk.bench.me().id;
    const bool wasWrapUp = m_wrapUp->isVisibleTo(this);
    const bool isWrapUp = isMine && row.state == RequestState::WrapUp;
    m_stack->setCurrentIndex(1);
    m_header->setRequest(request);
    m_transcript->transcript().setCitizenRead(row.citizenReadSeq);
    m_composer->setVisible(!isWrapUp);
    m_composer->setWritable(isMine && row.state == RequestState::Serving);
    m_scope->setRequest(isMine && row.state == RequestState::Serving ? row.id : RequestId());
    m_wrapUp->setVisible(isWrapUp);
    m_wrapUp->setRequest(isWrapUp ? request : nullptr);
    showDuplicate(row);
    if (isWrapUp && !wasWrapUp)
        m_wrapUp->takeFocus();
    const bool isOver = row.state == RequestState::Closed || row.state == RequestState::Joined
        || row.state == RequestState::Withdrawn || row.state == RequestState::CallBack;
    const bool isAway = row.state == RequestState::Waiting && !isMine && wasWrapUp;
    if (isOver || isAway)
        emit closed();
}

void ConversationPane::showDuplicate(const client::RequestRow &row)
{
    const models::RequestPtr other = m_desk.bench.requests.find(row.duplicateOf);
    if (row.duplicateOf.isEmpty() || row.state == RequestState::Joined) {
        m_duplicate->say({});
        return;
    }
    m_duplicate->say(tr("Possible duplicate"),
                     other ? tr("the same person asked about this item at %1").arg(Words::timeOfDay(other->queuedAt))
                           : tr("the same person has an open request about this item"));
}

void ConversationPane::markRead()
{
    const models::RequestPtr row = m_desk.bench.requests.find(m_id);
    const int last = m_transcript->transcript().lastSeq();
    if (row && row->owner == m_desk.bench.me().id && last > row->staffReadSeq && isVisible()
        && isActiveWindow()) // nobody has read what came while the desk was behind another program
        m_desk.bench.feed.markRead(m_id, last);
}

void ConversationPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        markRead();
}

void ConversationPane::recallLast()
{
    const client::MessageView *last = m_transcript->transcript().recallable(m_desk.bench.feed.serverNow());
    if (last)
        m_desk.bench.feed.recall(m_id, last->row.id);
    else
        say(tr("Nothing to take back: a message can be taken back within 2 minutes."));
}

bool ConversationPane::tick()
{
    const bool header = m_header->tick();
    const bool wrapUp = m_wrapUp->tick();
    return header || wrapUp;
}

void ConversationPane::takeFocus()
{
    if (m_stack->currentIndex() == 0)
        (m_start->isVisibleTo(this) ? static_cast<QWidget *>(m_start) : m_startPage)->setFocus(Qt::ShortcutFocusReason);
    else if (m_wrapUp->isVisibleTo(this))
        m_wrapUp->takeFocus();
    else
        m_composer->focusEdit();
}

void ConversationPane::say(const QString &words)
{
    m_remark->say(words);
}

} // namespace bangban::ui
