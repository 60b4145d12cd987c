// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/maker.h"

#include "base/text.h"

#define RATE 22050 // Hz, espeak-ng's

enum { LENT, MADE };

// Men and women, at an elder's pace and faster; which of them understand other voices best was measured (./bench
// speech).
static const struct {
  const char *variant;
  int rate_wpm;
} variants[] = {{"+m1", 165}, {"+m3", 150}, {"+f2", 165}, {"+f4", 150}, {"+m6", 180}};
#define VARIANTS ((int)(sizeof variants / sizeof *variants))

void maker_init(struct maker *maker, const struct voices_settings *settings)
{
  *maker = (struct maker){.espeak = {.data = settings->data, .readings = {.path = settings->readings}},
                          .recorded = {.folder = settings->packs, .rate = RATE}};
  chain_add(&maker->lent, recorded_engine(&maker->recorded));
  chain_add(&maker->made, espeak_engine(&maker->espeak));
  maker->voices[LENT] = chain_voice(&maker->lent);
  maker->voices[MADE] = chain_voice(&maker->made);
}

// When the first template is wanted: a kiosk that nobody speaks to needs none. What is amiss with a voice is speech's
// to tell.
static void start(struct maker *maker)
{
  struct fault fault;
  for (int i = 0; i < LISTEN_MAKERS && !maker->started; i++)
    maker->voices[i].start(maker->voices[i].ctx, &fault);
  maker->started = true;
}

void maker_stop(struct maker *maker)
{
  for (int i = 0; i < LISTEN_MAKERS && maker->started; i++)
    maker->voices[i].stop(maker->voices[i].ctx);
  maker->started = false;
}

static bool never(void *ctx)
{
  return false;
}

static struct samples *say(struct maker *maker, int which, const struct sentence *sentence)
{
  struct fault fault;
  start(maker);
  return maker->voices[which].say(maker->voices[which].ctx, sentence, never, NULL, &fault);
}

static struct samples *say_lent(void *ctx, const char *text, const char *locale, int variant)
{
  struct sentence sentence = {.rate_wpm = variants[0].rate_wpm};
  if (variant > 0)
    return NULL;
  COPY_TEXT(sentence.text, text);
  COPY_TEXT(sentence.locale, locale);
  return say(ctx, LENT, &sentence);
}

static struct samples *say_made(void *ctx, const char *text, const char *locale, int variant)
{
  struct sentence sentence = {0};
  if (variant >= VARIANTS)
    return NULL;
  sentence.rate_wpm = variants[variant].rate_wpm;
  COPY_TEXT(sentence.text, text);
  COPY_TEXT(sentence.locale, locale);
  COPY_TEXT(sentence.variant, variants[variant].variant);
  return say(ctx, MADE, &sentence);
}

void maker_offer(struct maker *maker, struct listen_maker out[LISTEN_MAKERS])
{
  out[LENT] = (struct listen_maker){say_lent, maker};
  out[MADE] = (struct listen_maker){say_made, maker};
}

void maker_renew(struct maker *maker)
{
  recorded_renew(&maker->recorded);
  readings_renew(&maker->espeak.readings);
  readings_renew(&maker->espeak.readings);
}
