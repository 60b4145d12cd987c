// SPDX-License-Identifier: GPL-3.0-or-later
// Lines for the technician on standard error: time, level, part, sentence. Never names, messages, numbers or any other
// personal data: say which thing by its id. Thread: any; a line is written whole.
#pragma once

enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO, LOG_DEBUG };

// The most talkative level that is written; LOG_INFO unless set. Set before threads start.
void log_set_level(enum log_level level);
void log_line(enum log_level level, const char *part, const char *format, ...) __attribute__((format(printf, 3, 4)));

#define log_error(part, ...) log_line(LOG_ERROR, part, __VA_ARGS__)
#define log_warning(part, ...) log_line(LOG_WARNING, part, __VA_ARGS__)
#define log_info(part, ...) log_line(LOG_INFO, part, __VA_ARGS__)
#define log_debug(part, ...) log_line(LOG_DEBUG, part, __VA_ARGS__)
