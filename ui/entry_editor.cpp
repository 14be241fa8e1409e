// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry_editor.h"

#include "core/domain/permissions.h"
#include "core/search/readability.h"
#include "ui/controls.h"
#include "ui/entry_past.h"
#include "ui/error_words.h"
#include "ui/media_strip.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using domain::EntryState, domain::Permission;

namespace {

constexpr int kKeepAfterMs = 1'500; ///< of no key
constexpr int kFirstWords = 30;
constexpr int kGoodLength = 120;    ///< of the plain layer: what a person reads at once

/// As high as there is room, and no less than it must.
class LayerEdit : public QPlainTextEdit {
public:
    explicit LayerEdit(int least) { setMinimumHeight(least); }
    [[nodiscard]] QSize sizeHint() const override { return {QPlainTextEdit::minimumSizeHint().width(), minimumHeight()}; }
};

/// What a draft without a question goes by until it has one.
QString firstWords(const client::EntryRow &row)
{
    const QString *const layers[] = {&row.plain, &row.official, &row.sourceWords, &row.sourceTitle};
    for (const QString *layer : layers)
        if (const QString words = layer->simplified(); !words.isEmpty())
            return words.left(kFirstWords);
    return row.aliases.isEmpty() && !row.media.empty() ? row.media.front().title : row.aliases.value(0);
}

} // namespace

EntryEditor::EntryEditor(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_form(new QWidget), m_area(new QScrollArea(this)), m_empty(label({}, "secondary", this)),
      m_steps(label({}, "secondary")), m_answer(label({}, "secondary")), m_facts(label({}, "secondary")), m_opposed(label({}, "secondary")), m_title(new QLineEdit), m_item(new ChoiceBox(desk)),
      m_readability(nullptr), m_changes(button(tr("What changes"))), m_submit(button(tr("Send to review"), "primary")), m_publish(button(tr("Publish"), "primary")),
      m_giveBack(button(tr("Give back"))), m_change(button(tr("Change"), "primary")), m_withdraw(button(tr("Withdraw"))), m_drop(button(tr("Throw away")))
{
    const Theme &theme = desk.theme;
    setObjectName(u"app"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(m_form);
    outer->addWidget(m_area);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    outer->addWidget(m_empty, 1);

    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(16));
    layout->setSpacing(theme.px(8));
    auto *head = new QHBoxLayout;
    m_title->setPlaceholderText(tr("The question, as people ask it"));
    m_title->setAccessibleName(tr("Question"));
    m_title->setMaxLength(protocol::kMaxTitle);
    m_title->setProperty("tall", true);
    head->addWidget(m_title, 1);
    layout->addLayout(head);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_steps);
    acts->addStretch(1);
    for (QPushButton *one : {m_changes, m_drop, m_withdraw, m_giveBack, m_change, m_submit, m_publish})
        acts->addWidget(one);
    layout->addLayout(acts);
    for (QLabel *one : {m_answer, m_opposed, m_facts}) {
        one->setWordWrap(true);
        layout->addWidget(one);
    }
    m_changes->setCheckable(true);
    m_changes->setProperty("choice", true);
    m_changes->setMinimumWidth(QFontMetrics(theme.font(TextSize::Text, true)).horizontalAdvance(m_changes->text()) + theme.px(36)); // checked it is bold
    m_changes->setChecked(true);
    m_changes->setToolTip(tr("Struck out: the version published last. Underlined: this draft."));
    m_item->setAccessibleName(tr("Item"));
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_item->setMinimumContentsLength(6);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(theme.px(12));
    const auto column = [&](int stretch) {
        auto *made = new QVBoxLayout;
        made->setSpacing(theme.px(2));
        facts->addLayout(made, stretch);
        return made;
    };
    auto *items = column(3);
    items->addWidget(label(tr("Item"), "secondary"));
    items->addWidget(m_item);
    m_from = addLine(column(2), tr("In force from"), u"2026-12-01"_s);
    m_to = addLine(column(2), tr("until (empty: no end)"), u"2027-12-31"_s);
    m_review = addLine(column(2), tr("Look again by"), u"2027-06-30"_s);
    layout->addLayout(facts);
    m_plain = addLayer(layout, tr("Plain"), tr("what a desk sends with one key"), 84, protocol::kMaxPlain, &m_readability);
    m_official = addLayer(layout, tr("Official"), tr("the same words by telephone and at the window"), 84, protocol::kMaxOfficial);
    m_source = addLayer(layout, tr("Source"), tr("the clauses it rests on; they are quoted, not rewritten"), 84, protocol::kMaxSource);
    auto *rests = new QHBoxLayout;
    rests->setSpacing(theme.px(12));
    auto *left = new QVBoxLayout, *right = new QVBoxLayout;
    m_sourceTitle = addLine(left, tr("Document and article"), tr("Company Law, article 35"));
    m_authority = addLine(right, tr("Interpreted by"), {});
    rests->addLayout(left, 1);
    rests->addLayout(right, 1);
    layout->addLayout(rests);
    m_media = new MediaStrip(desk);
    layout->addWidget(m_media);
    m_past = new EntryPast(desk);
    m_aliases = addLayer(layout, tr("Other ways to ask it"), tr("one a line; the search and the assistant use them"), 72, protocol::kMaxSource);
    layout->addWidget(m_past);

    connect(&desk.bench.feed, &client::Feed::itemsChanged, this, &EntryEditor::fillItems);
    m_keepTimer.setSingleShot(true);
    connect(&m_keepTimer, &QTimer::timeout, this, &EntryEditor::keep);
    for (QLineEdit *one : {m_title, m_from, m_to, m_review, m_sourceTitle, m_authority})
        connect(one, &QLineEdit::textEdited, this, &EntryEditor::changed);
    for (QPlainTextEdit *one : {m_plain, m_official, m_source, m_aliases}) {
        one->setTabChangesFocus(true);
        connect(one, &QPlainTextEdit::textChanged, this, &EntryEditor::changed);
    }
    connect(m_item, &QComboBox::activated, this, &EntryEditor::changed);
    connect(m_media, &MediaStrip::changed, this, &EntryEditor::changed);
    connect(m_media, &MediaStrip::failed, this, [this](const QString &words) { say(words, true); });
    connectFeed();
    fill(Mode::Nothing);
}

