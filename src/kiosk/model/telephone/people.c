// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/people.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"

#include <string.h>

static int list_people(const struct model *model, char list[MOST_PEOPLE][UUID_SIZE])
{
  int count = 0;
  bool bedside = model->settings.kind == KIOSK_BEDSIDE;
  for (int i = 0; bedside && i < model->settings.bedside_count; i++)
    if (model->snapshot && snapshot_resident(model->snapshot, model->settings.bedside[i]))
      memcpy(list[count++], model->settings.bedside[i], UUID_SIZE);
  if (count == 0 && model->person.id[0])
    memcpy(list[count++], model->person.id, UUID_SIZE);
  return count;
}

bool people_has(const struct model *model, const char *resident_id)
{
  for (int i = 0; i < model->phone.people_count; i++)
    if (strcmp(model->phone.people[i], resident_id) == 0)
      return true;
  return false;
}

void people_check(struct model *model, struct requests *out)
{
  char list[MOST_PEOPLE][UUID_SIZE] = {{0}};
  int count = list_people(model, list);
  struct phone *phone = &model->phone;
  if (count == phone->people_count && memcmp(list, phone->people, (size_t)count * UUID_SIZE) == 0)
    return;
  phone->people_count = count;
  memcpy(phone->people, list, sizeof list);
  ask(out, REQUEST_PEOPLE);
}
