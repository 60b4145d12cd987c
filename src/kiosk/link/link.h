// SPDX-License-Identifier: GPL-3.0-or-later
// Talks to the server on a thread of its own: proves who the kiosk is, delivers messages until they are answered,
// follows the event stream, fetches the snapshot, pictures and voices, says once a minute that the kiosk lives.
// Whatever fails is tried again for ever; all goes on within 10 s after the network is back.
#pragma once

#include "base/mailbox.h"
#include "kiosk/link/access.h"
#include "kiosk/link/calls.h"
#include "kiosk/link/fetch.h"
#include "kiosk/link/heartbeat.h"
#include "kiosk/link/outbox.h"
#include "kiosk/link/voice_messages.h"

#include <stdatomic.h>

struct link_settings {
  const char *server;              // "https://anban.example:8443", without a slash at the end
  const char *ca_file;             // PEM of who vouches for the server; "": the system's
  const struct identity *identity; // must outlive the link
  const char *version;             // of the kiosk
  const char *pictures;            // folder of the pictures
  const char *voices;              // folder of the recorded voices and of the readings
  const char *messages;            // folder of the spoken messages
  const char *device;              // of the kiosk in calls, new at each of its starts
};

struct link {
  char server[256], ca_file[512];
  struct mailbox letters; // from the main thread
  pthread_t thread;
  bool started;
  atomic_bool stop;
  // The link's thread only, from link_start on.
  struct session session;
  struct access access;
  struct stream stream;
  struct outbox urgent, ordinary; // calls for help never wait behind a meal
  struct fetch fetch;
  struct heartbeat heartbeat;
  struct calls calls;
  struct voice_messages messages;
};

// `version` must outlive the link.
void link_init(struct link *link, const struct link_settings *settings, link_emit *emit, void *emit_ctx);
bool link_start(struct link *link, struct fault *fault);
void link_stop(struct link *link); // asks the thread to end
void link_join(struct link *link); // waits for it and frees; also when it never started

// Thread: any, between link_init and link_join. `json` is a message as in protocol/message.h, `urgent` for a call for
// help. Its answer comes as LINK_ANSWER or LINK_REFUSED, however long that takes.
void link_deliver(struct link *link, const char *id, const char *json, bool urgent);
// What the kiosk says about calls, in this order. `json` of a call is a call_request, its answer comes as LINK_CALL; of
// a signal what is posted; "{}" of a message that was heard, whose id it is.
void link_call(struct link *link, enum call_item_kind kind, const char *id, const char *json, bool bye);
void link_signals(struct link *link);                  // all of our call once more
void link_people(struct link *link, const char *json); // {"device","residents"}: for whom the kiosk answers
void link_voice_message(struct link *link);            // one more complete spoken message waits in the folder
// `json`: an array of sentences about what is not as it should be.
void link_set_problems(struct link *link, const char *json);
