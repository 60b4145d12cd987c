// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/chain.h"

#include "voice/normal.h"

#include <assert.h>
#include <string.h>

void chain_add(struct chain *chain, struct engine engine)
{
  assert(chain->count < CHAIN_MOST);
  chain->links[chain->count++] = (struct chain_link){.engine = engine};
}

static struct fault amiss(const struct chain *chain)
{
  for (int i = 0; i < chain->count; i++) {
    const struct chain_link *link = &chain->links[i];
    if (*link->at_start.sentence || *link->lately.sentence)
      return *link->at_start.sentence ? link->at_start : link->lately;
  }
  return (struct fault){0};
}

static bool start(void *ctx, struct fault *fault)
{
  struct chain *chain = ctx;
  bool any = false;
  for (int i = 0; i < chain->count; i++) {
    struct chain_link *link = &chain->links[i];
    link->at_start = link->lately = (struct fault){0};
    link->works = !link->engine.start || link->engine.start(link->engine.ctx, &link->at_start);
    any = any || link->works;
  }
  *fault = amiss(chain);
  return any;
}

static void stop(void *ctx)
{
  struct chain *chain = ctx;
  for (int i = chain->count - 1; i >= 0; i--)
    if (chain->links[i].engine.stop)
      chain->links[i].engine.stop(chain->links[i].engine.ctx);
}

// Returns whether the matter is settled: said, or no longer wanted.
static bool ask(struct chain_link *link, const struct task *task, struct samples **samples)
{
  struct fault fault = {0};
  enum verdict verdict = link->engine.say(link->engine.ctx, task, samples, &fault);
  if (verdict == SAID || verdict == SAID_ITSELF || verdict == SAID_FAILED)
    link->lately = fault;
  return verdict == SAID || verdict == SAID_ITSELF || verdict == SAID_STALE;
}

static struct samples *say(void *ctx, const struct sentence *sentence, bool (*stale)(void *), void *stale_ctx,
                           struct fault *fault)
{
  struct chain *chain = ctx;
  struct rewrite words = {0};
  normal_words(sentence->text, sentence->locale, &words);
  struct task task = {.sentence = sentence, .words = &words, .stale = stale, .stale_ctx = stale_ctx};
  struct samples *samples = NULL;
  bool settled = false;
  for (int i = 0; i < chain->count && !settled; i++)
    settled = chain->links[i].works && ask(&chain->links[i], &task, &samples);
  rewrite_free(&words);
  *fault = samples || !settled ? amiss(chain) : (struct fault){0};
  if (!settled && !*fault->sentence)
    fault_set(fault, "no voice has this sentence");
  return samples;
}

struct voice chain_voice(struct chain *chain)
{
  return (struct voice){.start = start, .say = say, .stop = stop, .ctx = chain};
}
