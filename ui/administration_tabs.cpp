// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration_tabs.h"

#include "core/base/uuid7.h"
#include "core/domain/permissions.h"
#include "core/domain/work_calendar.h"
#include "core/protocol/codec.h"
#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/node_dialog.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTableView>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using models::HoursModel, models::ItemsModel, models::NodesModel, models::StaffModel;

namespace {

/// Words the stored values of a table, and searches in the words.
class WordedProxy : public QSortFilterProxyModel {
public:
    using Word = std::function<QVariant(const QVariant &value, int column)>;
    WordedProxy(QStringList heads, Word word, QObject *parent)
        : QSortFilterProxyModel(parent), m_heads(std::move(heads)), m_word(std::move(word))
    {
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        setFilterKeyColumn(-1);
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant value = QSortFilterProxyModel::data(index, role);
        return role == Qt::DisplayRole ? m_word(value, index.column()) : value;
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
            return m_heads.value(section);
        return QSortFilterProxyModel::headerData(section, orientation, role);
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
            const QVariant value = sourceModel()->index(row, column, parent).data();
            if (m_word(value, column).toString().contains(filterRegularExpression()))
                return true;
        }
        return false;
    }

private:
    QStringList m_heads;
    Word m_word;
};

QString onOff(bool on)
{
    return on ? AdministrationTab::tr("on") : AdministrationTab::tr("off");
}

/// An account, new or present.
class AccountDialog : public DialogFrame {
public:
    AccountDialog(const Desk &desk, const client::StaffRow &row, bool isNew, QWidget *parent)
        : DialogFrame(desk, isNew ? AccountsTab::tr("New account") : AccountsTab::tr("Account %1").arg(row.name),
                      AccountsTab::tr("Save"), parent),
          m_row(row), m_isNew(isNew), m_login(new QLineEdit(this)), m_name(new QLineEdit(row.name, this)),
          m_node(new ChoiceBox(desk, this)), m_roles(new QListWidget(this)), m_chats(new QSpinBox(this)),
          m_active(new QCheckBox(AccountsTab::tr("Active"), this)),
          m_resetFactor(new QCheckBox(AccountsTab::tr("Forget the authenticator (it was lost)"), this)), m_password(new QLineEdit(this))
    {
        const QString today = desk.bench.today();
        for (const client::NodeRow &node : desk.bench.nodes.rows()) {
            const bool isValid = node.validFrom <= today && (node.validTo.isEmpty() || today <= node.validTo);
            if (!isValid)
                continue;
            m_node->addItem(desk.bench.unitName(node.parent) + u" › "_s + node.name, node.id.value);
            if (node.id == row.node)
                m_node->setCurrentIndex(m_node->count() - 1);
        }
        for (int i = int(domain::Role::Agent); i <= int(domain::Role::AuditAdmin); ++i) {
            auto *item = new QListWidgetItem(Words::role(domain::Role(i)), m_roles);
            const bool has = std::find(row.roles.begin(), row.roles.end(), domain::Role(i)) != row.roles.end();
            item->setCheckState(has ? Qt::Checked : Qt::Unchecked);
            item->setData(Qt::UserRole, i);
        }
        m_roles->setFixedHeight(desk.theme.px(160));
        m_roles->setFrameShape(QFrame::Box);
        m_chats->setRange(0, 5);
        m_chats->setValue(row.maxChats);
        m_active->setChecked(row.active);
        m_password->setEchoMode(QLineEdit::Password);
        m_login->setText(desk.bench.staff.loginOf(row.id));
        m_login->setPlaceholderText(isNew ? QString() : AccountsTab::tr("empty: stays as it is"));
        m_password->setPlaceholderText(isNew ? QString() : AccountsTab::tr("empty: stays as it is"));
        auto *form = new QFormLayout;
        const std::pair<QString, QWidget *> fields[] = {
            {AccountsTab::tr("Account name"), m_login}, {AccountsTab::tr("Name"), m_name},
            {AccountsTab::tr("Unit"), m_node},          {AccountsTab::tr("Roles"), m_roles},
            {AccountsTab::tr("Chats at most"), m_chats}, {AccountsTab::tr("Password"), m_password}};
        for (const auto &[name, widget] : fields) {
            widget->setAccessibleName(name);
            form->addRow(name, widget);
        }
        form->addRow(QString(), m_active);
        m_resetFactor->setVisible(!isNew && desk.bench.settings().secondFactor != domain::SecondFactorRule::Nobody);
        form->addRow(QString(), m_resetFactor);
        setTabOrder(m_chats, m_password);
        setTabOrder(m_password, m_active);
        setTabOrder(m_active, m_resetFactor);
        body()->addLayout(form);
        resize(desk.theme.px(520), sizeHint().height());
    }

protected:
    void confirm() override
    {
        protocol::AccountPut account;
        account.staff = m_row.id;
        account.login = m_login->text().trimmed();
        account.name = m_name->text().trimmed();
        account.node = NodeId(m_node->currentData().toString());
        for (int i = 0; i < m_roles->count(); ++i)
            if (m_roles->item(i)->checkState() == Qt::Checked)
                account.roles.push_back(domain::Role(m_roles->item(i)->data(Qt::UserRole).toInt()));
        account.skills = m_row.skills;
        account.maxChats = m_chats->value();
        account.active = m_active->isChecked();
        account.password = {m_password->text()};
        account.resetSecondFactor = m_resetFactor->isChecked();
        if ((m_isNew && account.login.isEmpty()) || account.name.isEmpty())
            showError(AccountsTab::tr("Fill in account name and name."));
        else if (account.roles.empty())
            showError(AccountsTab::tr("Choose at least one role."));
        else if (m_isNew && m_password->text().isEmpty())
            showError(AccountsTab::tr("A new account needs a password."));
        else
            sendAndWait(m_desk.bench.feed.putAccount(account));
    }

private:
    client::StaffRow m_row;
    bool m_isNew;
    QLineEdit *m_login;
    QLineEdit *m_name;
    QComboBox *m_node;
    QListWidget *m_roles;
    QSpinBox *m_chats;
    QCheckBox *m_active;
    QCheckBox *m_resetFactor;
    QLineEdit *m_password;
};

