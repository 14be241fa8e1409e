// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration_tabs.h"

class QPlainTextEdit;

namespace bangban::ui {

/// What comes as a file: a dry run says what would change, and only then can it be imported.
class ImportTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit ImportTab(const Desk &desk);
    void setContent(const QString &name, const QString &content);

private:
    void showYears(const QList<client::CalendarYear> &years);
    void choose();
    void run(bool dryRun);
    void showReport(const client::CommandAnswer &answer);
    [[nodiscard]] static QString faultWords(const QJsonValue &fault);

    QComboBox *m_kind;
    QLabel *m_years;
    QLabel *m_file;
    QPlainTextEdit *m_report;
    QPushButton *m_dry;
    QPushButton *m_real;
    QString m_content;
    CommandId m_command;
    bool m_wasDry = true;
};

} // namespace bangban::ui