EntryEditor::~EntryEditor() { keep(); }

void EntryEditor::hideEvent(QHideEvent *event)
{
    keep();
    QWidget::hideEvent(event);
}

void EntryEditor::connectFeed()
{
    client::Feed &feed = m_desk.bench.feed;
    connect(m_submit, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_changes, &QPushButton::toggled, this, &EntryEditor::compare);
    connect(&feed, &client::Feed::entriesFound, this, [this](quint64 ticket, const QList<client::EntryHit> &hits) {
        if (ticket != m_othersTicket)
            return;
        m_others = hits;
        showOpposed();
    });
    connect(&feed, &client::Feed::entriesFound, this, [this](quint64 ticket, const QList<client::EntryHit> &hits) {
        const auto hit = std::ranges::find(hits, m_entry.id, [](const client::EntryHit &one) { return one.row.id; });
        if (ticket != m_ticket || m_mode != Mode::Reviewing || hit == hits.end()) // a new entry, or one that was withdrawn, replaces nothing
            return;
        if (m_before == hit->row) // something else was published: who reads is left in their place
            return;
        m_before = hit->row;
        compare();
        const bool isOther = m_before->version != m_base && !isWaiting(); // what waits follows whatever holds then
        m_publish->setEnabled(!isOther);
        if (isOther)
            say(tr("It was written from v%1, and v%2 was published since. Give it back.").arg(m_base).arg(m_before->version), true);
        else if (isWaiting() && m_before->version != m_base)
            say(tr("It was written from v%1, and takes the place of v%2. Give it back if a change of that must stay.").arg(m_base).arg(m_before->version), true);
    });
    connect(&feed, &client::Feed::knowledgeChanged, this, [this](const client::KnowledgeState &state) {
        if (state.percent == 100 && m_mode == Mode::Reviewing)
            askForBefore(); // it came, or another took its place
    });
    connect(&feed, &client::Feed::pastLoaded, this, &EntryEditor::showPast);
    connect(m_past, &EntryPast::wanted, this, [this] { m_desk.bench.feed.fetchPast(m_entry.id); });
    connect(m_past, &EntryPast::aliasAsked, this, &EntryEditor::addAlias);
    connect(m_past, &EntryPast::comparisonAsked, this, [this](const client::EntryRow &version) {
        m_before = version;
        m_changes->setChecked(true);
        compare();
    });
    connect(m_change, &QPushButton::clicked, this, [this] { write(m_entry, m_entry.version, {}); });
    connect(m_publish, &QPushButton::clicked, this, [this] {
        const bool waits = m_entry.from > m_desk.bench.today(); // dates as they are written sort as they come
        send(m_desk.bench.feed.publishEntry(m_draft), waits ? tr("Let pass: it begins on %1.").arg(m_entry.from) : tr("Published: every desk has it."));
    });
    connect(m_giveBack, &QPushButton::clicked, this, [this] { emit returnAsked(m_draft); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { emit withdrawAsked(m_entry); });
    connect(m_drop, &QPushButton::clicked, this, [this] {
        m_keepTimer.stop();
        send(m_desk.bench.feed.dropEntry(m_entry.id), tr("Thrown away."));
        fill(Mode::Nothing);
    });
    connect(&feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        const auto sent = m_sent.constFind(answer.command);
        if (sent == m_sent.constEnd())
            return;
        if (answer.error || sent->entry == m_entry.id) // of another one only what went wrong
            say(!answer.error ? sent->done : answer.error->code == ErrorCode::BadFile ? tr("“%1” is not on the server yet, or not any more. Try again in a while, or take it out and add it again.").arg(answer.error->detail) : errorWords(*answer.error),
                answer.error.has_value());
        const bool isOpen = m_mode == Mode::Writing && sent->entry == m_entry.id;
        if (answer.error && answer.error->code == ErrorCode::OtherVersion && isOpen)
            m_base = std::max(m_base, answer.error->detail.toInt()); // sent again, it stands in place of that one
        m_sent.erase(sent);
    });
    connect(&feed, &client::Feed::entryDraftsChanged, this, [this](const QList<client::EntryDraftRow> &rows) {
        for (const client::EntryDraftRow &row : rows)
            if (m_mode == Mode::Reviewing && row.id == m_draft.id)
                showDraft(row);
            else if (row.entry.state == EntryState::Scheduled)
                showSteps(); // it is nobody's draft any more
            else if (m_mode == Mode::Writing && row.entry.id == m_entry.id && row.author == m_desk.bench.me().id) {
                const bool isGivenBack = !row.note.isEmpty() && row.note != m_draft.note;
                m_draft = row;
                if (isGivenBack && !m_keepTimer.isActive()) { // what is there was typed before; what came is what goes on
                    m_mode = Mode::Nothing;
                    showDraft(row);
                } else {
                    sayNote();
                }
            }
            else if (m_mode == Mode::Writing && row.entry.id == m_entry.id)
                say(tr("%1 writes about it, too. Both are kept; who publishes later compares.").arg(row.authorName));
    });
    connect(&feed, &client::Feed::entryDraftsGone, this, [this](const QStringList &ids) {
        const bool isOwn = m_mode == Mode::Writing && ids.contains(protocol::draftId(m_entry.id, m_desk.bench.me().id));
        if (isOwn) // published, or thrown away elsewhere: it is not written again by itself
            m_keepTimer.stop();
        if (!isOwn && (m_mode != Mode::Reviewing || !ids.contains(m_draft.id)))
            return;
        const QString said = isOwn ? QString() : m_answer->text(); // the answer may come before
        fill(Mode::Nothing);
        say(said);
    });
}

