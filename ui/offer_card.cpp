// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offer_card.h"

#include "ui/chime.h"
#include "ui/controls.h"
#include "ui/words.h"

#include <QAccessible>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

OfferCard::OfferCard(const Desk &desk, Chime &chime, QWidget *parent)
    // A tool tip's window: above every program, there while the desk is minimised, and it never takes the focus.
    : QWidget(parent, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus),
      m_desk(desk), m_chime(chime), m_ring(new RingWidget(desk.theme, desk.theme.size("ringOffer"), this)),
      m_priority(new Chip(desk.theme, this)), m_title(new ElidedLabel(this)), m_who(new ElidedLabel(this)),
      m_question(label({}, "plain", this)), m_left(label({}, "bold", this)), m_waited(label({}, "secondary", this)), m_clock(label({}, "secondary", this)),
      m_why(label({}, "plain", this)), m_decline(button(tr("Decline, say why"), nullptr, this)),
      m_reasons(new QMenu(this)), m_hint(label({}, "secondary", this)),
      m_key(desk.actions.action(Act::TakeNext))
{
    const Theme &theme = desk.theme;
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFixedWidth(theme.px(432));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(12));
    layout->setSpacing(theme.px(10));
    auto *top = new QHBoxLayout;
    top->setSpacing(theme.px(16));
    top->addWidget(m_ring);
    auto *names = new QVBoxLayout;
    names->setSpacing(theme.px(2));
    auto *title = new QHBoxLayout;
    m_title->setObjectName(u"title"_s);
    title->setSpacing(theme.px(8));
    title->addWidget(m_priority);
    title->addWidget(m_title, 1);
    names->addStretch(1);
    names->addLayout(title);
    names->addWidget(m_who);
    names->addStretch(1);
    top->addLayout(names, 1);
    layout->addLayout(top);
    layout->addWidget(line("hline", this));
    m_question->setWordWrap(true);
    m_question->setObjectName(u"question"_s);
    m_question->setStyleSheet(u"background: %1; border: 1px solid %2; border-radius: 6px; padding: %3px;"_s
                                  .arg(theme(Colour::BubbleThem).name(), theme(Colour::Border).name())
                                  .arg(theme.px(8)));
    layout->addWidget(m_question);
    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(theme.px(12));
    facts->setVerticalSpacing(theme.px(2));
    facts->addWidget(m_clock, 0, 0);
    auto *left = new QHBoxLayout;
    left->addWidget(m_left);
    left->setSpacing(theme.px(8));
    left->addWidget(m_waited);
    left->addStretch(1);
    facts->addLayout(left, 0, 1);
    facts->addWidget(label(tr("Why you"), "secondary", this), 1, 0, Qt::AlignTop);
    m_why->setWordWrap(true);
    facts->addWidget(m_why, 1, 1);
    facts->setColumnStretch(1, 1);
    layout->addLayout(facts);
    layout->addWidget(line("hline", this));
    auto *buttons = new QHBoxLayout;
    auto *take = new KeyButton(desk, Act::TakeNext, tr("Take"), {}, this);
    take->setPrimary(true);
    take->setFocusPolicy(Qt::NoFocus);
    buttons->addWidget(take, 2);
    m_decline->setIcon(desk.icons.icon(u"down"_s));
    m_decline->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the words
    m_decline->setMenu(m_reasons);
    m_decline->setFocusPolicy(Qt::NoFocus);
    buttons->addWidget(m_decline, 1);
    layout->addLayout(buttons);
    auto *foot = new QHBoxLayout;
    foot->addWidget(iconLabel(desk, u"sound"_s, Colour::Text2, 16, this));
    m_hint->setWordWrap(true);
    foot->addWidget(m_hint, 1);
    layout->addLayout(foot);
    fillReasons();
    connect(&desk.bench.offer, &models::OfferState::changed, this, &OfferCard::setOffer);
    connect(&m_timer, &QTimer::timeout, this, &OfferCard::tick);
    m_timer.setInterval(250);
}

