// SPDX-License-Identifier: GPL-3.0-or-later
// The telephone of a kiosk of its own for each test: at the bedside of PERSON_CAREFUL, or on their family page.
#pragma once

#include "one_kiosk.h"
#include "telephone.h"

#include "base/text.h"
#include "kiosk/model/telephone/family.h"

static inline void assert_did(const char *expected)
{
  assert_string_equal(telephone_did(&player), expected);
}

static inline int at_family(void **state)
{
  ready(state);
  player_sign_in(&player, PERSON_CAREFUL);
  telephone_reach(&player, MEMBER_DAUGHTER, true);
  player_open(&player, SCREEN_FAMILY);
  assert_did("people"); // for whom it answers now
  return 0;
}

static inline int at_bedside(void **state)
{
  ready(state);
  telephone_bedside(&player);
  return 0;
}

static inline void call_daughter(void)
{
  player.telephone_who = MEMBER_DAUGHTER;
  player_do(&player, INTENT_CALL, 0, community_member(MEMBER_DAUGHTER).id);
}

#define AT_REST(test) cmocka_unit_test_setup_teardown(test, at_bedside, stop)
#define AT_FAMILY(test) cmocka_unit_test_setup_teardown(test, at_family, stop)