QLineEdit *EntryEditor::addLine(QVBoxLayout *layout, const QString &title, const QString &example)
{
    layout->setSpacing(m_desk.theme.px(2));
    auto *above = new ElidedLabel;
    above->setObjectName(u"secondary"_s);
    above->setFullText(title);
    layout->addWidget(above);
    auto *made = new QLineEdit;
    made->setMinimumWidth(m_desk.theme.px(88));
    made->setMaxLength(protocol::kMaxCode);
    made->setAccessibleName(title);
    made->setPlaceholderText(example);
    layout->addWidget(made);
    return made;
}

QPlainTextEdit *EntryEditor::addLayer(QVBoxLayout *layout, const QString &title, const QString &remark, int height, int longest, QLabel **state)
{
    auto *head = new QHBoxLayout;
    head->addWidget(label(title, "bold"));
    auto *words = new ElidedLabel;
    words->setObjectName(u"secondary"_s);
    words->setFullText(remark);
    head->addWidget(words, 1);
    if (state) {
        *state = label({}, "secondary");
        head->addWidget(*state);
    }
    layout->addLayout(head);
    auto *made = new LayerEdit(m_desk.theme.px(height));
    made->setAccessibleName(title);
    connect(made, &QPlainTextEdit::textChanged, made, [made, longest] {
        if (const QString text = made->toPlainText(); text.size() > longest) { // as long as the record holds it
            const QSignalBlocker quiet(made);
            made->setPlainText(text.left(longest));
            made->moveCursor(QTextCursor::End);
        }
    });
    layout->addWidget(made);
    return made;
}