/// Seven lines like "09:00-12:00,13:30-17:00".
class HoursDialog : public DialogFrame {
public:
    HoursDialog(const Desk &desk, const client::HoursRow &row, QWidget *parent)
        : DialogFrame(desk, HoursTab::tr("Working hours of %1").arg(desk.bench.unitName(row.node)),
                      HoursTab::tr("Save"), parent),
          // From today on: hours of days that are over decide what was a promise kept.
          m_row(row), m_from(new QLineEdit(std::max(row.from, desk.bench.today()), this)),
          m_holidays(new QCheckBox(HoursTab::tr("Open on public holidays too"), this))
    {
        auto *form = new QFormLayout;
        m_from->setAccessibleName(HoursTab::tr("Valid from"));
        form->addRow(HoursTab::tr("Valid from"), m_from);
        const QString days[] = {HoursTab::tr("Monday"),   HoursTab::tr("Tuesday"), HoursTab::tr("Wednesday"),
                                HoursTab::tr("Thursday"), HoursTab::tr("Friday"),  HoursTab::tr("Saturday"),
                                HoursTab::tr("Sunday")};
        for (int day = 0; day < 7; ++day) {
            auto *edit = new QLineEdit(row.week.value(day), this);
            edit->setAccessibleName(days[day]);
            edit->setPlaceholderText(HoursTab::tr("closed"));
            m_days.append(edit);
            form->addRow(days[day], edit);
        }
        m_holidays->setChecked(row.ignoresHolidays);
        form->addRow(QString(), m_holidays);
        setTabOrder(m_from, m_days.first());
        setTabOrder(m_days.last(), m_holidays);
        body()->addLayout(form);
        body()->addWidget(label(HoursTab::tr("Several stretches a day: 09:00-12:00,13:30-17:00"), "secondary", this));
        resize(desk.theme.px(460), sizeHint().height());
    }

protected:
    void confirm() override
    {
        client::HoursRow row = m_row;
        row.week.clear();
        for (QLineEdit *edit : m_days) {
            QString text = edit->text().simplified().remove(u' '); // and as an input method writes it
            text.replace(u'，', u',').replace(u'、', u',').replace(u'：', u':').replace(u'–', u'-').replace(u'—', u'-');
            domain::WeekHours day; // the server's own rule, so that nothing is refused there that passed here
            const auto blocks = domain::blocksFromText(text);
            day.days[0] = blocks.value_or(std::vector<domain::Block>());
            if (!blocks || !domain::checked(day)) {
                showError(HoursTab::tr("“%1” is not readable. Write it like 09:00-12:00,13:30-17:00.").arg(text));
                edit->setFocus();
                return;
            }
            row.week.append(text);
        }
        row.from = m_from->text().trimmed();
        if (!dateFromIso(row.from)) {
            showError(HoursTab::tr("Write the day like 2026-12-01."));
            return;
        }
        row.id = row.node.value + u'/' + row.from;
        row.ignoresHolidays = m_holidays->isChecked();
        sendAndWait(m_desk.bench.feed.putHours(row));
    }

private:
    client::HoursRow m_row;
    QLineEdit *m_from;
    QList<QLineEdit *> m_days;
    QCheckBox *m_holidays;
};

} // namespace

