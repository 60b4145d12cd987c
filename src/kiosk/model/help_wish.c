// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help as wishes: their own screen tells how they fare.
#include "kiosk/model/help_call.h"
#include "kiosk/model/wish_kinds.h"

static void put(struct model *model, const struct record *record, struct requests *out)
{
  help_call_state(model, &record->is.help, out);
}

const struct wish_kind help_wish = {.reached = help_call_reached, .found = help_call_found};
const struct record_area help_area = {.kept = true, .put = put};
