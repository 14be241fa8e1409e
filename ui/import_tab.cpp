// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import_tab.h"

#include "core/domain/permissions.h"
#include "core/protocol/codec.h"
#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/words.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestImport = 900'000; ///< one command's text

} // namespace

ImportTab::ImportTab(const Desk &desk)
    : AdministrationTab(desk, tr("Calendar and imports")), m_kind(new ChoiceBox(desk, this)), m_years(label({}, "secondary", this)),
      m_file(label({}, "secondary", this)),
      m_report(new QPlainTextEdit(this)), m_dry(nullptr), m_real(nullptr)
{
    using P = domain::Permission;
    const std::tuple<QString, const char *, P> kinds[] = {{tr("Calendar: holidays of a year"), "calendar", P::ManageCatalogue},
                                                          {tr("Items"), "items", P::ManageCatalogue},
                                                          {tr("Organisation"), "org", P::ManageCatalogue},
                                                          {tr("Staff"), "staff", P::ManageAccounts},
                                                          {tr("Wrap-up codes"), "codes", P::ManageCatalogue},
                                                          {tr("Phrases"), "phrases", P::ManageCatalogue},
                                                          {tr("Canned phrases of the office and its units"), "canned", P::ManageCatalogue}};
    const auto roles = desk.bench.me().roles;
    for (const auto &[words, kind, needed] : kinds)
        if (domain::isGranted(roles, needed))
            m_kind->addItem(words, QString(QLatin1String(kind)));
    m_kind->setAccessibleName(tr("Kind of file"));
    takeSearchAway();
    static_cast<QHBoxLayout *>(m_layout->itemAt(0)->layout())->insertWidget(0, m_kind);
    connect(addButton(tr("Choose a file…")), &QPushButton::clicked, this, &ImportTab::choose);
    m_dry = addButton(tr("Dry run"), true);
    m_real = addButton(tr("Import"));
    connect(m_dry, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_real, &QPushButton::clicked, this, [this] { run(false); });
    m_years->setWordWrap(true);
    m_layout->addWidget(m_years);
    m_layout->addWidget(m_file);
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setAccessibleName(tr("Report"));
    m_layout->addWidget(m_report, 1);
    m_report->setPlaceholderText(tr("Choose a JSON file. The dry run says what would change and which rows are faulty; "
                                    "only then can it be imported."));
    m_file->setText(tr("No file chosen"));
    m_dry->setEnabled(false);
    m_real->setEnabled(false);
    connect(m_kind, &QComboBox::activated, this, [this] { m_real->setEnabled(false); });
    connect(&desk.bench.feed, &client::Feed::commandAnswered, this, &ImportTab::showReport);
    if (domain::isGranted(roles, P::ManageCatalogue))
        keepAsking([this] { m_desk.bench.feed.fetchCalendars(); });
    connect(&desk.bench.feed, &client::Feed::calendarsLoaded, this, &ImportTab::showYears);
}

void ImportTab::showYears(const QList<client::CalendarYear> &years)
{
    QStringList known, waiting;
    for (const client::CalendarYear &year : years)
        (year.off + year.working > 0 ? known : waiting).append(QString::number(year.year));
    QStringList words{known.isEmpty() ? tr("No holiday calendar is in: weekends and fixed holidays only.")
                                      : tr("Holiday calendars that are in: %1.").arg(known.join(tr(", ")))};
    if (!waiting.isEmpty())
        words.append(tr("The notice for %1 is not out yet.").arg(waiting.join(tr(", "))));
    const QString next = QString::number(m_desk.bench.today().left(4).toInt() + 1);
    if (!known.contains(next) && m_desk.bench.today().mid(5) >= "12-01"_L1)
        words.append(tr("Import %1 before the year ends.").arg(next));
    m_years->setText(words.join(u'\n'));
}

void ImportTab::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"), {}, tr("JSON files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (file.size() > kLargestImport || !file.open(QIODevice::ReadOnly))
            m_file->setText(tr("%1 cannot be read or is larger than 900 kB. Choose another file.").arg(path));
        else
            setContent(QFileInfo(path).fileName(), QString::fromUtf8(file.readAll()));
    });
    dialog->open();
}

void ImportTab::setContent(const QString &name, const QString &content)
{
    m_content = content;
    m_file->setText(tr("%1, %2").arg(name, Words::fileSize(content.size())));
    m_report->clear();
    m_dry->setEnabled(true);
    m_real->setEnabled(false);
}

void ImportTab::run(bool dryRun)
{
    m_wasDry = dryRun;
    m_dry->setEnabled(false);
    m_real->setEnabled(false);
    m_report->setPlainText(tr("Running…"));
    m_command = m_desk.bench.feed.runImport(m_kind->currentData().toString(), m_content, dryRun);
}

QString ImportTab::faultWords(const QJsonValue &fault)
{
    const QString problem = fault["problem"_L1].toString();
    const QString what = problem == "missing"_L1 ? tr("is missing")
        : problem == "no_day"_L1                 ? tr("is no day like 2026-10-01")
        : problem == "not_found"_L1              ? tr("names something that is not there")
        : problem == "forbidden"_L1              ? tr("holds what may not be said")
        : problem == "newer"_L1                  ? tr("is older than what stands here")
        : problem == "unknown"_L1                ? tr("has a value that is not known")
                                                 : tr("cannot be read");
    const QString value = fault["value"_L1].toString();
    const int row = fault["row"_L1].toInt(); // none: it is about the file
    const QString where = row > 0 ? tr("%1, entry %2").arg(fault["list"_L1].toString()).arg(row) : tr("The file");
    return tr("%1: “%2” %3").arg(where, fault["field"_L1].toString(), what)
        + (value.isEmpty() ? QString() : tr(" (it says “%1”)").arg(value));
}

void ImportTab::showReport(const client::CommandAnswer &answer)
{
    if (answer.command != m_command)
        return;
    m_command = {};
    m_dry->setEnabled(true);
    if (answer.error) {
        m_report->setPlainText(errorWords(*answer.error));
        return;
    }
    QStringList errors;
    for (const QJsonValue &one : answer.data["errors"_L1].toArray())
        errors.append(faultWords(one));
    QStringList lines{m_wasDry ? tr("Dry run: nothing was changed.") : tr("Import."),
                      tr("New: %1 · changed: %2 · the same: %3")
                          .arg(answer.data["added"_L1].toInt())
                          .arg(answer.data["changed"_L1].toInt())
                          .arg(answer.data["unchanged"_L1].toInt())};
    if (errors.isEmpty())
        lines.append(m_wasDry ? tr("No faulty rows; it can be imported.") : tr("Done."));
    else
        lines.append(tr("Faulty rows, mend them and choose the file again:"));
    m_report->setPlainText((lines + errors).join(u'\n'));
    m_real->setEnabled(m_wasDry && errors.isEmpty());
    if (!m_wasDry)
        askAgain();
}

} // namespace bangban::ui
