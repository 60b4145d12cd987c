// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be said of a resident to 120.
#include "server/model/help_rules.h"

#include "base/text.h"
#include "server/model/announce.h"
#include "server/model/residents.h"

bool help_card_read(const json_t *json, struct help_card *out, struct fault *fault)
{
  *out = (struct help_card){0};
  struct json_at at = json_root("card", json);
  struct json_at born = json_member(&at, "born_year"), address = json_member(&at, "address");
  struct json_at illness = json_member(&at, "illness"), medicine = json_member(&at, "medicine");
  struct json_at door = json_member(&at, "door_code"), other = json_member(&at, "other");
  return json_get_object(&at, fault) && json_get_int(&born, 0, 2200, &out->born_year, fault) &&
         json_get_text(&address, out->address, sizeof out->address, fault) &&
         json_get_text(&illness, out->illness, sizeof out->illness, fault) &&
         json_get_text(&medicine, out->medicine, sizeof out->medicine, fault) &&
         json_get_text(&door, out->door_code, sizeof out->door_code, fault) &&
         json_get_text(&other, out->other, sizeof out->other, fault);
}

json_t *help_card_write(struct db *db, const char *resident_id)
{
  struct db_rows *rows = db_query(
      db, "SELECT born_year, address, illness, medicine, door_code, other FROM help_card WHERE resident_id = $1", "s",
      resident_id);
  bool found = db_rows_next(rows);
  json_t *json =
      json_pack("{s:s, s:I, s:s, s:s, s:s, s:s, s:s}", "resident_id", resident_id, "born_year",
                (json_int_t)(found ? db_rows_integer(rows, 0) : 0), "address", found ? db_rows_text(rows, 1) : "",
                "illness", found ? db_rows_text(rows, 2) : "", "medicine", found ? db_rows_text(rows, 3) : "",
                "door_code", found ? db_rows_text(rows, 4) : "", "other", found ? db_rows_text(rows, 5) : "");
  db_rows_end(rows);
  return json;
}

enum outcome help_card_put(struct db *db, const struct help_card *card, const struct actor *who, anban_ms now,
                           struct fault *fault)
{
  struct resident resident;
  if (!resident_load(db, card->resident_id, &resident)) {
    fault_set(fault, "there is no resident %s", card->resident_id);
    return OUTCOME_NOT_FOUND;
  }
  db_run(db,
         "INSERT INTO help_card(resident_id, born_year, address, illness, medicine, door_code, other)"
         " VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(resident_id) DO UPDATE SET born_year = excluded.born_year,"
         " address = excluded.address, illness = excluded.illness, medicine = excluded.medicine,"
         " door_code = excluded.door_code, other = excluded.other",
         "sisssss", card->resident_id, (int64_t)card->born_year, card->address, card->illness, card->medicine,
         card->door_code, card->other);
  announce_audit(db, who, "help_card.put", card->resident_id, now);
  return OUTCOME_DONE;
}
