// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handlers.h"

void get_root(struct request *request)
{
  http_request_set_header(request->http, "Location", "/desk");
  answer_counted(&request->reply, 303);
  http_request_answer(request->http, 303, NULL, "", 0);
}

void get_page(struct request *request)
{
  if (pages_answer(request->api->parts.pages, request->http))
    answer_counted(&request->reply, 200);
  else
    answer_fault(&request->reply, 404, "not_found", "The page has no such file.");
}
