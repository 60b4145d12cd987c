// SPDX-License-Identifier: GPL-3.0-or-later
// One pipeline: built from a description, told by notes, ended for sure. Starting and ending may hang in a device's
// driver or its sound system, therefore neither is waited for longer than bearable. Thread: call's.
#pragma once

#include "kiosk/call/stage.h"

struct pipe {
  GstElement *top; // NULL: there is none
  unsigned serial; // of its notes; 0: there is none
};

// False and the fault when the description makes no sense or an element is not installed.
bool pipe_build(struct pipe *pipe, struct stage *stage, const char *description, struct fault *fault);
// An element by its name, valid as long as the pipe; NULL: it has none.
GstElement *pipe_part(const struct pipe *pipe, const char *name);
// Begins; NOTE_BROKEN when it can't.
void pipe_play(const struct pipe *pipe, struct stage *stage);
// NOTE_FLOWS when the first buffer comes to the sink pad of this element. Before pipe_play.
void pipe_tell_flow(const struct pipe *pipe, struct stage *stage, const char *name);
// Ends it; also one that was never built. One that hangs is left behind.
void pipe_end(struct pipe *pipe);
