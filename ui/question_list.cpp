// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/question_list.h"

#include "core/base/mask.h"
#include "ui/table_file.h"
#include "ui/words.h"

#include <QMessageBox>

namespace bangban::ui {

using namespace Qt::StringLiterals;

QList<QStringList> QuestionList::table(const Desk &desk, Which which)
{
    const Instant now = desk.bench.feed.serverNow();
    QList<QStringList> rows{{tr("No."), tr("Question"), tr("Asked"), tr("Units"), tr("Items"), tr("First marked"), tr("Due"), tr("Days left"), tr("Seen to by"), tr("All wordings")}};
    for (const models::SameQuestion &same : models::sameQuestions(desk.bench.tasks.rows())) {
        QStringList units, items, wordings, people;
        const auto add = [](QStringList &to, const QString &one) {
            if (!one.isEmpty() && !to.contains(one))
                to.append(one);
        };
        for (const client::TaskRow &task : same) {
            add(units, desk.bench.unitName(task.unit));
            add(items, task.itemName);
            add(wordings, withoutNumbers(task.words.text.simplified()));
            add(people, task.takenByName);
        }
        if (which == Which::Agenda && units.size() < 2)
            continue;
        const client::TaskRow &first = *std::ranges::min_element(same, {}, &client::TaskRow::markedAt);
        const std::optional<Instant> due = same.front().dueAt;
        rows.append({QString::number(rows.size()), withoutNumbers(first.words.text.simplified()), QString::number(same.size()), units.join(u'、'), items.join(u'、'),
                     Words::moment(first.markedAt), due ? Words::moment(*due) : QString(), due ? QString::number(models::daysLeft(same.front(), now)) : QString(),
                     people.join(u'、'), wordings.join(u'\n')});
    }
    return rows;
}

void QuestionList::save(const Desk &desk, Which which, QWidget *window)
{
    const auto rows = table(desk, which);
    if (rows.size() < 2) {
        auto *box = new QMessageBox(QMessageBox::Information, {},
                                    which == Which::Agenda ? tr("No question waits at two units or more.") : tr("No question waits for an answer."),
                                    QMessageBox::Ok, window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        return box->open();
    }
    const QString name = (which == Which::Agenda ? tr("Cross-unit agenda %1") : tr("Unanswered questions %1")).arg(desk.bench.today()) + u".csv"_s;
    TableFile::save(name, rows, window);
}

} // namespace bangban::ui
