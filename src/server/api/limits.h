// SPDX-License-Identifier: GPL-3.0-or-later
// How often who may ask what. Wide for everybody who is known; by address only before that, and wide there too: many
// homes share one. A call for help is never held back.
#pragma once

#include "server/api/request.h"

struct limits *limits_new(int requests_per_second);
void limits_free(struct limits *limits);
// false: it has been answered with 429. `limits_asks` by the credential, or the address when nobody is known;
// `limits_signs_in` for each attempt with a password, by the name and by the address whatever the name;
// `limits_opens_link` for each with a personal link.
bool limits_asks(struct request *request);
bool limits_signs_in(struct request *request, const char *name);
bool limits_opens_link(struct request *request);
// For each call that is made; one for help is let through.
bool limits_calls(struct request *request, bool is_help);
