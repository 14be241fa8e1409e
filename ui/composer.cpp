// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer.h"

#include "ui/canned_dialog.h"
#include "ui/canned_list.h"
#include "ui/controls.h"
#include "ui/send_check.h"
#include "ui/words.h"

#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QInputMethod>
#include <QMessageBox>
#include <QMimeData>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QTextBlock>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = protocol::kMaxWords; ///< \source behaviour §11
constexpr qint64 kLargestFile = 20 * 1024 * 1024;
constexpr int kDraftAfterMs = 400;
constexpr int kTypingForMs = 4'000;
constexpr int kLongestSearch = 40; ///< characters behind "??"; more of them are text

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ComposerEdit::followSearch);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerEdit::followSearch);
}

ComposerEdit::Search ComposerEdit::searchAtCursor() const
{
    const QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    if (cursor.hasSelection())
        return {};
    // Behind a word they ask, or wonder; a search begins the line, or stands behind a space or a stop.
    const auto found = std::max(before.lastIndexOf(u"??"_s), before.lastIndexOf(u"？？"_s));
    const bool isBehindWord = found > 0 && before[found - 1].isLetterOrNumber();
    if (found >= 0 && !isBehindWord && before.size() - found - 2 <= kLongestSearch)
        return {Sought::Entry, cursor.block().position() + int(found), 2};
    // A path, a date or a fraction has something before its stroke; an input method writes 、 for the key.
    const auto space = std::find_if(before.crbegin(), before.crend(), [](QChar c) { return c.isSpace(); });
    const auto start = before.crend() - space;
    const bool isStroke = start < before.size() && u"/／、"_s.contains(before[start]);
    if (isStroke && before.size() - start - 1 <= protocol::kMaxCannedCode)
        return {Sought::Canned, cursor.block().position() + int(start), 1};
    return {};
}

void ComposerEdit::followSearch()
{
    Search search = searchAtCursor();
    if (search.start != m_leftSearch)
        m_leftSearch = -1;
    if (m_leftSearch >= 0 || !isEnabled())
        search = {};
    const QString typed = search.start < 0 ? QString() : toPlainText().mid(search.start + search.length, textCursor().position() - search.start - search.length);
    const Sought before = std::exchange(m_sought, search.of);
    const QString nothing(u""_s); // which is not the null of nobody looking
    if (m_sought == Sought::Entry || before == Sought::Entry)
        emit searchChanged(m_sought != Sought::Entry ? QString() : typed);
    if (m_sought == Sought::Canned || before == Sought::Canned)
        emit cannedChanged(m_sought != Sought::Canned ? QString() : typed.isEmpty() ? nothing : typed);
}

void ComposerEdit::insertWords(const QString &words, Sought found)
{
    QTextCursor cursor = textCursor();
    if (const Search search = searchAtCursor(); m_sought == found && search.of == found && search.start >= 0)
        cursor.setPosition(search.start, QTextCursor::KeepAnchor);
    cursor.insertText(words);
    setTextCursor(cursor);
    setFocus(Qt::OtherFocusReason);
}

