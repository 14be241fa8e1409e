// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/sample_rows.h"
#include "tests/ui/desk_fixture.h"
#include "ui/controls.h"
#include "ui/entry_editor.h"
#include "ui/entry_list.h"
#include "ui/knowledge_page.h"
#include "ui/rail.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QtTest>

namespace bangban::tests {

/// A desk with the sample office's knowledge base, on its page.
struct KnowledgeFixture : DeskFixture {
    explicit KnowledgeFixture(const std::vector<domain::Role> &roles)
    {
        window->resize(1600, 900);
        window->show();
        signIn(domain::Presence::Busy);
        client::StaffRow me = feed.me();
        me.roles = roles;
        feed.putStaff(me);
        feed.loadKnowledge();
        settle();
        window->showPage(ui::Page::Knowledge);
        settle();
    }
    [[nodiscard]] ui::KnowledgePage *page() const { return window->findChild<ui::KnowledgePage *>(); }
    template<typename T>
    [[nodiscard]] T *named(const QString &accessibleName) const
    {
        const auto all = page()->findChildren<T *>();
        for (T *one : all)
            if (one->accessibleName() == accessibleName)
                return one;
        return nullptr;
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto all = page()->findChildren<QPushButton *>();
        for (QPushButton *one : all)
            if (one->text() == text && one->isVisible())
                return one;
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = page()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *one) {
            const auto *elided = qobject_cast<const ui::ElidedLabel *>(one);
            return one->isVisible() && (elided ? elided->fullText() : one->text()).contains(words);
        });
    }
    void press(const QString &text)
    {
        QPushButton *one = button(text);
        QVERIFY2(one && one->isEnabled(), qPrintable(text));
        one->click();
        settle();
    }
    void choose(int row)
    {
        QListWidget *list = page()->list()->list();
        list->setCurrentRow(row);
        emit list->itemActivated(list->item(row));
        settle();
    }
    client::EntryDraftRow draft(const QString &title, domain::EntryState state = domain::EntryState::Review) const
    {
        client::EntryDraftRow row;
        row.entry.id = EntryId(QStringLiteral("N1"));
        row.entry.unit = feed.me().unit;
        row.entry.title = title;
        row.entry.plain = QStringLiteral("当天办好。");
        row.entry.from = QStringLiteral("2026-11-01");
        row.entry.state = state;
        row.author = StaffId(QStringLiteral("SF044"));
        row.authorName = QStringLiteral("示例编写44");
        row.id = protocol::draftId(row.entry.id, row.author);
        row.savedAt = feed.serverNow();
        return row;
    }
    client::TaskRow task(domain::TaskKind kind, const QString &words, std::chrono::hours due) const
    {
        client::TaskRow row;
        row.id = TaskId(QStringLiteral("T-") + words);
        row.kind = kind;
        row.unit = feed.me().unit;
        row.item = ItemId(QStringLiteral("IT003"));
        row.itemName = QStringLiteral("企业法定代表人变更登记");
        row.words = {words};
        row.openedByName = QStringLiteral("示例坐席01");
        row.markedAt = feed.serverNow();
        row.dueAt = feed.serverNow() + due;
        return row;
    }
};

} // namespace bangban::tests
