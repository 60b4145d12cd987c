// SPDX-License-Identifier: GPL-3.0-or-later
// Hears one spoken command and reports which of those that the screen offers it was, or that it was none. It hears only
// from listen_hear or listen_enrol until the end of that try; between them the microphone is closed. What is heard is
// never kept: of an enrolled example only its features are (see examples.h).
//
// A command is known by templates: the person's own examples; without at least two of them, how a voice pack and the
// kiosk's own voices say its text. Nothing here knows a language.
#pragma once

#include "base/clock.h"
#include "base/fault.h"
#include "base/locale.h"
#include "base/mailbox.h"
#include "base/sample_ring.h"
#include "base/samples.h"

#include <semaphore.h>

#define LISTEN_COMMANDS 16 // at once
#define LISTEN_NAME 64
#define LISTEN_PERSON 40 // a resident's id, or "" for anybody

struct listen_command {
  char id[LISTEN_NAME];   // the giver's, comes back with the event
  char text[LISTEN_NAME]; // as it is said, in the locale
};

struct listen_request {
  uint64_t number; // the giver's, comes back with every event of this try
  int count;
  struct listen_command commands[LISTEN_COMMANDS];
  char locale[LOCALE_SIZE];
  char person[LISTEN_PERSON]; // whose own examples count
};

// Each try ends with exactly one of the events marked *, unless it was cancelled or another took its place.
enum listen_event_kind {
  LISTEN_READY,     // now speak
  LISTEN_LEVEL,     // ten times a second: level
  LISTEN_HEARD,     // * id, sure
  LISTEN_UNKNOWN,   // * something was said, none of the commands surely enough
  LISTEN_SILENCE,   // * nothing was said
  LISTEN_NO_SOUND,  // * no sample comes from the microphone
  LISTEN_ENROLLED,  // * of listen_enrol: the example is kept; examples: how many there are now
  LISTEN_TOO_ALIKE, // * of listen_enrol: not kept, it sounds like the command id
  LISTEN_UNLIKE,    // * of listen_enrol: not kept, it is not like the examples before
  LISTEN_TROUBLE,   // sentence: a file of examples was damaged and set aside, or an example can't be kept
};

struct listen_event {
  enum listen_event_kind kind;
  uint64_t number;
  char id[LISTEN_NAME];
  double sure;  // 0 just accepted to 1
  int level;    // dB below full scale: -90 to 0
  int examples; // of the person for this command
  char sentence[256];
};

// Who says a command for the templates. Variants from 0 differ in voice and pace. NULL: it can't, or has no such
// variant. The samples are the caller's, of any rate. Thread: listen's only.
struct listen_maker {
  struct samples *(*make)(void *ctx, const char *text, const char *locale, int variant);
  void *ctx;
};

#define LISTEN_MAKERS 2
struct listen_settings {
  const char *folder;                        // for the examples of persons, made when needed
  struct listen_maker makers[LISTEN_MAKERS]; // each adds what it can say of a text; make NULL: none
  struct sample_source source;
};

struct listen;

// `settings.folder` is copied; what the makers and the source point to must outlive listen_join.
struct listen *listen_new(const struct listen_settings *settings,
                          void (*emit)(void *ctx, const struct listen_event *event), void *emit_ctx);
bool listen_start(struct listen *listen, struct fault *fault);
void listen_stop(struct listen *listen); // asks the thread to end
void listen_join(struct listen *listen); // waits for it; also when it never started
void listen_free(struct listen *listen); // when nobody puts samples any more: after the source's own end

// Thread: any. All return at once. A request takes the place of the one before.
void listen_hear(struct listen *listen, const struct listen_request *request);
// Records one example of commands[0] for request->person; the other commands are those it must not sound like.
void listen_enrol(struct listen *listen, const struct listen_request *request);
void listen_cancel(struct listen *listen);
// The kiosk itself speaks, or has ended: what is heard meanwhile and a moment after is not listened to.
void listen_hold(struct listen *listen, bool speaking);
// Forgets all examples of the person, on the disk too.
void listen_forget(struct listen *listen, const char *person);
