// SPDX-License-Identifier: GPL-3.0-or-later
#include "two_sides.h"

#include "../../cmocka_all.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"

#include <gst/gst.h>

static void keep_event(void *ctx, struct call_event *event)
{
  struct two_sides *both = ctx;
  if (!mailbox_send(&both->events, event))
    free(event->text);
}

static void count_picture(void *ctx)
{
  struct two_sides *both = ctx;
  atomic_fetch_add(&both->pictures, 1);
}

static void carry_answer(void *ctx, const char *sdp)
{
  struct side *side = ctx;
  char *forged = side->both->forge ? side->both->forge(sdp) : NULL;
  call_answer(&side->both->call, side->id, atomic_load(&side->round), forged ? forged : sdp);
  g_free(forged);
}

static void carry_candidate(void *ctx, int line, const char *candidate)
{
  struct side *side = ctx;
  call_candidate(&side->both->call, side->id, atomic_load(&side->round), line, candidate);
}

// A machine without any network but itself.
static bool is_alone(void)
{
  char *out = NULL;
  gboolean ran = g_spawn_command_line_sync("ip -o addr show scope global", &out, NULL, NULL, NULL);
  bool alone = ran && (!out || !*out);
  g_free(out);
  return alone;
}

struct two_sides *two_sides_new(void)
{
  struct two_sides *both = memory_new(sizeof *both);
  gst_init(NULL, NULL);
  mailbox_init(&both->events, sizeof(struct call_event), NULL, NULL);
  both->settings = (struct call_settings){.codec = "vp8",
                                          .camera = "test:bars",
                                          .microphone = "test:440",
                                          .loudspeaker = "none",
                                          .width = 320,
                                          .height = 240,
                                          .most_kbit = 400,
                                          .loopback = is_alone()};
  for (int i = 0; i < CALL_PEERS; i++) {
    struct side *side = &both->sides[i];
    side->both = both;
    FORMAT_TEXT(side->id, "0191d5a0-0000-7000-8000-00000000000%d", i);
    side->answerer = (struct answerer){.answer = carry_answer, .candidate = carry_candidate, .ctx = side};
    side->answerer.loopback = both->settings.loopback;
  }
  return both;
}

void two_sides_begin(struct two_sides *both)
{
  struct fault fault;
  call_init(&both->call, &both->settings, keep_event, count_picture, both);
  assert_true(call_start(&both->call, &fault));
}

void two_sides_end(struct two_sides *both)
{
  struct call_event event;
  call_join(&both->call);
  for (int i = 0; i < CALL_PEERS; i++)
    answerer_vanish(&both->sides[i].answerer);
  mailbox_close(&both->events);
  while (mailbox_take(&both->events, &event))
    free(event.text);
  mailbox_destroy(&both->events);
  free(both);
}

void two_sides_open(struct two_sides *both, int side, bool video)
{
  both->sides[side].answerer.video = video;
  call_open(&both->call, both->sides[side].id, &both->ice, video);
}

static void carry(struct two_sides *both, const struct call_event *event)
{
  for (int i = 0; i < CALL_PEERS && !both->deaf; i++) {
    struct side *side = &both->sides[i];
    if (strcmp(side->id, event->peer) != 0)
      continue;
    if (event->kind == CALL_OFFER) {
      atomic_store(&side->round, event->round);
      answerer_take_offer(&side->answerer, event->text);
    }
    if (event->kind == CALL_CANDIDATE && event->round == atomic_load(&side->round))
      answerer_candidate(&side->answerer, event->line, event->text);
  }
}

static void remember(struct two_sides *both, const struct call_event *event)
{
  if (event->kind != CALL_DEVICES)
    return;
  both->devices = event->devices;
  if (*event->sentence)
    COPY_TEXT(both->missing, event->sentence);
}

static bool next(struct two_sides *both, struct call_event *event, anban_ms until)
{
  if (!mailbox_wait(&both->events, event, until))
    return false;
  carry(both, event);
  remember(both, event);
  free(event->text);
  event->text = NULL;
  return true;
}

struct call_event two_sides_wait(struct two_sides *both, enum call_event_kind kind)
{
  struct call_event event;
  anban_ms until = clock_steady() + HUNG;
  while (next(both, &event, until))
    if (event.kind == kind)
      return event;
    else if (event.kind == CALL_ENDED)
      print_message("failed: %s\n", event.sentence);
  fail_msg("event %d did not come within %d s", (int)kind, (int)(HUNG / MS_SECOND));
  return event;
}

void two_sides_until(struct two_sides *both, bool (*holds)(struct two_sides *both))
{
  struct call_event event;
  anban_ms until = clock_steady() + HUNG;
  while (!holds(both)) {
    if (clock_steady() > until)
      print_message("of the first: %d pictures %dx%d, %d sounds of %d; %d could be taken\n",
                    atomic_load(&both->sides[0].answerer.pictures), atomic_load(&both->sides[0].answerer.width),
                    atomic_load(&both->sides[0].answerer.height), atomic_load(&both->sides[0].answerer.sounds),
                    atomic_load(&both->sides[0].answerer.loud), atomic_load(&both->pictures));
    if (clock_steady() > until)
      fail_msg("what was waited for did not come within %d s", (int)(HUNG / MS_SECOND));
    // Levels come twice a second: they wake it. What the other side counts tells nobody.
    next(both, &event, clock_steady() + 20);
  }
}

bool two_sides_sees_and_hears(struct two_sides *both, int side)
{
  struct answerer *answerer = &both->sides[side].answerer;
  return atomic_load(&answerer->pictures) > 5 && atomic_load(&answerer->sounds) > 5 &&
         atomic_load(&answerer->loud) > 1000;
}

bool two_sides_first_sees_and_hears(struct two_sides *both)
{
  return two_sides_sees_and_hears(both, 0);
}

void two_sides_talk(struct two_sides *both)
{
  two_sides_begin(both);
  two_sides_open(both, 0, true);
  call_show(&both->call, both->sides[0].id, 400, 300);
  two_sides_wait(both, CALL_CONNECTED);
  two_sides_until(both, two_sides_first_sees_and_hears);
}

int two_sides_set_up(void **state)
{
  *state = two_sides_new();
  return 0;
}

int two_sides_tear_down(void **state)
{
  two_sides_end(*state);
  return 0;
}