void EntryEditor::showEntry(const client::EntryRow &entry)
{
    keep();
    const client::EntryDraftRow *own = m_desk.bench.entryDrafts.draft(entry.id, m_desk.bench.me().id);
    if (own)
        return showDraft(*own);
    m_entry = entry;
    fill(Mode::Reading);
}

void EntryEditor::showDraft(client::EntryDraftRow draft)
{
    keep();
    const bool isOwn = draft.author == m_desk.bench.me().id && draft.entry.state != EntryState::Scheduled;
    if (m_mode == Mode::Writing && draft.entry.id == m_entry.id && isOwn)
        return sayNote(); // it is open, and what stands there is newer
    if (const client::EntryDraftRow *kept = m_desk.bench.entryDrafts.find(draft.id)) // just now, perhaps
        draft = *kept;
    m_draft = draft;
    m_entry = draft.entry;
    m_base = draft.base;
    m_tasks = draft.tasks;
    fill(isOwn ? Mode::Writing : Mode::Reviewing);
    if (m_mode == Mode::Reviewing)
        askForBefore();
    sayNote();
}

void EntryEditor::sayNote()
{
    if (!m_draft.note.isEmpty())
        say(tr("Given back: %1").arg(m_draft.note), true);
}

void EntryEditor::write(const client::EntryRow &entry, int base, const std::vector<TaskId> &tasks)
{
    keep();
    m_entry = entry;
    m_base = base;
    m_tasks = tasks;
    m_draft = {};
    fill(Mode::Writing);
    m_title->setFocus(Qt::OtherFocusReason);
}

