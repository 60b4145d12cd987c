// SPDX-License-Identifier: GPL-3.0-or-later
// The server's answers about calls; the later two become events of the link. NULL or false: not what was expected, the
// fault says what.
#pragma once

#include "kiosk/link/session.h"

struct call *calls_answer_call(const struct buffer *answer, struct fault *fault); // the caller frees it
bool calls_answer_calls(struct session *session, const struct buffer *answer, struct fault *fault);
bool calls_answer_ice(struct session *session, const struct buffer *answer, struct fault *fault);
// A signal as it came over the stream or was asked for. Takes over what `signal` owns.
void calls_tell_signal(struct session *session, const struct signal *signal);