bool ComposerEdit::searchKey(const QKeyEvent &event)
{
    if (m_sought == Sought::Nothing || event.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        emit searchStepped(m_sought, event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_hasFindings[std::size_t(m_sought)])
            return false;
        emit searchPicked(m_sought);
        return true;
    case Qt::Key_Escape: // the marks were meant as such
        m_leftSearch = searchAtCursor().start;
        followSearch();
        return true;
    default:
        return false;
    }
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (searchKey(*event))
        return;
    if (event->modifiers() == Qt::AltModifier && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
        return event->ignore(); // an answer that is not there: the figure is no text
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_sendsWithEnter && isReturn && event->modifiers() == Qt::NoModifier) {
        emit sendPressed();
        return;
    }
    if (event->matches(QKeySequence::Undo) && document()->isEmpty() && !document()->isUndoAvailable()) {
        emit recallPressed();
        return;
    }
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier) {
        event->ignore(); // to the next widget: nobody needs a tab in a chat
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || source->hasText();
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasImage()) {
        emit pictureOffered(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    bool hadFile = false;
    for (const QUrl &url : source->urls())
        if (url.isLocalFile()) {
            emit fileDropped(url.toLocalFile());
            hadFile = true;
        }
    if (hadFile)
        return;
    const QString text = source->text();
    if (text.size() + toPlainText().size() - textCursor().selectedText().size() > kLongest)
        emit tooLongPasted(text);
    else
        textCursor().insertText(text); // as typed: never as markup
}

Composer::Composer(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_edit(new ComposerEdit(this)), m_check(new SendCheck(desk, m_edit, this)), m_canned(new CannedList(desk, this)), m_quoteBar(new QWidget(this)),
      m_quoteWords(new ElidedLabel(m_quoteBar)), m_state(label({}, "secondary", this)),
      m_send(new KeyButton(desk, Act::Send, tr("Send"), u"send"_s, this))
{
    const Theme &theme = desk.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(10));
    layout->setSpacing(theme.px(6));

    layout->addWidget(m_check);
    auto *quoteRow = new QHBoxLayout(m_quoteBar);
    quoteRow->setContentsMargins(0, 0, 0, 0);
    quoteRow->addWidget(iconLabel(desk, u"quote"_s, Colour::Text2, 16, m_quoteBar));
    m_quoteWords->setObjectName(u"secondary"_s);
    quoteRow->addWidget(m_quoteWords, 1);
    QToolButton *drop = iconButton(desk, u"close"_s, tr("Do not quote"), m_quoteBar);
    drop->setFixedSize(theme.px(24), theme.px(24));
    connect(drop, &QToolButton::clicked, this, &Composer::clearQuote);
    quoteRow->addWidget(drop);
    layout->addWidget(m_quoteBar);
    m_quoteBar->hide();

    auto *tools = new QHBoxLayout;
    tools->setSpacing(theme.px(4));
    QToolButton *picture = iconButton(desk, u"image"_s, tr("Send a picture"), this);
    QToolButton *file = iconButton(desk, u"clip"_s, tr("Attach a file"), this);
    for (QToolButton *one : {picture, file}) {
        one->setProperty("flat", true);
        connect(one, &QToolButton::clicked, this, &Composer::chooseFile);
        tools->addWidget(one);
    }
    QPushButton *search = button(tr("Knowledge ??"), "flat", this);
    search->setToolTip(tr("Two question marks and a few words search the knowledge base from here"));
    search->setFocusPolicy(Qt::NoFocus);
    connect(search, &QPushButton::clicked, this, [this] {
        m_edit->setFocus(Qt::OtherFocusReason);
        m_edit->textCursor().insertText(u"??"_s);
    });
    tools->addWidget(search);
    QPushButton *canned = button(tr("Phrases /"), "flat", this);
    canned->setToolTip(tr("A stroke and a few letters put a phrase in"));
    canned->setFocusPolicy(Qt::NoFocus);
    connect(canned, &QPushButton::clicked, this, [this] {
        m_edit->setFocus(Qt::OtherFocusReason);
        const QTextCursor cursor = m_edit->textCursor();
        const bool isApart = cursor.atBlockStart() || m_edit->document()->characterAt(cursor.position() - 1).isSpace();
        m_edit->textCursor().insertText(isApart ? u"/"_s : u" /"_s);
    });
    tools->addWidget(canned);
    tools->addStretch(1);
    auto *unanswered = new KeyButton(desk, Act::MarkUnanswered, tr("Cannot answer"), u"flag"_s, this);
    unanswered->setSmall(true);
    tools->addWidget(unanswered);
    layout->addLayout(tools);

    layout->addWidget(m_canned);
    m_edit->setAccessibleName(tr("Answer to the citizen"));
    m_edit->setFixedHeight(theme.px(64));
    m_edit->setTabChangesFocus(true);
    layout->addWidget(m_edit);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state);
    foot->addStretch(1);
    m_send->setPrimary(true);
    foot->addWidget(m_send);
    layout->addLayout(foot);

    m_draftTimer.setSingleShot(true);
    m_typingTimer.setSingleShot(true);
    connect(&m_draftTimer, &QTimer::timeout, this, &Composer::keepDraft);
    connect(&m_typingTimer, &QTimer::timeout, this, [this] { showTyping(false); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isLoading)
            return;
        m_draftTimer.start(kDraftAfterMs);
        showTyping(!m_edit->document()->isEmpty());
        m_state->clear();
    });
    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::send);
    connect(m_check, &SendCheck::sendAsked, this, &Composer::send);
    connect(m_edit, &ComposerEdit::recallPressed, this, &Composer::recallAsked);
    connect(m_edit, &ComposerEdit::fileDropped, this, [this](const QString &path) { attach(m_request, path); });
    connect(m_edit, &ComposerEdit::pictureOffered, this, &Composer::sendPicture);
    connect(m_edit, &ComposerEdit::tooLongPasted, this, &Composer::offerAsFile);
    connect(&desk.bench.drafts, &models::DraftBook::loaded, this, [this](const RequestId &request, const QString &text) {
        if (request == m_request && m_edit->document()->isEmpty())
            showDraft(text);
    });
    connect(&desk.bench.drafts, &models::DraftBook::returned, this, [this](const RequestId &request, const QString &words) {
        if (request == m_request && !m_edit->document()->isEmpty())
            QTextCursor(m_edit->document()).insertText(words + u'\n'); // before what is being written; the cursor stays there
    });
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, [this](const client::CommandAnswer &answer) {
        const auto inserted = m_sent.take(answer.command);
        if (answer.error && !inserted.isEmpty()) // its words come back, and with them what they cite
            m_inserted[answer.request] += inserted;
    });
    connect(&desk.bench, &models::Workbench::lineChanged, this, &Composer::applyPreferences);
    connect(&desk.preferences, &Preferences::changed, this, &Composer::applyPreferences);
    connectCanned();
    applyPreferences();
}

