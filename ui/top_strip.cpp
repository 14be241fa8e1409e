// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/top_strip.h"

#include "ui/controls.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using client::LineState, domain::Presence;

namespace {

/// Filled takes work, outlined takes none, dashed is a break; being ready is not green.
void paintPresenceDot(QPainter &painter, const QRectF &box, Presence presence, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool takesWork = presence == Presence::Ready || presence == Presence::TransferOnly;
    const Colour colour = presence == Presence::Missed ? Colour::Amber : takesWork ? Colour::Accent : Colour::Text2;
    QPen pen(theme(colour), 2);
    if (presence == Presence::Break)
        pen.setDashPattern({1.2, 1.2});
    painter.setPen(pen);
    painter.setBrush(takesWork ? QBrush(theme(colour)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(box.adjusted(1, 1, -1, -1));
}

/// Dot, words, timer, key, arrow.
class PresenceButton : public QPushButton {
public:
    PresenceButton(const Desk &desk, QWidget *parent) : QPushButton(parent), m_desk(desk) {}

    void setFacts(Presence presence, const QString &words, const QString &timer)
    {
        m_presence = presence;
        const bool isOther = words != m_words || timer.size() != m_timer.size();
        m_words = words;
        m_timer = timer;
        setAccessibleName(TopStrip::tr("Presence: %1").arg(words));
        if (isOther)
            updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const Theme &theme = m_desk.theme;
        const QFontMetrics text(theme.font());
        const QFontMetrics small(theme.font(TextSize::Secondary));
        return {text.horizontalAdvance(m_words + u' ' + m_timer) + small.horizontalAdvance(keyText()) + theme.px(86),
                theme.size("control")};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event);
        QPainter painter(this);
        const Theme &theme = m_desk.theme;
        const int dot = theme.px(12);
        int x = theme.px(12);
        painter.save();
        paintPresenceDot(painter, QRectF(x, (height() - dot) / 2.0, dot, dot), m_presence, theme);
        painter.restore();
        x += dot + theme.px(7);
        painter.setFont(theme.font());
        painter.setPen(theme(Colour::Text));
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, m_words);
        x += painter.fontMetrics().horizontalAdvance(m_words) + theme.px(6);
        painter.setPen(theme(Colour::Text2));
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, m_timer);
        x += painter.fontMetrics().horizontalAdvance(m_timer) + theme.px(7);
        painter.setFont(theme.font(TextSize::Secondary));
        const QString key = keyText();
        if (!key.isEmpty()) {
            const QRectF box(x + 0.5, (height() - theme.px(18)) / 2.0 + 0.5,
                             painter.fontMetrics().horizontalAdvance(key) + theme.px(8), theme.px(17));
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(theme(Colour::BorderStrong));
            painter.drawRoundedRect(box, 4, 4);
            painter.setPen(theme(Colour::Text2));
            painter.drawText(box, Qt::AlignCenter, key);
        }
        const int size = theme.px(18);
        painter.drawPixmap(width() - size - theme.px(7), (height() - size) / 2,
                           m_desk.icons.pixmap(u"down"_s, Colour::Text2, size, devicePixelRatio()));
    }

private:
    [[nodiscard]] QString keyText() const
    {
        return m_desk.actions.keyText(Act::PresenceMenu);
    }
    const Desk &m_desk;
    Presence m_presence = Presence::Offline;
    QString m_words;
    QString m_timer;
};

} // namespace

QString percent(int part, int of)
{
    if (of <= 0)
        return u"—"_s;
    return QString::number(100.0 * part / of, 'f', 1) + u'%';
}

