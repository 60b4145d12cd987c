// SPDX-License-Identifier: GPL-3.0-or-later
// The days that a request asks about.
#pragma once

#include "server/api/request.h"

struct days {
  char from[CLOCK_DATE_SIZE], to[CLOCK_DATE_SIZE];
};

// "from" and "to" of the query: dates, at most a year of them. false: it has been answered.
bool days_of(struct request *request, struct days *out);
// The date called `name` of the query. false: it has been answered.
bool day_of(struct request *request, const char *name, char out[CLOCK_DATE_SIZE]);
