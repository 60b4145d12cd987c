// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon put together: data, writer, hub, routes, HTTP.
#pragma once

#include "server/app/settings.h"

struct app;

// Everything stands when it returns: the port is open, the data are of the newest schema. NULL and a fault otherwise.
struct app *app_start(const struct settings *settings, struct fault *fault);
int app_port(const struct app *app);
void app_run(struct app *app);  // until app_stop
void app_stop(struct app *app); // thread: any
void app_free(struct app *app); // NULL is fine

// Copies the database into the new file settings->backup; a server may run on it meanwhile.
bool app_backup(const struct settings *settings, struct fault *fault);
