// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../cmocka_all.h"
#include "../../support/enums.h"

#include "server/model/escalation.h"
#include "server/model/kiosk.h"
#include "server/model/staff.h"
#include "server/store/outbound.h"

#define ROLE(name) BY_NUMBER("staff_role", name, staff_role_code(name))
#define OUTBOUND(name) BY_NUMBER("outbound_state", name, "")
#define TARGET(name) BY_NUMBER("escalation_target", name, escalation_target_code(name))
#define KIOSK(name) BY_NUMBER("kiosk_state", name, kiosk_state_code(name))

static void numbers_and_words_are_as_they_are_in_the_field(void **state)
{
  const struct enum_row rows[] = {
      ROLE(STAFF_DESK),           ROLE(STAFF_KITCHEN),           ROLE(STAFF_ADMIN),
      KIOSK(KIOSK_PENDING),       KIOSK(KIOSK_APPROVED),         KIOSK(KIOSK_REVOKED),
      OUTBOUND(OUTBOUND_WAITING), OUTBOUND(OUTBOUND_DONE),       OUTBOUND(OUTBOUND_GIVEN_UP),
      TARGET(TELL_ON_CALL),       TARGET(TELL_CONTACT),          TARGET(TELL_PERSON),
      TARGET(TELL_DECIDE),        OUTBOUND(OUTBOUND_NOT_NEEDED),
  };
  enums_hold(rows, sizeof rows / sizeof *rows);
  assert_int_equal(sizeof rows / sizeof *rows, STAFF_ROLES + KIOSK_STATES + OUTBOUND_STATES + ESCALATION_TARGETS);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_and_words_are_as_they_are_in_the_field)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