AdministrationTab::AdministrationTab(const Desk &desk, const QString &title)
    : m_desk(desk), m_layout(new QVBoxLayout(this)), m_title(title), m_bar(new QHBoxLayout), m_search(new QLineEdit(this))
{
    m_layout->setContentsMargins(0, desk.theme.px(10), 0, 0);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in: %1").arg(title));
    m_search->addAction(desk.icons.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(desk.theme.px(320));
    m_bar->addWidget(m_search);
    m_bar->addStretch(1);
    m_layout->addLayout(m_bar);
}

QTableView *AdministrationTab::addTable(QAbstractItemModel &model, QSortFilterProxyModel *proxy, const QList<int> &widths)
{
    proxy->setSourceModel(&model);
    m_table = new QTableView(this);
    m_table->setModel(proxy);
    m_table->setAccessibleName(m_title);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_desk.theme.size("rowTable"));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < widths.size(); ++column) {
        if (widths[column] > 0)
            m_table->setColumnWidth(column, m_desk.theme.px(widths[column]));
        else
            m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    connect(m_search, &QLineEdit::textChanged, proxy, &QSortFilterProxyModel::setFilterFixedString);
    m_layout->addWidget(m_table, 1);
    return m_table;
}

void AdministrationTab::takeSearchAway()
{
    delete std::exchange(m_search, nullptr);
}

void AdministrationTab::keepAsking(std::function<void()> ask)
{
    m_ask = std::move(ask);
    connect(&m_desk.bench.feed, &client::Feed::cleared, this, &AdministrationTab::askAgain);
    connect(&m_desk.bench, &models::Workbench::lineChanged, this, [this] {
        const bool isOnline = m_desk.bench.line().state == client::LineState::Online;
        if (!std::exchange(m_wasOnline, isOnline) && isOnline)
            askAgain();
    });
}

void AdministrationTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askAgain();
}

void AdministrationTab::askAgain()
{
    if (m_ask && isVisible())
        m_ask();
}

QString AdministrationTab::chosenId() const
{
    const QModelIndex index = m_table ? m_table->currentIndex() : QModelIndex();
    return index.isValid() ? index.data(Qt::UserRole).toString() : QString();
}

QPushButton *AdministrationTab::addButton(const QString &text, bool isPrimary)
{
    QPushButton *made = button(text, isPrimary ? "primary" : nullptr, this);
    m_bar->addWidget(made);
    return made;
}

void AdministrationTab::addRowButton(const QString &text, std::function<void(const QString &)> act)
{
    QPushButton *made = addButton(text);
    const auto show = [this, made] {
        made->setEnabled(!chosenId().isEmpty());
        made->setToolTip(made->isEnabled() ? QString() : tr("Choose a row first"));
    };
    show();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, made, show);
    connect(m_table->model(), &QAbstractItemModel::modelReset, made, show);
    connect(m_table->model(), &QAbstractItemModel::rowsRemoved, made, show);
    connect(made, &QPushButton::clicked, this, [this, act = std::move(act)] { act(chosenId()); });
}

AccountsTab::AccountsTab(const Desk &desk) : AdministrationTab(desk, tr("Accounts"))
{
    const auto word = [&desk](const QVariant &value, int column) -> QVariant {
        if (column == StaffModel::Unit)
            return desk.bench.unitName(NodeId(value.toString()));
        if (column == StaffModel::PresenceCell)
            return Words::presence(domain::Presence(value.toInt()));
        if (column == StaffModel::State)
            return Words::accountState(value.toString());
        if (column != StaffModel::Roles)
            return value;
        QStringList words;
        for (const QString &name : value.toString().split(u' ', Qt::SkipEmptyParts))
            if (const auto role = domain::fromName<domain::Role>(name))
                words.append(Words::role(*role));
        return words.join(AccountsTab::tr(", "));
    };
    QTableView *table = addTable(
        desk.bench.staff,
        new WordedProxy({tr("Name"), tr("Account name"), tr("Unit"), tr("Roles"), tr("Presence"), tr("Free room"), tr("State")},
                        word, this),
        {130, 120, 0, 240, 84, 90, 200});
    connect(table, &QTableView::activated, this, [this] { edit(chosenId()); });
    addRowButton(tr("Change"), [this](const QString &id) { edit(id); });
    connect(addButton(tr("New account"), true), &QPushButton::clicked, this, [this] { edit({}); });
    keepAsking([this] { m_desk.bench.feed.fetchAccounts(); });
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        if (answer.type == protocol::wireName<protocol::AccountPut>())
            askAgain();
    });
}

