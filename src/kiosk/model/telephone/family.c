// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/family.h"

#include "base/memory.h"
#include "base/text.h"
#include "kiosk/model/core/navigation.h"

#include <string.h>

int family_of(const struct model *model, const char *resident_id, const struct family_member *list[MOST_FAMILY])
{
  int count = 0;
  for (int i = 0; model->snapshot && i < model->snapshot->family_count && count < MOST_FAMILY; i++)
    if (strcmp(model->snapshot->family[i].resident_id, resident_id) == 0)
      list[count++] = &model->snapshot->family[i];
  return count;
}

const struct family_member *family_member(const struct model *model, const char *id)
{
  for (int i = 0; model->snapshot && i < model->snapshot->family_count; i++)
    if (strcmp(model->snapshot->family[i].id, id) == 0)
      return &model->snapshot->family[i];
  return NULL;
}

bool family_may_look(const struct model *model, const char *resident_id)
{
  const struct family_member *list[MOST_FAMILY];
  int count = family_of(model, resident_id, list);
  while (count > 0 && !list[count - 1]->auto_answer)
    count--;
  return count > 0;
}

static int reached(const struct model *model, const char *id)
{
  int i = 0;
  while (i < model->phone.reached_count && strcmp(model->phone.reached[i], id) != 0)
    i++;
  return i;
}

bool family_reachable(const struct model *model, const char *id)
{
  return model->line == LINE_STATE_UP && reached(model, id) < model->phone.reached_count;
}

static void set_reachable(struct phone *phone, int at, const struct reach *reach)
{
  if (at < phone->reached_count) {
    if (!reach->reachable)
      memmove(&phone->reached[at], &phone->reached[--phone->reached_count], sizeof phone->reached[at]);
    return;
  }
  if (!reach->reachable || phone->reached_count == MOST_FAMILIES)
    return;
  phone->reached = memory_resize(phone->reached, (size_t)(phone->reached_count + 1) * sizeof *phone->reached);
  COPY_TEXT(phone->reached[phone->reached_count], reach->id);
  phone->reached_count++;
}

void family_reach(struct model *model, const struct reach *list, int count)
{
  for (int i = 0; i < count; i++)
    set_reachable(&model->phone, reached(model, list[i].id), &list[i]);
  model_changed(model);
}

int family_calls(const struct model *model, const char *resident_id, const struct call_record *list[MOST_RECORDS])
{
  int count = 0;
  for (int i = 0; model->snapshot && i < model->snapshot->record_count && count < MOST_RECORDS; i++)
    if (strcmp(model->snapshot->records[i].resident_id, resident_id) == 0)
      list[count++] = &model->snapshot->records[i];
  return count;
}

static bool was_missed(const struct model *model, const struct call_record *record)
{
  return !record->from_resident && !record->answered_at && record->party.kind == PARTY_FAMILY &&
         record->reason != CALL_DECLINED && model_now(model) - record->made_at < MS_DAY;
}

static anban_ms looked_at(const struct model *model, const char *resident_id)
{
  for (int i = 0; i < model->phone.looked_count; i++)
    if (strcmp(model->phone.looked[i].resident_id, resident_id) == 0)
      return model->phone.looked[i].at;
  return 0;
}

int family_missed(const struct model *model, const char *resident_id, const struct call_record *list[MOST_RECORDS])
{
  const struct call_record *all[MOST_RECORDS];
  int count = 0, calls = family_calls(model, resident_id, all);
  anban_ms looked = looked_at(model, resident_id);
  for (int i = 0; i < calls; i++) {
    bool settled = false;
    for (int k = 0; k < i; k++) // a newer call with the same party
      settled =
          settled || (party_same(&all[k]->party, &all[i]->party) && (all[k]->answered_at || all[k]->from_resident));
    if (was_missed(model, all[i]) && !settled && all[i]->made_at > looked)
      list[count++] = all[i];
  }
  return count;
}

static void looked(struct model *model, const char *resident_id)
{
  for (int i = 0; i < model->phone.looked_count; i++)
    if (strcmp(model->phone.looked[i].resident_id, resident_id) == 0) {
      model->phone.looked[i].at = model_now(model);
      return;
    }
  model->phone.looked =
      memory_resize(model->phone.looked, (size_t)(model->phone.looked_count + 1) * sizeof *model->phone.looked);
  struct looked *looked = &model->phone.looked[model->phone.looked_count++];
  looked->at = model_now(model);
  COPY_TEXT(looked->resident_id, resident_id);
}

void family_opened(struct model *model, struct requests *out)
{
  if (navigation_here(model) == SCREEN_CALLS)
    looked(model, model->person.id);
}

// A place before all others for one more thing.
static void *put_first(void *list, int *count, size_t size)
{
  char *things = memory_resize(list, (size_t)(*count + 1) * size);
  memmove(things + size, things, (size_t)*count * size);
  (*count)++;
  return things;
}

void family_log(struct model *model, const struct call_record *record)
{
  struct snapshot *snapshot = model->snapshot;
  if (!snapshot)
    return; // it will hold it
  for (int i = 0; i < snapshot->record_count; i++)
    if (strcmp(snapshot->records[i].call_id, record->call_id) == 0 &&
        party_same(&snapshot->records[i].party, &record->party))
      return; // heard a second time
  snapshot->records = put_first(snapshot->records, &snapshot->record_count, sizeof *snapshot->records);
  snapshot->records[0] = *record;
  model_changed(model);
}

int family_voices(const struct model *model, const char *resident_id, const struct voice_message *list[MOST_VOICES])
{
  int count = 0;
  for (int i = 0; model->snapshot && i < model->snapshot->voice_count && count < MOST_VOICES; i++) {
    const struct voice_message *voice = &model->snapshot->voices[i];
    if (voice->to.kind == PARTY_RESIDENT && strcmp(voice->to.id, resident_id) == 0)
      list[count++] = voice;
  }
  return count;
}

int family_unheard(const struct model *model, const char *resident_id)
{
  const struct voice_message *list[MOST_VOICES];
  int unheard = 0, count = family_voices(model, resident_id, list);
  for (int i = 0; i < count; i++)
    unheard += !list[i]->heard_at;
  return unheard;
}

static struct voice_message *find_voice(const struct model *model, const char *id)
{
  for (int i = 0; model->snapshot && i < model->snapshot->voice_count; i++)
    if (strcmp(model->snapshot->voices[i].id, id) == 0)
      return &model->snapshot->voices[i];
  return NULL;
}

const struct voice_message *family_voice(const struct model *model, const char *id)
{
  return find_voice(model, id);
}

void family_put_voice(struct model *model, const struct voice_message *voice)
{
  struct snapshot *snapshot = model->snapshot;
  if (!snapshot)
    return;
  struct voice_message *known = find_voice(model, voice->id);
  if (!known) {
    snapshot->voices = put_first(snapshot->voices, &snapshot->voice_count, sizeof *snapshot->voices);
    known = &snapshot->voices[0];
  }
  *known = *voice;
  model_changed(model);
}

void family_heard(struct model *model, const char *voice_id)
{
  struct voice_message *voice = find_voice(model, voice_id);
  if (voice && !voice->heard_at)
    voice->heard_at = model_now(model);
}