void EntryEditor::fill(Mode mode)
{
    m_mode = mode;
    m_isFilling = true;
    m_before.reset();
    m_ticket = 0;
    m_publish->setEnabled(true);
    say({});
    m_area->setVisible(mode != Mode::Nothing);
    if (std::exchange(m_filled, m_entry.id) != m_entry.id)
        m_area->verticalScrollBar()->setValue(0); // another one is read from its start
    m_empty->setVisible(mode == Mode::Nothing);
    m_title->setText(mode == Mode::Writing && m_entry.title == firstWords(m_entry) ? QString() : m_entry.title); // it has no question yet
    fillItems();
    m_from->setText(m_entry.from);
    m_to->setText(m_entry.to);
    m_review->setText(m_entry.reviewDue);
    m_authority->setText(m_entry.authority);
    for (QPlainTextEdit *one : {m_plain, m_official, m_source, m_aliases}) { // a new text would take over the marks at the cursor
        one->setTextCursor(QTextCursor(one->document()));
        one->setCurrentCharFormat({});
    }
    m_plain->setPlainText(m_entry.plain);
    m_official->setPlainText(m_entry.official);
    m_sourceTitle->setText(m_entry.sourceTitle);
    m_source->setPlainText(m_entry.sourceWords);
    m_aliases->setPlainText(m_entry.aliases.join(u'\n'));
    const bool writes = mode == Mode::Writing;
    for (QLineEdit *one : {m_title, m_from, m_to, m_review, m_sourceTitle, m_authority})
        one->setReadOnly(!writes);
    for (QPlainTextEdit *one : {m_plain, m_official, m_source, m_aliases})
        one->setReadOnly(!writes);
    m_item->setEnabled(writes);
    m_media->show(m_entry.id, m_entry.media, writes);
    const auto roles = m_desk.bench.me().roles;
    const bool mayWrite = domain::isGranted(roles, Permission::WriteKnowledge), mayReview = domain::isGranted(roles, Permission::ReviewKnowledge);
    m_submit->setVisible(writes);
    m_drop->setVisible(writes);
    m_publish->setVisible(mode == Mode::Reviewing && mayReview && m_draft.entry.state == EntryState::Review);
    m_giveBack->setVisible(mode == Mode::Reviewing && mayReview && (m_draft.entry.state == EntryState::Review || isWaiting()));
    m_change->setVisible(mode == Mode::Reading && mayWrite);
    m_withdraw->setVisible(mode == Mode::Reading && mayReview);
    showSteps();
    m_isFilling = false;
    compare();
    showReadability();
    m_others.clear();
    askForOthers();
    m_past->clear();
    const bool isPublished = m_mode == Mode::Reading || m_base > 0;
    if (m_mode != Mode::Nothing && isPublished && m_entry.unit == m_desk.bench.me().unit && (mayWrite || mayReview))
        m_past->offer();
}

bool EntryEditor::isWaiting() const { return m_mode == Mode::Reviewing && m_draft.entry.state == EntryState::Scheduled; }

void EntryEditor::showSteps()
{
    const QString version = u"v%1"_s.arg(m_mode == Mode::Writing || m_mode == Mode::Reviewing ? m_base + 1 : m_entry.version);
    QStringList steps{m_mode == Mode::Writing ? tr("%1 · your draft, kept as you write").arg(version)
                      : isWaiting() ? tr("begins on %1 · written by %2, let pass by %3").arg(m_entry.from, m_draft.authorName, m_draft.reviewerName)
                      : m_mode == Mode::Reviewing ? tr("%1 · draft by %2").arg(version, m_draft.authorName)
                                                  : tr("%1 · %2").arg(version, m_desk.bench.unitName(m_entry.unit)),
                      nextVersion()};
    steps.removeAll(QString());
    m_steps->setText(steps.join(u" · "_s));
}

void EntryEditor::showPast(const protocol::EntryPast &past)
{
    if (past.entry != m_entry.id || m_mode == Mode::Nothing)
        return;
    const bool mayWrite = domain::isGranted(m_desk.bench.me().roles, Permission::WriteKnowledge);
    m_past->show(past, m_mode == Mode::Writing || (m_mode == Mode::Reading && mayWrite), m_mode == Mode::Reading);
}

/// How people ask is what the search learns from. \source kb-search measurement: eight ways to ask one thing find it twice as often
void EntryEditor::addAlias(const QString &words)
{
    if (m_mode == Mode::Reading)
        write(m_entry, m_entry.version, {});
    const QString there = m_aliases->toPlainText().trimmed();
    if (there.split(u'\n').contains(words))
        return;
    m_aliases->setPlainText(there.isEmpty() ? words : there + u'\n' + words);
    m_aliases->moveCursor(QTextCursor::End);
    changed();
}