TopStrip::TopStrip(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_unit(label({}, "bold", this)), m_name(new ElidedLabel(this)),
      m_presence(new PresenceButton(desk, this)), m_menu(new QMenu(this)), m_lineIcon(new QLabel(this)),
      m_line(label({}, "secondary", this)), m_asOf(label({}, "secondary", this)),
      m_sample(label(tr("Sample"), "sample", this))
{
    setFixedHeight(desk.theme.size("strip"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(desk.theme.px(16), 0, desk.theme.px(12), 1);
    layout->setSpacing(desk.theme.px(8));
    layout->addWidget(m_unit);
    layout->addWidget(m_name);
    layout->addSpacing(desk.theme.px(4));
    layout->addWidget(m_presence);
    layout->addSpacing(desk.theme.px(8));
    layout->addWidget(m_lineIcon);
    layout->addWidget(m_line);
    layout->addStretch(1);
    for (Pair *pair : {&m_first, &m_solved, &m_taken}) {
        pair->words = label({}, "secondary", this);
        pair->figure = label({}, "figure", this);
        layout->addWidget(pair->words);
        layout->addWidget(pair->figure);
        layout->addSpacing(desk.theme.px(6));
    }
    layout->addWidget(m_asOf);
    layout->addWidget(m_sample, 0, Qt::AlignVCenter);
    m_sample->setToolTip(tr("The server holds sample data; nothing here is about real people."));
    connect(m_presence, &QPushButton::clicked, this, &TopStrip::openPresenceMenu);
    connect(m_menu, &QMenu::aboutToShow, this, &TopStrip::fillMenu);
    m_menu->setAccessibleName(tr("Presence"));

    connect(&desk.bench, &models::Workbench::meChanged, this, [this] {
        showWho();
        showPresence();
    });
    connect(&desk.bench, &models::Workbench::lineChanged, this, &TopStrip::tick);
    connect(&desk.bench, &models::Workbench::figuresChanged, this, &TopStrip::showFigures);
    showWho();
    showFigures();
    tick();
}

void TopStrip::showWho()
{
    const auto &account = m_desk.bench.account();
    m_unit->setText(account ? account->unitName : QString());
    m_name->setFullText(account ? account->staff.name : QString());
    m_sample->setVisible(account && account->sample);
}

void TopStrip::showPresence()
{
    const client::StaffRow me = m_desk.bench.me();
    QString words = Words::presence(me.presence);
    if (me.presence == Presence::Break && !me.breakReason.isEmpty())
        words += u" · "_s + Words::breakReason(me.breakReason);
    if (me.next)
        words += u" → "_s + Words::presence(*me.next);
    const qint64 since = me.since == Instant{} ? 0 : (m_desk.bench.feed.serverNow() - me.since).count();
    static_cast<PresenceButton *>(m_presence)->setFacts(me.presence, words, models::asHours(since));
    m_presence->setToolTip(me.presence == Presence::Missed
                               ? tr("An offer ran out without an answer. Choose a state to go on.")
                               : tr("Change your presence"));
}

void TopStrip::showLine()
{
    const client::Line &line = m_desk.bench.line();
    const qint64 silent = line.dataAsOf ? (m_desk.bench.feed.serverNow() - *line.dataAsOf).count() : 0;
    QString words;
    switch (line.state) {
    case LineState::Off:
        words = tr("Off");
        break;
    case LineState::Connecting:
        words = tr("Connecting");
        break;
    case LineState::Online:
        words = line.roundTripMs >= 0 ? tr("Online %1 ms").arg(line.roundTripMs) : tr("Online");
        break;
    case LineState::Reconnecting:
        words = tr("Reconnecting %1").arg(models::asMinutes(silent));
        break;
    case LineState::Broken:
        words = tr("Disconnected %1").arg(models::asMinutes(silent));
        break;
    }
    const bool isOnline = line.state == LineState::Online;
    m_line->setText(words);
    m_line->setObjectName(isOnline ? u"secondary"_s : u"warning"_s);
    m_line->setStyleSheet(isOnline ? QString() : u"font-weight: 700"_s);
    m_lineIcon->setPixmap(m_desk.icons.pixmap(isOnline ? u"online"_s : u"offline"_s,
                                              isOnline ? Colour::Text2 : Colour::AmberInk, m_desk.theme.px(16),
                                              devicePixelRatioF()));
    m_asOf->setVisible(!isOnline && line.dataAsOf && m_desk.bench.figures());
    if (line.dataAsOf)
        m_asOf->setText(tr("as of %1").arg(Words::timeOfDay(*line.dataAsOf)));
}

void TopStrip::showFigures()
{
    const client::Figures figures = m_desk.bench.figures().value_or(client::Figures{});
    m_first.words->setText(tr("1-min reply today"));
    m_first.figure->setText(percent(figures.firstHits, figures.firstPopulation));
    m_solved.words->setText(tr("Solved"));
    m_solved.figure->setText(percent(figures.solved, figures.solvedPopulation));
    m_taken.words->setText(tr("Taken"));
    m_taken.figure->setText(QString::number(figures.taken));
    const QString first = tr("First human reply within 60 s ÷ requests whose minute ran: %1 ÷ %2. Apart: %3.")
                              .arg(figures.firstHits)
                              .arg(figures.firstPopulation)
                              .arg(figures.apart);
    const QString solved = tr("Solved by the citizen's mark, else the agent's ÷ closed and in scope: %1 ÷ %2.")
                               .arg(figures.solved)
                               .arg(figures.solvedPopulation);
    for (QLabel *one : {m_first.words, m_first.figure})
        one->setToolTip(first);
    for (QLabel *one : {m_solved.words, m_solved.figure})
        one->setToolTip(solved);
    m_first.figure->setAccessibleName(m_first.words->text() + u' ' + m_first.figure->text());
    m_solved.figure->setAccessibleName(m_solved.words->text() + u' ' + m_solved.figure->text());
}

void TopStrip::tick()
{
    showPresence();
    showLine();
}

void TopStrip::fillMenu()
{
    m_menu->clear();
    if (m_desk.actions.action(Act::StartWork)->isVisible())
        addPresences();
    m_menu->addAction(m_desk.actions.action(Act::LockScreen));
    m_menu->addAction(m_desk.actions.action(Act::SignOut));
}

void TopStrip::addPresences()
{
    const client::StaffRow me = m_desk.bench.me();
    const bool hasWork = m_desk.bench.mine.rowCount() > 0;
    const auto add = [this](const QString &text, Presence presence, const QString &reason, bool whenFree) {
        m_menu->addAction(text, this, [=, this] { emit presenceAsked(presence, reason, whenFree); });
    };
    add(tr("Ready: take requests"), Presence::Ready, {}, false);
    add(tr("Busy: take no new requests"), Presence::Busy, {}, false);
    add(tr("Transfers only"), Presence::TransferOnly, {}, false);
    const std::pair<const char *, QString> reasons[] = {
        {"rest", tr("Rest")}, {"meal", tr("Meal")}, {"meeting", tr("Meeting")}, {"training", tr("Training")}};
    m_menu->addSeparator();
    for (const auto &[code, words] : reasons)
        add(hasWork ? tr("Break when this work is done: %1").arg(words) : tr("Break: %1").arg(words), Presence::Break,
            QLatin1String(code), hasWork);
    if (me.next)
        add(tr("Cancel: %1 afterwards").arg(Words::presence(*me.next)), me.presence, me.breakReason, false);
    m_menu->addSeparator();
    add(hasWork ? tr("Offline when this work is done") : tr("Offline"), Presence::Offline, {}, hasWork);
    m_menu->addSeparator();
}

void TopStrip::openPresenceMenu()
{
    m_menu->popup(m_presence->mapToGlobal(QPoint(0, m_presence->height() + 2)));
    if (!m_menu->actions().isEmpty())
        m_menu->setActiveAction(m_menu->actions().constFirst());
}

// Missing room: the taken figure goes first, then the name; nothing is set smaller.
void TopStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isTight = width() < m_desk.theme.px(1150);
    m_taken.words->setVisible(!isTight);
    m_taken.figure->setVisible(!isTight);
    m_name->setVisible(width() >= m_desk.theme.px(880));
}

void TopStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_desk.theme(Colour::Surface));
    painter.fillRect(0, height() - 1, width(), 1, m_desk.theme(Colour::Border));
}

} // namespace bangban::ui
