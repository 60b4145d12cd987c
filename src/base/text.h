// SPDX-License-Identifier: GPL-3.0-or-later
// Text: UTF-8, in arrays of a fixed size or in a buffer that grows. Thread: any; a buffer belongs to one thread at a
// time.
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

// Copies `from` into an array of `size` bytes, cut at a whole character. Returns whether all of it fitted.
bool text_copy(char *to, size_t size, const char *from);
// printf into an array of `size` bytes, cut at a whole character. Returns whether all of it fitted.
bool text_format(char *to, size_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));
// Whether `size` bytes are well-formed UTF-8 (no overlong forms, no surrogates, nothing past U+10FFFF) without NUL.
bool text_is_utf8(const char *bytes, size_t size);
// The next character of well-formed UTF-8, 0 at the end; moves `*at` past it. A broken byte is read as U+FFFD.
unsigned text_next(const char **at);
size_t text_characters(const char *text);
// In place: characters that nobody sees go (of no width, of direction), a firm space is a space, none stands around.
void text_tidy(char *text);

#define COPY_TEXT(to, from) text_copy((to), sizeof(to), (from))
#define FORMAT_TEXT(to, ...) text_format((to), sizeof(to), __VA_ARGS__)

// A growing buffer, born empty by zeroing. `bytes` is NULL or ends in NUL. Out of memory ends the program.
struct buffer {
  char *bytes;
  size_t size;
  size_t room;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t size);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_free(struct buffer *buffer);
