// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clock_state.h"
#include "ui/theme.h"

class QPainter;
class QStyleOptionViewItem;

namespace bangban::ui {

/// Draws a clock in its shape: circle, rounded square, octagon, solid octagon, tick, hands or bars. Used by rows,
/// header and offer card alike. \source shared drawing 05b: shapes differ, so colour is never alone
/// \param colourOfArc  the offer's own ring is drawn in the accent; leave invalid for the face's own
void paintRing(QPainter &painter, const QRectF &rect, const models::ClockState &state, const Theme &theme,
               const QString &figure, const QColor &colourOfArc = {});

/// The ground of a row of a list: softly filled with a bar on the left if it is selected, and the line below it.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme);

/// A chip: P1 filled with the text colour, P2 outlined; materials' 免交 softly filled, "depends" dashed.
enum class ChipLook { Filled, Outlined, Accent, Dashed, Amber };
/// \return the width used
int paintChip(QPainter &painter, QPointF topLeft, const QString &text, ChipLook look, const Theme &theme);
int chipWidth(const QString &text, const Theme &theme);
int chipHeight(const Theme &theme);
/// The chip of a class: filled for the first, outlined for the second.
inline ChipLook chipOfPriority(int priority) { return priority == 1 ? ChipLook::Filled : ChipLook::Outlined; }

} // namespace bangban::ui
