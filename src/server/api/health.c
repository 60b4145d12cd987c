// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handlers.h"
#include "server/api/metrics.h"
#include "server/api/switchboard.h"

#include <string.h>

void get_health(struct request *request)
{
  if (writer_works(request->api->parts.writer))
    answer_text(&request->reply, 200, "{\"ok\":true}");
  else
    answer_fault(&request->reply, 503, "store", "The server can't write down what it is told.");
}

static bool may_see(const struct request *request)
{
  const char *token = request->api->settings.metrics_token;
  const char *header = http_request_header(request->http, "Authorization");
  if (token[0])
    return header && strncmp(header, "Bearer ", 7) == 0 && secret_same(token, header + 7);
  return http_request_is_local(request->http);
}

void get_metrics(struct request *request)
{
  struct api *api = request->api;
  if (!may_see(request)) {
    answer_fault(&request->reply, 403, "forbidden", "The figures are for this machine or for who has the token.");
    return;
  }
  struct buffer out = {0};
  struct metrics_levels levels = {
      .desk_streams = hub_count(api->parts.hub, HUB_DESK),
      .kiosk_streams = hub_count(api->parts.hub, HUB_KIOSKS),
      .family_streams = hub_count(api->parts.hub, HUB_FAMILY),
      .calls = calls_live(api->switchboard->calls),
      .kiosks_online = presence_online_count(api->presence),
  };
  writer_figures(api->parts.writer, &levels.writer);
  metrics_print(api->metrics, &levels, &out);
  if (api->parts.print_more)
    api->parts.print_more(api->parts.wake_ctx, &out);
  answer_bytes(&request->reply, "text/plain; version=0.0.4; charset=utf-8", out.bytes, out.size);
  buffer_free(&out);
}
