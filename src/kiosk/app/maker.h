// SPDX-License-Identifier: GPL-3.0-or-later
// Who says commands for the templates of listening: voices that people have lent, then several of espeak-ng's.
// Thread: listen's, but for init and maker_renew.
#pragma once

#include "kiosk/listen/listen.h"
#include "voice/voices.h"

struct maker {
  struct recorded recorded;
  struct espeak espeak;
  struct chain lent, made;
  struct voice voices[LISTEN_MAKERS];
  bool started;
};

// What the settings point to must outlive the maker.
void maker_init(struct maker *maker, const struct voices_settings *settings);
void maker_stop(struct maker *maker); // when listening has ended
// For listen_settings.makers.
void maker_offer(struct maker *maker, struct listen_maker out[LISTEN_MAKERS]);
void maker_renew(struct maker *maker); // as voices_renew. Thread: any
