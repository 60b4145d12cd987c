// SPDX-License-Identifier: GPL-3.0-or-later
// The community, and a daughter of whom calls are welcome. A transaction is open, and taken back at the end.
#pragma once

#include "../../cmocka_all.h"
#include "community.h"
#include "server/model/family.h"

#include <stdlib.h>

#define DAUGHTER "019aa9c0-0000-7000-8000-000000000010"

// For each test: its state is a struct community.
static inline int relatives_set_up(void **state)
{
  struct community *c = calloc(1, sizeof *c);
  struct family_member daughter = {.id = DAUGHTER, .resident_id = YULAN, .name = "张晓梅", .relation = "女儿"};
  community_open(c);
  assert_true(db_begin(c->db));
  db_run(c->db, "UPDATE resident SET consent_family_calls = 1 WHERE id = $1", "s", YULAN);
  assert_int_equal(family_put(c->db, &daughter, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  *state = c;
  return 0;
}

static inline int relatives_tear_down(void **state)
{
  struct community *c = *state;
  assert_false(db_failed(c->db));
  db_rollback(c->db);
  community_close(c);
  free(c);
  return 0;
}
