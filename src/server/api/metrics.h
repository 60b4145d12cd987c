// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for the technician, as Prometheus text.
#pragma once

#include "base/clock.h"
#include "base/text.h"
#include "server/store/writer.h"

struct metrics;
struct route;

// Counts by the rows of this table, which outlives it.
struct metrics *metrics_new(const struct route *table, int rows);
void metrics_free(struct metrics *metrics);
// `route`: a row of the table; NULL: none matched.
void metrics_answered(struct metrics *metrics, const struct route *route, int status, anban_ms took);

// Levels at the moment of asking.
struct metrics_levels {
  int desk_streams, kiosk_streams, family_streams, calls, kiosks_online;
  struct writer_figures writer;
};
void metrics_print(const struct metrics *metrics, const struct metrics_levels *levels, struct buffer *out);
