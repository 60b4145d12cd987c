// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/exchange.h"

#include "base/memory.h"
#include "kiosk/link/retry.h"

#include <curl/curl.h>

static size_t take_part(char *bytes, size_t one, size_t size, void *ctx)
{
  struct exchange *exchange = ctx;
  long status = 0;
  curl_easy_getinfo(exchange->easy, CURLINFO_RESPONSE_CODE, &status);
  if (exchange->part && status == 200)
    return exchange->part(exchange->ctx, bytes, size) ? size : CURL_WRITEFUNC_ERROR;
  if (exchange->answer.size + size > exchange->most)
    return CURL_WRITEFUNC_ERROR;
  buffer_add(&exchange->answer, bytes, size);
  return size;
}

static void add_header(struct exchange *exchange, const char *line)
{
  struct curl_slist *more = curl_slist_append(exchange->headers, line);
  if (!more)
    memory_exhausted();
  exchange->headers = more;
}

static void set_headers(struct exchange *exchange, const struct exchange_request *request)
{
  char line[256];
  curl_slist_free_all(exchange->headers);
  exchange->headers = NULL;
  if (request->token && FORMAT_TEXT(line, "Authorization: Bearer %s", request->token))
    add_header(exchange, line);
  if (request->json)
    add_header(exchange, "Content-Type: application/json");
  if (request->bytes && FORMAT_TEXT(line, "Content-Type: %s", request->type))
    add_header(exchange, line);
  if (request->header)
    add_header(exchange, request->header);
  curl_easy_setopt(exchange->easy, CURLOPT_HTTPHEADER, exchange->headers);
}

static void set_site(struct exchange *exchange, const struct exchange_site *site, const char *path)
{
  CURL *easy = exchange->easy;
  struct buffer url = {0};
  buffer_printf(&url, "%s%s", site->server, path);
  curl_easy_setopt(easy, CURLOPT_URL, url.bytes);
  buffer_free(&url);
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_USERAGENT, site->agent);
  if (*site->ca_file)
    curl_easy_setopt(easy, CURLOPT_CAINFO, site->ca_file);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)RETRY_CONNECT);
}

static void set_body(struct exchange *exchange, const struct exchange_request *request)
{
  if (request->method)
    curl_easy_setopt(exchange->easy, CURLOPT_CUSTOMREQUEST, request->method);
  if (request->json)
    buffer_add_text(&exchange->sent, request->json);
  else if (request->bytes)
    buffer_add(&exchange->sent, request->bytes, request->bytes_size);
  else
    return;
  curl_easy_setopt(exchange->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)exchange->sent.size);
  curl_easy_setopt(exchange->easy, CURLOPT_POSTFIELDS, exchange->sent.bytes);
}

void exchange_begin(struct exchange *exchange, const struct exchange_site *site, const struct exchange_request *request)
{
  if (!exchange->easy && !(exchange->easy = curl_easy_init()))
    memory_exhausted();
  CURL *easy = exchange->easy;
  curl_easy_reset(easy);
  buffer_free(&exchange->sent);
  buffer_free(&exchange->answer);
  exchange->most = request->most;
  exchange->status = 0;
  *exchange->trouble = '\0';
  set_site(exchange, site, request->path);
  set_headers(exchange, request);
  set_body(exchange, request);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)request->longest);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_part);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, exchange);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, exchange->trouble);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, exchange);
  curl_multi_add_handle(site->multi, easy);
  exchange->busy = true;
}

void exchange_cancel(struct exchange *exchange, const struct exchange_site *site)
{
  if (exchange->busy)
    curl_multi_remove_handle(site->multi, exchange->easy);
  exchange->busy = false;
}

void exchange_free(struct exchange *exchange, const struct exchange_site *site)
{
  exchange_cancel(exchange, site);
  curl_easy_cleanup(exchange->easy);
  curl_slist_free_all(exchange->headers);
  buffer_free(&exchange->sent);
  buffer_free(&exchange->answer);
  exchange->easy = NULL;
  exchange->headers = NULL;
}

static void finish(CURL *easy, CURLcode code, const struct exchange_site *site)
{
  struct exchange *exchange = NULL;
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&exchange);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  exchange_cancel(exchange, site);
  // An answer that broke off in the middle is none.
  exchange->status = code == CURLE_OK ? (int)status : 0;
  if (code != CURLE_OK && !*exchange->trouble)
    COPY_TEXT(exchange->trouble, curl_easy_strerror(code));
  exchange->done(exchange->ctx);
}

void exchange_collect(const struct exchange_site *site)
{
  int left;
  for (CURLMsg *message; (message = curl_multi_info_read(site->multi, &left));)
    finish(message->easy_handle, message->data.result, site); // DONE is the only kind there is
}
