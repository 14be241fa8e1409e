// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side_panel.h"

#include "ui/controls.h"
#include "ui/knowledge_panel.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextDocument>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

enum Tab { KnowledgeTab, ItemTab, PastTab };

QWidget *scrolled(const Theme &theme, QVBoxLayout **content)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    inner->setObjectName(u"surface"_s);
    *content = new QVBoxLayout(inner);
    (*content)->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12));
    (*content)->setSpacing(theme.px(6));
    area->setWidget(inner);
    return area;
}

} // namespace

SidePanel::SidePanel(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_tabs(new QTabBar(this)), m_close(nullptr), m_pages(new QStackedWidget(this)),
      m_knowledge(new KnowledgePanel(desk)), m_item(nullptr), m_history(nullptr)
{
    const Theme &theme = desk.theme;
    setMinimumWidth(theme.px(240));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.px(4), 0, theme.px(8), 0);
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Knowledge"));
    m_tabs->addTab(tr("Item"));
    m_tabs->addTab(tr("Past"));
    m_tabs->setAccessibleName(tr("Knowledge, item and past requests"));
    head->addWidget(m_tabs);
    head->addStretch(1);
    QToolButton *close = iconButton(desk, u"close"_s, tr("Close"), this);
    close->setProperty("flat", true);
    connect(close, &QToolButton::clicked, this, &SidePanel::closeAsked);
    m_close = close;
    head->addWidget(close);
    layout->addLayout(head);
    layout->addWidget(line("hline", this));
    m_pages->addWidget(m_knowledge);
    m_pages->addWidget(scrolled(theme, &m_item));
    m_pages->addWidget(scrolled(theme, &m_history));
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&desk.bench.feed, &client::Feed::historyLoaded, this,
            [this](const RequestId &request, const QList<client::RequestRow> &rows) {
                if (m_request && m_request->id == request)
                    showHistory(rows);
            });
    setShowsClose(false);
    setRequest(nullptr);
}

void SidePanel::showKnowledge()
{
    m_tabs->setCurrentIndex(KnowledgeTab);
}

void SidePanel::setShowsClose(bool on)
{
    m_close->setVisible(on);
}

void SidePanel::setRequest(const models::RequestPtr &request)
{
    const bool isOther = !m_request || !request || m_request->id != request->id || m_request->item != request->item;
    m_request = request;
    m_knowledge->setRequest(request);
    if (!isOther && request)
        return;
    showItem();
    showHistory({});
    if (request)
        m_desk.bench.feed.fetchHistory(request->id);
}

void SidePanel::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(m_desk.theme.px(8));
    QLabel *left = label(name, "secondary");
    left->setFixedWidth(m_desk.theme.px(88));
    left->setAlignment(Qt::AlignTop);
    row->addWidget(left);
    QLabel *right = label(value, "plain");
    right->setWordWrap(true);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(right, 1);
    m_item->addLayout(row);
}

void SidePanel::showItem()
{
    clearRows(m_item);
    const client::ItemRow *item = m_request ? m_desk.bench.items.item(m_request->item) : nullptr;
    if (!item) {
        QLabel *none = label(m_request ? tr("No item was chosen. The words of the question decided the unit: %1")
                                             .arg(m_request->routeWords.isEmpty() ? tr("not clear") : m_request->routeWords)
                                       : tr("Open a request to see its item and materials."),
                             "secondary");
        none->setWordWrap(true);
        m_item->addWidget(none);
        m_item->addStretch(1);
        return;
    }
    QLabel *name = label(item->name, "bold");
    name->setWordWrap(true);
    m_item->addWidget(name);
    QLabel *summary = label(item->summary, "plain");
    summary->setWordWrap(true);
    m_item->addWidget(summary);
    addFact(tr("Unit"), m_desk.bench.unitName(item->unit));
    addFact(tr("Ask at"), item->consultUnit);
    addFact(tr("Promised"), item->promisedWorkdays > 0 ? tr("%n working day(s)", nullptr, item->promisedWorkdays)
                                                       : tr("at once"));
    addFact(tr("Fee"), item->fee);
    addFact(tr("Code"), item->code);
    addFact(tr("Hot policy"), item->hotPolicy);

    m_item->addSpacing(m_desk.theme.px(4));
    m_item->addWidget(line("hline"));
    int exempt = 0;
    for (const protocol::MaterialRow &material : item->materials)
        exempt += material.exempt ? 1 : 0;
    auto *head = new QHBoxLayout;
    head->addWidget(label(tr("Materials"), "bold"));
    head->addWidget(label(tr("%1 · %2 waived").arg(item->materials.size()).arg(exempt), "secondary"));
    head->addStretch(1);
    m_item->addLayout(head);
    for (const protocol::MaterialRow &material : item->materials) {
        auto *row = new QHBoxLayout;
        row->setSpacing(m_desk.theme.px(8));
        row->addWidget(iconLabel(m_desk, u"file"_s, Colour::Text2, 16));
        QLabel *words = label(material.name, "plain");
        words->setWordWrap(true);
        words->setToolTip(Qt::convertFromPlainText(material.note));
        row->addWidget(words, 1);
        auto *chip = new Chip(m_desk.theme);
        chip->show(material.exempt ? tr("Waived") : material.required ? QString() : tr("If needed"),
                   material.exempt ? ChipLook::Accent : ChipLook::Dashed);
        row->addWidget(chip);
        m_item->addLayout(row);
    }
    m_item->addStretch(1);
}

void SidePanel::showHistory(const QList<client::RequestRow> &rows)
{
    clearRows(m_history);
    m_tabs->setTabText(PastTab, rows.isEmpty() ? tr("Past") : tr("Past %1").arg(rows.size()));
    if (rows.isEmpty()) {
        QLabel *none = label(tr("This person has no earlier request."), "secondary");
        none->setWordWrap(true);
        m_history->addWidget(none);
    }
    for (const client::RequestRow &row : rows) {
        auto *title = new ElidedLabel;
        title->setFullText(row.itemName.isEmpty() ? row.words.text.left(80) : row.itemName);
        m_history->addWidget(title);
        m_history->addWidget(label(Words::moment(row.queuedAt) + u" · "_s + Words::outcome(row)
                                       + (row.stars > 0 ? u" · "_s + QString(row.stars, QChar(u'★')) : QString()),
                                   "secondary"));
        QLabel *words = label(row.words.text.left(200), "plain");
        words->setWordWrap(true);
        m_history->addWidget(words);
        m_history->addWidget(line("hline"));
    }
    m_history->addStretch(1);
}

void SidePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_close->isVisible())
        emit closeAsked();
    else
        QWidget::keyPressEvent(event);
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_desk.theme(Colour::Surface));
    painter.fillRect(0, 0, 1, height(), m_desk.theme(Colour::Border));
}

} // namespace bangban::ui
