// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript_view.h"

#include "ui/error_words.h"
#include "ui/transcript_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QFileDialog>
#include <QImageReader>
#include <QMenu>
#include <QScrollBar>

namespace bangban::ui {

using client::Delivery, client::Feed, client::MessageView;

TranscriptView::TranscriptView(const Desk &desk, QWidget *parent)
    : QListView(parent), m_desk(desk), m_model(desk.bench.messages), m_delegate(new TranscriptDelegate(desk, this))
{
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Conversation"));
    // Rows change height with the width, and the end stays in sight when something is added to it.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        if (isAtEnd())
            QMetaObject::invokeMethod(this, &QListView::scrollToBottom, Qt::QueuedConnection);
    });
    // Whoever reads above and sends something goes on at the end.
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        const MessageView *view = last == m_model.rowCount() - 1 ? m_model.messageAt(last) : nullptr;
        if (view && view->mine && view->row.seq == 0)
            QMetaObject::invokeMethod(this, &QListView::scrollToBottom, Qt::QueuedConnection);
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TranscriptView::fetchPictures);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TranscriptView::fetchPictures);
    const Feed &feed = desk.bench.feed;
    connect(&feed, &Feed::fileProgress, this, [this](const FileId &file, qint64 done, qint64 total) {
        m_delegate->setProgress(file, total > 0 ? int(100 * done / total) : 0);
        viewport()->update();
    });
    connect(&feed, &Feed::fileReady, this, [this](const FileId &file, const QString &path) {
        m_delegate->setProgress(file, -1);
        viewport()->update();
        if (m_pictures.contains(file))
            showPicture(file, path);
        if (file == m_wanted)
            saveFile(path);
    });
    connect(&feed, &Feed::fileFailed, this, [this](const FileId &file, const Error &error) {
        m_delegate->setProgress(file, -1);
        viewport()->update();
        if (file == m_wanted) // a preview that fails leaves the file's line as it is
            emit failed(errorWords(error));
    });
}

void TranscriptView::setRequest(const RequestId &request)
{
    m_model.setRequest(request);
    m_wanted = {};
    fetchPictures();
    QMetaObject::invokeMethod(this, &QListView::scrollToBottom, Qt::QueuedConnection);
}

void TranscriptView::fetchPictures()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const MessageView *view = m_model.messageAt(row);
        if (!view || view->row.kind != domain::MessageKind::Image || view->row.seq == 0 || view->row.recalledAt
            || m_pictures.contains(view->row.file))
            continue;
        m_pictures.insert(view->row.file);
        m_desk.bench.feed.fetchFile(view->row.file);
    }
}

void TranscriptView::showPicture(const FileId &file, const QString &path)
{
    if (m_delegate->hasPicture(file))
        return;
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true); // the name came from outside
    reader.setAutoTransform(true);
    const QSize room = m_delegate->pictureRoom() * devicePixelRatioF();
    if (const QSize size = reader.size(); size.width() > room.width() || size.height() > room.height())
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    const QImage picture = reader.read();
    if (picture.isNull())
        return; // the file's line stays; it can still be saved
    const bool wasAtEnd = isAtEnd();
    m_delegate->setPicture(file, picture);
    scheduleDelayedItemsLayout();
    if (wasAtEnd)
        QMetaObject::invokeMethod(this, &QListView::scrollToBottom, Qt::QueuedConnection);
}

bool TranscriptView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - m_desk.theme.px(40);
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    const bool wasAtEnd = isAtEnd();
    m_delegate->setWidth(viewport()->width());
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
    if (wasAtEnd)
        QMetaObject::invokeMethod(this, &QListView::scrollToBottom, Qt::QueuedConnection);
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const bool isPress = index.isValid() && m_delegate->pressRect(visualRect(index), index).contains(event->pos());
    viewport()->setCursor(isPress ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid()
        && m_delegate->pressRect(visualRect(index), index).contains(event->pos()))
        press(index);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        press(index);
    else if (index.isValid() && event->key() == Qt::Key_Menu)
        openMenu(index, viewport()->mapToGlobal(visualRect(index).center()));
    else
        QListView::keyPressEvent(event);
}

void TranscriptView::press(const QModelIndex &index)
{
    const MessageView *view = m_model.messageAt(index.row());
    if (!view)
        return;
    if (view->delivery == Delivery::Failed) {
        m_desk.bench.feed.retry(view->command);
    } else if (!view->row.file.isEmpty() && !view->row.recalledAt) {
        m_wanted = view->row.file;
        m_wantedName = view->row.fileName.text;
        m_desk.bench.feed.fetchFile(view->row.file);
    }
}

void TranscriptView::saveFile(const QString &path)
{
    m_wanted = {};
    // Only the last part of a name that came from outside: it must not point into another folder.
    const QString name = QFileInfo(QString(m_wantedName).replace(QChar(u'\\'), QChar(u'/'))).fileName();
    auto *dialog = new QFileDialog(this, tr("Save file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path](const QString &target) {
        if (QFile::exists(target) && !QFile::remove(target))
            emit failed(tr("%1 cannot be replaced. Choose another name.").arg(target));
        else if (!QFile::copy(path, target))
            emit failed(tr("%1 cannot be written. Choose another folder.").arg(target));
    });
    dialog->open();
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid())
        openMenu(index, event->globalPos());
}

void TranscriptView::openMenu(const QModelIndex &index, const QPoint &at)
{
    const MessageView *found = m_model.messageAt(index.row());
    if (!found)
        return;
    const MessageView view = *found;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Feed &feed = m_desk.bench.feed;
    if (view.row.seq > 0 && !view.row.recalledAt)
        menu->addAction(tr("Quote"), this, [this, view] { emit quoteAsked(view.row.id, view.row.words.text); });
    if (!view.row.words.text.isEmpty())
        menu->addAction(tr("Copy text"), this,
                        [view] { QApplication::clipboard()->setText(view.row.words.text); });
    if (!view.row.file.isEmpty() && view.row.seq > 0)
        menu->addAction(tr("Save file…"), this, [this, index] { press(index); });
    const MessageView *last = m_model.recallable(feed.serverNow());
    if (last && last->row.id == view.row.id)
        menu->addAction(tr("Take back"), this, [&feed, view] { feed.recall(view.row.request, view.row.id); });
    if (view.delivery == Delivery::Failed) {
        menu->addAction(tr("Send again"), this, [&feed, view] { feed.retry(view.command); });
        menu->addAction(tr("Drop; the words come back as draft"), this, [&feed, view] { feed.discard(view.command); });
    }
    menu->popup(at);
}

} // namespace bangban::ui
