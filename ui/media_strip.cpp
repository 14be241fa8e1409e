// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media_strip.h"

#include "core/base/uuid7.h"
#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/link_dialog.h"
#include "ui/words.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeDatabase>
#include <QUrl>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using client::EntryMedia;

namespace {

/// As the wire names it; empty for what an entry does not take. Programs call some of them otherwise.
QString typeOf(const QString &path)
{
    static const QHash<QString, QString> others{{u"audio/x-wav"_s, u"audio/wav"_s}, {u"audio/vnd.wave"_s, u"audio/wav"_s}, {u"audio/x-vorbis+ogg"_s, u"audio/ogg"_s},
                                                {u"audio/x-opus+ogg"_s, u"audio/ogg"_s}, {u"audio/x-m4a"_s, u"audio/mp4"_s}, {u"audio/x-mp3"_s, u"audio/mpeg"_s}};
    const QString name = QMimeDatabase().mimeTypeForFile(path).name();
    const QString type = others.value(name, name);
    return std::ranges::count(protocol::kMediaTypes, type) > 0 ? type : QString();
}

QString iconOf(const EntryMedia &one)
{
    return one.isLink() ? u"link"_s : one.type.startsWith("image/"_L1) ? u"image"_s : one.type.startsWith("video/"_L1) ? u"play"_s
        : one.type.startsWith("audio/"_L1) ? u"sound"_s : u"file"_s;
}

} // namespace

MediaStrip::MediaStrip(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_rows(new QVBoxLayout), m_tools(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(desk.theme.px(4));
    m_rows->setSpacing(desk.theme.px(4));
    layout->addLayout(m_rows);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    QPushButton *bring = button(tr("Add a picture, video, recording or PDF"), "small");
    connect(bring, &QPushButton::clicked, this, &MediaStrip::chooseFiles);
    QPushButton *link = button(tr("Add a link"), "small");
    connect(link, &QPushButton::clicked, this, &MediaStrip::askForLink);
    tools->addWidget(bring);
    tools->addWidget(link);
    tools->addStretch(1);
    layout->addWidget(m_tools);
    const client::Feed &feed = desk.bench.feed;
    connect(&feed, &client::Feed::commandAnswered, this, &MediaStrip::settle);
    connect(&feed, &client::Feed::fileProgress, this, [this](const FileId &file, qint64 done, qint64 total) {
        if (total > 0)
            showSize(file, u"%1 %"_s.arg(100 * done / total));
    });
    connect(&feed, &client::Feed::fileReady, this, [this](const FileId &file, const QString &path) {
        showSize(file);
        if (file != m_opened)
            return;
        m_opened = {};
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            emit failed(tr("No program on this PC opens it."));
    });
    connect(&feed, &client::Feed::fileFailed, this, [this](const FileId &file, const Error &error) {
        showSize(file);
        if (file != m_opened)
            return;
        m_opened = {};
        emit failed(errorWords(error));
    });
}

/// What was refused leaves the entry that it was chosen for, if that is still open.
void MediaStrip::settle(const client::CommandAnswer &answer)
{
    const auto sent = m_sending.constFind(answer.command);
    if (sent == m_sending.constEnd())
        return;
    const EntryMedia one = *sent;
    m_sending.erase(sent);
    showSize(one.file);
    if (!answer.error)
        return;
    emit failed(answer.error->code == ErrorCode::TooLarge ? tr("%1 was not added: too much of yours waits to be published.").arg(one.title)
                                                          : tr("%1 was not added: %2").arg(one.title, errorWords(*answer.error)));
    if (m_isWritten && std::erase_if(m_media, [&](const EntryMedia &other) { return other.file == one.file; }) > 0) {
        refresh();
        emit changed();
    }
}

bool MediaStrip::isSending() const
{
    return std::ranges::any_of(m_sending, [this](const EntryMedia &one) { return std::ranges::count(m_media, one.file, &EntryMedia::file) > 0; });
}

void MediaStrip::showSize(const FileId &file, const QString &words)
{
    ElidedLabel *label = m_sizes.value(file);
    const auto one = std::ranges::find(m_media, file, &EntryMedia::file);
    if (!label || one == m_media.end())
        return;
    const bool isOnItsWay = std::ranges::any_of(m_sending, [&](const EntryMedia &other) { return other.file == file; });
    label->setFullText(!words.isEmpty() ? words : !isOnItsWay ? Words::fileSize(one->size) : m_desk.bench.isOnline() ? tr("Being sent…") : tr("Sent when the line is back"));
}

void MediaStrip::show(const EntryId &entry, const std::vector<EntryMedia> &media, bool isWritten)
{
    m_entry = entry;
    m_media = media;
    m_isWritten = isWritten;
    refresh();
}

void MediaStrip::refresh()
{
    clearRows(m_rows);
    m_sizes.clear();
    for (std::size_t i = 0; i < m_media.size(); ++i)
        addRow(i);
    m_tools->setVisible(m_isWritten);
    m_tools->setEnabled(std::ssize(m_media) < protocol::kMostMedia);
    setVisible(m_isWritten || !m_media.empty());
}

void MediaStrip::addRow(std::size_t at)
{
    const EntryMedia &one = m_media[at];
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(iconLabel(m_desk, iconOf(one), Colour::Text2));
    if (m_isWritten) {
        auto *title = new QLineEdit(one.title);
        title->setMaxLength(protocol::kMaxCode);
        title->setAccessibleName(tr("What people read"));
        connect(title, &QLineEdit::textEdited, this, [this, at](const QString &text) {
            if (text.trimmed().isEmpty())
                return; // it keeps the name that it had
            m_media[at].title = text.trimmed();
            emit changed();
        });
        layout->addWidget(title, 1);
    } else {
        auto *title = new ElidedLabel;
        title->setFullText(one.title);
        layout->addWidget(title, 1);
    }
    auto *size = new ElidedLabel;
    size->setObjectName(u"secondary"_s);
    layout->addWidget(size);
    if (one.isLink()) {
        size->setFullText(QUrl(one.url).host());
    } else {
        m_sizes.insert(one.file, size);
        showSize(one.file);
    }
    QPushButton *show = button(tr("Open"), "link");
    show->setAccessibleName(tr("Open %1").arg(one.title));
    connect(show, &QPushButton::clicked, this, [this, one] { open(one); });
    layout->addWidget(show);
    if (m_isWritten) {
        QToolButton *out = iconButton(m_desk, u"close"_s, tr("Take %1 out").arg(one.title));
        out->setProperty("flat", true);
        out->setFixedSize(m_desk.theme.px(24), m_desk.theme.px(24));
        connect(out, &QToolButton::clicked, this, [this, at] {
            m_media.erase(m_media.begin() + std::ptrdiff_t(at));
            refresh();
            m_tools->findChild<QPushButton *>()->setFocus(); // its own button is gone
            emit changed();
        });
        layout->addWidget(out);
    }
    m_rows->addWidget(row);
}

void MediaStrip::open(const EntryMedia &one)
{
    if (one.isLink()) {
        const QUrl url(one.url, QUrl::StrictMode);
        const bool isOfWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1; // somebody else wrote it
        if (!isOfWeb || !QDesktopServices::openUrl(url))
            emit failed(tr("No program on this PC opens it."));
        return;
    }
    m_opened = one.file;
    m_desk.bench.feed.fetchMedia(one);
}

void MediaStrip::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add to the entry"), {}, tr("Pictures, videos, recordings, PDF (%1)").arg(u"*.png *.jpg *.jpeg *.gif *.webp *.mp4 *.webm *.mp3 *.m4a *.ogg *.wav *.pdf"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, entry = m_entry](const QStringList &paths) {
        for (const QString &path : paths)
            if (m_entry == entry) // the files are for what they were chosen for
                addFile(path);
    });
    dialog->open();
}