void OfferCard::fillReasons()
{
    const std::pair<const char *, QString> reasons[] = {{"busy_with_case", tr("The case in hand needs me")},
                                                        {"not_my_field", tr("Not my field")},
                                                        {"conflict", tr("I know the person asking")},
                                                        {"away", tr("I have to leave the seat")}};
    for (const auto &[code, words] : reasons)
        m_reasons->addAction(words, this, [this, reason = QString(QLatin1String(code))] {
            if (!m_offer)
                return;
            const RequestId request = m_offer->request->id;
            if (!m_offer->offer.isEmpty())
                m_desk.bench.feed.declineOffer(m_offer->offer, reason);
            m_desk.bench.offer.forget(request);
        });
}

void OfferCard::setOffer(const std::optional<models::ShownOffer> &offer)
{
    const bool isOther = offer && (!m_offer || m_offer->request->id != offer->request->id);
    m_offer = offer;
    if (!offer) {
        m_chime.stop();
        m_timer.stop();
        m_key.release();
        hide();
        return;
    }
    fill();
    tick();
    if (!isOther)
        return;
    placeIt();
    show();
    raise();
    m_key.hold();
    m_timer.start();
    m_chime.repeat(Tone::Offer);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    emit appeared(m_title->fullText(), m_question->text());
}

void OfferCard::fill()
{
    const client::RequestRow &row = *m_offer->request;
    m_priority->show(u"P%1"_s.arg(row.priority), chipOfPriority(row.priority));
    m_title->setFullText(row.itemName.isEmpty() ? tr("No item chosen") : row.itemName);
    QStringList who;
    for (const QString &one : {row.enterprise.text, row.citizenName.text, Words::source(row.source),
                               row.unit.isEmpty() ? tr("district pool") : m_desk.bench.unitName(row.unit)})
        if (!one.isEmpty())
            who.append(one);
    m_who->setFullText(who.join(u" · "_s));
    m_question->setText(row.words.text.left(160));
    m_question->setVisible(!row.words.text.isEmpty());
    m_why->setText(Words::whyMe(m_offer->why, row));
    m_hint->setText(m_offer->offer.isEmpty()
                        ? tr("Every free desk sees this card; the first to take it answers.")
                        : tr("When the ring is over it goes to the next one and you are set to Missed."));
    setAccessibleName(tr("Offer: %1, %2").arg(m_title->fullText(), m_who->fullText()));
    setAccessibleDescription(row.words.text.left(160));
}

void OfferCard::tick()
{
    if (!m_offer)
        return;
    const Instant now = m_desk.bench.feed.serverNow();
    const client::RequestRow &row = *m_offer->request;
    const bool isForMe = !m_offer->offer.isEmpty();
    m_ring->setState(models::runningClock(isForMe ? models::ClockKind::Offer : models::ClockKind::FirstResponse,
                                          m_offer->until, now,
                                          isForMe ? models::kOfferClock : models::kFirstResponse),
                     m_desk.theme(Colour::Accent));
    const models::ClockState minute = models::clockOf(row, now);
    const Colour ink = minute.face == models::ClockFace::Amber ? Colour::AmberInk
        : minute.face == models::ClockFace::Quiet              ? Colour::Text
                                                               : Colour::RedInk;
    m_clock->setText(Words::clockKind(minute.kind));
    m_left->setText(Words::clock(minute));
    m_left->setStyleSheet(u"color: "_s + m_desk.theme(ink).name());
    m_waited->setText(tr("has waited %1 s").arg((now - row.queuedAt).count() / 1000));
}

// In the middle of the window's top, where the eye is; on its screen even when the window is minimised.
void OfferCard::placeIt()
{
    setFixedHeight(layout()->heightForWidth(width()));
    const QWidget *window = parentWidget();
    const QPoint corner = window->mapToGlobal(QPoint(0, 0));
    move(corner.x() + (window->width() - width()) / 2, corner.y() + m_desk.theme.px(60));
}

void OfferCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &OfferCard::placeIt, Qt::QueuedConnection); // once the style knows the heights
}

void OfferCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_desk.theme(Colour::Raised));
    painter.setPen(QPen(m_desk.theme(Colour::Accent), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace bangban::ui
