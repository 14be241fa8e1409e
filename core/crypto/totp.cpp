// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/totp.h"

#include "core/crypto/secrets.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace bangban::crypto {

QString totp(const QByteArray &secret, qint64 step)
{
    QByteArray counter(8, Qt::Uninitialized);
    qToBigEndian(step, counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const quint32 value = qFromBigEndian<quint32>(mac.constData() + (mac.back() & 0x0f)) & 0x7fffffff;
    return QString::number(value % 1'000'000).rightJustified(6, QLatin1Char('0'));
}

std::optional<qint64> totpStep(const QByteArray &secret, const QString &code, Instant now, qint64 usedStep)
{
    const qint64 present = toMs(now) / 1000 / kTotpStep.count();
    for (const qint64 step : {present, present - 1, present + 1})
        if (step > usedStep && isEqual(totp(secret, step).toLatin1(), code.trimmed().toLatin1()))
            return step;
    return std::nullopt;
}

QString toBase32(const QByteArray &bytes)
{
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | quint8(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(kLetters[(buffer >> (bits - 5)) & 31]);
    }
    if (bits > 0)
        text += QLatin1Char(kLetters[(buffer << (5 - bits)) & 31]);
    return text;
}

} // namespace bangban::crypto
