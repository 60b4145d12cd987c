// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/stage.h"

#include <stdlib.h>

void note_free(struct note *note)
{
  free(note->text);
  free(note->ice);
  *note = (struct note){0};
}

struct stage *stage_new(void (*picture)(void *ctx), void *ctx)
{
  struct stage *stage = g_atomic_rc_box_new0(struct stage);
  mailbox_init(&stage->notes, sizeof(struct note), NULL, NULL);
  gallery_init(&stage->gallery, picture, ctx);
  fan_init(&stage->pictures);
  fan_init(&stage->sounds);
  for (int i = 0; i < CALL_PEERS; i++)
    fan_init(&stage->heard[i]);
  return stage;
}

struct stage *stage_ref(struct stage *stage)
{
  return g_atomic_rc_box_acquire(stage);
}

static void end(void *ctx)
{
  struct stage *stage = ctx;
  struct note note;
  while (mailbox_take(&stage->notes, &note))
    note_free(&note);
  mailbox_destroy(&stage->notes);
  gallery_destroy(&stage->gallery);
  fan_destroy(&stage->pictures);
  fan_destroy(&stage->sounds);
  for (int i = 0; i < CALL_PEERS; i++)
    fan_destroy(&stage->heard[i]);
  if (stage->clock)
    gst_object_unref(stage->clock);
}

void stage_unref(struct stage *stage)
{
  g_atomic_rc_box_release_full(stage, end);
}

void stage_note(struct stage *stage, struct note note)
{
  if (!mailbox_send(&stage->notes, &note))
    note_free(&note);
}
