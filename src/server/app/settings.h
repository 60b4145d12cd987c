// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator may set, by file and by command line.
#pragma once

#include "base/config.h"
#include "server/outbound/driver.h"
#include "server/turn/turn.h"

struct settings {
  char listen[64];
  int port;
  char data[256];
  char web[256];
  char certificate[256], private_key[256];
  char origin[128];
  char metrics_token[128];
  int most_connections, most_from_one, proxies, header_seconds, requests_per_second;
  int ring_seconds;
  struct turn_settings turn;
  struct outbound_settings outbound;
  char pictures[256];
  char script[256], say[256], picture[256], voices[256];
  // By command line only.
  bool demo;
  char approve_serial[64];
  char backup[256]; // the file to copy the database into, instead of serving; empty: serve
  bool asks_help, asks_version;
};

extern const struct config_key settings_keys[];
extern const int settings_key_count;

// The defaults, then the file named by --config, then the command line. A wrong word or value is a fault that names it.
bool settings_read(struct settings *settings, int argc, char **argv, struct fault *fault);
// The lines of --help.
const char *settings_usage(void);
