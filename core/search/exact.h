// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/index.h"

#include <map>
#include <unordered_map>

namespace bangban::search {

/// What a question named so that nothing needs to be ranked.
enum class ExactKind {
    Name,     ///< a title, an alias or a name, whole; a document or an article that the title names
    Code,     ///< of an item, or its beginning
    Document, ///< 沪府办发〔2022〕21号, in any bracket and width
    Article,  ///< 某法第N条
    Number,   ///< of a telephone
};

struct ExactHit {
    QString id;
    ExactKind kind = ExactKind::Name;
};

/// Looks up what people name exactly. A title, an alias, a name or a code names its entry; a document, an article or a number names
/// every entry that cites it. Not for several threads at once. \source kb-search §6.6
class Exact {
public:
    /// The entry is new; one that changed is removed first, as it was.
    void put(const Entry &entry);
    void remove(const Entry &entry);

    /// In the order of ExactKind, by id within one; each entry once. Of a code that is only begun the first 500 are looked at.
    [[nodiscard]] std::vector<ExactHit> find(QStringView question, int limit) const;

private:
    using Key = std::pair<ExactKind, quint64>; ///< a hash of the folded name; two names with one hash would be one
    struct Hash {
        std::size_t operator()(const Key &key) const { return std::size_t(key.second) ^ std::size_t(key.first); }
    };
    std::unordered_multimap<Key, QString, Hash> m_ids;
    std::multimap<QString, QString> m_codes; ///< folded code to id, for beginnings
};

/// Documents that are named in a folded text: "沪府办发〔2022〕21号" as 沪府办发/2022/21. Other brackets, or none, are the same.
QStringList documentsIn(const QString &folded);
/// Articles that are named in a folded text: "《劳动合同法》第三十九条" as 劳动合同法/39; the long name of the republic is left out.
QStringList articlesIn(const QString &folded);
/// Numbers as they are dialled, without the area: of 5 to 8 digits, of a mobile telephone, of 400 and 800; sums and years are none.
QStringList numbersIn(const QString &folded);

} // namespace bangban::search
