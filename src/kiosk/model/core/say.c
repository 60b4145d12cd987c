// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/core/say.h"

bool say_may(enum say_rank wanted, enum say_rank being_said, bool people_talk)
{
  return wanted > SAY_NOTHING && !people_talk && wanted >= being_said;
}
