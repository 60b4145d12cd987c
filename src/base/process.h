// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is run to its end, or to the end of its time, with the files it is given. It has a process group of
// its own, so that all it has started ends with it. Thread: any; blocks.
#pragma once

#include "base/fault.h"
#include "base/text.h"

struct process_file {
  int from, to; // ours, and what the program sees it as
};

struct process {
  char *const *argv; // ended by NULL; [0] is a path
  char *const *environment;
  const struct process_file *files;
  int file_count;
  int most_ms;
};

enum process_end {
  PROCESS_ENDED,       // by itself
  PROCESS_SLOW,        // its time was up
  PROCESS_NOT_STARTED, // the fault says why
};
// `status`: as waitpid's.
enum process_end process_run(const struct process *process, int *status, struct fault *fault);

// A file without a name that holds `content`: nobody waits for anybody at a pipe. -1: errno says why.
int process_paper(const char *content);
int process_paper_of(const void *bytes, size_t size);
void process_read_paper(int fd, size_t most, struct buffer *out);
