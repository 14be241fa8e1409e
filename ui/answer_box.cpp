// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer_box.h"

#include "ui/controls.h"
#include "ui/media_strip.h"
#include "ui/suggestion_row.h"

#include <QHBoxLayout>
#include <QAbstractTextDocumentLayout>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 9; ///< that are seen at once

} // namespace

AnswerBox::AnswerBox(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_text(new QPlainTextEdit(this)), m_insert(new KeyButton(desk, Act::InsertFirst, tr("Insert"), {}, this)),
      m_card(button(tr("Send as card"), "link", this)), m_useful(button(tr("Useful"), "link", this)), m_media(new MediaStrip(desk, this)), m_facts(label({}, "secondary", this))
{
    const Theme &theme = desk.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(38), 0, theme.px(12), theme.px(8));
    layout->setSpacing(theme.px(6));
    m_text->setReadOnly(true);
    m_text->setObjectName(u"answer"_s);
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->viewport()->installEventFilter(this);
    layout->addWidget(m_text);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(0);
    const QString names[] = {tr("Plain"), tr("Official"), tr("Source")};
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        auto *one = new QToolButton(this);
        one->setText(names[i]);
        one->setProperty("choice", true);
        one->setProperty("layer", true);
        one->setCheckable(true);
        connect(one, &QToolButton::clicked, this, [this, i] { setLayer(AnswerLayer(i)); });
        m_layers[i] = one;
        tools->addWidget(one);
    }
    tools->addStretch(1);
    m_insert->setSmall(true);
    tools->addWidget(m_insert);
    layout->addLayout(tools);
    layout->addWidget(m_media);
    connect(m_media, &MediaStrip::failed, m_facts, &QLabel::setText); // until something else is shown
    m_facts->setWordWrap(true);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_facts, 1);
    connect(m_card, &QPushButton::clicked, this, [this] { emit cardAsked(m_entry); });
    foot->addWidget(m_card, 0, Qt::AlignTop);
    m_useful->setToolTip(tr("It answered the question, by word of mouth or on the screen; its editors see how it was asked"));
    connect(m_useful, &QPushButton::clicked, this, [this] { emit usefulAsked(m_entry); });
    foot->addWidget(m_useful, 0, Qt::AlignTop);
    QPushButton *wrong = button(tr("Wrong?"), "link", this);
    wrong->setToolTip(tr("Says what is wrong; the unit has five working days to put it right"));
    connect(wrong, &QPushButton::clicked, this, [this] { emit reportAsked(m_entry); });
    foot->addWidget(wrong, 0, Qt::AlignTop);
    layout->addLayout(foot);
}

QString AnswerBox::wordsOf(const client::EntryRow &entry, AnswerLayer layer)
{
    switch (layer) {
    case AnswerLayer::Plain:
        return entry.plain;
    case AnswerLayer::Official:
        return entry.official;
    case AnswerLayer::Source:
        return entry.sourceWords.isEmpty() ? entry.sourceTitle : QString(entry.sourceTitle + u'\n' + entry.sourceWords).trimmed();
    }
    return {};
}

QString AnswerBox::plainOf(const client::EntryRow &entry)
{
    return entry.plain.isEmpty() ? entry.official : entry.plain;
}

void AnswerBox::show(const client::EntryRow &entry, Act insert, bool isWithdrawn)
{
    const bool isOther = entry.id != m_entry.id || entry.version != m_entry.version;
    m_entry = entry;
    m_insert->setAct(insert);
    m_insert->setVisible(!isWithdrawn);
    m_useful->setVisible(!isWithdrawn);
    m_card->setVisible(!isWithdrawn);
    m_card->setToolTip(tr("Sends it as the citizen is to see it, with its pictures, videos and links (%1)")
                           .arg(m_desk.actions.action(Act::SendCard)->shortcut().toString(QKeySequence::NativeText)));
    if (isOther || m_media->media() != entry.media)
        m_media->show(entry.id, entry.media, false);
    if (isOther)
        m_layer = entry.plain.isEmpty() ? AnswerLayer::Official : AnswerLayer::Plain;
    refresh();
}

void AnswerBox::setUseful(bool isNoted)
{
    m_useful->setText(isNoted ? tr("Useful ✓") : tr("Useful"));
    m_useful->setEnabled(!isNoted);
}

void AnswerBox::setLayer(AnswerLayer layer)
{
    m_layer = layer;
    refresh();
}

void AnswerBox::nextLayer()
{
    for (std::size_t step = 1; step < m_layers.size(); ++step) {
        const auto next = AnswerLayer((std::size_t(m_layer) + step) % m_layers.size());
        if (!wordsOf(m_entry, next).isEmpty())
            return setLayer(next);
    }
}

void AnswerBox::refresh()
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        m_layers[i]->setChecked(AnswerLayer(i) == m_layer);
        m_layers[i]->setEnabled(!wordsOf(m_entry, AnswerLayer(i)).isEmpty());
    }
    m_text->setAccessibleName(m_layers[std::size_t(m_layer)]->text());
    m_text->setPlainText(words());
    QStringList facts;
    if (!m_entry.authority.isEmpty())
        facts.append(tr("Interpreted by %1").arg(m_entry.authority));
    if (!m_entry.to.isEmpty())
        facts.append(tr("in force until %1").arg(m_entry.to));
    facts.append(m_entry.id.value + u" v%1"_s.arg(m_entry.version));
    if (m_entry.sample)
        facts.append(tr("sample"));
    m_facts->setText(facts.join(u" · "_s));
    fitHeight();
}

/// As high as its words, as far as nine lines hold them.
void AnswerBox::fitHeight()
{
    qreal height = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next())
        height += m_text->document()->documentLayout()->blockBoundingRect(block).height();
    const int frame = m_text->height() - m_text->viewport()->height() + int(2 * m_text->document()->documentMargin());
    const int most = kMostLines * QFontMetrics(m_text->font()).lineSpacing();
    m_text->setFixedHeight(std::min(int(std::ceil(height)), most) + frame);
}

bool AnswerBox::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitHeight();
    return false;
}

} // namespace bangban::ui
