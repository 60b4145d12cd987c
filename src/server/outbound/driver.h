// SPDX-License-Identifier: GPL-3.0-or-later
// Ways out of this server: one table, a driver a way.
#pragma once

#include "base/fault.h"
#include "server/store/outbound.h"

struct outbound_settings {
  char program[256];                                         // of the site's own; empty: none
  char webhook[256], webhook_secret[128];                    // empty: none
  char mail_server[128], mail_user[128], mail_password[128]; // empty: none
  char mail_from[128], mail_to[128];                         // to: who has the daily test
  char ca_file[256];                                         // who vouches for these; empty: the system's
  bool private_addresses;                                    // they may be within the site's own network
};

struct outbound_driver {
  const char *way;   // as in the data
  const char *takes; // OUTBOUND_TAKES_…
  bool (*is_set)(const struct outbound_settings *settings);
  // Whether the settings make sense; said at the start.
  bool (*check)(const struct outbound_settings *settings, struct fault *fault);
  // On a thread of this way's own, one at a time. The fault says why it was not sent. Ends within half a minute.
  enum outbound_result (*send)(const struct outbound_settings *settings, const struct outbound *work,
                               struct fault *fault);
};

extern const struct outbound_driver outbound_drivers[];
extern const int outbound_driver_count;

// webhook.c: HTTPS to a program elsewhere.
bool webhook_is_set(const struct outbound_settings *settings);
bool webhook_check(const struct outbound_settings *settings, struct fault *fault);
enum outbound_result webhook_send(const struct outbound_settings *settings, const struct outbound *work,
                                  struct fault *fault);
// mail.c: SMTP under TLS.
bool mail_is_set(const struct outbound_settings *settings);
bool mail_check(const struct outbound_settings *settings, struct fault *fault);
enum outbound_result mail_send(const struct outbound_settings *settings, const struct outbound *work,
                               struct fault *fault);
// program.c: runs a program with the message on its standard input.
bool program_is_set(const struct outbound_settings *settings);
bool program_check(const struct outbound_settings *settings, struct fault *fault);
enum outbound_result program_send(const struct outbound_settings *settings, const struct outbound *work,
                                  struct fault *fault);
