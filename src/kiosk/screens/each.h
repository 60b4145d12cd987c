// SPDX-License-Identifier: GPL-3.0-or-later
// Each screen writes its page; the frame is drawn afterwards.
#pragma once

#include "kiosk/screens/sheet.h"

void rest_draw(struct sheet *sheet);
void setup_draw(struct sheet *sheet);
void empty_draw(struct sheet *sheet);
void who_draw(struct sheet *sheet);
void room_draw(struct sheet *sheet);
void room_people_draw(struct sheet *sheet);
void pin_draw(struct sheet *sheet);
void home_draw(struct sheet *sheet);
void day_draw(struct sheet *sheet);
void meal_draw(struct sheet *sheet);
void dishes_draw(struct sheet *sheet);
void basket_draw(struct sheet *sheet);
void diet_draw(struct sheet *sheet);
void how_draw(struct sheet *sheet);
void confirm_draw(struct sheet *sheet);
void done_draw(struct sheet *sheet);
void today_draw(struct sheet *sheet);
void order_draw(struct sheet *sheet);
void cancel_draw(struct sheet *sheet);
void settings_draw(struct sheet *sheet);
void volume_draw(struct sheet *sheet);
void rate_draw(struct sheet *sheet);
void text_size_draw(struct sheet *sheet);
void theme_draw(struct sheet *sheet);
void language_draw(struct sheet *sheet);
void words_draw(struct sheet *sheet);
void lesson_draw(struct sheet *sheet);
void heard_draw(struct sheet *sheet);
void offer_draw(struct sheet *sheet);
void family_draw(struct sheet *sheet);
void calls_draw(struct sheet *sheet);
void voices_draw(struct sheet *sheet);
void hours_draw(struct sheet *sheet);
void calling_draw(struct sheet *sheet);
void ringing_draw(struct sheet *sheet);
void by_itself_draw(struct sheet *sheet);
void call_draw(struct sheet *sheet);
void call_check_draw(struct sheet *sheet);
void call_over_draw(struct sheet *sheet);
void leave_draw(struct sheet *sheet);
void help_draw(struct sheet *sheet);
void still_there_draw(struct sheet *sheet);
