// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_rows.h"
#include "tests/ui/pictures.h"
#include "ui/canned_dialog.h"
#include "ui/entry_import_dialog.h"
#include "ui/hot_dialog.h"
#include "ui/inspection_dialog.h"
#include "ui/link_dialog.h"
#include "ui/policy_dialog.h"
#include "ui/proposal_dialog.h"
#include "ui/rates_dialog.h"

namespace bangban::tests {

namespace {

/// A round of eight, three of which were read.
void putRound(DeskFixture &fixture)
{
    client::InspectionRow round;
    round.id = InspectionId(u"round1"_s);
    round.unit = fixture.feed.me().unit;
    round.openedByName = u"示例审核45"_s;
    round.openedAt = fixture.feed.serverNow() - 3h;
    round.outOf = 312;
    for (const client::EntryRow &row : sampleEntries())
        if (row.unit == round.unit && round.entries.size() < 8)
            round.entries.push_back({row.id, row.version, row.title, {}, {}, {}, {}, {}, {}, {}});
    const auto read = [&](std::size_t at, domain::InspectionState state, std::vector<domain::InspectionFault> faults, const QString &note) {
        if (at < round.entries.size()) {
            round.entries[at].state = state;
            round.entries[at].faults = std::move(faults);
            round.entries[at].note = {note};
            round.entries[at].byName = u"示例试用46"_s;
            round.entries[at].at = fixture.feed.serverNow() - 1h;
        }
    };
    read(0, domain::InspectionState::Passed, {}, {});
    read(1, domain::InspectionState::Faulty, {domain::InspectionFault::Outdated}, u"依据的通知已被新规替代。"_s);
    read(2, domain::InspectionState::Passed, {}, {});
    fixture.feed.putInspection(round);
    fixture.settle();
}

} // namespace

void takeKnowledgeDialogs(DeskFixture &fixture, const Look &look)
{
    const NodeId unit = fixture.feed.me().unit;
    const auto asked = [&](int n, const QString &words, bool marked) {
        return protocol::GapRow{RequestId(u"gap%1"_s.arg(n)), unit, u"企业法定代表人变更登记"_s, words, marked, fixture.feed.serverNow() - std::chrono::hours(5 * n)};
    };
    fixture.feed.rates.rows = {{unit, u"2026-11-02"_s, 31, 24, 15, 12, 17, 1}, {unit, u"2026-11-09"_s, 40, 36, 27, 9, 31, 0},
                               {unit, u"2026-11-16"_s, 38, 35, 29, 8, 33, 2}, {unit, u"2026-11-23"_s, 12, 11, 10, 2, 11, 0}};
    fixture.feed.rates.gaps = {asked(1, u"法定代表人在国外，可以请人代签吗？"_s, true), asked(2, u"变更后公章要不要重新刻？"_s, false)};
    fixture.feed.rates.assistant = {{u"2026-11-16"_s, 212, 61, 70, 95}, {u"2026-11-23"_s, 58, 12, 21, 30}};
    const std::vector<RequestId> nine(9, RequestId(u"r"_s));
    fixture.feed.hot = {u"2026-11-25"_s, 143, {{unit, u"企业法定代表人变更登记"_s, u"变更法定代表人，原法人不配合签字怎么办？"_s, 23, nine},
                                               {unit, u"企业法定代表人变更登记"_s, u"电子营业执照换法人后还能用吗？"_s, 11, {RequestId(u"r1"_s)}},
                                               {unit, u"食品经营许可"_s, u"书店里卖咖啡要办哪张许可证"_s, 4, {}}}};
    const auto &desk = fixture.window->desk();
    auto *importing = new ui::EntryImportDialog(desk, fixture.window.get());
    importing->load(u"2026年11月口径.csv"_s, "问题,大白话,施行日,备注\n变更法定代表人，原法人不配合签字怎么办？,由新的法定代表人签字。,2026-12-01,\n公司增资要改章程吗？,要改，请带章程修正案。,,x\n"
                                                "公司减资要公告吗？,要在公示系统公告 45 天。,明年,\n歇业备案要几天？,,,\n");
    client::StaffRow inspector = fixture.feed.me();
    inspector.roles.push_back(domain::Role::KbReviewer);
    fixture.feed.putStaff(inspector);
    putRound(fixture);
    const std::pair<QDialog *, QString> dialogs[] = {
        {new ui::PolicyDialog(desk, fixture.window.get()), u"policy"_s}, {new ui::RatesDialog(desk, fixture.window.get()), u"rates"_s},
        {new ui::InspectionDialog(desk, fixture.window.get()), u"inspection"_s}, {new ui::HotDialog(desk, fixture.window.get()), u"hot-questions"_s}, {new ui::LinkDialog(desk, fixture.window.get()), u"add-link"_s},
        {importing, u"import-entries"_s}, {new ui::CannedDialog(desk, {}, fixture.window.get()), u"canned-phrase"_s},
        {new ui::ProposalDialog(desk, *desk.bench.requests.find(RequestId(u"mine1"_s)), fixture.window.get()), u"proposal"_s}};
    for (const auto &[dialog, page] : dialogs) {
        dialog->open();
        QCOMPARE(dialogOf(fixture), dialog);
        QVERIFY2(dialog->height() <= fixture.window->height() && dialog->width() <= fixture.window->width(), qPrintable(page + u" is larger than the screen"));
        save(grab(fixture, {dialog}), page, look);
        dialog->reject();
        fixture.settle();
    }
}

} // namespace bangban::tests