void Composer::connectCanned()
{
    using Sought = ComposerEdit::Sought;
    connect(m_edit, &ComposerEdit::cannedChanged, m_canned, &CannedList::look);
    connect(m_edit, &ComposerEdit::searchStepped, m_canned, [this](Sought of, int by) {
        if (of == Sought::Canned)
            m_canned->step(by);
    });
    connect(m_edit, &ComposerEdit::searchPicked, m_canned, [this](Sought of) {
        if (of == Sought::Canned)
            m_canned->pick();
    });
    connect(m_canned, &CannedList::found, this, [this] { m_edit->setHasFindings(Sought::Canned, m_canned->isReady()); });
    connect(m_canned, &CannedList::picked, this, [this](const QString &words) {
        if (m_edit->isEnabled() && !m_request.isEmpty())
            m_edit->insertWords(words, Sought::Canned);
    });
    connect(m_canned, &CannedList::newAsked, this, [this] {
        client::CannedRow row;
        const QTextCursor cursor = m_edit->textCursor();
        const QString before = cursor.block().text().left(cursor.positionInBlock());
        static const QRegularExpression mark(u"\\S*$"_s);
        row.text = before.left(before.indexOf(mark)).trimmed(); // what stands before it
        (new CannedDialog(m_desk, row, window()))->open();
    });
}

void Composer::applyPreferences()
{
    m_edit->setSendsWithEnter(m_desk.preferences.sendKey() == SendKey::Enter);
    m_edit->setPlaceholderText(m_desk.bench.isOnline() ? tr("Write to the citizen")
                                                       : tr("Go on writing; it is sent in order when the line is back"));
}

void Composer::setRequest(const RequestId &request)
{
    if (request == m_request)
        return;
    keepDraft();
    showTyping(false);
    clearQuote();
    m_check->dismiss();
    m_request = request;
    showDraft(m_desk.bench.drafts.of(request));
}

void Composer::showDraft(const QString &text)
{
    m_isLoading = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_isLoading = false;
    m_state->setText(text.isEmpty() ? QString() : tr("Draft kept"));
}

void Composer::keepDraft()
{
    m_draftTimer.stop();
    if (m_request.isEmpty())
        return;
    const QString text = m_edit->toPlainText();
    if (m_desk.bench.drafts.keep(m_request, text))
        m_state->setText(text.isEmpty() ? QString() : tr("Draft kept"));
}

void Composer::showTyping(bool on)
{
    if (on)
        m_typingTimer.start(kTypingForMs);
    if (on == m_isTyping || m_request.isEmpty())
        return;
    m_isTyping = on;
    m_desk.bench.feed.showTyping(m_request, on);
}

