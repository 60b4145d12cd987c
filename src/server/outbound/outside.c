// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outbound/outside.h"

#include "base/memory.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// It covers the greeting of a mail server, too: one that takes the connection and says nothing is left after that.
#define CONNECT_MS 4000L
#define WHOLE_MS 8000L
#define ANSWER_SECONDS 5L

bool outside_start(struct fault *fault)
{
  return curl_global_init(CURL_GLOBAL_DEFAULT) == 0 || fault_set(fault, "libcurl can't start");
}

static bool is_private_v4(uint32_t address)
{
  return address >> 24 == 127 || address >> 24 == 10 || address >> 24 == 0 || address >> 20 == 0xAC1 ||
         address >> 16 == 0xC0A8 || address >> 16 == 0xA9FE || address >> 22 == 0x191;
}

static bool is_private(const struct sockaddr *address)
{
  if (address->sa_family == AF_INET) {
    struct sockaddr_in v4;
    memcpy(&v4, address, sizeof v4);
    return is_private_v4(ntohl(v4.sin_addr.s_addr));
  }
  struct sockaddr_in6 v6;
  memcpy(&v6, address, sizeof v6);
  const uint8_t *bytes = v6.sin6_addr.s6_addr;
  if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr))
    return is_private_v4((uint32_t)bytes[12] << 24 | (uint32_t)bytes[13] << 16 | (uint32_t)bytes[14] << 8 | bytes[15]);
  return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr) || IN6_IS_ADDR_LINKLOCAL(&v6.sin6_addr) || (bytes[0] & 0xFE) == 0xFC ||
         IN6_IS_ADDR_UNSPECIFIED(&v6.sin6_addr);
}

// A name that somebody outside has turned to an address within is not followed there.
static curl_socket_t open_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *address)
{
  const struct outbound_settings *settings = ctx;
  if (!settings->private_addresses && is_private(&address->addr))
    return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t throw_away(char *bytes, size_t size, size_t count, void *ctx)
{
  return size * count;
}

CURL *outside_new(const struct outbound_settings *settings, const char *url)
{
  CURL *curl = curl_easy_init();
  if (!curl)
    memory_exhausted();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, CONNECT_MS);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, WHOLE_MS);
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, ANSWER_SECONDS);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, throw_away);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, settings);
  if (settings->ca_file[0])
    curl_easy_setopt(curl, CURLOPT_CAINFO, settings->ca_file);
  return curl;
}
