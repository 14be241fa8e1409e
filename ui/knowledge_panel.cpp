// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge_panel.h"

#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/reason_dialog.h"
#include "ui/suggestion_row.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 5;
constexpr Act kInserts[kRows] = {Act::InsertFirst, Act::InsertSecond, Act::InsertThird, Act::InsertFourth, Act::InsertFifth};
constexpr int kEnoughWords = 8;   ///< characters that say something; fewer are read with what stands before them
constexpr int kLongestTalk = 400; ///< characters of the talk that are looked for, the newest

} // namespace

KnowledgePanel::KnowledgePanel(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_suggestions(desk.bench.feed, kRows), m_field(new QLineEdit(this)), m_state(label({}, "secondary", this)),
      m_list(new QWidget), m_rowsLayout(new QVBoxLayout(m_list)), m_answer(new AnswerBox(desk, m_list))
{
    const Theme &theme = desk.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(6));
    head->setSpacing(theme.px(4));
    m_field->setPlaceholderText(tr("Search questions, items, clauses; pinyin initials too"));
    m_field->setAccessibleName(tr("Search the knowledge base"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(desk.icons.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->setMaxLength(protocol::kMaxTitle);
    m_field->installEventFilter(this);
    head->addWidget(m_field);
    m_state->setWordWrap(true);
    head->addWidget(m_state);
    layout->addLayout(head);
    layout->addWidget(line("hline", this));
    m_list->setObjectName(u"surface"_s);
    m_list->installEventFilter(this);
    m_list->setAttribute(Qt::WA_Hover);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(0);
    for (int i = 0; i < kRows; ++i) {
        auto *row = new SuggestionRow(desk, i + 1, m_list);
        connect(row, &QAbstractButton::clicked, this, [this, i] { setCurrent(i); });
        row->hide();
        m_rowsLayout->addWidget(row);
        m_rows.push_back(row);
        desk.actions.onTriggered(kInserts[i], this, [this, i] { insert(i); });
    }
    m_rowsLayout->insertWidget(1, m_answer);
    m_rowsLayout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_list);
    layout->addWidget(area, 1);
    m_answer->hide();

    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_suggestions.hold(false); // who types wants what comes of it
        ask();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) // by its button, too
            ask();
    });
    connect(&m_suggestions, &models::Suggestions::changed, this, &KnowledgePanel::show);
    connect(&m_suggestions, &models::Suggestions::changed, this, &KnowledgePanel::noteOffered);
    connect(&m_suggestions, &models::Suggestions::stateChanged, this, &KnowledgePanel::show);
    connect(&desk.bench.messages, &models::MessageBook::changed, this, [this](const RequestId &request) {
        if (m_request && m_request->id == request)
            ask();
    });
    connect(m_answer, &AnswerBox::cardAsked, this, &KnowledgePanel::cardAsked);
    desk.actions.onTriggered(Act::SendCard, this, [this] { sendCard(); });
    connect(m_answer, &AnswerBox::usefulAsked, this, [this](const client::EntryRow &entry) {
        if (!m_request)
            return;
        const std::pair mark(m_request->id, entry.id);
        m_marks.insert(m_desk.bench.feed.markUseful(entry, m_request->id), mark);
        m_useful.insert(mark);
        m_answer->setUseful(true);
    });
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        const auto mark = m_marks.constFind(answer.command);
        if (mark == m_marks.constEnd())
            return;
        if (answer.error) { // it was not noted
            m_useful.remove(*mark);
            show();
        }
        m_marks.erase(mark);
    });
    connect(m_answer, &AnswerBox::reportAsked, this, [this](const client::EntryRow &entry) {
        (new ReasonDialog(m_desk, tr("What is wrong?"), entry.title, tr("Send"),
                          [&feed = m_desk.bench.feed, entry, request = m_request ? m_request->id : RequestId()](const QString &what) {
                              return feed.reportEntry(entry.id, request, what); // the panel may go before the dialog
                          }, window()))
            ->open();
    });
    desk.actions.onTriggered(Act::NextLayer, this, [this] { nextLayer(); });
    show();
}

void KnowledgePanel::setRequest(const models::RequestPtr &request)
{
    const bool isOther = !m_request || !request || m_request->id != request->id;
    m_request = request;
    if (isOther) {
        m_field->clear();
        m_suggestions.hold(false);
        setCurrent(0);
    }
    ask();
}

QString KnowledgePanel::wordsOfTalk() const
{
    if (!m_request)
        return {};
    QStringList words;
    const auto messages = m_desk.bench.messages.of(m_request->id);
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        const client::MessageRow &row = message->row;
        const bool isAnswered = row.sender == domain::Sender::Staff && row.kind != domain::MessageKind::Note;
        if (!words.isEmpty() && (isAnswered || words.join(QString()).size() >= kEnoughWords))
            break;
        if (row.sender == domain::Sender::Citizen && row.kind == domain::MessageKind::Text && !row.words.text.isEmpty())
            words.prepend(row.words.text);
    }
    return (words.isEmpty() ? m_request->words.text : words.join(u'\n')).right(kLongestTalk);
}

