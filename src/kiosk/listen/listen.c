// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/listen.h"

#include "base/memory.h"
#include "base/text.h"
#include "kiosk/listen/try.h"

#include <stdlib.h>

static void wake(void *ctx)
{
  sem_post(ctx);
}

struct listen *listen_new(const struct listen_settings *settings,
                          void (*emit)(void *ctx, const struct listen_event *event), void *emit_ctx)
{
  struct listen *listen = memory_new(sizeof *listen);
  FORMAT_TEXT(listen->folder, "%s", settings->folder);
  listen->settings = *settings;
  listen->emit = emit;
  listen->emit_ctx = emit_ctx;
  sem_init(&listen->wake, 0, 0);
  mailbox_init(&listen->orders, sizeof(struct listen_order), wake, &listen->wake);
  listen->ring.filled = wake;
  listen->ring.ctx = &listen->wake;
  try_init(listen);
  return listen;
}

// The clock is asked only for what does not come: samples.
static void *run(void *ctx)
{
  struct listen *listen = ctx;
  pthread_setname_np(pthread_self(), "listen");
  while (!atomic_load(&listen->stop)) {
    struct listen_order order;
    anban_ms until = try_wake_at(listen);
    struct timespec at = {.tv_sec = until / MS_SECOND, .tv_nsec = until % MS_SECOND * 1000000};
    if (until < 0)
      sem_wait(&listen->wake);
    else
      sem_clockwait(&listen->wake, CLOCK_MONOTONIC, &at);
    while (mailbox_take(&listen->orders, &order))
      try_order(listen, &order);
    try_go_on(listen, clock_steady());
  }
  try_cancel(listen);
  return NULL;
}

bool listen_start(struct listen *listen, struct fault *fault)
{
  int error = pthread_create(&listen->thread, NULL, run, listen);
  listen->started = error == 0;
  return listen->started || fault_set(fault, "listening can't start a thread: error %d", error);
}

void listen_stop(struct listen *listen)
{
  atomic_store(&listen->stop, true);
  sem_post(&listen->wake);
}

void listen_join(struct listen *listen)
{
  if (listen->started)
    pthread_join(listen->thread, NULL);
  listen->started = false;
}

void listen_free(struct listen *listen)
{
  if (!listen)
    return;
  try_free(listen);
  mailbox_destroy(&listen->orders);
  sem_destroy(&listen->wake);
  free(listen);
}

static void send(struct listen *listen, enum order_kind kind, const struct listen_request *request)
{
  struct listen_order order = {.kind = kind};
  if (request)
    order.request = *request;
  mailbox_send(&listen->orders, &order);
}

void listen_hear(struct listen *listen, const struct listen_request *request)
{
  send(listen, ORDER_HEAR, request);
}

void listen_enrol(struct listen *listen, const struct listen_request *request)
{
  send(listen, ORDER_ENROL, request);
}

void listen_cancel(struct listen *listen)
{
  send(listen, ORDER_CANCEL, NULL);
}

void listen_forget(struct listen *listen, const char *person)
{
  struct listen_request request = {0};
  COPY_TEXT(request.person, person);
  send(listen, ORDER_FORGET, &request);
}

void listen_hold(struct listen *listen, bool speaking)
{
  atomic_store(&listen->speaking, speaking);
}
