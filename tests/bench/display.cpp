// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/display.h"

#include <QtEndian>

namespace bangban::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 1366;
constexpr int kHeight = 768;
constexpr int kStep = 16; ///< one point in so many each way is looked at
} // namespace

Display::Display()
{
    m_server.setStandardErrorFile(QProcess::nullDevice());
    startBound(m_server, u"Xvfb"_s,
               {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"%1x%2x24"_s.arg(kWidth).arg(kHeight), u"-fbdir"_s, m_folder.path(), u"-nolisten"_s, u"tcp"_s});
    if (!m_server.waitForReadyRead(20'000))
        qFatal("Xvfb does not start");
    m_name = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    // An xwd file: big-endian words, of which the first is the header's size, the 13th the bytes of a line, the 20th
    // the colours (12 bytes each) between header and pixels.
    m_screen.setFileName(m_folder.filePath(u"Xvfb_screen0"_s));
    const uchar *file = m_screen.open(QIODevice::ReadOnly) ? m_screen.map(0, m_screen.size()) : nullptr;
    if (!file)
        qFatal("no frame buffer: %s", qPrintable(m_screen.errorString()));
    const auto word = [file](int i) { return qFromBigEndian<quint32>(file + i * 4); };
    m_stride = word(12);
    m_pixels = file + word(0) + word(19) * 12;
    if (m_pixels - file + qint64(m_stride) * kHeight > m_screen.size())
        qFatal("the frame buffer is not as expected");
}

Display::~Display()
{
    m_server.terminate();
    if (!m_server.waitForFinished(10'000))
        m_server.kill();
}

QProcessEnvironment Display::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_name);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    return environment;
}

bool Display::isPainted() const
{
    int looked = 0;
    int painted = 0;
    for (int y = kStep / 2; y < kHeight; y += kStep)
        for (int x = kStep / 2; x < kWidth; x += kStep) {
            const uchar *pixel = m_pixels + qint64(y) * m_stride + x * 4;
            ++looked;
            painted += (pixel[0] | pixel[1] | pixel[2]) != 0;
        }
    return painted > looked / 2;
}

} // namespace bangban::bench
