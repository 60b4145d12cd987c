// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/limits.h"

#include "base/memory.h"
#include "server/http/rate.h"

#include <stdlib.h>

#define US_SECOND 1000000 // microseconds
#define BURST_SECONDS 6   // of its average may be asked at once

struct limits {
  struct rate *known, *unknown, *sign_in, *sign_in_here, *link, *call;
};

struct limits *limits_new(int requests_per_second)
{
  struct limits *limits = memory_new(sizeof *limits);
  limits->known = rate_new(US_SECOND / requests_per_second, BURST_SECONDS * requests_per_second);
  limits->unknown = rate_new(US_SECOND / 20, 200);
  limits->sign_in = rate_new(6 * US_SECOND, 10);
  limits->sign_in_here = rate_new(2 * US_SECOND, 40);
  limits->link = rate_new(3 * US_SECOND, 20);
  limits->call = rate_new(US_SECOND, 30);
  return limits;
}

void limits_free(struct limits *limits)
{
  if (!limits)
    return;
  rate_free(limits->known);
  rate_free(limits->unknown);
  rate_free(limits->sign_in);
  rate_free(limits->sign_in_here);
  rate_free(limits->link);
  rate_free(limits->call);
  free(limits);
}

static bool take(struct request *request, struct rate *rate, const char *who, const char *sentence)
{
  anban_ms wait;
  char seconds[24];
  if (rate_take(rate, who, request->reply.began, &wait))
    return true;
  FORMAT_TEXT(seconds, "%d", (int)((wait + MS_SECOND - 1) / MS_SECOND));
  answer_header(&request->reply, "Retry-After", seconds);
  answer_fault(&request->reply, 429, "too_often", sentence);
  return false;
}

bool limits_asks(struct request *request)
{
  struct limits *limits = request->api->limits;
  bool is_known =
      request->caller.is_kiosk || request->caller.is_staff || request->caller.is_family || request->caller.is_helper;
  return take(request, is_known ? limits->known : limits->unknown,
              is_known ? request->caller.actor.id : http_request_network(request->http),
              "Too many requests in a short time. Please wait a little.");
}

bool limits_signs_in(struct request *request, const char *name)
{
  char who[160];
  const char *network = http_request_network(request->http);
  FORMAT_TEXT(who, "%s %s", network, name);
  return take(request, request->api->limits->sign_in_here, network,
              "Too many attempts to sign in from here. Please wait a minute.") &&
         take(request, request->api->limits->sign_in, who,
              "Too many attempts to sign in under this name. Please wait a minute.");
}

bool limits_opens_link(struct request *request)
{
  return take(request, request->api->limits->link, http_request_network(request->http),
              "Too many attempts to open a link from here. Please wait a minute.");
}

bool limits_calls(struct request *request, bool is_help)
{
  return is_help || take(request, request->api->limits->call, request->caller.actor.id,
                         "Too many calls in a short time. Please wait a little.");
}
