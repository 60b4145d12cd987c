// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signal.h"

static bool read_urls(const struct json_at *at, struct ice_server *out, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_ICE_URLS, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at url = json_item(at, i);
    ok = json_get_name(&url, out->urls[out->url_count++], ICE_URL_SIZE, fault);
  }
  return ok;
}

static bool read_server(const struct json_at *at, struct ice_server *out, struct fault *fault)
{
  struct json_at urls = json_member(at, "urls");
  struct json_at username = json_member(at, "username");
  struct json_at credential = json_member(at, "credential");
  return json_get_object(at, fault) && read_urls(&urls, out, fault) &&
         (!username.value || json_get_text(&username, out->username, sizeof out->username, fault)) &&
         (!credential.value || json_get_text(&credential, out->credential, sizeof out->credential, fault));
}

bool ice_read(const json_t *json, struct ice *out, struct fault *fault)
{
  *out = (struct ice){0};
  struct json_at at = json_root("ice", json);
  struct json_at servers = json_member(&at, "ice_servers");
  struct json_at relay_only = json_member(&at, "relay_only");
  bool ok = json_get_object(&at, fault) && json_get_array(&servers, MOST_ICE_SERVERS, fault) &&
            json_get_flag(&relay_only, &out->relay_only, fault);
  for (size_t i = 0; ok && i < json_array_size(servers.value); i++) {
    struct json_at server = json_item(&servers, i);
    ok = read_server(&server, &out->servers[out->count++], fault);
  }
  return ok;
}

static json_t *write_server(const struct ice_server *server)
{
  json_t *urls = json_array();
  for (int i = 0; i < server->url_count; i++)
    json_array_append_new(urls, json_string(server->urls[i]));
  json_t *json = json_pack("{s:o}", "urls", urls);
  if (server->username[0]) {
    json_object_set_new(json, "username", json_string(server->username));
    json_object_set_new(json, "credential", json_string(server->credential));
  }
  return json;
}

json_t *ice_write(const struct ice *ice)
{
  json_t *servers = json_array();
  for (int i = 0; i < ice->count; i++)
    json_array_append_new(servers, write_server(&ice->servers[i]));
  return json_pack("{s:o, s:b}", "ice_servers", servers, "relay_only", ice->relay_only);
}
