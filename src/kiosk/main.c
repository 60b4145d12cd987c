// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "kiosk/app/app.h"

#include <stdio.h>

int main(int argc, char **argv)
{
  struct options options;
  struct fault fault;
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
