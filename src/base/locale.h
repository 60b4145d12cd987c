// SPDX-License-Identifier: GPL-3.0-or-later
// The languages and dialects a person can choose: one field, named as gettext and glibc name them. What stands after
// "@" is a dialect: it is written like the language before it and spoken otherwise.
#pragma once

#include <stdbool.h>

#define LOCALE_SIZE 24 // "zh_CN@shandong" and its end, with room for a longer name
#define LOCALES 12

// Words a minute, as espeak-ng counts them, unless somebody wishes otherwise: 3.5 to 4.3 Chinese characters a second.
#define USUAL_RATE 175
#define USUAL_RATE_TEXT "175"

// "zh_CN", "zh_HK", "zh_CN@shanghai" …, in the order in which they are offered; `index` from 0 to LOCALES - 1.
const char *locale_code(int index);
// What it is called in its own tongue.
const char *locale_own_name(int index);
// -1: there is no such language.
int locale_index(const char *code);
// "zh_CN" for "zh_CN@sichuan", and of a language without dialect itself.
void locale_written(const char *code, char out[LOCALE_SIZE]);
// Whether texts in `code` are written as in `written`: "zh_CN@sichuan" is written as "zh_CN".
bool locale_is_written(const char *code, const char *written);
