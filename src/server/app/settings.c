// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/settings.h"

#include "base/text.h"
#include "protocol/limits.h"

#include <string.h>

#define TEXT(section, name, field, preset, help)                                                                       \
  {                                                                                                                    \
    section, name, CONFIG_TEXT, offsetof(struct settings, field), sizeof((struct settings *)0)->field, 0, 0, preset,   \
        help                                                                                                           \
  }
#define NUMBER(section, name, field, least, most, preset, help)                                                        \
  {                                                                                                                    \
    section, name, CONFIG_NUMBER, offsetof(struct settings, field), 0, least, most, preset, help                       \
  }
#define FLAG(section, name, field, preset, help)                                                                       \
  {                                                                                                                    \
    section, name, CONFIG_FLAG, offsetof(struct settings, field), 0, 0, 0, preset, help                                \
  }

const struct config_key settings_keys[] = {
    TEXT("server", "listen", listen, "127.0.0.1",
         "The address to listen on. Any but this machine's own needs a certificate."),
    NUMBER("server", "port", port, 0, 65535, "8460", "The port; 0 takes any free one."),
    TEXT("server", "data", data, "/var/lib/anban", "The folder of the database and of the first password."),
    TEXT("server", "web", web, ANBAN_SHARE "/web", "The folder of the pages."),
    TEXT("server", "certificate", certificate, "", "A PEM file with the certificate and its chain; empty: no TLS."),
    TEXT("server", "private_key", private_key, "", "The PEM file of the certificate's key."),
    TEXT("server", "origin", origin, "",
         "How browsers see the server, as https://anban.example, when a proxy on this machine speaks TLS for it."),
    TEXT("server", "metrics_token", metrics_token, "",
         "Who sends it as a bearer token may read /metrics; empty: only this machine may."),
    NUMBER("server", "most_connections", most_connections, 10, 100000, "20000",
           "When all are taken, the connection that has waited longest without asking is closed; then new ones wait."),
    NUMBER("server", "most_from_one", most_from_one, 10, 100000, "2000",
           "Connections from one address; behind a proxy, which comes from one, the proxy must see to it."),
    NUMBER("server", "proxies", proxies, 0, 8, "0",
           "How many proxies each request passes before it comes here; each must add to X-Forwarded-For."),
    NUMBER("server", "header_seconds", header_seconds, 1, 120, "10",
           "Seconds in which a request must have come; its body has one more for each 16 KiB."),
    NUMBER("server", "requests_per_second", requests_per_second, 1, 100000, "50",
           "What one kiosk or one member of staff may ask on average; calls for help are never held back."),
    TEXT("server", "script", script, ANBAN_SHARE "/script",
         "The folder of what people say who lend the kiosks a voice, LOCALE.json."),
    TEXT("server", "say", say, ANBAN_BIN "/anban-say", "The program that says a sentence for the desk page."),
    TEXT("server", "picture", picture, ANBAN_BIN "/anban-picture",
         "The program that makes pictures from outside anew."),
    TEXT("server", "voices", voices, ANBAN_SHARE "/voices", "The folder of its voices, espeak-ng-data/."),
    NUMBER("calls", "ring_seconds", ring_seconds, 3, CALL_RING_MS / 1000, "45",
           "How long a call rings before nobody answers and a message can be left."),
    TEXT("outbound", "program", outbound.program, "",
         "A program of your own that is told of each call for help, see below; empty: none."),
    TEXT("outbound", "webhook", outbound.webhook, "",
         "An address, https://…, that is told of each call for help, see below; empty: none."),
    TEXT("outbound", "webhook_secret", outbound.webhook_secret, "",
         "The secret that signs it, whsec_ and Base64, as the receiver has it."),
    TEXT("outbound", "ca_file", outbound.ca_file, "",
         "A PEM file of who vouches for the receivers of webhook and mail; empty: the system's."),
    FLAG("outbound", "private_addresses", outbound.private_addresses, "no",
         "yes: webhook and mail may go to addresses of the site's own network, the webhook also by http."),
    TEXT("mail", "server", outbound.mail_server, "",
         "A mail server, smtp://HOST:587 or smtps://HOST:465; nothing is sent without TLS. Empty: none."),
    TEXT("mail", "user", outbound.mail_user, "", "Who signs in there; empty: nobody."),
    TEXT("mail", "password", outbound.mail_password, "", "With which password."),
    TEXT("mail", "from", outbound.mail_from, "", "The address that mails come from."),
    TEXT("mail", "to", outbound.mail_to, "", "Who has the daily test."),
    TEXT("turn", "urls", turn.urls, "",
         "TURN servers for calls, separated by commas: turn:HOST:3478?transport=udp, turns:HOST:443?transport=tcp."),
    TEXT("turn", "secret", turn.secret, "", "The static-auth-secret of these servers."),
    TEXT("turn", "stun", turn.stun, "", "STUN servers for calls, separated by commas: stun:HOST:3478."),
    NUMBER("turn", "ttl_minutes", turn.ttl_minutes, 10, 10080, "720",
           "How long a credential for the TURN servers is good; a call can't go on by them for longer."),
    FLAG("turn", "relay_only", turn.relay_only, "no",
         "yes: the sound and picture of calls go by way of the TURN servers only."),
    TEXT("demo", "pictures", pictures, ANBAN_SHARE "/pictures", "The folder of the pictures for --demo."),
};
const int settings_key_count = sizeof settings_keys / sizeof *settings_keys;

