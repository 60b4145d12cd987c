// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/personal_link.h"

#include "qr/qr.h"
#include "server/api/request.h"

json_t *personal_link_write(const char *origin, const char *page, const char *token)
{
  char url[ORIGIN_SIZE + TOKEN_SIZE + 16];
  struct buffer svg = {0};
  FORMAT_TEXT(url, "%s/%s#%s", origin, page, token);
  qr_svg(url, &svg); // an address is far below what a code holds
  json_t *json = json_pack("{s:s, s:s}", "url", url, "svg", svg.bytes);
  buffer_free(&svg);
  return json;
}
