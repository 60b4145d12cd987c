// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/judge.h"

#include "base/text.h"
#include "kiosk/listen/examples.h"

// Scores of one voice in a quiet room, by ./bench speech: of 100 examples 99 are below 0.45 to the same words. A first
// example is refused as what another command sounds like only below SAME: at 0.55 one of eight good ones was. Later
// ones may be as UNLIKE as 0.80, since people say a word less alike than the bench's voices do: of 3840 other words
// that were said instead each is nearer to its own command anyhow.
#define SAME 0.50
#define UNLIKE 0.80
#define ALIKE_GAP 0.08

void judge_tell_trouble(struct listen *listen, const struct fault *fault)
{
  struct listen_event event = {.kind = LISTEN_TROUBLE, .number = listen->request.number};
  if (!*fault->sentence)
    return;
  COPY_TEXT(event.sentence, fault->sentence);
  listen->emit(listen->emit_ctx, &event);
}

static struct match compare(struct listen *listen, const struct utterance *heard)
{
  const struct listen_request *request = &listen->request;
  struct match_command commands[LISTEN_COMMANDS];
  for (int i = 0; i < request->count; i++) {
    struct fault fault;
    commands[i] = known_command(&listen->known, request->commands[i].text, request->locale, request->person, &fault);
    judge_tell_trouble(listen, &fault);
  }
  return match_commands(heard, commands, request->count);
}

void judge_heard(struct listen *listen, const struct utterance *heard, struct listen_event *event)
{
  event->kind = LISTEN_UNKNOWN;
  if (!heard)
    return;
  struct match match = compare(listen, heard);
  if (!match_is_sure(&match, &event->sure))
    return;
  event->kind = LISTEN_HEARD;
  COPY_TEXT(event->id, listen->request.commands[match.best].id);
}

// The person's own examples only: how like a stranger's voice theirs is says nothing of the words.
static void find_own(struct listen *listen, struct match_command commands[LISTEN_COMMANDS])
{
  const struct listen_request *request = &listen->request;
  for (int i = 0; i < request->count; i++) {
    struct fault fault;
    const struct known_text *own = known_own(&listen->known, request->person, request->commands[i].text, &fault);
    judge_tell_trouble(listen, &fault);
    for (int t = 0; own && t < own->count; t++)
      commands[i].templates[commands[i].count++] = own->templates[t];
  }
}

static int nearest_other(const struct match *match, int count)
{
  int nearest = -1;
  for (int i = 1; i < count; i++)
    if (nearest < 0 || match->scores[i] < match->scores[nearest])
      nearest = i;
  return nearest;
}

static void keep(struct listen *listen, const struct utterance *heard, struct listen_event *event)
{
  struct fault fault = {0};
  const struct listen_request *request = &listen->request;
  event->examples = examples_add(listen->folder, request->person, request->commands[0].text, heard, &fault);
  event->kind = event->examples > 0 ? LISTEN_ENROLLED : LISTEN_UNKNOWN;
  judge_tell_trouble(listen, &fault);
  known_forget_own(&listen->known);
}

enum listen_event_kind judge_compared(const struct match *match, int count, bool has_own, int *other)
{
  double alike = has_own ? match->scores[0] + ALIKE_GAP : SAME;
  *other = nearest_other(match, count);
  if (*other >= 0 && match->scores[*other] < alike)
    return LISTEN_TOO_ALIKE;
  return has_own && match->scores[0] > UNLIKE ? LISTEN_UNLIKE : LISTEN_ENROLLED;
}

void judge_example(struct listen *listen, const struct utterance *heard, struct listen_event *event)
{
  int other;
  struct match_command own[LISTEN_COMMANDS] = {0};
  event->kind = LISTEN_UNKNOWN;
  if (!heard)
    return;
  find_own(listen, own);
  struct match match = match_commands(heard, own, listen->request.count);
  event->kind = judge_compared(&match, listen->request.count, own[0].count > 0, &other);
  if (event->kind == LISTEN_TOO_ALIKE)
    COPY_TEXT(event->id, listen->request.commands[other].id);
  else if (event->kind == LISTEN_ENROLLED)
    keep(listen, heard, event);
}
