// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of calls for help as they are kept: only added, each sealed with those before it. Thread: the db's.
#pragma once

#include "protocol/help.h"
#include "server/store/db.h"

void help_steps_load(struct db *db, struct help *help);
// Behind the others, in the data and in `help`.
void help_step_write_down(struct db *db, struct help *help, const struct help_step *step);
// All of them, as they are exported: an array of help_step_write with "seal". `*intact`: none was changed since.
json_t *help_steps_list(struct db *db, const char *help_id, bool *intact);
// Whether the call has such a step already, by that way and of that person.
bool help_steps_have(const struct help *help, enum help_step_kind kind, const char *way, const char *who);
// The call to which the press with this id belongs; false: none.
bool help_steps_find_press(struct db *db, const char *press, char help_id[UUID_SIZE]);
