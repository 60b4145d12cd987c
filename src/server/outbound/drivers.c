// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outbound/driver.h"

const struct outbound_driver outbound_drivers[] = {
    {"program", OUTBOUND_TAKES_ALL, program_is_set, program_check, program_send},
    {"webhook", OUTBOUND_TAKES_ALL, webhook_is_set, webhook_check, webhook_send},
    {"mail", OUTBOUND_TAKES_MAIL, mail_is_set, mail_check, mail_send},
};
const int outbound_driver_count = sizeof outbound_drivers / sizeof *outbound_drivers;
