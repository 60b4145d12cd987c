// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a service: which, when, confirm; back again to take it back, and how it was.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row visiting_intents[];

// The one that is being asked for; NULL: none, or it is not offered any more.
const struct service *visiting_service(const struct model *model);
// Whether what stands on the screen is about a service that is nobody else's business.
bool visiting_is_private(const struct model *model);

void visiting_person_leaves(struct model *model, struct requests *out);
// What is offered may have changed under the wish that is being made.
void visiting_check(struct model *model, struct requests *out);
void visiting_free(struct model *model);
