// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of Chinese, and those of English at the end, asked in this order at each place where a figure, a letter or
// a sign may begin. A rule says its words and returns the byte after what it has read; 0: that is nothing of it.
#pragma once

#include "voice/normal_words.h"
#include "voice/rewrite.h"

// Times and dates.
size_t rule_lunar(const struct line *line, size_t at, struct rewrite *words);  // 农历10月3日
size_t rule_date(const struct line *line, size_t at, struct rewrite *words);   // 2026-11-25, 2026年
size_t rule_day(const struct line *line, size_t at, struct rewrite *words);    // 12/25, 10.1放假, 08-08-2008, 2026/08
size_t rule_era(const struct line *line, size_t at, struct rewrite *words);    // 公元前202年, 2334bc
size_t rule_decade(const struct line *line, size_t at, struct rewrite *words); // 90后
size_t rule_clock(const struct line *line, size_t at, struct rewrite *words);  // 12:30, 8:30 PM

// Figures that name something and are said one by one.
size_t rule_telephone(const struct line *line, size_t at, struct rewrite *words); // 13800138000, 0571-88888888, 120
size_t rule_room(const struct line *line, size_t at, struct rewrite *words);      // 3-201, 1203室, 302路
size_t rule_version(const struct line *line, size_t at, struct rewrite *words);   // 1.2.3
size_t rule_code(const struct line *line, size_t at, struct rewrite *words);      // 验证码 482913, G7301

// Two figures that stand to each other.
size_t rule_pressure(const struct line *line, size_t at, struct rewrite *words); // 130/80
size_t rule_fraction(const struct line *line, size_t at, struct rewrite *words); // 1/2
size_t rule_ratio(const struct line *line, size_t at, struct rewrite *words);    // 3:2, 3x2

size_t rule_degrees(const struct line *line, size_t at, struct rewrite *words); // 12℃/3℃, 2/8℃

// Amounts.
size_t rule_percent(const struct line *line, size_t at, struct rewrite *words); // 50%, 60-80%
size_t rule_money(const struct line *line, size_t at, struct rewrite *words);   // ¥12.50, 12.5元
size_t rule_dose(const struct line *line, size_t at, struct rewrite *words);    // 0.5片/次
size_t rule_mixed(const struct line *line, size_t at, struct rewrite *words);   // 1½片
size_t rule_half(const struct line *line, size_t at, struct rewrite *words);    // 2.5小时, 0.5片
size_t rule_measure(const struct line *line, size_t at, struct rewrite *words); // 3.5kg, 60km/h, 36.5℃
size_t rule_number(const struct line *line, size_t at, struct rewrite *words);  // 2碗, 12楼, 007

// What stands before a figure, between two, or alone.
size_t rule_dash(const struct line *line, size_t at, struct rewrite *words);    // 8:00-9:30, 3~5天
size_t rule_minus(const struct line *line, size_t at, struct rewrite *words);   // -5℃
size_t rule_sign(const struct line *line, size_t at, struct rewrite *words);    // ≥60, ①, Ⅱ, ℃
size_t rule_letters(const struct line *line, size_t at, struct rewrite *words); // CCTV, A4

// English, beside those of figures that are said one by one.
size_t english_clock(const struct line *line, size_t at, struct rewrite *words);   // 8:00
size_t english_date(const struct line *line, size_t at, struct rewrite *words);    // 2026-11-25
size_t english_money(const struct line *line, size_t at, struct rewrite *words);   // ¥12.50
size_t english_share(const struct line *line, size_t at, struct rewrite *words);   // 130/80
size_t english_measure(const struct line *line, size_t at, struct rewrite *words); // 5km/h
size_t english_between(const struct line *line, size_t at, struct rewrite *words); // 8-10, -5
