// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the pages, read once into memory: no path of a request ever reaches the disk. Thread: the loop's.
#pragma once

#include "server/http/http.h"

struct pages;

// Reads DIR/FOLDER/* of each folder (no folders below), to be given as /FOLDER/NAME; /FOLDER is its index.html. NULL
// and a fault that names the file when one can't be read.
struct pages *pages_load(const char *dir, const char *const *folders, size_t count, struct fault *fault);
void pages_free(struct pages *pages);
// Answers the request with the file of its path: compressed when the client takes that, 304 when it has it already.
// false: there is no such file, and the request is not answered.
bool pages_answer(const struct pages *pages, struct http_request *request);
