// SPDX-License-Identifier: GPL-3.0-or-later
// Between the store's texts and the model's structs.
#pragma once

#include "kiosk/app/app.h"

// The settings as they were kept, over those of the options.
struct kept_settings persistence_read_settings(struct app *app);
void persistence_write_settings(struct app *app, const struct kept_settings *settings);

// Gives the model and the link what the disk still has: the community, orders and the like, messages without an
// answer.
void persistence_restore(struct app *app);

// Before a message leaves: true when it is on the disk.
bool persistence_message(struct app *app, const struct message *message, const char *json, struct fault *fault);
// What a letter brings, before the model hears of it.
void persistence_letter(struct app *app, const struct letter *letter);
