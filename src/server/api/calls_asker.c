// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/switchboard.h"

#include <string.h>

static void add_party(struct calls_asker *asker, enum party_kind kind, const char *id)
{
  struct party *party = &asker->parties[asker->party_count++];
  party->kind = kind;
  text_copy(party->id, UUID_SIZE, id);
}

static void fill_kiosk(const struct device *device, struct calls_asker *out)
{
  add_party(out, PARTY_KIOSK, device->name.owner);
  for (int i = 0; i < device->people_count; i++)
    add_party(out, PARTY_RESIDENT, device->people[i]);
}

static void fill_person(const struct request *request, struct calls_asker *out)
{
  add_party(out, request->caller.is_family ? PARTY_FAMILY : PARTY_STAFF, request->caller.actor.id);
  COPY_TEXT(out->name, request->caller.actor.name);
  if (!request->caller.is_family) {
    add_party(out, PARTY_STAFF, DESK_ID);
    return;
  }
  COPY_TEXT(out->relation, request->caller.family.relation);
  COPY_TEXT(out->resident_id, request->caller.family.resident_id);
}

bool asker_find(struct request *request, const char *device_id, struct calls_asker *out)
{
  *out = (struct calls_asker){0};
  COPY_TEXT(out->device.owner, request->caller.actor.id);
  COPY_TEXT(out->device.id, device_id);
  const struct device *device = devices_find(request->api->switchboard->devices, &out->device);
  if (!device) {
    answer_fault(&request->reply, 409, "no_stream", "Follow the events with this device first.");
    return false;
  }
  if (request->caller.is_kiosk)
    fill_kiosk(device, out);
  else
    fill_person(request, out);
  return true;
}

bool asker_speaks_for(const struct calls_asker *asker, const struct party *party)
{
  for (int i = 0; i < asker->party_count; i++)
    if (party_same(&asker->parties[i], party))
      return true;
  return false;
}
