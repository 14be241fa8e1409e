// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link_dialog.h"

#include <QLineEdit>
#include <QUrl>

namespace bangban::ui {

using namespace Qt::StringLiterals;

LinkDialog::LinkDialog(const Desk &desk, QWidget *parent)
    : DialogFrame(desk, tr("Add a link"), tr("Add"), parent), m_address(new QLineEdit), m_title(new QLineEdit)
{
    m_address->setPlaceholderText(u"https://zwdt.sh.gov.cn/…"_s);
    m_title->setMaxLength(protocol::kMaxCode);
    m_title->setPlaceholderText(tr("Service guide"));
    addField(tr("Address"), m_address);
    addField(tr("What people read"), m_title);
    resize(desk.theme.px(480), sizeHint().height());
}

void LinkDialog::confirm()
{
    const QUrl url(m_address->text().trimmed(), QUrl::StrictMode);
    const bool isOfWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isOfWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return showError(tr("Write the whole address, with https:// before it."));
    const QString address = url.toString(QUrl::FullyEncoded);
    if (address.size() > protocol::kMaxLink)
        return showError(tr("The address is too long: %1 characters, %2 at most.").arg(address.size()).arg(protocol::kMaxLink));
    emit entered(address, m_title->text().simplified());
    accept();
}

} // namespace bangban::ui
