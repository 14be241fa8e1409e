// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service_page.h"

#include "ui/call_back_dialogs.h"
#include "ui/composer.h"
#include "ui/conversation_header.h"
#include "ui/conversation_pane.h"
#include "ui/error_words.h"
#include "ui/knowledge_panel.h"
#include "ui/proposal_dialog.h"
#include "ui/queue_column.h"
#include "ui/side_panel.h"
#include "ui/transcript_view.h"
#include "ui/transfer_dialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::RequestState;

namespace {

constexpr int kDrawerBelow = 1280;

} // namespace

ServicePage::ServicePage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_splitter(new QSplitter(this)), m_queue(new QueueColumn(desk)),
      m_conversation(new ConversationPane(desk)), m_side(new SidePanel(desk))
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_conversation);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(1, 1);
    layout->addWidget(m_splitter);
    connect(m_queue, &QueueColumn::chosen, this, &ServicePage::open);
    connect(m_queue, &QueueColumn::callBackOpened, this, [this](const RequestId &id) {
        if (const models::RequestPtr row = m_desk.bench.requests.find(id))
            (new CallBackRecordDialog(m_desk, *row, window()))->open();
    });
    connect(m_conversation, &ConversationPane::closed, this, [this] {
        const models::RequestPtr next = m_desk.bench.mine.at(0);
        open(next ? next->id : RequestId());
    }, Qt::QueuedConnection); // out of the model's own signal
    connect(m_side, &SidePanel::closeAsked, this, [this] { m_side->hide(); });
    connectKnowledge();
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, &ServicePage::answered);
    connect(&desk.bench.offer, &models::OfferState::changed, this, [this] {
        m_desk.actions.action(Act::TakeNext)->setEnabled(!m_desk.bench.offer.nextToTake().isEmpty());
    });
    desk.actions.action(Act::TakeNext)->setEnabled(!desk.bench.offer.nextToTake().isEmpty());
    connect(&m_timer, &QTimer::timeout, this, &ServicePage::tick);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(1000);
    connectActions();
    const models::RequestPtr first = desk.bench.mine.at(0);
    open(first ? first->id : RequestId());
}

void ServicePage::connectActions()
{
    ActionTable &actions = m_desk.actions;
    actions.onTriggered(Act::TakeNext, this, [this] { takeNext(); });
    actions.onTriggered(Act::Drawer, this, [this] { goToKnowledge(); });
    actions.onTriggered(Act::CyclePanes, this, [this] { cyclePanes(); });
    actions.onTriggered(Act::Send, this, [this] { m_conversation->composer()->send(); });
    actions.onTriggered(Act::SendAndNext, this, [this] {
        if (m_conversation->composer()->send())
            m_queue->step(1);
    });
    actions.onTriggered(Act::PreviousCase, this, [this] { m_queue->step(-1); });
    actions.onTriggered(Act::NextCase, this, [this] { m_queue->step(1); });
    actions.onTriggered(Act::AttachFile, this, [this] { m_conversation->composer()->chooseFile(); });
    actions.onTriggered(Act::MarkUnanswered, this, [this] { markUnanswered(); });
    actions.onTriggered(Act::EndAndWrapUp, this, [this] { m_desk.bench.feed.end(m_conversation->request()); });
    const auto withRequest = [this](auto make) {
        if (const models::RequestPtr row = m_desk.bench.requests.find(m_conversation->request()))
            make(*row)->open();
    };
    actions.onTriggered(Act::Transfer, this, [this, withRequest] {
        withRequest([this](const client::RequestRow &row) { return new TransferDialog(m_desk, row, window()); });
    });
    actions.onTriggered(Act::Priority, this, [this, withRequest] {
        withRequest([this](const client::RequestRow &row) { return new PriorityDialog(m_desk, row, window()); });
    });
    actions.onTriggered(Act::ProposeEntry, this, [this, withRequest] {
        withRequest([this](const client::RequestRow &row) { return new ProposalDialog(m_desk, row, window()); });
    });
    actions.onTriggered(Act::BlockSender, this, [this, withRequest] {
        withRequest([this](const client::RequestRow &row) { return new BlockDialog(m_desk, row, window()); });
    });
    actions.onTriggered(Act::ArrangeCall, this, [this, withRequest] {
        withRequest([this](const client::RequestRow &row) { return new ArrangeCallDialog(m_desk, row, window()); });
    });
}

void ServicePage::open(const RequestId &request)
{
    m_queue->select(request);
    m_conversation->setRequest(request);
    m_side->setRequest(m_desk.bench.requests.find(request));
    if (isVisible())
        m_conversation->takeFocus();
}

void ServicePage::takeNext()
{
    const RequestId next = m_desk.bench.offer.nextToTake();
    if (!next.isEmpty())
        m_claims.insert(m_desk.bench.feed.claim(next), next);
}

