// SPDX-License-Identifier: GPL-3.0-or-later
// What an utterance comes to: an event that ends the try. Thread: listen's.
#pragma once

#include "kiosk/listen/try.h"

// `heard` NULL: something was loud, but nobody spoke.
void judge_heard(struct listen *listen, const struct utterance *heard, struct listen_event *event);
void judge_example(struct listen *listen, const struct utterance *heard, struct listen_event *event);
// Tells that a file was damaged or can't be written; nothing when the fault is empty.
void judge_tell_trouble(struct listen *listen, const struct fault *fault);
// What an example of command 0 comes to, of `count` compared with the person's own: LISTEN_ENROLLED: it may be kept,
// LISTEN_TOO_ALIKE: it is like command `other`, or LISTEN_UNLIKE. `has_own`: command 0 has an example already. Pure.
enum listen_event_kind judge_compared(const struct match *match, int count, bool has_own, int *other);
