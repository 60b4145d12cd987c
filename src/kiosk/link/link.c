// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/link.h"

#include "base/log.h"
#include "base/memory.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_WAIT (60 * MS_SECOND)

enum letter_kind {
  LETTER_WISH,
  LETTER_URGENT,
  LETTER_PROBLEMS,
  LETTER_CALL,
  LETTER_SIGNALS,
  LETTER_PEOPLE,
  LETTER_MEMO
};

struct letter {
  enum letter_kind kind;
  char id[UUID_SIZE];
  char *json; // owned
  enum call_item_kind item;
  bool bye;
};

static void wake(void *ctx)
{
  struct link *link = ctx;
  curl_multi_wakeup(link->session.site.multi);
}

static void init_queues(struct link *link, const struct link_settings *settings)
{
  struct session *session = &link->session;
  access_init(&link->access, session);
  stream_init(&link->stream, session, &link->messages);
  outbox_init(&link->urgent, session, "the call for help", true);
  outbox_init(&link->ordinary, session, "a message", false);
  fetch_init(&link->fetch, session, &link->stream, settings->pictures, settings->voices);
  heartbeat_init(&link->heartbeat, session);
  calls_init(&link->calls, session, settings->device);
  voice_messages_init(&link->messages, session, settings->messages);
}

void link_init(struct link *link, const struct link_settings *settings, link_emit *emit, void *emit_ctx)
{
  memset(link, 0, sizeof *link);
  COPY_TEXT(link->server, settings->server);
  COPY_TEXT(link->ca_file, settings->ca_file);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  link->session = (struct session){
      .identity = settings->identity,
      .version = settings->version,
      .snapshot_wanted = true,
      .emit = emit,
      .emit_ctx = emit_ctx,
      .site = {.multi = curl_multi_init(), .server = link->server, .ca_file = link->ca_file, .agent = "anban-kiosk"}};
  if (!link->session.site.multi)
    memory_exhausted();
  COPY_TEXT(link->session.device, settings->device);
  mailbox_init(&link->letters, sizeof(struct letter), wake, link);
  init_queues(link, settings);
}

static void take_letter(struct link *link, const struct letter *letter)
{
  switch (letter->kind) {
  case LETTER_PROBLEMS:
    heartbeat_set_problems(&link->heartbeat, letter->json);
    break;
  case LETTER_CALL:
    calls_post(&link->calls, letter->item, letter->id, letter->json, letter->bye);
    break;
  case LETTER_SIGNALS:
    calls_fetch(&link->calls);
    break;
  case LETTER_PEOPLE:
    calls_people(&link->calls, letter->json);
    break;
  case LETTER_MEMO:
    voice_messages_added(&link->messages);
    break;
  case LETTER_WISH:
  case LETTER_URGENT:
    outbox_add(letter->kind == LETTER_URGENT ? &link->urgent : &link->ordinary, letter->id, letter->json);
    break;
  }
}

static void take_letters(struct link *link)
{
  struct letter letter;
  while (mailbox_take(&link->letters, &letter)) {
    take_letter(link, &letter);
  }
}

static anban_ms step(struct link *link, anban_ms now)
{
  anban_ms next = access_step(&link->access, now);
  next = earlier(next, outbox_step(&link->urgent, now));
  next = earlier(next, outbox_step(&link->ordinary, now));
  next = earlier(next, stream_step(&link->stream, now));
  next = earlier(next, fetch_step(&link->fetch, now));
  next = earlier(next, calls_step(&link->calls, now));
  next = earlier(next, voice_messages_step(&link->messages, now));
  return earlier(next, heartbeat_step(&link->heartbeat, now));
}

static void *run(void *ctx)
{
  struct link *link = ctx;
  CURLM *multi = link->session.site.multi;
  pthread_setname_np(pthread_self(), "link");
  while (!atomic_load(&link->stop)) {
    int running;
    take_letters(link);
    curl_multi_perform(multi, &running);
    http_transfer_collect(&link->session.site);
    // Last, for what has just come may want something; what begins here makes the poll return at once.
    anban_ms now = clock_steady(), next = step(link, now);
    anban_ms wait = next < 0 || next - now > LONGEST_WAIT ? LONGEST_WAIT : next - now;
    curl_multi_poll(multi, NULL, 0, wait > 0 ? (int)wait : 0, NULL);
  }
  return NULL;
}

bool link_start(struct link *link, struct fault *fault)
{
  int error = pthread_create(&link->thread, NULL, run, link);
  link->started = error == 0;
  return link->started || fault_set(fault, "the link can't start a thread: error %d", error);
}

void link_stop(struct link *link)
{
  atomic_store(&link->stop, true);
  mailbox_close(&link->letters);
  wake(link);
}

void link_join(struct link *link)
{
  struct letter letter;
  if (link->started)
    pthread_join(link->thread, NULL);
  link->started = false;
  while (mailbox_take(&link->letters, &letter))
    free(letter.json);
  access_free(&link->access);
  stream_free(&link->stream);
  outbox_free(&link->urgent);
  outbox_free(&link->ordinary);
  fetch_free(&link->fetch);
  heartbeat_free(&link->heartbeat);
  calls_free(&link->calls);
  voice_messages_free(&link->messages);
  curl_multi_cleanup(link->session.site.multi);
  link->session.site.multi = NULL;
  mailbox_destroy(&link->letters);
}

static void hand_over(struct link *link, struct letter *letter)
{
  if (!mailbox_send(&link->letters, letter))
    free(letter->json);
}

static void send_letter(struct link *link, enum letter_kind kind, const char *id, const char *json)
{
  struct letter letter = {.kind = kind, .json = json ? memory_text(json) : NULL};
  COPY_TEXT(letter.id, id);
  hand_over(link, &letter);
}

void link_deliver(struct link *link, const char *id, const char *json, bool urgent)
{
  send_letter(link, urgent ? LETTER_URGENT : LETTER_WISH, id, json);
}

void link_set_problems(struct link *link, const char *json)
{
  send_letter(link, LETTER_PROBLEMS, "", json);
}

void link_call(struct link *link, enum call_item_kind kind, const char *id, const char *json, bool bye)
{
  struct letter letter = {.kind = LETTER_CALL, .item = kind, .bye = bye, .json = memory_text(json)};
  COPY_TEXT(letter.id, id);
  hand_over(link, &letter);
}

void link_signals(struct link *link)
{
  send_letter(link, LETTER_SIGNALS, "", NULL);
}

void link_people(struct link *link, const char *json)
{
  send_letter(link, LETTER_PEOPLE, "", json);
}

void link_voice_message(struct link *link)
{
  send_letter(link, LETTER_MEMO, "", NULL);
}
