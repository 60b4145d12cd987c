// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of sentences that several screens say: days, meals, dishes, diet, places.
#pragma once

#include "kiosk/model/ordering/offer.h"
#include "kiosk/model/ordering/orders.h"
#include "kiosk/screens/sheet.h"

const char *phrase_meal(const struct lang *lang, enum meal meal);
const char *phrase_meal_icon(enum meal meal);
// "今天", "明天", "后天", else the weekday.
void phrase_day(const struct sheet *sheet, const char *date, char *out, size_t size);
// "今天的午餐"
void phrase_day_meal(const struct sheet *sheet, const char *date, enum meal meal, char *out, size_t size);
// "11:00到12:30"
void phrase_hours(const struct sheet *sheet, enum meal meal, char *out, size_t size);
// "上午十一点" when the meal is served, "" when the site is not known.
void phrase_served(const struct sheet *sheet, enum meal meal, char *out, size_t size, bool spoken);
// Until when the meal of that day is ordered: "上午9:30", the day before: "前一天下午5:00".
void phrase_cutoff(const struct sheet *sheet, enum meal meal, char *out, size_t size, bool spoken);

// "红烧肉套餐两份、米饭一份"
void phrase_dishes(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken);
// The same in little room: "红烧肉套餐等3样".
void phrase_dishes_short(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken);
// "米饭 × 2", "米饭两份"
void phrase_dish(const struct sheet *sheet, const struct order_item *item, char *out, size_t size, bool spoken);
// The name an item has, from the order or from the snapshot.
const char *phrase_item_name(const struct sheet *sheet, const struct order_item *item);

const char *phrase_delivery(const struct lang *lang, enum delivery delivery);
const char *phrase_delivery_icon(enum delivery delivery);
// Where the order is eaten or brought to: "送到3号楼502室".
void phrase_place(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken);

// "中午十一点半开饭，送到三号楼五零二室"
void phrase_when_where(const struct sheet *sheet, const struct order *order, char *out, size_t size, bool spoken);

// What a dish is: "软食、少盐".
void phrase_marks(const struct lang *lang, unsigned marks, char *out, size_t size);
// What stands against a dish: "含有花生、不是清真".
void phrase_conflict(const struct lang *lang, struct diet conflict, char *out, size_t size);

// "您对花生过敏，宫保鸡丁套餐里有花生。"
void phrase_allergy(const struct sheet *sheet, const struct dish *dish, char *out, size_t size);

// The notice of the screen, NULL: none.
const char *phrase_notice(const struct sheet *sheet);