void KnowledgePanel::ask()
{
    const ItemId item = m_request ? m_request->item : ItemId();
    const QString own = m_field->text().trimmed();
    m_suggestions.ask(own.isEmpty() ? wordsOfTalk() : own, item);
    noteOffered();
}

/// Beside a case that the person answers entries stand that were looked for in it.
void KnowledgePanel::noteOffered()
{
    if (m_request && m_request->owner == m_desk.bench.me().id && m_suggestions.isCurrent() && !m_suggestions.shown().isEmpty())
        m_desk.bench.feed.noteOffered(m_request->id);
}

void KnowledgePanel::search(const QString &words)
{
    m_suggestions.hold(false);
    m_field->setText(words.left(m_field->maxLength()));
    ask();
}

void KnowledgePanel::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void KnowledgePanel::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, int(m_suggestions.shown().size()) - 1));
    show();
}

void KnowledgePanel::step(int by)
{
    setCurrent(m_current + by);
}

void KnowledgePanel::insert(int row)
{
    const auto &shown = m_suggestions.shown();
    if (row < 0 || row >= shown.size())
        return;
    const client::EntryRow entry = shown[row].row;
    if (!m_suggestions.isWithdrawn(entry.id))
        emit inserted(entry, row == m_current ? m_answer->words() : AnswerBox::plainOf(entry));
}

void KnowledgePanel::sendCard()
{
    // It goes at once: nothing that nobody sees, and nothing that was found for the case before.
    const auto &shown = m_suggestions.shown();
    if (isVisible() && m_suggestions.isAnswered() && m_current < shown.size() && !m_suggestions.isWithdrawn(shown[m_current].row.id))
        emit cardAsked(shown[m_current].row);
}

void KnowledgePanel::show()
{
    const auto &shown = m_suggestions.shown();
    m_current = std::clamp(m_current, 0, std::max(0, int(shown.size()) - 1));
    for (int i = 0; i < kRows; ++i) {
        SuggestionRow *row = m_rows[std::size_t(i)];
        const bool isThere = i < shown.size();
        if (isThere) {
            row->show(shown[i], m_suggestions.isWithdrawn(shown[i].row.id));
            row->setCurrent(i == m_current);
        }
        row->setVisible(isThere);
        m_desk.actions.action(kInserts[i])->setEnabled(isThere && !m_suggestions.isWithdrawn(shown[i].row.id));
    }
    if (!shown.isEmpty()) {
        const client::EntryRow &entry = shown[m_current].row;
        if (const int at = m_rowsLayout->indexOf(m_rows[std::size_t(m_current)]); m_rowsLayout->indexOf(m_answer) != at + 1) {
            m_rowsLayout->removeWidget(m_answer);
            m_rowsLayout->insertWidget(m_rowsLayout->indexOf(m_rows[std::size_t(m_current)]) + 1, m_answer);
        }
        m_answer->show(entry, kInserts[m_current], m_suggestions.isWithdrawn(entry.id));
        m_answer->setUseful(!m_request || m_useful.contains({m_request->id, entry.id}));
    }
    m_answer->setVisible(!shown.isEmpty());
    m_desk.actions.action(Act::SendCard)->setEnabled(!shown.isEmpty() && !m_suggestions.isWithdrawn(shown[m_current].row.id));

    const client::KnowledgeState &state = m_suggestions.state();
    const bool hasWords = !m_suggestions.words().trimmed().isEmpty();
    QString words;
    if (state.error)
        words = tr("The knowledge base cannot be kept on this PC: %1").arg(errorWords(*state.error));
    else if (state.entries == 0)
        words = state.percent < 100 && m_desk.bench.isOnline() ? tr("The knowledge base is on its way: %1 %").arg(state.percent)
                                                               : tr("No knowledge base is here yet. It comes when the line is there.");
    else if (m_suggestions.isHeldBack())
        words = tr("Others fit better by now; they come when the pointer leaves the list");
    else if (shown.isEmpty())
        words = hasWords ? tr("Nothing fits. Try other words, or transfer to who knows.") : tr("Type what you look for: %n entries are here.", nullptr, int(state.entries));
    else if (m_field->text().isEmpty() && m_request)
        words = tr("By the item and the citizen's last words");
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
}

bool KnowledgePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list) {
        if (event->type() == QEvent::Enter)
            m_suggestions.hold(true);
        else if (event->type() == QEvent::Leave)
            m_suggestions.hold(false);
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & Qt::ControlModifier)
            return false;
        insertCurrent();
        return true;
    case Qt::Key_Escape:
        if (m_field->text().isEmpty())
            emit left();
        m_field->clear();
        return true;
    default:
        return false;
    }
}

} // namespace bangban::ui
