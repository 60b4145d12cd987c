// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/servers.h"

#include "base/text.h"

#include <glib.h>
#include <string.h>

// The name of a user has a colon, a password + and /: both are written as percent signs and figures.
static bool turn_uri(const char *scheme, const char *rest, const struct call_server *server, char out[SERVER_URI])
{
  char *user = g_uri_escape_string(server->user, NULL, FALSE);
  char *password = g_uri_escape_string(server->password, NULL, FALSE);
  bool whole = text_format(out, SERVER_URI, "%s://%s:%s@%s", scheme, user, password, rest);
  g_free(user);
  g_free(password);
  return whole;
}

bool server_uri(const struct call_server *server, enum server_kind *kind, char out[SERVER_URI])
{
  static const char *const schemes[] = {"stun", "turn", "turns"};
  const char *colon = strchr(server->url, ':');
  if (!colon || !colon[1] || strpbrk(colon + 1, "@ /"))
    return false;
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
    size_t length = strlen(schemes[i]);
    if ((size_t)(colon - server->url) != length || strncmp(server->url, schemes[i], length) != 0)
      continue;
    *kind = i == 0 ? SERVER_STUN : SERVER_TURN;
    return i == 0 ? text_format(out, SERVER_URI, "stun://%s", colon + 1) : turn_uri(schemes[i], colon + 1, server, out);
  }
  return false;
}
