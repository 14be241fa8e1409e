// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/protocol/fields.h"

#include <array>

/// What of the knowledge base travels inside a conversation. \source duties 44 and 67
namespace bangban::protocol {

inline constexpr int kMostMedia = 12;       ///< of one entry
inline constexpr int kMaxLink = 1'000;      ///< characters of an address
/// What an entry may show or play: what the browsers of citizens play without more.
inline constexpr std::array kMediaTypes{
    QLatin1String("image/png"), QLatin1String("image/jpeg"), QLatin1String("image/gif"), QLatin1String("image/webp"), QLatin1String("video/mp4"),
    QLatin1String("video/webm"), QLatin1String("audio/mpeg"), QLatin1String("audio/mp4"), QLatin1String("audio/ogg"), QLatin1String("audio/wav"),
    QLatin1String("application/pdf")};

/// An answer of the knowledge base that a message gives: who was told the old words when it changes is known by it (duty 44).
struct EntryCite {
    EntryId entry;
    int version = 1;

    friend bool operator==(const EntryCite &, const EntryCite &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        v("entry", &EntryCite::entry, kRequired);
        v("version", &EntryCite::version, kRequired);
    }
};

/// Beside the words of an entry: a picture guide, a video, a recording or a document that was sent to the server for it; or a link.
struct EntryMedia {
    FileId file;   ///< empty for a link
    QString title; ///< as people read it
    QString type;  ///< media type, one of kMediaTypes; empty for a link
    qint64 size = 0;
    QString url;   ///< of a link: https or http

    [[nodiscard]] bool isLink() const { return file.isEmpty(); }
    friend bool operator==(const EntryMedia &, const EntryMedia &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using M = EntryMedia;
        v("file", &M::file);
        v("title", &M::title, kRequired);
        v("type", &M::type);
        v("size", &M::size);
        v("url", &M::url, optionalUpTo(kMaxLink));
    }
};

/// What a message shows around the words of an entry that was sent as a card.
struct EntryCard {
    QString title;
    QString unit; ///< that answers for it, by name
    QString from; ///< first day in force, "2026-11-23"
    QString sourceTitle;
    std::vector<EntryMedia> media;

    friend bool operator==(const EntryCard &, const EntryCard &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using C = EntryCard;
        v("title", &C::title, kRequired);
        v("unit", &C::unit);
        v("from", &C::from);
        v("source_title", &C::sourceTitle);
        v("media", &C::media, optionalUpTo(kMostMedia));
    }
};

} // namespace bangban::protocol
