// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chime.h"

#include <QApplication>
#include <QDataStream>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <cmath>
#include <numbers>

namespace bangban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRate = 22'050;
constexpr std::chrono::seconds kAgainAfter{10};

struct Note {
    double hertz;
    double seconds;
};

std::vector<Note> notesOf(Tone tone)
{
    switch (tone) {
    case Tone::Offer:
        return {{659, 0.14}, {880, 0.22}};
    case Tone::Message:
        return {{784, 0.10}};
    case Tone::NearlyDue:
        return {{988, 0.09}, {0, 0.05}, {988, 0.09}};
    }
    return {};
}

} // namespace

Chime::Chime(QObject *parent) : QObject(parent)
{
    m_again.setInterval(kAgainAfter);
    connect(&m_again, &QTimer::timeout, this, [this] { play(m_tone); });
}

QByteArray Chime::wave(Tone tone, int percent)
{
    QByteArray samples;
    QDataStream out(&samples, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    for (const Note &note : notesOf(tone)) {
        const int count = int(note.seconds * kRate);
        for (int i = 0; i < count; ++i) { // rises and falls softly, so that it does not click
            const double envelope = std::sin(std::numbers::pi * i / count);
            const double value = note.hertz > 0 ? std::sin(2 * std::numbers::pi * note.hertz * i / kRate) : 0;
            out << qint16(value * envelope * 0.6 * 32'767 * percent / 100);
        }
    }
    QByteArray file;
    QDataStream head(&file, QIODevice::WriteOnly);
    head.setByteOrder(QDataStream::LittleEndian);
    head.writeRawData("RIFF", 4);
    head << quint32(36 + samples.size());
    head.writeRawData("WAVEfmt ", 8);
    head << quint32(16) << quint16(1) << quint16(1) << quint32(kRate) << quint32(kRate * 2) << quint16(2) << quint16(16);
    head.writeRawData("data", 4);
    head << quint32(samples.size());
    return file + samples;
}

void Chime::setVolume(int percent)
{
    m_volume = qBound(0, percent, 100);
}

void Chime::play(Tone tone)
{
    if (m_volume == 0)
        return;
    for (const QString &player : {u"pw-play"_s, u"paplay"_s, u"aplay"_s}) {
        const QString program = QStandardPaths::findExecutable(player);
        if (program.isEmpty())
            continue;
        const QString path = m_dir.filePath(u"%1-%2.wav"_s.arg(int(tone)).arg(m_volume));
        QFile file(path);
        if (!file.exists() && file.open(QIODevice::WriteOnly)) {
            file.write(wave(tone, m_volume));
            file.close();
        }
        if (QProcess::startDetached(program, {path}))
            return;
    }
    QApplication::beep();
}

void Chime::repeat(Tone tone)
{
    m_tone = tone;
    play(tone);
    m_again.start();
}

void Chime::stop()
{
    m_again.stop();
}

} // namespace bangban::ui
