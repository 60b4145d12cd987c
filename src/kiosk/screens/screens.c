// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/screens.h"

#include "kiosk/screens/each.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/hearing.h"

static void (*const draw[SCREENS])(struct sheet *sheet) = {
    [SCREEN_REST] = rest_draw,
    [SCREEN_SETUP] = setup_draw,
    [SCREEN_EMPTY] = empty_draw,
    [SCREEN_WHO] = who_draw,
    [SCREEN_ROOM] = room_draw,
    [SCREEN_ROOM_PEOPLE] = room_people_draw,
    [SCREEN_PIN] = pin_draw,
    [SCREEN_HOME] = home_draw,
    [SCREEN_DAY] = day_draw,
    [SCREEN_MEAL] = meal_draw,
    [SCREEN_DISHES] = dishes_draw,
    [SCREEN_BASKET] = basket_draw,
    [SCREEN_DIET] = diet_draw,
    [SCREEN_HOW] = how_draw,
    [SCREEN_CONFIRM] = confirm_draw,
    [SCREEN_DONE] = done_draw,
    [SCREEN_TODAY] = today_draw,
    [SCREEN_ORDER] = order_draw,
    [SCREEN_CANCEL] = cancel_draw,
    [SCREEN_SETTINGS] = settings_draw,
    [SCREEN_VOLUME] = volume_draw,
    [SCREEN_RATE] = rate_draw,
    [SCREEN_TEXT_SIZE] = text_size_draw,
    [SCREEN_THEME] = theme_draw,
    [SCREEN_LANGUAGE] = language_draw,
    [SCREEN_WORDS] = words_draw,
    [SCREEN_LESSON] = lesson_draw,
    [SCREEN_HEARD] = heard_draw,
    [SCREEN_OFFER] = offer_draw,
    [SCREEN_FAMILY] = family_draw,
    [SCREEN_CALLS] = calls_draw,
    [SCREEN_VOICES] = voices_draw,
    [SCREEN_HOURS] = hours_draw,
    [SCREEN_CALLING] = calling_draw,
    [SCREEN_RINGING] = ringing_draw,
    [SCREEN_BY_ITSELF] = by_itself_draw,
    [SCREEN_CALL] = call_draw,
    [SCREEN_CALL_CHECK] = call_check_draw,
    [SCREEN_CALL_OVER] = call_over_draw,
    [SCREEN_LEAVE] = leave_draw,
    [SCREEN_HELP] = help_draw,
    [SCREEN_STILL_THERE] = still_there_draw,
};

bool screens_page(const struct model *model, const struct lang *lang, struct page *page)
{
  *page = (struct page){0};
  struct sheet sheet = {.model = model, .lang = lang, .page = page, .whole = true};
  draw[model_screen(model)](&sheet);
  frame_draw(&sheet);
  hearing_over(&sheet);
  sheet_end(&sheet);
  return sheet.whole;
}