static const struct {
  const char *word, *key;
} options[] = {
    {"--data", "data"}, {"--listen", "listen"},     {"--port", "port"},
    {"--web", "web"},   {"--pictures", "pictures"}, {"--script", "script"},
    {"--say", "say"},   {"--voices", "voices"},     {"--picture", "picture"},
};

const char *settings_usage(void)
{
  return "anban-server [options]\n"
         "  --config FILE            read the configuration, see docs/operate.md\n"
         "  --data DIR               the folder of the database\n"
         "  --listen ADDRESS         the address to listen on\n"
         "  --port NUMBER            the port, 0 for any free one\n"
         "  --web DIR                the folder of the pages\n"
         "  --script DIR             the folder of what voices are to say\n"
         "  --say PROGRAM            anban-say, which says a sentence for the desk page\n"
         "  --picture PROGRAM        anban-picture, which makes pictures from outside anew\n"
         "  --voices DIR             the folder of its voices\n"
         "  --demo                   fill an empty database with a community to try\n"
         "  --pictures DIR           the folder of the demo's pictures\n"
         "  --approve-serial SERIAL  let the kiosk of that serial in without approval at the desk\n"
         "  --backup FILE            copy the database into a new file, also while a server runs, and end\n"
         "  --version, --help\n"
         "When it is ready it says so on standard output, with its address.\n";
}

static const struct config_key *key_of(const char *word)
{
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    for (int k = 0; strcmp(options[i].word, word) == 0 && k < settings_key_count; k++)
      if (strcmp(settings_keys[k].name, options[i].key) == 0)
        return &settings_keys[k];
  return NULL;
}

static bool *flag_of(struct settings *settings, const char *word)
{
  if (strcmp(word, "--demo") == 0)
    return &settings->demo;
  if (strcmp(word, "--help") == 0)
    return &settings->asks_help;
  if (strcmp(word, "--version") == 0)
    return &settings->asks_version;
  return NULL;
}

// Words whose value is a text of the command line only.
static bool take_text(struct settings *settings, const char *word, const char *value, struct fault *fault)
{
  bool is_backup = strcmp(word, "--backup") == 0;
  char *text = is_backup ? settings->backup : settings->approve_serial;
  size_t size = is_backup ? sizeof settings->backup : sizeof settings->approve_serial;
  return text_copy(text, size, value) || fault_set(fault, "%s: at most %zu bytes are taken", word, size - 1);
}

static bool take_word(struct settings *settings, const char *word, const char *value, struct fault *fault)
{
  const struct config_key *key = key_of(word);
  bool is_text = strcmp(word, "--approve-serial") == 0 || strcmp(word, "--backup") == 0;
  bool is_config = strcmp(word, "--config") == 0;
  if (!key && !is_text && !is_config)
    return fault_set(fault, "%s is not an option; see --help", word);
  if (!value)
    return fault_set(fault, "%s wants a value after it", word);
  if (is_config)
    return true; // read already
  if (key)
    return config_set(key, settings, value, fault);
  return take_text(settings, word, value, fault);
}

static const char *config_file(int argc, char **argv)
{
  for (int i = 1; i + 1 < argc; i++)
    if (strcmp(argv[i], "--config") == 0)
      return argv[i + 1];
  return NULL;
}

bool settings_read(struct settings *settings, int argc, char **argv, struct fault *fault)
{
  *settings = (struct settings){0};
  config_presets(settings_keys, (size_t)settings_key_count, settings);
  const char *path = config_file(argc, argv);
  if (path && !config_read(path, settings_keys, (size_t)settings_key_count, settings, fault))
    return false;
  for (int i = 1; i < argc; i++) {
    bool *flag = flag_of(settings, argv[i]);
    if (flag)
      *flag = true;
    else if (!take_word(settings, argv[i], argv[i + 1], fault))
      return false;
    else
      i++;
  }
  return true;
}
