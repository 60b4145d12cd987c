// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files. Errors name the file and the reason. Thread: any.
#pragma once

#include "base/fault.h"
#include "base/text.h"

#include <stddef.h>

// Appends the whole file to `out`. Refuses what is longer than `most` bytes.
bool file_read(const char *path, size_t most, struct buffer *out, struct fault *fault);
// Writes all or nothing: a temporary neighbour, synced to disk, then renamed over `path`. `mode` as in chmod.
bool file_replace(const char *path, const void *bytes, size_t size, unsigned mode, struct fault *fault);
// Syncs the finished file `from` to disk and gives it the name `to`, over what stood there; then the name is on disk
// too.
bool file_settle(const char *from, const char *to, struct fault *fault);
// Makes the folder and those above it, mode 0700; one that stands already is fine.
bool file_make_folder(const char *path, struct fault *fault);
