// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry_list.h"

#include "core/domain/knowledge.h"
#include "core/domain/permissions.h"
#include "core/search/contradictions.h"
#include "ui/controls.h"
#include "ui/entry_import_dialog.h"
#include "ui/entry_editor.h"
#include "ui/suggestion_row.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostShown = 300; ///< more are found by words
constexpr std::chrono::days kLookSoon{30};
enum class Choice { All, Nearing, Scheduled, Contradicting, Unanswered };
enum { MetaRole = Qt::UserRole, StateRole, IdRole, IsDraftRole, IsUrgentRole, IsItemRole };

} // namespace

EntryDelegate::EntryDelegate(const Desk &desk, QObject *parent) : QStyledItemDelegate(parent), m_desk(desk) {}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_desk.theme.px(180), m_desk.theme.px(56)};
}

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_desk.theme;
    painter->save();
    const QRect row = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    paintRowGround(*painter, option, theme);
    const QRect box = row.adjusted(theme.px(12), theme.px(7), -theme.px(12), -theme.px(7));
    painter->setFont(theme.font(TextSize::Text, isSelected));
    painter->setPen(theme(Colour::Text));
    painter->drawText(QRect(box.left(), box.top(), box.width(), theme.px(20)), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, box.width()));
    QRect below(box.left(), box.top() + theme.px(22), box.width(), theme.px(20));
    const QString state = index.data(StateRole).toString();
    const int wide = chipWidth(state, theme);
    const ChipLook look = index.data(IsUrgentRole).toBool() ? ChipLook::Amber : index.data(IsDraftRole).toBool() ? ChipLook::Accent : ChipLook::Outlined;
    paintChip(*painter, {qreal(below.right() - wide + 1), qreal(below.center().y() - chipHeight(theme) / 2)}, state, look, theme);
    below.setRight(below.right() - wide - theme.px(6));
    painter->setFont(theme.font(TextSize::Secondary));
    painter->setPen(theme(Colour::Text2));
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(MetaRole).toString(), Qt::ElideRight, below.width()));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme(Colour::Focus), 2));
        painter->drawRect(row.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

EntryList::EntryList(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_field(new QLineEdit(this)), m_choice(new ChoiceBox(desk, this)), m_count(label({}, "secondary", this)), m_list(new QListWidget(this))
{
    const Theme &theme = desk.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(8));
    m_field->setPlaceholderText(tr("Search the unit's entries"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->addAction(desk.icons.icon(u"search"_s), QLineEdit::LeadingPosition);
    head->setSpacing(theme.px(8));
    head->addWidget(m_field);
    m_choice->addItem(tr("All entries"), int(Choice::All));
    m_choice->addItem(tr("Near their end"), int(Choice::Nearing));
    m_choice->addItem(tr("Not in force yet"), int(Choice::Scheduled));
    m_choice->addItem(tr("May contradict each other"), int(Choice::Contradicting));
    m_choice->addItem(tr("Items without an answer"), int(Choice::Unanswered));
    m_choice->setAccessibleName(tr("Which entries"));
    connect(m_choice, &QComboBox::activated, this, &EntryList::ask);
    head->addWidget(m_choice);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_count);
    tools->addStretch(1);
    QPushButton *fresh = button(tr("New entry"), "small", this);
    fresh->setEnabled(domain::isGranted(desk.bench.me().roles, domain::Permission::WriteKnowledge));
    connect(fresh, &QPushButton::clicked, this, &EntryList::newAsked);
    tools->addWidget(fresh);
    QToolButton *bring = iconButton(desk, u"upload"_s, tr("Entries from a table"), this);
    bring->setEnabled(fresh->isEnabled());
    bring->setProperty("flat", true);
    bring->setFixedSize(theme.px(28), theme.px(28));
    connect(bring, &QToolButton::clicked, this, [this] { (new EntryImportDialog(m_desk, window()))->open(); });
    tools->addWidget(bring);
    head->addLayout(tools);
    layout->addLayout(head);
    layout->addWidget(line("hline", this));
    m_list->setItemDelegate(new EntryDelegate(desk, m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("The unit's entries"));
    layout->addWidget(m_list, 1);

    connect(m_field, &QLineEdit::textChanged, this, &EntryList::ask);
    connect(m_list, &QListWidget::itemClicked, m_list, &QListWidget::itemActivated);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const QString id = item->data(IdRole).toString();
        if (item->data(IsItemRole).toBool())
            return emit itemChosen(ItemId(id));
        if (item->data(IsDraftRole).toBool()) {
            if (const client::EntryDraftRow *draft = m_desk.bench.entryDrafts.find(id))
                emit draftChosen(*draft);
            return;
        }
        for (const client::EntryHit &hit : std::as_const(m_found))
            if (hit.row.id.value == id)
                return emit entryChosen(hit.row);
    });
    connect(&desk.bench.feed, &client::Feed::entriesFound, this, [this](quint64 ticket, const QList<client::EntryHit> &hits) {
        if (ticket != m_ticket)
            return;
        m_found = hits;
        m_isAnswered = true;
        findContradictions();
        fill();
    });
    connect(&desk.bench, &models::Workbench::lineChanged, this, [this, day = desk.bench.today()]() mutable {
        if (const QString today = m_desk.bench.today(); std::exchange(day, today) != today && isVisible())
            ask();
    });
    connect(&desk.bench.feed, &client::Feed::knowledgeChanged, this, [this](const client::KnowledgeState &state) {
        if (isVisible() && state.percent == 100)
            ask();
    });
    connect(&desk.bench.feed, &client::Feed::itemsChanged, this, [this] {
        if (Choice(m_choice->currentData().toInt()) == Choice::Unanswered)
            fill();
    });
    const auto &drafts = desk.bench.entryDrafts;
    connect(&drafts, &QAbstractItemModel::modelReset, this, &EntryList::fill);
    connect(&drafts, &QAbstractItemModel::rowsInserted, this, &EntryList::fill);
    connect(&drafts, &QAbstractItemModel::rowsRemoved, this, &EntryList::fill);
    connect(&drafts, &QAbstractItemModel::dataChanged, this, &EntryList::fill);
}

void EntryList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void EntryList::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void EntryList::ask()
{
    // Of those that are chosen by their days all are needed, and words choose among them here: a search looks at the best ones only.
    const bool isChosen = m_choice->currentData().toInt() != int(Choice::All);
    m_isAnswered = false;
    m_ticket = m_desk.bench.feed.findEntries({isChosen ? QString() : m_field->text().trimmed(), {}, isChosen ? kWholeUnit : kMostShown, m_desk.bench.me().unit});
}

domain::EntryPhase EntryList::phaseOf(const client::EntryRow &row) const
{
    const auto from = dateFromIso(row.from);
    const auto to = dateFromIso(row.to);
    return domain::phaseOf(row.state, from.value_or(LocalDate::max()), to ? std::optional(*to) : std::nullopt, dateOf(m_desk.bench.feed.serverNow()));
}

std::optional<EntryList::Nearing> EntryList::nearing(const client::EntryRow &row) const
{
    if (phaseOf(row) != domain::EntryPhase::InForce)
        return std::nullopt;
    std::optional<Nearing> near;
    if (const QString ending = SuggestionRow::ending(m_desk, row); !ending.isEmpty())
        near = Nearing{ending, *dateFromIso(row.to)};
    const auto look = dateFromIso(row.reviewDue);
    const LocalDate today = dateOf(m_desk.bench.feed.serverNow());
    if (!look || *look - today > kLookSoon || (near && near->day <= *look))
        return near;
    return Nearing{*look < today ? tr("to be looked at") : tr("look again by %1").arg(row.reviewDue.mid(5)), *look};
}

void EntryList::findContradictions()
{
    m_opposed.clear();
    if (Choice(m_choice->currentData().toInt()) != Choice::Contradicting)
        return;
    std::map<QString, std::vector<search::Statement>> items;
    for (const client::EntryHit &hit : std::as_const(m_found))
        if (!hit.row.item.isEmpty() && phaseOf(hit.row) == domain::EntryPhase::InForce)
            items[hit.row.item.value].push_back({hit.row.id.value, hit.row.title, EntryEditor::answerOf(hit.row)});
    const auto add = [this](const QString &id, const QString &here, const QString &other, const QString &there) {
        if (std::ranges::find(m_opposed, EntryId(id), &std::pair<EntryId, QString>::first) == m_opposed.end())
            m_opposed.emplace_back(EntryId(id), tr("%1, but %2: %3").arg(here, other, there));
    };
    for (const auto &[item, statements] : items)
        for (const search::Contradiction &one : search::contradictions(statements)) {
            add(one.one, one.here, one.other, one.there);
            add(one.other, one.there, one.one, one.here);
        }
}

/// Items of the unit that people can ask about online, and none of its entries in force answers for. \source duty 85
void EntryList::addItems(const QString &words, const QString &current)
{
    QSet<ItemId> answered;
    for (const client::EntryHit &hit : std::as_const(m_found))
        if (phaseOf(hit.row) == domain::EntryPhase::InForce)
            answered.insert(hit.row.item);
    const QString today = m_desk.bench.today();
    for (const client::ItemRow &row : m_desk.bench.items.rows()) {
        const bool isOver = !row.validTo.isEmpty() && row.validTo < today; // days as they are written sort as they come
        if (row.unit != m_desk.bench.me().unit || !row.chat || isOver || answered.contains(row.id) || !row.name.contains(words, Qt::CaseInsensitive))
            continue;
        const bool isNew = row.validFrom > today;
        auto *item = new QListWidgetItem(row.name, m_list);
        item->setData(IdRole, row.id.value);
        item->setData(IsItemRole, true);
        item->setData(MetaRole, QString(row.code + (row.validFrom.isEmpty() ? QString() : QString(u" · "_s + tr("from %1").arg(row.validFrom)))));
        item->setData(StateRole, isNew ? tr("new") : tr("no answer"));
        item->setData(IsUrgentRole, isNew);
        item->setToolTip(Qt::convertFromPlainText(row.name));
        item->setData(Qt::AccessibleTextRole, QString(row.name + u", "_s + item->data(StateRole).toString()));
        if (row.id.value == current)
            m_list->setCurrentItem(item);
    }
}

void EntryList::fill()
{
    const QListWidgetItem *now = m_list->currentItem();
    const QString current = now ? now->data(IdRole).toString() : QString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [&](const client::EntryRow &row, const QString &id, const QString &meta, const QString &state, bool isDraft, bool isUrgent) {
        auto *item = new QListWidgetItem(row.title, m_list);
        item->setData(MetaRole, meta);
        item->setData(StateRole, state);
        item->setData(IdRole, id);
        item->setData(IsDraftRole, isDraft);
        item->setData(IsUrgentRole, isUrgent);
        item->setToolTip(Qt::convertFromPlainText(row.title + u'\n' + meta));
        item->setData(Qt::AccessibleTextRole, QString(row.title + u", "_s + state + u", "_s + meta));
        if (id == current)
            m_list->setCurrentItem(item);
    };
    const QString words = m_field->text().trimmed();
    const auto choice = Choice(m_choice->currentData().toInt());
    for (const client::EntryDraftRow &draft : m_desk.bench.entryDrafts.rows()) {
        const bool waits = draft.entry.state == domain::EntryState::Scheduled;
        const bool isShown = choice == Choice::All || (waits && choice == Choice::Scheduled);
        if (isShown && (words.isEmpty() || draft.entry.title.contains(words, Qt::CaseInsensitive)))
            add(draft.entry, draft.id, draft.authorName + u" · "_s + (waits ? tr("from %1").arg(draft.entry.from) : u"v%1"_s.arg(draft.entry.version)), Words::entryPhase(phaseOf(draft.entry)), true,
                draft.entry.state == domain::EntryState::Review);
    }
    const auto isMeant = [&](const client::EntryRow &row) {
        return choice == Choice::All || words.isEmpty() || row.title.contains(words, Qt::CaseInsensitive)
            || std::ranges::any_of(row.aliases, [&](const QString &alias) { return alias.contains(words, Qt::CaseInsensitive); });
    };
    std::vector<std::pair<LocalDate, const client::EntryRow *>> shown;
    for (const client::EntryHit &hit : std::as_const(m_found)) {
        if (!isMeant(hit.row))
            continue;
        if (choice == Choice::Contradicting || choice == Choice::Unanswered)
            continue;
        const auto near = nearing(hit.row);
        const bool isScheduled = phaseOf(hit.row) == domain::EntryPhase::Scheduled;
        if (choice == Choice::All)
            shown.emplace_back(LocalDate(), &hit.row);
        else if (choice == Choice::Nearing ? near.has_value() : isScheduled)
            shown.emplace_back(near ? near->day : dateFromIso(hit.row.from).value_or(LocalDate::max()), &hit.row);
    }
    std::ranges::stable_sort(shown, {}, &std::pair<LocalDate, const client::EntryRow *>::first);
    for (const auto &[day, row] : shown) {
        const auto near = nearing(*row);
        add(*row, row->id.value, (row->id.value.size() > 12 ? QString() : QString(row->id.value + u" · "_s)) + u"v%1 · "_s.arg(row->version) + tr("from %1").arg(row->from),
            near ? near->words : Words::entryPhase(phaseOf(*row)), false, near.has_value());
    }
    for (const auto &[id, how] : m_opposed) {
        const auto hit = std::ranges::find(m_found, id, [](const client::EntryHit &one) { return one.row.id; });
        if (hit != m_found.end() && isMeant(hit->row))
            add(hit->row, id.value, how, tr("not alike"), false, true);
    }
    if (choice == Choice::Unanswered && m_isAnswered && m_desk.bench.hasAllEntries())
        addItems(words, current);
    const bool isQuiet = m_list->count() == 0 && words.isEmpty() && choice != Choice::All && m_isAnswered && m_desk.bench.hasAllEntries();
    m_count->setText(choice == Choice::Unanswered && !isQuiet ? tr("%n items", nullptr, m_list->count()) : !isQuiet ? tr("%n entries", nullptr, m_list->count()) : choice == Choice::Nearing ? tr("none in 30 days") : choice == Choice::Scheduled ? tr("none to begin") : tr("none found"));
}

} // namespace bangban::ui