void MediaStrip::addFile(const QString &path)
{
    if (!m_isWritten || std::ssize(m_media) >= protocol::kMostMedia)
        return;
    const QFileInfo about(path);
    const QString type = typeOf(path);
    if (type.isEmpty())
        return emit failed(tr("%1 is of a kind that a browser does not show. Use MP4, WebM, MP3, OGG, WAV, PNG, JPEG, GIF, WebP or PDF.").arg(about.fileName()));
    if (about.size() > protocol::kMaxFile)
        return emit failed(tr("%1 has %2; a file may have 20 MB.").arg(about.fileName(), Words::fileSize(about.size())));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return emit failed(tr("%1 cannot be read: %2").arg(about.fileName(), file.errorString()));
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty())
        return emit failed(tr("%1 is empty.").arg(about.fileName()));
    const EntryMedia media{FileId(makeUuid7(m_desk.bench.feed.serverNow())), about.completeBaseName().left(protocol::kMaxCode), type, bytes.size(), {}};
    m_media.push_back(media);
    m_sending.insert(m_desk.bench.feed.uploadMedia(m_entry, media, bytes), media);
    addRow(m_media.size() - 1);
    m_tools->setEnabled(std::ssize(m_media) < protocol::kMostMedia);
    emit changed();
}

void MediaStrip::askForLink()
{
    auto *dialog = new LinkDialog(m_desk, window());
    connect(dialog, &LinkDialog::entered, this, [this, entry = m_entry](const QString &address, const QString &title) {
        if (m_entry == entry)
            addLink(address, title);
    });
    dialog->open();
}

void MediaStrip::addLink(const QString &address, const QString &title)
{
    m_media.push_back({{}, title.isEmpty() ? QUrl(address).host() : title, {}, 0, address});
    refresh();
    emit changed();
}

QString MediaStrip::summary(const std::vector<EntryMedia> &media)
{
    const auto count = [&](auto is) { return int(std::ranges::count_if(media, is)); };
    const auto begins = [](QLatin1String kind) { return [kind](const EntryMedia &one) { return one.type.startsWith(kind); }; };
    const std::pair<QString, int> kinds[] = {{tr("Picture"), count(begins("image/"_L1))}, {tr("Video"), count(begins("video/"_L1))},
                                             {tr("Recording"), count(begins("audio/"_L1))}, {tr("PDF"), count(begins("application/pdf"_L1))},
                                             {tr("Link"), count(&EntryMedia::isLink)}};
    QStringList parts;
    for (const auto &[name, many] : kinds)
        if (many > 0)
            parts.append(many == 1 ? name : u"%1 %2"_s.arg(name).arg(many));
    return parts.join(u" · "_s);
}

} // namespace bangban::ui
