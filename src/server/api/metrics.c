// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/metrics.h"

#include "base/memory.h"
#include "server/api/request.h"

#include <inttypes.h>
#include <stdlib.h>

#define BUCKETS 9
static const int bucket_ms[BUCKETS] = {1, 2, 5, 10, 25, 50, 100, 250, 1000};
static const int statuses[] = {200, 202, 204, 206, 303, 304, 400, 401, 403,
                               404, 405, 409, 413, 415, 416, 422, 429, 503};
#define STATUSES ((int)(sizeof statuses / sizeof *statuses))
static const char *const methods[HTTP_METHODS] = {"GET", "POST", "PUT", "DELETE"};

struct metrics {
  const struct route *table; // not owned
  int rows;
  uint64_t *answers;       // [rows + 1][STATUSES + 1]; the last ones for what is not in the tables
  uint64_t took[BUCKETS];  // answers within that time and not the shorter one
  uint64_t took_ms, count; // of all
};

struct metrics *metrics_new(const struct route *table, int rows)
{
  struct metrics *metrics = memory_new(sizeof *metrics);
  metrics->table = table;
  metrics->rows = rows;
  metrics->answers = memory_new((size_t)((rows + 1) * (STATUSES + 1)) * sizeof *metrics->answers);
  return metrics;
}

void metrics_free(struct metrics *metrics)
{
  if (metrics)
    free(metrics->answers);
  free(metrics);
}

void metrics_answered(struct metrics *metrics, const struct route *route, int status, anban_ms took)
{
  int row = route ? (int)(route - metrics->table) : metrics->rows;
  int column = 0;
  while (column < STATUSES && statuses[column] != status)
    column++;
  metrics->answers[row * (STATUSES + 1) + column]++;
  metrics->count++;
  metrics->took_ms += (uint64_t)took;
  int bucket = 0;
  while (bucket < BUCKETS && took > bucket_ms[bucket])
    bucket++;
  if (bucket < BUCKETS)
    metrics->took[bucket]++;
}

static void print_answers(const struct metrics *metrics, struct buffer *out)
{
  buffer_add_text(out, "# HELP anban_answers_total Answers by route and status.\n# TYPE anban_answers_total counter\n");
  for (int row = 0; row <= metrics->rows; row++)
    for (int column = 0; column <= STATUSES; column++) {
      const struct route *route = row < metrics->rows ? &metrics->table[row] : NULL;
      uint64_t count = metrics->answers[row * (STATUSES + 1) + column];
      if (count == 0)
        continue;
      buffer_printf(out, "anban_answers_total{method=\"%s\",route=\"%s\",status=\"%d\"} %" PRIu64 "\n",
                    route ? methods[route->method] : "", route ? route->path : "",
                    column < STATUSES ? statuses[column] : 0, count);
    }
}

static void print_times(const struct metrics *metrics, struct buffer *out)
{
  uint64_t within = 0;
  buffer_add_text(out, "# HELP anban_answer_seconds Time from a whole request to its answer.\n"
                       "# TYPE anban_answer_seconds histogram\n");
  for (int i = 0; i < BUCKETS; i++) {
    within += metrics->took[i];
    buffer_printf(out, "anban_answer_seconds_bucket{le=\"%g\"} %" PRIu64 "\n", bucket_ms[i] / 1000.0, within);
  }
  buffer_printf(out, "anban_answer_seconds_bucket{le=\"+Inf\"} %" PRIu64 "\n", metrics->count);
  buffer_printf(out, "anban_answer_seconds_sum %g\n", (double)metrics->took_ms / 1000.0);
  buffer_printf(out, "anban_answer_seconds_count %" PRIu64 "\n", metrics->count);
}

static void print_one(struct buffer *out, const char *name, const char *type, const char *help, int64_t value)
{
  buffer_printf(out, "# HELP %s %s\n# TYPE %s %s\n%s %" PRId64 "\n", name, help, name, type, name, value);
}

void metrics_print(const struct metrics *metrics, const struct metrics_levels *levels, struct buffer *out)
{
  const struct writer_figures *writer = &levels->writer;
  print_answers(metrics, out);
  print_times(metrics, out);
  print_one(out, "anban_desk_streams", "gauge", "Open event streams of desk pages.", levels->desk_streams);
  print_one(out, "anban_kiosk_streams", "gauge", "Open event streams of kiosks.", levels->kiosk_streams);
  print_one(out, "anban_family_streams", "gauge", "Open event streams of family pages.", levels->family_streams);
  print_one(out, "anban_calls", "gauge", "Calls that ring or go on.", levels->calls);
  print_one(out, "anban_kiosks_online", "gauge", "Kiosks heard within three minutes.", levels->kiosks_online);
  print_one(out, "anban_changes_waiting", "gauge", "Changes that wait to be written.", writer->waiting);
  print_one(out, "anban_changes_total", "counter", "Changes written or refused.", writer->jobs);
  print_one(out, "anban_commits_total", "counter", "Commits to disk; changes that come together share one.",
            writer->commits);
}
