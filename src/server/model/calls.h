// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that go on now: who rings where, who has answered, who is in it, how it ends. Kept in memory only; what is
// to be remembered is handed out as records. Pure: time is passed in, and what follows is said to `struct calls_ears`.
// A device is known by its owner (a kiosk, a member of a family or of staff) and the id it gave itself, so that nobody
// hears or says anything in the place of another.
#pragma once

#include "protocol/family.h"
#include "protocol/signal.h"

#define CALL_LOST_MS (90 * MS_SECOND)  // a gone device that is not back by then has left the call
#define CALL_ALONE_MS (60 * MS_SECOND) // a resumed call to which nobody else comes ends
#define CALL_KEPT_MS (60 * MS_SECOND)  // a call that is over, for who asks how it ended
#define MOST_LIVE_CALLS 500
#define MOST_CALL_ENDS 32           // devices that a call concerns
#define MOST_KEPT_SIGNALS 300       // of a call, for who has missed some
#define MOST_KEPT_BYTES (256 << 10) // of these
#define MOST_KIOSK_PEOPLE 8         // whom a kiosk answers for at once

struct calls;

struct calls_time {
  anban_ms wall;   // as it is told
  anban_ms steady; // as it is counted
};

struct calls_device {
  char owner[UUID_SIZE];
  char id[UUID_SIZE];
};

// What follows. Called from within the functions below; must not call them back.
struct calls_ears {
  // A signal for this device; it and what it holds live until the return.
  void (*tell)(void *ctx, const struct calls_device *device, const struct signal *signal);
  // Somebody has answered (`over_at` is 0), and: it is over for this party. `kiosk_id`: "" when none has answered.
  void (*record)(void *ctx, const struct call_record *record, const char *kiosk_id);
  void *ctx;
};

// `ring`: how long it rings, at most CALL_RING_MS.
struct calls *calls_new(const struct calls_ears *ears, anban_ms ring);
void calls_free(struct calls *calls);

// Who asks, as the caller of these functions has found out.
struct calls_asker {
  struct calls_device device;
  int party_count;
  struct party parties[1 + MOST_KIOSK_PEOPLE]; // for whom the device may speak
  char name[NAME_SIZE], relation[NAME_SIZE];   // of a person
  char resident_id[UUID_SIZE];                 // of a member of a family: whose; else empty
};

enum calls_answer {
  CALLS_DONE,
  CALLS_UNKNOWN,  // there is no such call
  CALLS_CONFLICT, // the id is another call's
  CALLS_SETTLED,  // it is over, answered elsewhere, or full
  CALLS_NOT_IN,   // this device may not say this in this call
  CALLS_FULL,     // more calls at once than there may be
  CALLS_ANSWERS
};

// A call to be made, allowed already. One side is the elder: a resident, or a kiosk where nobody has signed in.
struct calls_wish {
  const struct call_request *request;
  const struct calls_asker *asker; // speaks for request->from
  struct party elder;
  char resident_id[UUID_SIZE];                 // empty: the elder is a kiosk
  bool may_auto;                               // it may be answered by itself
  struct call_member to;                       // party, name and relation of whom it is to
  int device_count;                            // where that one can be reached now
  struct calls_device devices[MOST_CALL_ENDS]; // some of them, when there are more than may ring
};
// The call of the same resident that goes on already.
struct calls_other {
  char joinable[UUID_SIZE]; // its id, when the asker may join; else ""
  bool full;                // the asker might, if there were room
};
// `out`: the call as it stands: ringing; talking, when the other had called too; over, with the reason, when it can't
// ring, and `other` then tells why. The same id again gives the same call. With request->resume a call that a server
// before has known is taken up again.
enum calls_answer calls_place(struct calls *calls, const struct calls_wish *wish, struct calls_time now,
                              struct call *out, struct calls_other *other);

// `signal`: as posted. `out` is filled, and `*changed` set, when the call has changed by it.
enum calls_answer calls_signal(struct calls *calls, const char *call_id, const struct calls_asker *asker,
                               const struct signal *signal, struct calls_time now, int64_t *seq, struct call *out,
                               bool *changed);

// The calls that concern the asker's device or party: [{"call", "signals": those for this device}], of the call `heard`
// those after `after` only. Each call counts its signals from 1, and in a gap of a stream one can end and another
// begin. `heard` "": after `after` of each.
json_t *calls_write(const struct calls *calls, const struct calls_asker *asker, const char *heard, int64_t after);

// The event stream of a device is gone, or is back.
void calls_gone(struct calls *calls, const struct calls_device *device, struct calls_time now);
void calls_back(struct calls *calls, const struct calls_device *device, struct calls_time now);
// It can't come back: it leaves the call it is in.
void calls_lost(struct calls *calls, const struct calls_device *device, struct calls_time now);
// Who may not call any more leaves: this member of a family or of staff, all of this resident's family, or whoever is
// at this kiosk.
void calls_end_of(struct calls *calls, const char *id, struct calls_time now);
// What time alone brings about; once a second.
void calls_tick(struct calls *calls, struct calls_time now);

// How many are ringing or talking.
int calls_live(const struct calls *calls);
// Calls `each` for the devices that are in a call or ring.
void calls_each_device(const struct calls *calls, void (*each)(void *ctx, const struct calls_device *device),
                       void *ctx);
