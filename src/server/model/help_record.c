// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help_record.h"

#include "server/model/help.h"
#include "server/model/help_steps.h"
#include "server/model/site.h"

#include <stdlib.h>
#include <string.h>

// "2026-11-22T10:32:05+08:00"
void help_time_text(anban_ms at, int utc_offset_min, char *out, size_t size)
{
  struct local_time local = clock_local(at, utc_offset_min);
  int ahead = abs(utc_offset_min);
  text_format(out, size, "%sT%02d:%02d:%02d%c%02d:%02d", local.date, local.minute / 60, local.minute % 60, local.second,
              utc_offset_min < 0 ? '-' : '+', ahead / 60, ahead % 60);
}

json_t *help_record_write(struct db *db, const char *help_id)
{
  struct help help;
  bool intact = false;
  if (!help_load(db, help_id, &help))
    return NULL;
  json_t *steps = help_steps_list(db, help_id, &intact);
  return json_pack("{s:o, s:o, s:b}", "help", help_write(&help), "steps", steps, "intact", intact);
}

// In quotes, as far as a cell needs them; what a spreadsheet would take for a formula is shown as text.
static void cell(struct buffer *out, const char *text, bool last)
{
  buffer_add_text(out, "\"");
  if (*text && strchr("=+-@", *text))
    buffer_add_text(out, "'");
  for (; *text; text++)
    buffer_add(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
  buffer_add_text(out, last ? "\"\r\n" : "\",");
}

void help_record_csv(struct db *db, anban_ms from, anban_ms to, struct buffer *out)
{
  struct site site;
  char when[40];
  site_load(db, &site);
  buffer_add_text(out, "\xEF\xBB\xBF"
                       "help_id,raised_at,resident,room,kiosk,drill,ending,step,at,way,who\r\n");
  struct db_rows *rows = db_query(
      db,
      "SELECT help.id, help.raised_at, COALESCE(resident.name, ''), COALESCE(resident.room, ''),"
      " COALESCE(kiosk.name, ''), help.drill, help.ending, help_step.kind, help_step.at, help_step.way, help_step.who"
      " FROM help JOIN help_step ON help_step.help_id = help.id LEFT JOIN resident ON resident.id = help.resident_id"
      " LEFT JOIN kiosk ON kiosk.id = help.kiosk_id WHERE help.raised_at >= $1 AND help.raised_at < $2"
      " ORDER BY help.raised_at, help.id, help_step.number",
      "ii", from, to);
  while (db_rows_next(rows)) {
    cell(out, db_rows_text(rows, 0), false);
    help_time_text(db_rows_integer(rows, 1), site.utc_offset_min, when, sizeof when);
    cell(out, when, false);
    for (int column = 2; column <= 4; column++)
      cell(out, db_rows_text(rows, column), false);
    cell(out, db_rows_integer(rows, 5) ? "drill" : "", false);
    cell(out, help_ending_code((enum help_ending)db_rows_integer(rows, 6)), false);
    cell(out, help_step_kind_code((enum help_step_kind)db_rows_integer(rows, 7)), false);
    help_time_text(db_rows_integer(rows, 8), site.utc_offset_min, when, sizeof when);
    cell(out, when, false);
    cell(out, db_rows_text(rows, 9), false);
    cell(out, db_rows_text(rows, 10), true);
  }
  db_rows_end(rows);
}
