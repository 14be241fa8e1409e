// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

namespace bangban::ui {

enum class Tone { Offer, Message, NearlyDue };

/// Short tones, made here and played by the sound server's own player; each fact has its own. Without a player the
/// system's bell rings. An offer's tone comes again every 10 s until stopped.
class Chime : public QObject {
    Q_OBJECT
public:
    explicit Chime(QObject *parent = nullptr);
    void setVolume(int percent); ///< 0 is off
    void play(Tone tone);
    void repeat(Tone tone); ///< now and every 10 s
    void stop();
    [[nodiscard]] bool isRepeating() const { return m_again.isActive(); }

    /// The tone as a WAV file, 16 bit mono.
    static QByteArray wave(Tone tone, int percent);

private:
    QTemporaryDir m_dir;
    QTimer m_again;
    Tone m_tone = Tone::Offer;
    int m_volume = 70;
};

} // namespace bangban::ui
