// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "kiosk/app/app.h"

#include <malloc.h>
#include <stdio.h>

// A call has some thirty threads that all handle pictures: each would keep freed ones of its own. Two share well
// enough.
#define HEAPS 2

int main(int argc, char **argv)
{
  struct options options;
  struct fault fault;
  mallopt(M_ARENA_MAX, HEAPS);
  switch (options_read(&options, argc, argv, &fault)) {
  case OPTIONS_TOLD:
    return 0;
  case OPTIONS_WRONG:
    fprintf(stderr, "%s\n", fault.sentence);
    return 2;
  case OPTIONS_RUN:
    break;
  }
  if (!secret_start(&fault)) {
    fprintf(stderr, "%s\n", fault.sentence);
    return 1;
  }
  return app_run(&options);
}