void Composer::setWritable(bool on)
{
    m_edit->setEnabled(on);
    m_desk.actions.action(Act::Send)->setEnabled(on);
    m_desk.actions.action(Act::SendAndNext)->setEnabled(on);
    m_desk.actions.action(Act::MarkUnanswered)->setEnabled(on);
    if (!on)
        m_canned->look(QString()); // the case is somebody else's now
}

void Composer::quote(const MessageId &message, const QString &words)
{
    m_quote = message;
    m_quoteWords->setFullText(words.isEmpty() ? tr("(file)") : words.left(200));
    m_quoteBar->show();
    focusEdit();
}

void Composer::insertWords(const QString &words)
{
    if (!m_request.isEmpty() && m_edit->isEnabled())
        m_edit->insertWords(words);
}

void Composer::insertAnswer(const client::EntryRow &entry, const QString &words)
{
    if (m_request.isEmpty() || !m_edit->isEnabled() || words.isEmpty())
        return;
    m_edit->insertWords(words);
    m_inserted[m_request].append({entry.id, entry.version, words});
}

void Composer::sendCard(const client::EntryRow &entry)
{
    if (!m_request.isEmpty() && m_edit->isEnabled())
        m_desk.bench.feed.sendCard(m_request, entry);
}

void Composer::clearQuote()
{
    m_quote = {};
    m_quoteBar->hide();
}

bool Composer::send()
{
    QGuiApplication::inputMethod()->commit(); // what an input method still composes belongs to the message
    const QString text = m_edit->toPlainText();
    if (m_request.isEmpty() || !m_edit->isEnabled() || text.trimmed().isEmpty())
        return false;
    if (text.size() > kLongest) {
        offerAsFile(text);
        return false;
    }
    if (!m_check->allows(m_request, text))
        return false;
    const auto inserted = m_inserted.take(m_request);
    m_sent.insert(m_desk.bench.feed.sendText(m_request, text, m_quote, inserted), inserted);
    m_isLoading = true;
    m_edit->clear();
    m_isLoading = false;
    clearQuote();
    keepDraft();
    showTyping(false);
    return true;
}

void Composer::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    // A case taken meanwhile changes what is on the screen; the files are for whom they were chosen.
    connect(dialog, &QFileDialog::filesSelected, this, [this, request = m_request](const QStringList &paths) {
        for (const QString &path : paths)
            attach(request, path);
    });
    dialog->open();
}

void Composer::attach(const RequestId &request, const QString &path)
{
    QFile file(path);
    const QFileInfo info(path);
    if (request.isEmpty())
        return;
    if (info.size() > kLargestFile) {
        emit failed(tr("%1 is larger than 20 MB. Send a smaller file.").arg(info.fileName()));
        return;
    }
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        emit failed(tr("%1 cannot be read. Choose another file.").arg(info.fileName()));
        return;
    }
    const QByteArray bytes = file.readAll();
    m_desk.bench.feed.sendFile(request, info.fileName(), QMimeDatabase().mimeTypeForFileNameAndData(path, bytes).name(),
                               bytes);
}

void Composer::sendPicture(const QImage &picture)
{
    if (m_request.isEmpty())
        return;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (picture.isNull() || !buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG")) {
        emit failed(tr("The picture in the clipboard cannot be read. Save it as a file and attach that."));
        return;
    }
    m_desk.bench.feed.sendFile(m_request, tr("picture.png"), u"image/png"_s, bytes);
}

void Composer::offerAsFile(const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Send as a file?"),
                                tr("The text has %1 characters; a message holds %2. It can be sent as a text file.")
                                    .arg(text.size())
                                    .arg(kLongest),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *yes = box->addButton(tr("Send as a text file"), QMessageBox::AcceptRole);
    box->addButton(tr("Do nothing"), QMessageBox::RejectRole);
    box->setDefaultButton(yes);
    connect(yes, &QPushButton::clicked, this, [this, text, request = m_request] {
        m_desk.bench.feed.sendFile(request, tr("text.txt"), u"text/plain"_s, text.toUtf8());
        if (m_edit->toPlainText() == text)
            m_edit->clear();
    });
    box->open();
}

} // namespace bangban::ui
