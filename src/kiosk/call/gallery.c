// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/gallery.h"

#include "base/text.h"

#include <string.h>

void gallery_init(struct gallery *gallery, void (*wake)(void *ctx), void *wake_ctx)
{
  *gallery = (struct gallery){.light = -1, .wake = wake, .wake_ctx = wake_ctx};
  pthread_mutex_init(&gallery->mutex, NULL);
  for (int i = 0; i < GALLERY_PLACES; i++)
    picture_slot_init(&gallery->slots[i]);
}

void gallery_destroy(struct gallery *gallery)
{
  for (int i = 0; i < GALLERY_PLACES; i++)
    picture_slot_destroy(&gallery->slots[i]);
  pthread_mutex_destroy(&gallery->mutex);
}

// The last picture goes too.
static void pause_at(struct gallery *gallery, int place)
{
  struct picture old = {0};
  picture_take(&gallery->slots[place], &old);
  picture_release(&old);
  gallery->over[place] = true;
  if (gallery->wake)
    gallery->wake(gallery->wake_ctx);
}

void gallery_pause(struct gallery *gallery, int place)
{
  pthread_mutex_lock(&gallery->mutex);
  pause_at(gallery, place);
  pthread_mutex_unlock(&gallery->mutex);
}

void gallery_follow(struct gallery *gallery, int place, const char *who, unsigned serial)
{
  pthread_mutex_lock(&gallery->mutex);
  COPY_TEXT(gallery->who[place], who);
  gallery->source[place] = serial;
  if (place == 0)
    gallery->light = -1;
  if (serial == 0)
    pause_at(gallery, place);
  pthread_mutex_unlock(&gallery->mutex);
}

void gallery_close(struct gallery *gallery)
{
  for (int i = 0; i < GALLERY_PLACES; i++)
    gallery_follow(gallery, i, "", 0);
  pthread_mutex_lock(&gallery->mutex);
  gallery->wake = NULL;
  pthread_mutex_unlock(&gallery->mutex);
}

#define LIGHT_PLACES 16 // along each side

// Green is most of what is bright.
static int light_of(const struct picture *picture)
{
  int sum = 0;
  for (int y = 0; y < LIGHT_PLACES; y++)
    for (int x = 0; x < LIGHT_PLACES; x++) {
      int row = picture->height * y / LIGHT_PLACES;
      int column = picture->width * x / LIGHT_PLACES;
      sum += picture->pixels[(size_t)row * (size_t)picture->pitch + (size_t)column * 4 + 1];
    }
  return sum / (LIGHT_PLACES * LIGHT_PLACES);
}

void gallery_put(struct gallery *gallery, int place, unsigned serial, const struct picture *picture)
{
  struct picture mine = *picture;
  pthread_mutex_lock(&gallery->mutex);
  bool wanted = gallery->source[place] == serial;
  if (wanted && place == 0)
    gallery->light = light_of(picture);
  if (wanted)
    picture_put(&gallery->slots[place], &mine);
  if (wanted)
    gallery->over[place] = false;
  if (wanted && gallery->wake)
    gallery->wake(gallery->wake_ctx);
  pthread_mutex_unlock(&gallery->mutex);
  if (!wanted)
    picture_release(&mine);
}

static int place_of(const struct gallery *gallery, const char *who)
{
  for (int i = 1; i < GALLERY_PLACES; i++)
    if (*who && strcmp(gallery->who[i], who) == 0)
      return i;
  return *who ? -1 : 0;
}

bool gallery_take(struct gallery *gallery, const char *who, struct picture *out)
{
  *out = (struct picture){0};
  pthread_mutex_lock(&gallery->mutex);
  int place = place_of(gallery, who);
  bool news = place >= 0 && (picture_take(&gallery->slots[place], out) || gallery->over[place]);
  if (place >= 0)
    gallery->over[place] = false;
  pthread_mutex_unlock(&gallery->mutex);
  return news;
}

int gallery_light(struct gallery *gallery)
{
  pthread_mutex_lock(&gallery->mutex);
  int light = gallery->light;
  pthread_mutex_unlock(&gallery->mutex);
  return light;
}
