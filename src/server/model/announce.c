// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/announce.h"

#include "server/store/events.h"

#include <stdlib.h>

// To one member of a family; staff are no such party.
static void announce_to_family(struct db *db, enum event_kind kind, const struct party *to, const json_t *data,
                               anban_ms now)
{
  if (to->kind != PARTY_FAMILY)
    return;
  char *text = json_print(data);
  events_append(db, STREAM_FAMILY, event_kind_code(kind), to->id, text, now);
  free(text);
}

// To the desk and to the kiosks, each as only_for of events_append. Takes the data.
static void announce(struct db *db, const char *kind, const char *at_desk, const char *kiosk, json_t *data,
                     anban_ms now)
{
  char *text = json_print(data);
  json_decref(data);
  events_append(db, STREAM_DESK, kind, at_desk, text, now);
  events_append(db, STREAM_KIOSKS, kind, kiosk, text, now);
  free(text);
}

void announce_record(struct db *db, const struct record *record, anban_ms now)
{
  announce(db, record_code(record->kind), "", record_kiosk_id(record), record_write(record), now);
}

void announce_catalogue(struct db *db, anban_ms now)
{
  announce(db, event_kind_code(EVENT_CATALOGUE_CHANGED), "", "", json_object(), now);
}

void announce_call(struct db *db, const struct call_record *record, anban_ms now)
{
  json_t *data = call_record_write(record);
  announce_to_family(db, EVENT_CALL_LOG, &record->party, data, now);
  announce(db, event_kind_code(EVENT_CALL_LOG), DESK_ID, "", data, now);
}

void announce_voice_message(struct db *db, const struct voice_message *message, anban_ms now)
{
  json_t *data = voice_message_write(message);
  char *text = json_print(data);
  announce_to_family(db, EVENT_VOICE_MESSAGE, &message->from, data, now);
  announce_to_family(db, EVENT_VOICE_MESSAGE, &message->to, data, now);
  events_append(db, STREAM_KIOSKS, event_kind_code(EVENT_VOICE_MESSAGE), "", text, now);
  free(text);
  json_decref(data);
}

void announce_audit(struct db *db, const struct actor *who, const char *what, const char *thing, anban_ms now)
{
  db_run(db, "INSERT INTO audit(at, who, what, thing) VALUES($1, $2, $3, $4)", "isss", now, who->id, what, thing);
}
