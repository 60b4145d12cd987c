// SPDX-License-Identifier: GPL-3.0-or-later
// The families of the residents: who they are, whether they can be called now, who has called, what they have said.
#pragma once

#include "kiosk/model/model.h"

// Those of a resident, in the desk's order; the counts are at most the sizes.
int family_of(const struct model *model, const char *resident_id, const struct family_member *list[MOST_FAMILY]);
const struct family_member *family_member(const struct model *model, const char *id); // NULL: none
// Whether one of their pages is open, as far as the server can tell us.
bool family_reachable(const struct model *model, const char *id);

// Whether a call of any of them may be answered by itself.
bool family_may_look(const struct model *model, const char *resident_id);

// The calls of a resident, newest first.
int family_calls(const struct model *model, const char *resident_id, const struct call_record *list[MOST_RECORDS]);
// Those to the resident that nobody answered, within a day, until the resident has looked or has talked to them since.
int family_missed(const struct model *model, const char *resident_id, const struct call_record *list[MOST_RECORDS]);
// The messages to a resident, newest first.
int family_voices(const struct model *model, const char *resident_id, const struct voice_message *list[MOST_VOICES]);
int family_unheard(const struct model *model, const char *resident_id);
const struct voice_message *family_voice(const struct model *model, const char *id); // NULL: none

// The following change the model.
void family_reach(struct model *model, const struct reach *list, int count);
void family_log(struct model *model, const struct call_record *record);
void family_put_voice(struct model *model, const struct voice_message *voice);
void family_heard(struct model *model, const char *voice_id);
void family_opened(struct model *model, struct requests *out); // a screen: the list of calls is looked at
