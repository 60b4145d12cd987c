// SPDX-License-Identifier: GPL-3.0-or-later
// One try to hear or to enrol, from the order to its event. Thread: listen's, all of it but what is said otherwise.
#pragma once

#include "kiosk/listen/capture.h"
#include "kiosk/listen/known.h"
#include "kiosk/listen/listen.h"

#include <stdatomic.h>

enum order_kind { ORDER_HEAR, ORDER_ENROL, ORDER_CANCEL, ORDER_FORGET };

struct listen_order {
  enum order_kind kind;
  struct listen_request request;
};

struct listen {
  struct listen_settings settings;
  char folder[300];
  void (*emit)(void *ctx, const struct listen_event *event);
  void *emit_ctx;
  pthread_t thread;
  bool started;
  struct mailbox orders;
  struct sample_ring ring;
  sem_t wake; // an order or samples
  atomic_bool stop;
  atomic_bool speaking; // the kiosk itself
  // Listen's thread only.
  struct known known;
  struct capture *capture;
  bool trying, enrols;
  bool ready; // was told
  struct listen_request request;
  anban_ms heard_at; // when samples came last; steady
  size_t deaf;       // samples to pass over still: the echo of the kiosk's own voice
  int levelled;      // frame of the last level that was told
};

void try_init(struct listen *listen);
void try_free(struct listen *listen);
anban_ms try_wake_at(const struct listen *listen); // steady; -1: not by time
void try_order(struct listen *listen, const struct listen_order *order);
void try_go_on(struct listen *listen, anban_ms now); // with what the ring holds
void try_cancel(struct listen *listen);
