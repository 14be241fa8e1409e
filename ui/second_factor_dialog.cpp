// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/second_factor_dialog.h"

#include "ui/controls.h"

#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <qrencode.h>

#include <memory>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kQuietZone = 4; ///< modules of white around a QR code (ISO/IEC 18004)

/// Black on white whatever the theme: cameras want it so. Empty if the text does not fit.
QImage qrCode(const QString &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return {};
    QImage image(code->width + 2 * kQuietZone, code->width + 2 * kQuietZone, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                image.scanLine(y + kQuietZone)[x + kQuietZone] = 0;
    return image;
}

/// "ABCD EFGH …": read over to a phone in fours.
QString inFours(QString secret)
{
    for (qsizetype at = 4; at < secret.size(); at += 5)
        secret.insert(at, u' ');
    return secret;
}

} // namespace

SecondFactorDialog::SecondFactorDialog(const Desk &desk, const QString &secret, const QString &uri, QWidget *parent)
    : DialogFrame(desk, tr("Second factor"), tr("Sign in"), parent), m_code(new QLineEdit(this))
{
    QLabel *words = label(secret.isEmpty()
                              ? tr("Type the six digits that your authenticator shows for this office.")
                              : tr("Your office asks for a second factor. Scan the picture with an authenticator on your phone, "
                                   "or type the key into it; then type the six digits it shows."),
                          "plain", this);
    words->setWordWrap(true);
    body()->addWidget(words);
    if (!secret.isEmpty()) {
        const int side = desk.theme.px(220);
        auto *picture = new QLabel(this);
        picture->setPixmap(QPixmap::fromImage(qrCode(uri).scaled(side, side, Qt::KeepAspectRatio, Qt::FastTransformation)));
        picture->setAlignment(Qt::AlignHCenter);
        picture->setMinimumHeight(side);
        picture->setAccessibleName(tr("Picture to scan"));
        body()->addWidget(picture);
        QLabel *key = label(inFours(secret), "bold", this);
        key->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        key->setAlignment(Qt::AlignHCenter);
        key->setAccessibleName(tr("Key to type"));
        body()->addWidget(key);
    }
    m_code->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,6}"_s), this));
    m_code->setPlaceholderText(tr("Six digits"));
    m_code->setAccessibleName(tr("Code of the authenticator"));
    m_code->setAlignment(Qt::AlignHCenter);
    m_code->setProperty("tall", true);
    body()->addWidget(m_code);
    connect(m_code, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.size() == 6)
            confirm();
    });
    connect(&desk.bench, &models::Workbench::signedIn, this, &QDialog::accept);
    m_code->setFocus();
    resize(desk.theme.px(420), sizeHint().height());
}

void SecondFactorDialog::confirm()
{
    if (m_code->text().size() != 6)
        return showError(tr("The code has six digits."));
    showError({});
    emit codeEntered(m_code->text());
}

void SecondFactorDialog::showWrong()
{
    showError(tr("The code is not good. Each one is good once and for half a minute: wait for the next. If it stays, check the "
                 "phone's clock."));
    m_code->clear();
    m_code->setFocus();
}

} // namespace bangban::ui
