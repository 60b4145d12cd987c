// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/lag.h"

#define SPARE 30             // ms more than the latest piece needed
#define LOOK (3 * MS_SECOND) // before pieces are moved back
#define WORTH_A_GAP 60       // ms: moving back drops that much; less is left as it is

static anban_ms shift_for(anban_ms age)
{
  anban_ms shift = age <= LAG_ROOM ? 0 : age - LAG_ROOM + SPARE;
  return shift < LAG_MOST ? shift : LAG_MOST;
}

static void look_anew(struct lag *lag, anban_ms now)
{
  lag->latest = 0;
  lag->since = now;
}

void lag_take(struct lag *lag, anban_ms age, anban_ms now)
{
  if (age > LAG_MOST + LAG_ROOM)
    return; // after a stop of the whole machine: too old to wait for
  if (age > lag->latest)
    lag->latest = age;
  if (age > lag->shift + LAG_ROOM) {
    lag->shift = shift_for(age);
    look_anew(lag, now);
  } else if (now - lag->since >= LOOK) {
    if (shift_for(lag->latest) <= lag->shift - WORTH_A_GAP)
      lag->shift = shift_for(lag->latest);
    look_anew(lag, now);
  }
}