/// The items as they are now; one that the desk does not know keeps its place by its code.
void EntryEditor::fillItems()
{
    const QString chosen = m_isFilling ? m_entry.item.value : m_item->currentData().toString();
    m_item->clear();
    m_item->addItem(tr("(no item)"), QString());
    for (const client::ItemRow &row : m_desk.bench.items.rows())
        m_item->addItem(row.name, row.id.value);
    if (m_item->findData(chosen) < 0)
        m_item->addItem(chosen, chosen);
    m_item->setCurrentIndex(m_item->findData(chosen));
}

client::EntryRow EntryEditor::typed() const
{
    client::EntryRow row = m_entry;
    row.title = m_title->text().trimmed();
    row.item = ItemId(m_item->currentData().toString());
    row.from = m_from->text().trimmed();
    row.to = m_to->text().trimmed();
    row.reviewDue = m_review->text().trimmed();
    row.authority = m_authority->text().trimmed();
    row.plain = m_plain->toPlainText();
    row.official = m_official->toPlainText();
    row.sourceTitle = m_sourceTitle->text().trimmed();
    row.sourceWords = m_source->toPlainText();
    row.media = m_media->media();
    row.aliases.clear();
    const auto lines = m_aliases->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        if (!line.trimmed().isEmpty() && row.aliases.size() < protocol::kMaxAliases)
            row.aliases.append(line.trimmed().left(protocol::kMaxCode));
    return row;
}

void EntryEditor::changed()
{
    if (m_isFilling || m_mode != Mode::Writing)
        return;
    m_keepTimer.start(kKeepAfterMs);
    showReadability();
}

/// \source duties 3 and 11
void EntryEditor::showReadability()
{
    const client::EntryRow row = m_mode == Mode::Writing ? typed() : m_entry; // what is compared has both texts in its fields
    const QString &plain = row.plain;
    const search::Readability is = search::readabilityOf(plain, row.sourceWords + row.official, {});
    QStringList words{tr("%1 of %2 characters").arg(plain.size()).arg(kGoodLength)};
    if (is.isLong())
        words.append(tr("sentences are long: %1 characters").arg(is.longest));
    if (is.isCopied())
        words.append(tr("%1 % stands in the source: say it in plain words").arg(int(is.copied * 100)));
    else if (!plain.isEmpty() && !is.isLong() && plain.size() <= kGoodLength)
        words.append(tr("reads well"));
    m_readability->setText(words.join(u" · "_s));
}

void EntryEditor::keep()
{
    if (m_keepTimer.isActive())
        save(false);
}

void EntryEditor::save(bool review)
{
    m_keepTimer.stop();
    if (m_mode != Mode::Writing || !m_desk.bench.account())
        return;
    client::EntryRow row = typed();
    if (review && m_media->isSending()) {
        m_keepTimer.start(kKeepAfterMs);
        return say(tr("A file is on its way still; send it to review when it is there."), true);
    }
    if (review && (row.title.isEmpty() || row.from.isEmpty())) {
        m_keepTimer.start(kKeepAfterMs); // what was typed is kept all the same
        return say(tr("Give it a question and the day from which it holds."), true);
    }
    // A draft may be half of what it will be; the record wants these two of it.
    if (row.title.isEmpty())
        row.title = firstWords(row);
    if (row.title.isEmpty())
        return; // there is nothing yet
    if (row.from.isEmpty())
        row.from = m_desk.bench.today();
    m_entry = row;
    askForOthers();
    send(m_desk.bench.feed.saveEntry(row, m_base, review, m_tasks),
         review ? tr("Sent to review.") : tr("Draft kept %1").arg(Words::timeOfDay(m_desk.bench.feed.serverNow())));
}

void EntryEditor::send(const CommandId &command, const QString &done)
{
    m_sent.insert(command, {done, m_entry.id});
}

void EntryEditor::say(const QString &words, bool isError)
{
    if (m_mode == Mode::Nothing)
        m_empty->setText(words.isEmpty() ? tr("Choose an entry on the left, or a task on the right.") : words);
    m_answer->setText(words);
    m_answer->setStyleSheet(u"color: "_s + m_desk.theme(isError ? Colour::RedInk : Colour::Text2).name());
    m_answer->setVisible(!words.isEmpty());
}

} // namespace bangban::ui
