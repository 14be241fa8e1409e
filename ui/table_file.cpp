// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table_file.h"

#include "core/base/csv.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

namespace bangban::ui {

using namespace Qt::StringLiterals;

void TableFile::save(const QString &name, const QList<QStringList> &rows, QWidget *window)
{
    auto *dialog = new QFileDialog(window, tr("Save as a list"), name, u"CSV (*.csv)"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [window, csv = toCsv(rows)](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit())
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, {}, tr("The list could not be saved: %1").arg(file.errorString()), QMessageBox::Ok, window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

} // namespace bangban::ui
