// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace bangban::search {

/// An answer, and what it answers.
struct Statement {
    QString id;
    QString question;
    QString answer;
};

/// Two answers to one question that give a person other figures. Whether both can be right is for people to say.
struct Contradiction {
    QString one;   ///< id
    QString other; ///< id
    QString here;  ///< what the one says: "3个工作日"
    QString there; ///< and the other
};

/// Among answers about one item, those that have no time, fee, share or count of a kind in common although their questions ask the same
/// (cluster(), by their words) or the words around the figures are alike. An answer that gives many figures of a kind is left out: it
/// tells cases apart. Words without figures are not compared. The first ones first.
/// \source duty 137; measured on the sample office's drill: of six pairs that contradict each other it finds the two that name other times,
/// not the two that share one rate of two, nor the two in words alone; and nothing else among its 159 entries
std::vector<Contradiction> contradictions(const std::vector<Statement> &statements);

} // namespace bangban::search
