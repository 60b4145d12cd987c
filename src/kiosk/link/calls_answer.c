// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/calls_answer.h"

#include "base/log.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CALLS 16
#define MOST_SIGNALS 1000

struct call *calls_answer_call(const struct buffer *answer, struct fault *fault)
{
  struct call read;
  json_t *json = json_parse(answer->bytes ? answer->bytes : "", answer->size, fault);
  bool ok = json && call_read(json, &read, fault);
  json_decref(json);
  if (!ok)
    return NULL;
  struct call *call = memory_new(sizeof *call);
  *call = read;
  return call;
}

void calls_tell_signal(struct session *session, const struct signal *signal)
{
  struct link_event event = {.kind = LINK_SIGNAL, .is.signal = memory_new(sizeof *signal)};
  bool other = strcmp(session->signal_call, signal->call_id) != 0;
  if (other || signal->seq > session->signal_seq)
    session->signal_seq = signal->seq;
  COPY_TEXT(session->signal_call, signal->call_id);
  *event.is.signal = *signal;
  session_emit(session, &event);
}

// It is told beside its signals who calls. What rang while the stream was away and rings no more stays quiet.
static bool still_counts(struct signal *signal, const struct call *call)
{
  if (signal->kind != SIGNAL_RING)
    return true;
  signal->has_call = true;
  signal->call = *call;
  return call->state == CALL_RINGING;
}

static void tell_signals(struct session *session, const struct call *call, const struct json_at *signals)
{
  struct fault fault;
  for (size_t i = 0; i < json_array_size(signals->value) && i < MOST_SIGNALS; i++) {
    struct json_at item = json_item(signals, i);
    struct signal signal = {0};
    bool newer = signal_is_newer(item.value), read = !newer && signal_read_at(&item, &signal, &fault);
    if (!newer && !read)
      log_error("link", "%s", fault.sentence);
    if (read && still_counts(&signal, call))
      calls_tell_signal(session, &signal);
    else
      signal_free(&signal);
  }
}

static bool read_call(const struct json_at *list, int index, struct call *out, struct fault *fault)
{
  struct json_at item = json_item(list, (size_t)index), call = json_member(&item, "call");
  return call_read_at(&call, out, fault);
}

static void tell_missed(struct session *session, const struct json_at *list)
{
  struct fault fault;
  for (int i = 0; i < (int)json_array_size(list->value); i++) {
    struct json_at item = json_item(list, (size_t)i), signals = json_member(&item, "signals");
    struct call call;
    if (read_call(list, i, &call, &fault))
      tell_signals(session, &call, &signals);
  }
}

// First how the calls stand, then what was said in them.
bool calls_answer_calls(struct session *session, const struct buffer *answer, struct fault *fault)
{
  struct link_event event = {.kind = LINK_RESUMED};
  json_t *json = json_parse(answer->bytes ? answer->bytes : "", answer->size, fault);
  struct json_at root = json_root("answer", json), list = json_member(&root, "calls");
  bool ok = json && json_get_array(&list, MOST_CALLS, fault);
  int count = ok ? (int)json_array_size(list.value) : 0;
  event.is.resumed.list = memory_new((size_t)(count ? count : 1) * sizeof *event.is.resumed.list);
  for (int i = 0; ok && i < count; i++)
    ok = read_call(&list, i, &event.is.resumed.list[event.is.resumed.count++], fault);
  if (!ok) {
    free(event.is.resumed.list);
    json_decref(json);
    return false;
  }
  session_emit(session, &event);
  tell_missed(session, &list);
  json_decref(json);
  return true;
}

bool calls_answer_ice(struct session *session, const struct buffer *answer, struct fault *fault)
{
  struct link_event event = {.kind = LINK_ICE, .is.ice = memory_new(sizeof(struct ice))};
  json_t *json = json_parse(answer->bytes ? answer->bytes : "", answer->size, fault);
  bool ok = json && ice_read(json, event.is.ice, fault);
  json_decref(json);
  if (ok)
    session_emit(session, &event);
  else
    free(event.is.ice);
  return ok;
}
