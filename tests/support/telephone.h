// SPDX-License-Identifier: GPL-3.0-or-later
// The family at the other end of the kiosk's telephone, and the media between: what they do comes as reports.
#pragma once

#include "player.h"

#define TELEPHONE_CALL "019aa9c0-0000-7000-c000-000000000001"
#define TELEPHONE_DEVICE "019aa9c0-0000-7000-d000-000000000001" // of who calls or answers first
#define TELEPHONE_OTHER "019aa9c0-0000-7000-d000-000000000002"  // of who joins

// From now on the kiosk stands at the bedside of PERSON_CAREFUL, and a call to them rings.
void telephone_bedside(struct player *player);
// The server's words. A signal of the family member `who` (enum community_member) from a device.
void telephone_rings(struct player *player, int who, enum call_purpose purpose); // a call to PERSON_CAREFUL
void telephone_signal(struct player *player, enum signal_kind kind, const char *device);
void telephone_over(struct player *player, enum call_reason reason);
void telephone_posted(struct player *player, enum call_state state, enum call_reason reason); // answers our post
void telephone_forgotten(struct player *player); // the server is new and knows of no call
// The media's.
void telephone_media(struct player *player, enum media_news news, const char *device);
void telephone_connect(struct player *player, const char *device); // offer, answer, connected
void telephone_checked(struct player *player, struct call_findings findings);
void telephone_recorded(struct player *player, int milliseconds);
void telephone_reach(struct player *player, int who, bool reachable);
void telephone_reach_desk(struct player *player, bool reachable);
void telephone_log(struct player *player, int who, anban_ms ago, bool answered,
                   bool automatic); // a call to PERSON_CAREFUL

void telephone_voice(struct player *player, int number, int who, bool heard); // a message to PERSON_CAREFUL

// What the requests for calls were since it was asked last, in words: "ring 1; signal accept; media open".
const char *telephone_did(struct player *player);