void ServicePage::answered(const client::CommandAnswer &answer)
{
    const RequestId claimed = m_claims.take(answer.command);
    if (m_marks.remove(answer.command) && !answer.error)
        m_conversation->say(tr("Noted: the unit has five working days for its answer, and the citizen hears of it."));
    if (answer.error) {
        m_conversation->say(errorWords(*answer.error));
    } else if (!claimed.isEmpty()) {
        open(claimed);
        if (!window()->isActiveWindow()) { // taken from another program
            window()->setWindowState(window()->windowState() & ~Qt::WindowMinimized);
            window()->raise();
            window()->activateWindow();
        }
    }
}

bool ServicePage::isNarrow() const
{
    return window()->width() < m_desk.theme.px(kDrawerBelow);
}

void ServicePage::connectKnowledge()
{
    KnowledgePanel *knowledge = m_side->knowledge();
    Composer *composer = m_conversation->composer();
    connect(knowledge, &KnowledgePanel::inserted, composer, &Composer::insertAnswer);
    connect(knowledge, &KnowledgePanel::cardAsked, composer, &Composer::sendCard);
    connect(&knowledge->suggestions(), &models::Suggestions::changed, this,
            [knowledge, composer] { composer->edit()->setHasFindings(ComposerEdit::Sought::Entry, !knowledge->suggestions().shown().isEmpty()); });
    connect(knowledge, &KnowledgePanel::left, this, [this] { m_conversation->takeFocus(); });
    connect(composer->edit(), &ComposerEdit::searchChanged, this, [this, knowledge](const QString &words) {
        if (!words.isNull()) {
            m_side->showKnowledge();
            showSide();
        }
        knowledge->search(words);
    });
    connect(composer->edit(), &ComposerEdit::searchStepped, knowledge, [knowledge](ComposerEdit::Sought of, int by) {
        if (of == ComposerEdit::Sought::Entry)
            knowledge->step(by);
    });
    connect(composer->edit(), &ComposerEdit::searchPicked, knowledge, [knowledge](ComposerEdit::Sought of) {
        if (of == ComposerEdit::Sought::Entry)
            knowledge->insertCurrent();
    });
}

void ServicePage::markUnanswered()
{
    const RequestId request = m_conversation->request();
    const QString question = m_side->knowledge()->wordsOfTalk();
    if (!request.isEmpty() && !question.isEmpty())
        m_marks.insert(m_desk.bench.feed.markUnanswered(request, question));
}

void ServicePage::showSide()
{
    if (m_side->isVisible())
        return;
    m_side->show();
    layOut();
    m_side->raise();
}

void ServicePage::goToKnowledge()
{
    KnowledgePanel *knowledge = m_side->knowledge();
    if (m_isDrawer && m_side->isAncestorOf(focusWidget())) {
        m_side->hide();
        m_conversation->takeFocus();
        return;
    }
    m_side->showKnowledge();
    showSide();
    knowledge->focusSearch();
}

void ServicePage::cyclePanes()
{
    QWidget *const panes[] = {m_queue, m_conversation, m_side};
    int at = 0;
    for (int i = 0; i < 3; ++i)
        if (panes[i]->isAncestorOf(focusWidget()))
            at = i;
    for (int step = 1; step <= 3; ++step) {
        QWidget *next = panes[(at + step) % 3];
        if (!next->isVisible())
            continue;
        if (next == m_conversation) {
            m_conversation->takeFocus();
            return;
        }
        for (QWidget *child : next->findChildren<QWidget *>())
            if (child->focusPolicy() & Qt::TabFocus && child->isVisible() && child->isEnabled()) {
                child->setFocus(Qt::ShortcutFocusReason);
                return;
            }
    }
}

void ServicePage::layOut()
{
    const int windowWidth = window()->width();
    const int queue = m_desk.theme.column("queue", windowWidth);
    const int side = m_desk.theme.column("knowledge", windowWidth);
    if (isNarrow()) {
        m_side->setGeometry(width() - std::min(side, width()), 0, std::min(side, width()), height());
        m_splitter->setSizes({queue, width() - queue});
    } else {
        m_splitter->setSizes({queue, width() - queue - side - 2, side});
    }
}

void ServicePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isDrawer = isNarrow();
    if (isDrawer != m_isDrawer) {
        m_isDrawer = isDrawer;
        m_side->setShowsClose(isDrawer);
        m_conversation->header()->setDrawerButton(isDrawer);
        if (isDrawer) {
            m_side->setParent(this);
            m_side->hide();
        } else {
            m_splitter->addWidget(m_side);
            m_side->show();
        }
    }
    layOut();
}

void ServicePage::tick()
{
    const bool queue = isVisible() && m_queue->tick();
    const bool header = isVisible() && m_conversation->tick();
    const int interval = queue || header ? 100 : 1000;
    if (m_timer.interval() != interval)
        m_timer.setInterval(interval);
    // Strip and bars show whole seconds; the ten ticks of a red clock's second are not for them.
    const auto second = std::chrono::floor<std::chrono::seconds>(m_desk.bench.feed.serverNow());
    if (std::exchange(m_second, second) != second)
        emit ticked();
}

} // namespace bangban::ui
