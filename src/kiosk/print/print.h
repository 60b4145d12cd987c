// SPDX-License-Identifier: GPL-3.0-or-later
// Slips on paper, on a thread of its own: one after the other, each until it is printed whole. What can't be confirmed
// is called sent, never printed.
#pragma once

#include "base/bitmap.h"
#include "base/mailbox.h"
#include "kiosk/print/driver.h"

#include <stdatomic.h>

#define PRINT_ID 40
#define PRINT_DEVICE 256

struct print_event {
  char id[PRINT_ID];
  enum print_outcome outcome;
  char sentence[256]; // for staff; "" when it came out well
};

struct print {
  char device[PRINT_DEVICE];
  anban_ms again;                                           // from a failure to the next try
  void (*emit)(void *ctx, const struct print_event *event); // on print's thread
  void *emit_ctx;
  struct mailbox slips;
  pthread_t thread;
  bool started;
  atomic_bool stop;
};

// `device` as in kiosk.conf. Without one, or with one of no known kind, print_start is false; the fault says which is
// wrong, and nothing when there is simply no printer.
void print_init(struct print *print, const char *device, void (*emit)(void *ctx, const struct print_event *event),
                void *emit_ctx);
bool print_start(struct print *print, struct fault *fault);
void print_stop(struct print *print); // asks the thread to end
void print_join(struct print *print); // waits for it and frees; also when it never started

// One more slip; takes the pictures. `again`: the one to be printed after a try that left a part on paper. What becomes
// of it is told whenever that changes. Thread: main.
void print_slip(struct print *print, const char *id, struct bitmap picture, struct bitmap again);
// One that is not on paper yet is not wanted any more. Thread: main.
void print_drop(struct print *print, const char *id);
