// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workbench.h"
#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/preferences.h"
#include "ui/theme.h"

namespace bangban::ui {

/// What every page needs; owned by the window and outliving its pages.
struct Desk {
    models::Workbench &bench;
    Theme &theme;
    Icons &icons;
    ActionTable &actions;
    Preferences &preferences;
};

} // namespace bangban::ui
