// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/picture.h"

#include <stddef.h>

void picture_slot_init(struct picture_slot *slot)
{
  *slot = (struct picture_slot){0};
  pthread_mutex_init(&slot->mutex, NULL);
}

static struct picture exchange(struct picture_slot *slot, struct picture next)
{
  pthread_mutex_lock(&slot->mutex);
  struct picture old = slot->newest;
  slot->newest = next;
  pthread_mutex_unlock(&slot->mutex);
  return old;
}

void picture_slot_destroy(struct picture_slot *slot)
{
  struct picture old = exchange(slot, (struct picture){0});
  picture_release(&old);
  pthread_mutex_destroy(&slot->mutex);
}

void picture_put(struct picture_slot *slot, const struct picture *picture)
{
  struct picture old = exchange(slot, *picture);
  picture_release(&old);
}

bool picture_take(struct picture_slot *slot, struct picture *out)
{
  *out = exchange(slot, (struct picture){0});
  return out->held != NULL;
}

void picture_release(struct picture *picture)
{
  if (picture->held)
    picture->release(picture->held);
  *picture = (struct picture){0};
}
