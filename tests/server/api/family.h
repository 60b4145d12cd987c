// SPDX-License-Identifier: GPL-3.0-or-later
// The resident's daughter: entered at the desk, come in by her link.
#pragma once

#include "ear.h"

#define DAUGHTER "019aa9c0-0000-7000-8000-000000000010"
#define SON "019aa9c0-0000-7000-8000-000000000011"

// The file of the resident of community_fill; `more` is the rest of it.
static inline void put_resident(const struct house *house, const char *desk, bool agrees, const char *more)
{
  char body[800];
  FORMAT_TEXT(body,
              "{\"id\":\"" RESIDENT
              "\",\"name\":\"陈国强\",\"room\":\"3 幢 201\",\"portrait\":\"\",\"locale\":\"zh_CN\","
              "\"card\":\"\",\"diet\":{\"marks\":[],\"allergens\":[]},\"subsidy_percent\":50,\"text_percent\":100,"
              "\"usual_delivery\":\"eat_in\",\"phone\":\"\",\"note\":\"\",\"contacts\":[],"
              "\"consent\":{\"portrait\":false,\"family_calls\":%s}%s}",
              agrees ? "true" : "false", more);
  assert_int_equal(status_of(house, "PUT", "/api/v1/residents/" RESIDENT, desk, body), 204);
}

// Whether they agree to calls of the family, and from when on at which minute of the day to
// their being answered by themselves; -1: never.
static inline void put_consent_hours(const struct house *house, const char *desk, bool agrees, int from, int to)
{
  char hours[100];
  FORMAT_TEXT(hours, ",\"auto_answer_from\":%d,\"auto_answer_to\":%d", from, to);
  put_resident(house, desk, agrees, hours);
}

static inline void put_consent(const struct house *house, const char *desk, bool agrees)
{
  put_consent_hours(house, desk, agrees, -1, -1);
}

static inline void put_member(const struct house *house, const char *desk, const char *id, const char *name)
{
  char path[120], body[300];
  FORMAT_TEXT(path, "/api/v1/family/members/%s", id);
  FORMAT_TEXT(body,
              "{\"resident_id\":\"" RESIDENT "\",\"name\":\"%s\",\"relation\":\"孩子\",\"portrait\":\"\","
              "\"auto_answer\":true}",
              name);
  assert_int_equal(status_of(house, "PUT", path, desk, body), 204);
}

// The token of a new link.
static inline void make_link(const struct house *house, const char *desk, const char *id, char token[TOKEN_SIZE])
{
  char path[120];
  FORMAT_TEXT(path, "/api/v1/family/members/%s/link", id);
  struct heard heard = ask(house, "POST", path, desk, NULL);
  assert_int_equal(heard.status, 200);
  const char *hash = strchr(text_of(&heard, "url"), '#');
  assert_non_null(hash);
  text_copy(token, TOKEN_SIZE, hash + 1);
  heard_free(&heard);
}

// Gives the headers that the browser sends from then on, and the status.
static inline int come_in(const struct house *house, const char *token, char headers[HEADERS_SIZE])
{
  char body[120];
  FORMAT_TEXT(body, "{\"token\":\"%s\"}", token);
  struct heard heard = ask(house, "POST", "/api/v1/family/session", "", body);
  const char *cookie = strstr(heard.head, "Set-Cookie: ");
  int status = heard.status;
  headers[0] = '\0';
  if (cookie)
    text_format(headers, HEADERS_SIZE, "Cookie: %.*s\r\nOrigin: http://127.0.0.1:%d\r\n",
                (int)strcspn(cookie + 12, ";"), cookie + 12, house->port);
  heard_free(&heard);
  return status;
}
