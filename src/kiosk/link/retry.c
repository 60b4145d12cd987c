// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/retry.h"

void retry_reset(struct retry *retry)
{
  *retry = (struct retry){0};
}

void retry_failed(struct retry *retry, anban_ms now, uint32_t random)
{
  anban_ms pause = RETRY_FIRST;
  for (int i = 0; i < retry->failures && pause < RETRY_LONGEST; i++)
    pause *= 2;
  if (pause > RETRY_LONGEST)
    pause = RETRY_LONGEST;
  retry->failures++;
  retry->due = now + pause - (anban_ms)(random % (uint32_t)(pause / 2 + 1));
}
