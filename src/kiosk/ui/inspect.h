// SPDX-License-Identifier: GPL-3.0-or-later
// The inspection door: whoever connects to the Unix socket is told, as one JSON text, what is on the screen. It only
// tells: nothing is read from the socket. A thread of its own waits for callers, so that an idle kiosk stays asleep.
#pragma once

#include "base/fault.h"
#include "base/text.h"
#include "kiosk/ui/tree.h"

struct inspect;

// Opens the door; the socket file is for its owner only. NULL and the fault when it can't be made.
struct inspect *inspect_start(const char *path, struct fault *fault);
void inspect_stop(struct inspect *inspect); // NULL is fine; removes the socket file
// What callers are told from now on. Thread: any.
void inspect_show(struct inspect *inspect, const struct tree *tree);

// `ready_at`: CLOCK_MONOTONIC in ms; a touch that is made sooner can meet a key that is deaf.
// {"screen","locale","spoken","said","ready_at","page","pages","width","height","px_per_mm","nodes":[{"role","name","text","spoken",
// "state","enabled","chosen","focused","key","px":[x,y,w,h],"mm":[x,y,w,h],"ink","ground"}]}
void inspect_write(const struct tree *tree, struct buffer *out);
