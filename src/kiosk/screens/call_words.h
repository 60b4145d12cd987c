// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces that the screens of calls share: who it is, when it was, the faces.
#pragma once

#include "kiosk/screens/sheet.h"

// "女儿张晓梅": of somebody of the family, or of anybody whose relation is "".
void call_person(const struct lang *lang, const char *relation, const char *name, char *out, size_t size);
// Who calls, is called or was called last.
void call_who(const struct sheet *sheet, char *out, size_t size);
// Somebody of the family, or the desk, by id, as they were called when they are known no more.
void call_who_of(const struct sheet *sheet, const char *id, const char *name, char *out, size_t size);
// "昨天下午3:20"
void call_when(const struct sheet *sheet, anban_ms at, char *out, size_t size, bool spoken);

// The face of who it is about, on a page of BODY_CALL.
void call_face(struct sheet *sheet);
// The way to the hours in which calls may be answered by themselves, for those whose family has somebody who may.
void call_hours_key(struct sheet *sheet);
// The picture of somebody of the family, or a figure.
void call_portrait(struct sheet *sheet, struct page_item *item, const char *member_id);
// Keys of BODY_CALL in the order they are put there: always in front, whatever else stands on the page.
struct page_item *call_key(struct sheet *sheet, const char *name, const char *label, const char *icon,
                           enum intent_kind kind);
struct page_item *call_tile(struct sheet *sheet, const char *name, const char *label, const char *icon,
                            enum intent_kind kind);