void AccountsTab::edit(const QString &id)
{
    client::StaffRow row;
    if (const client::StaffRow *found = m_desk.bench.staff.find(id))
        row = *found;
    else
        row.id = StaffId(makeUuid7(m_desk.bench.feed.serverNow()));
    (new AccountDialog(m_desk, row, id.isEmpty(), window()))->open();
}

OrganisationTab::OrganisationTab(const Desk &desk) : AdministrationTab(desk, tr("Organisation"))
{
    QTableView *table = addTable(desk.bench.nodes,
                                 new WordedProxy({tr("Name"), tr("Kind"), tr("Above"), tr("Valid")},
                                                 [](const QVariant &value, int column) -> QVariant {
                                                     return column == NodesModel::Kind ? Words::nodeKind(value.toString()) : value;
                                                 },
                                                 this),
                                 {280, 120, 0, 200});
    connect(table, &QTableView::activated, this, [this] { edit(chosenId()); });
    addRowButton(tr("Change"), [this](const QString &id) { edit(id); });
    addRowButton(tr("New below it"), [this](const QString &id) {
        const client::NodeRow *above = m_desk.bench.nodes.find(id);
        if (!above)
            return;
        client::NodeRow row;
        row.id = NodeId(makeUuid7(m_desk.bench.feed.serverNow()));
        row.parent = above->id;
        row.kind = domain::nameOf(domain::NodeKind::Section);
        row.validFrom = m_desk.bench.today();
        (new NodeDialog(m_desk, row, true, window()))->open();
    });
}

void OrganisationTab::edit(const QString &id)
{
    if (const client::NodeRow *row = m_desk.bench.nodes.find(id))
        (new NodeDialog(m_desk, *row, false, window()))->open();
}

ItemsTab::ItemsTab(const Desk &desk) : AdministrationTab(desk, tr("Items"))
{
    const auto word = [&desk](const QVariant &value, int column) -> QVariant {
        if (column == ItemsModel::Unit)
            return desk.bench.unitName(NodeId(value.toString()));
        return column == ItemsModel::Chat || column == ItemsModel::Call ? QVariant(onOff(value.toBool())) : value;
    };
    addTable(desk.bench.items,
             new WordedProxy({tr("Item"), tr("Code"), tr("Unit"), tr("Valid"), tr("Chat"), tr("Call")}, word, this),
             {0, 180, 220, 130, 60, 60});
    addRowButton(tr("Chat on or off"), [this](const QString &id) { flip(id, true); });
    addRowButton(tr("Call on or off"), [this](const QString &id) { flip(id, false); });
}

void ItemsTab::flip(const QString &id, bool chat)
{
    const client::ItemRow *item = m_desk.bench.items.find(id);
    if (!item)
        return;
    const CommandId command = m_desk.bench.feed.switchItem(item->id, chat ? !item->chat : item->chat,
                                                           chat ? item->call : !item->call);
    emit sent(command, item->name);
}

HoursTab::HoursTab(const Desk &desk) : AdministrationTab(desk, tr("Working hours"))
{
    const auto word = [&desk](const QVariant &value, int column) -> QVariant {
        if (column == HoursModel::Node)
            return desk.bench.unitName(NodeId(value.toString()));
        if (column == HoursModel::Holidays)
            return value.toBool() ? HoursTab::tr("open") : HoursTab::tr("closed");
        if (column >= HoursModel::Monday && value.toString().isEmpty())
            return u"—"_s;
        if (column >= HoursModel::Monday) // one stretch a line
            return value.toString().replace(u',', u'\n');
        return value;
    };
    QTableView *table = addTable(desk.bench.hours,
                                 new WordedProxy({tr("Unit"), tr("From"), tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"),
                                                  tr("Fri"), tr("Sat"), tr("Sun"), tr("Holidays")},
                                                 word, this),
                                 {0, 92, 98, 98, 98, 98, 98, 90, 90, 64});
    table->setWordWrap(true);
    table->verticalHeader()->setDefaultSectionSize(desk.theme.px(48));
    table->setStyleSheet(u"QTableView { font-size: %1px; }"_s.arg(desk.theme.px(12)));
    connect(table, &QTableView::activated, this, [this] { edit(chosenId()); });
    addRowButton(tr("Change"), [this](const QString &id) { edit(id); });
}

void HoursTab::edit(const QString &id)
{
    const client::HoursRow *row = m_desk.bench.hours.find(id);
    if (!row)
        return;
    // Of rows that hold already the last one is changed: an older one would bring back what it was replaced for.
    for (const client::HoursRow &other : m_desk.bench.hours.rows())
        if (other.node == row->node && other.from > row->from && other.from <= m_desk.bench.today())
            row = &other;
    (new HoursDialog(m_desk, *row, window()))->open();
}

} // namespace bangban::ui
