// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/routing.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace bangban;
using namespace bangban::domain;
using namespace bangban::tests;

namespace {

Router makeRouter()
{
    const auto documents = [] {
        std::vector<RoutingDocument> list(3);
        list[0] = {ItemId(QStringLiteral("I1")), NodeId(QStringLiteral("D01")), QStringLiteral("公司增资变更登记"), QStringLiteral("登记"),
                   QStringLiteral("企业注册资本增加"), {}, {QStringLiteral("增资"), QStringLiteral("𠮷野家𠮷")}, {QStringLiteral("怎么增资?")}, {}, {}};
        list[1] = {ItemId(QStringLiteral("I2")), NodeId(QStringLiteral("D02")), QStringLiteral("Social card 社保卡 补换"), {}, {}, {},
                   {QStringLiteral("社保卡😀"), QStringLiteral("A1")}, {}, {QStringLiteral("带身份证")}, {QStringLiteral("身份证")}};
        list[2].questions = {QStringLiteral("天气怎么样")};
        return list;
    }();
    return Router(documents, {{QStringLiteral("老板"), {QStringLiteral("法定代表人")}}});
}

} // namespace

/// Routing by what a citizen wrote, and the reader of synonyms behind a first byte of 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes = bytesOf(data, size);
    if (bytes.startsWith('\0')) {
        if (const auto synonyms = synonymsFromJson(bytes.mid(1)))
            (void)Router({}, *synonyms).route(QStringLiteral("老板要增资"));
        return 0;
    }
    static const Router router = makeRouter();
    // UTF-16 as a page may send it: halves of letters too.
    const bool isWide = bytes.startsWith('\x01');
    const QString text = isWide ? QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2) : QString::fromUtf8(bytes);
    const RouteGuess guess = router.route(text);
    hold(std::isfinite(guess.score) && std::isfinite(guess.margin), "a score is a number");
    hold(guess.score >= 0 && guess.score <= 1.0001 && guess.margin >= 0 && guess.margin <= 1.0001, "and lies between 0 and 1");
    hold(guess.matchedWords.size() <= 8 && guess.best.size() <= 5, "the reasons are few");
    for (const QString &word : guess.matchedWords) {
        hold(word.isValidUtf16(), "the words shown hold no half of a letter");
        hold(!word.contains(QChar(0)), "and no NUL");
    }
    return 0;
}
