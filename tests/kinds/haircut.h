// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of wish that only these tests know: a haircut. Its files stand here, its rows are added to the tables of the
// programs when the tests are built; nothing else of kiosk and server is touched.
#pragma once

#include "protocol/message_shape.h"

#define MESSAGE_HAIRCUT ((enum message_kind)MESSAGE_KINDS)
#define RECORD_HAIRCUT ((enum record_kind)RECORD_KINDS)

// It takes the room of a call for help: id, resident_id, and the hairdresser as staff_name. A kind that is more than
// pretended has a struct of its own and a line in the union of struct record.
extern const struct record_shape haircut_record;
extern const struct message_shape haircut_message;

// What goes over the wire, held by the test of each side.
#define HAIRCUT "019aa9c0-0000-7000-8000-00000000c001"
#define HAIRCUT_BODY(resident) "{\"id\":\"" HAIRCUT "\",\"resident_id\":\"" resident "\",\"hairdresser\":\"\"}"
#define HAIRCUT_MESSAGE(id, resident)                                                                                  \
  "{\"id\":\"" id "\",\"kind\":\"haircut.ask\",\"made_at\":1795305600000,\"body\":" HAIRCUT_BODY(resident) "}"
#define HAIRCUT_GRANTED(id, resident)                                                                                  \
  "{\"id\":\"" id "\",\"accepted\":true,\"reason\":\"\",\"haircut\":{\"id\":\"" HAIRCUT                                \
  "\",\"resident_id\":\"" resident "\",\"hairdresser\":\"小赵\"}}"
#define HAIRCUT_REFUSED(id)                                                                                            \
  "{\"id\":\"" id "\",\"accepted\":false,\"reason\":\"by_staff\",\"facts\":{\"decided_by\":\"小赵\"}}"
