// SPDX-License-Identifier: GPL-3.0-or-later
#include "room.h"

#include "base/log.h"

static void take_event(void *ctx, const struct sound_event *event)
{
  struct room *room = ctx;
  bool ear = event->kind == SOUND_EAR_WORKS || event->kind == SOUND_EAR_BROKEN || event->kind == SOUND_HEADPHONES;
  mailbox_send(ear ? &room->ears : &room->events, event);
}

struct sound_event room_next_ear(struct room *room)
{
  struct sound_event event;
  assert_true(mailbox_wait(&room->ears, &event, clock_steady() + HUNG));
  return event;
}

void room_forget_ears(struct room *room)
{
  struct sound_event event;
  while (mailbox_take(&room->ears, &event))
    continue;
}

struct sound_event room_next_event(struct room *room)
{
  struct sound_event event;
  log_debug("room", "waits");
  assert_true(mailbox_wait(&room->events, &event, clock_steady() + HUNG));
  return event;
}

int room_set_up(void **state)
{
  static struct room room;
  *state = &room;
  log_set_level(LOG_DEBUG); // what a test that waits in vain has to show
  return loudspeaker_init(&room.speaker) ? 0 : -1;
}

int room_tear_down(void **state)
{
  struct room *room = *state;
  loudspeaker_free(&room->speaker);
  return 0;
}

void room_begin(struct room *room, const struct sound_settings *settings)
{
  struct fault fault;
  mailbox_init(&room->events, sizeof(struct sound_event), NULL, NULL);
  mailbox_init(&room->ears, sizeof(struct sound_event), NULL, NULL);
  sound_init(&room->sound, settings, take_event, room);
  assert_true(sound_start(&room->sound, &fault));
  room->began = true;
}

int room_end(void **state)
{
  struct room *room = *state;
  if (room->began) {
    sound_stop(&room->sound);
    sound_join(&room->sound);
    mailbox_destroy(&room->events);
    mailbox_destroy(&room->ears);
  }
  room->began = false;
  loudspeaker_off(&room->speaker);
  return 0;
}

struct samples *room_speech_like(uint64_t number, int rate, int seconds)
{
  struct samples *samples = samples_new(rate);
  samples->number = number;
  unsigned seed = 7;
  double low = 0;
  for (int i = 0; i < seconds * rate; i++) {
    seed = seed * 1103515245u + 12345u;
    low += 0.05 * ((double)(seed >> 16 & 0x7FFF) - 16384 - low);
    double swell = 0.55 + 0.45 * sin(2 * M_PI * 4 * i / rate);
    int16_t sample = (int16_t)(3 * low * swell);
    samples_add(samples, &sample, 1);
  }
  return samples;
}
