// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/replica.h"
#include "client/sync/row_changes.h"
#include "core/protocol/codec.h"

namespace bangban::client {

/// Keeps the replica in step with the server: asks from the cursors on, swaps snapshots in whole, applies batches
/// without a hole, asks again when there is one (architecture §2, 7–10).
class ScopeSync : public QObject {
    Q_OBJECT
public:
    explicit ScopeSync(QObject *parent = nullptr) : QObject(parent) {}

    /// \param replica  null between accounts; everything half received is forgotten
    void setReplica(Replica *replica);
    /// All that is on disk, for the first picture.
    [[nodiscard]] RowChanges heldRows();
    /// Says where each scope stands. Called after each sign-in.
    void resume();
    /// True if the frame was one of state (snapshot, batch, snapshot_required); false for others.
    /// \errors BadMessage: the connection is not worth keeping
    Result<bool> take(const protocol::Frame &frame);

signals:
    void resumeWanted(const bangban::protocol::Resume &resume);
    void rowsChanged(const bangban::client::RowChanges &changes);
    /// The record goes on in another epoch; the rows of this one are still in the replica.
    void epochEnded(const QString &scope, const QString &cursor);
    void cleared(); ///< rows were erased; what is left is in heldRows()
    void storeFailed(const bangban::Error &error);

private:
    void takeSnapshot(const protocol::Snapshot &piece);
    void swapIn(const QString &scope, const std::vector<protocol::Change> &rows, const QString &cursor);
    void takeBatch(const protocol::Batch &batch);
    void takeRequired(const protocol::SnapshotRequired &required);
    bool stored(const Result<void> &done);

    Replica *m_replica = nullptr;
    QHash<QString, HeldCursor> m_cursors;
    QHash<QString, std::vector<protocol::Change>> m_pieces; ///< of snapshots on their way
    bool m_asked = false; ///< a hole was met and resume sent; until its answer later batches are no news
};

} // namespace bangban::client
