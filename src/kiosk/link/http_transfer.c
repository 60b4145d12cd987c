// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/http_transfer.h"

#include "base/memory.h"
#include "kiosk/link/retry.h"

#include <curl/curl.h>
#include <strings.h>

static size_t take_part(char *bytes, size_t one, size_t size, void *ctx)
{
  struct http_transfer *transfer = ctx;
  long status = 0;
  curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  if (transfer->part && status == 200)
    return transfer->part(transfer->ctx, bytes, size) ? size : CURL_WRITEFUNC_ERROR;
  if (transfer->answer.size + size > transfer->most)
    return CURL_WRITEFUNC_ERROR;
  buffer_add(&transfer->answer, bytes, size);
  return size;
}

static void add_header(struct http_transfer *transfer, const char *line)
{
  struct curl_slist *more = curl_slist_append(transfer->headers, line);
  if (!more)
    memory_exhausted();
  transfer->headers = more;
}

static void set_headers(struct http_transfer *transfer, const struct http_transfer_request *request)
{
  char line[256];
  curl_slist_free_all(transfer->headers);
  transfer->headers = NULL;
  if (request->token && FORMAT_TEXT(line, "Authorization: Bearer %s", request->token))
    add_header(transfer, line);
  if (request->json)
    add_header(transfer, "Content-Type: application/json");
  if (request->bytes && FORMAT_TEXT(line, "Content-Type: %s", request->type))
    add_header(transfer, line);
  if (request->header)
    add_header(transfer, request->header);
  curl_easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);
}

static void set_site(struct http_transfer *transfer, const struct http_site *site, const char *path)
{
  CURL *easy = transfer->easy;
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

static void set_body(struct http_transfer *transfer, const struct http_transfer_request *request)
{
  if (request->method)
    curl_easy_setopt(transfer->easy, CURLOPT_CUSTOMREQUEST, request->method);
  if (request->json)
    buffer_add_text(&transfer->sent, request->json);
  else if (request->bytes)
    buffer_add(&transfer->sent, request->bytes, request->bytes_size);
  else
    return;
  curl_easy_setopt(transfer->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)transfer->sent.size);
  curl_easy_setopt(transfer->easy, CURLOPT_POSTFIELDS, transfer->sent.bytes);
}

void http_transfer_begin(struct http_transfer *transfer, const struct http_site *site,
                         const struct http_transfer_request *request)
{
  if (!transfer->easy && !(transfer->easy = curl_easy_init()))
    memory_exhausted();
  CURL *easy = transfer->easy;
  curl_easy_reset(easy);
  buffer_free(&transfer->sent);
  buffer_free(&transfer->answer);
  transfer->most = request->most;
  transfer->status = 0;
  *transfer->trouble = '\0';
  set_site(transfer, site, request->path);
  set_headers(transfer, request);
  set_body(transfer, request);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)request->longest);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_part);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->trouble);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  curl_multi_add_handle(site->multi, easy);
  transfer->busy = true;
}

void http_transfer_cancel(struct http_transfer *transfer, const struct http_site *site)
{
  if (transfer->busy)
    curl_multi_remove_handle(site->multi, transfer->easy);
  transfer->busy = false;
}

void http_transfer_free(struct http_transfer *transfer, const struct http_site *site)
{
  http_transfer_cancel(transfer, site);
  curl_easy_cleanup(transfer->easy);
  curl_slist_free_all(transfer->headers);
  buffer_free(&transfer->sent);
  buffer_free(&transfer->answer);
  transfer->easy = NULL;
  transfer->headers = NULL;
}

static void judge_sender(struct http_transfer *transfer)
{
  struct curl_header *header;
  const char *type = NULL;
  transfer->is_ours = curl_easy_header(transfer->easy, "Anban-Server", 0, CURLH_HEADER, -1, &header) == CURLHE_OK;
  curl_easy_getinfo(transfer->easy, CURLINFO_CONTENT_TYPE, &type);
  transfer->is_text = type && strncasecmp(type, "text/", 5) == 0;
}

static void finish(CURL *easy, CURLcode code, const struct http_site *site)
{
  struct http_transfer *transfer = NULL;
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&transfer);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  judge_sender(transfer);
  http_transfer_cancel(transfer, site);
  // An answer that broke off in the middle is none.
  transfer->status = code == CURLE_OK ? (int)status : 0;
  if (code != CURLE_OK && !*transfer->trouble)
    COPY_TEXT(transfer->trouble, curl_easy_strerror(code));
  transfer->done(transfer->ctx);
}

void http_transfer_collect(const struct http_site *site)
{
  int left;
  for (CURLMsg *message; (message = curl_multi_info_read(site->multi, &left));)
    finish(message->easy_handle, message->data.result, site); // DONE is the only kind there is
}
