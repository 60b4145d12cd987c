// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/metrics.h"
#include "server/api/request.h"

#include <stdlib.h>
#include <string.h>

#define JSON_TYPE "application/json"

void answer_counted(const struct reply *reply, int status)
{
  metrics_answered(reply->api->metrics, reply->route, status, clock_steady() - reply->began);
}

static void keep(struct kept_answer *kept, int status, const char *type, const void *bytes, size_t size)
{
  kept->status = status;
  kept->has_type = type;
  COPY_TEXT(kept->type, type ? type : "");
  buffer_add(&kept->bytes, bytes, size);
}

static void give(const struct reply *reply, int status, const char *type, const void *bytes, size_t size)
{
  if (reply->kept) {
    keep(reply->kept, status, type, bytes, size);
    return;
  }
  answer_counted(reply, status);
  http_request_answer(reply->http, status, type, bytes, size);
}

void answer_header(const struct reply *reply, const char *name, const char *value)
{
  struct kept_answer *kept = reply->kept;
  if (!kept) {
    http_request_set_header(reply->http, name, value);
  } else if (kept->header_count < KEPT_HEADERS) {
    int place = kept->header_count++;
    kept->headers[place].name = name;
    COPY_TEXT(kept->headers[place].value, value);
  }
}

void answer_kept(struct request *request)
{
  struct kept_answer *kept = &request->kept;
  request->reply.kept = NULL;
  for (int i = 0; i < kept->header_count; i++)
    http_request_set_header(request->http, kept->headers[i].name, kept->headers[i].value);
  give(&request->reply, kept->status, kept->has_type ? kept->type : NULL, kept->bytes.size ? kept->bytes.bytes : "",
       kept->bytes.size);
  buffer_free(&kept->bytes);
}

void answer_text(const struct reply *reply, int status, const char *json)
{
  give(reply, status, JSON_TYPE, json, strlen(json));
}

void answer_json(const struct reply *reply, int status, json_t *json)
{
  char *text = json_print(json);
  answer_text(reply, status, text);
  free(text);
  json_decref(json);
}

void answer_bytes_with(const struct reply *reply, int status, const char *type, const void *bytes, size_t size)
{
  give(reply, status, type, bytes, size);
}

void answer_bytes(const struct reply *reply, const char *type, const void *bytes, size_t size)
{
  give(reply, 200, type, bytes, size);
}

void answer_nothing(const struct reply *reply)
{
  give(reply, 204, NULL, "", 0);
}

void answer_fault(const struct reply *reply, int status, const char *code, const char *sentence)
{
  answer_json(reply, status, json_pack("{s:{s:s, s:s}}", "error", "code", code, "sentence", sentence));
}

void answer_outcome(const struct reply *reply, enum outcome outcome, const struct fault *fault)
{
  static const struct {
    int status;
    const char *code;
  } answers[OUTCOMES] = {
      [OUTCOME_NOT_FOUND] = {404, "not_found"},   [OUTCOME_WRONG] = {422, "wrong"},
      [OUTCOME_CONFLICT] = {409, "conflict"},     [OUTCOME_FULL] = {409, "full"},
      [OUTCOME_CARD_TAKEN] = {409, "card_taken"}, [OUTCOME_NAME_TAKEN] = {409, "name_taken"},
      [OUTCOME_LAST_ADMIN] = {409, "last_admin"}, [OUTCOME_PASSWORD_NEEDED] = {422, "password_needed"},
      [OUTCOME_CODE_WRONG] = {422, "code_wrong"}, [OUTCOME_CODE_OVER] = {409, "code_over"},
      [OUTCOME_TIME_TAKEN] = {409, "time_taken"}, [OUTCOME_SETTLED] = {409, "settled"},
      [OUTCOME_CHANGED] = {409, "changed"},
  };
  if (outcome == OUTCOME_DONE)
    answer_nothing(reply);
  else
    answer_fault(reply, answers[outcome].status, answers[outcome].code, fault->sentence);
}

void answer_data(const struct request *request, json_t *json)
{
  struct fault fault;
  if (!db_fault_take(request->db, &fault)) {
    answer_json(&request->reply, 200, json);
    return;
  }
  json_decref(json);
  answer_fault(&request->reply, 503, "store", fault.sentence);
}

void answer_list(const struct request *request, const char *name, json_t *list)
{
  answer_data(request, json_pack("{s:o}", name, list));
}
