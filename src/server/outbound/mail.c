// SPDX-License-Identifier: GPL-3.0-or-later
// Mail by SMTP, never in the clear: a record that is read later, and no bell.
#include "server/outbound/driver.h"
#include "server/outbound/mail_text.h"
#include "server/outbound/outside.h"

#include "protocol/json.h"

#include <string.h>

bool mail_is_set(const struct outbound_settings *settings)
{
  return settings->mail_server[0];
}

// What stands in a header or a command of SMTP has one line and no brackets.
static bool is_address(const char *text)
{
  return strchr(text, '@') && !text[strcspn(text, "<> \r\n,")];
}

bool mail_check(const struct outbound_settings *settings, struct fault *fault)
{
  const char *server = settings->mail_server;
  if (strncmp(server, "smtp://", 7) != 0 && strncmp(server, "smtps://", 8) != 0)
    return fault_set(fault, "[mail] server: smtp://HOST:PORT or smtps://HOST:PORT is expected, not %s", server);
  if (!is_address(settings->mail_from))
    return fault_set(fault, "[mail] from: an address of mail is expected, not %s", settings->mail_from);
  if (!is_address(settings->mail_to))
    return fault_set(fault, "[mail] to: an address of mail is expected, not %s", settings->mail_to);
  return outside_start(fault);
}

struct reading {
  struct buffer text;
  size_t at;
};

static size_t read_on(char *out, size_t size, size_t count, void *ctx)
{
  struct reading *reading = ctx;
  size_t rest = reading->text.size - reading->at, most = size * count;
  size_t taken = rest < most ? rest : most;
  memcpy(out, reading->text.bytes + reading->at, taken);
  reading->at += taken;
  return taken;
}

// The words for a telephone are the subject, and all that is known the text.
static void write_mail(const struct outbound_settings *settings, const struct outbound *work, const char *to,
                       struct buffer *out)
{
  struct fault fault;
  json_t *json = json_parse(work->body, strlen(work->body), &fault);
  const char *text = json_string_value(json_object_get(json, "text"));
  struct mail mail = {settings->mail_from, to, work->id, text ? text : work->subject, work->body, work->made_at};
  mail_write(&mail, out);
  json_decref(json);
}

static enum outbound_result result_of(CURL *curl, CURLcode code, struct fault *fault)
{
  long status = 0;
  if (code == CURLE_OK)
    return OUTBOUND_SENT;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  fault_set(fault, "%s; the server last said %ld", curl_easy_strerror(code), status);
  return OUTBOUND_AGAIN;
}

enum outbound_result mail_send(const struct outbound_settings *settings, const struct outbound *work,
                               struct fault *fault)
{
  const char *to = work->address[0] ? work->address : settings->mail_to;
  struct reading reading = {0};
  if (!is_address(to)) {
    fault_set(fault, "%s is no address of mail", to);
    return OUTBOUND_NEVER;
  }
  write_mail(settings, work, to, &reading.text);
  CURL *curl = outside_new(settings, settings->mail_server);
  struct curl_slist *recipients = curl_slist_append(NULL, to);
  curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, settings->mail_from);
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  if (settings->mail_user[0]) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings->mail_user);
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings->mail_password);
  }
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_on);
  curl_easy_setopt(curl, CURLOPT_READDATA, &reading);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  enum outbound_result result = result_of(curl, curl_easy_perform(curl), fault);
  curl_slist_free_all(recipients);
  curl_easy_cleanup(curl);
  buffer_free(&reading.text);
  return result;
}
