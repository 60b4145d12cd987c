// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/options.h"

#include "base/locale.h"
#include "base/text.h"

#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define USUAL_FILE "/etc/anban/kiosk.conf"

#define TEXT(section, name, field, preset, help)                                                                       \
  {                                                                                                                    \
    section, name, CONFIG_TEXT, offsetof(struct options, field), sizeof((struct options *)0)->field, 0, 0, preset,     \
        help                                                                                                           \
  }
#define NUMBER(section, name, field, least, most, preset, help)                                                        \
  {                                                                                                                    \
    section, name, CONFIG_NUMBER, offsetof(struct options, field), 0, least, most, preset, help                        \
  }

#define FLAG(section, name, field, preset, help)                                                                       \
  {                                                                                                                    \
    section, name, CONFIG_FLAG, offsetof(struct options, field), 0, 0, 0, preset, help                                 \
  }

const struct config_key options_keys[] = {
    TEXT("server", "url", server, "", "Where the server is: https://HOST:PORT. Empty: the kiosk stands alone."),
    TEXT("server", "ca_file", ca_file, "",
         "PEM file of who vouches for the server's certificate. Empty: the system's."),
    TEXT("kiosk", "serial", serial, "", "What staff know this kiosk by. Empty: made from the kiosk's key."),
    TEXT("kiosk", "kind", kind, "shared",
         "shared: in a hall, forgets a person who leaves. bedside: belongs to the people named in residents."),
    TEXT("kiosk", "residents", residents, "", "Of a bedside kiosk: the ids of its residents, at most 8, with spaces."),
    TEXT("kiosk", "data", data, "/var/lib/anban-kiosk", "Folder for what the kiosk keeps; nobody else may read it."),
    TEXT("kiosk", "assets", assets, ANBAN_ASSETS, "Folder that holds icons/."),
    TEXT("kiosk", "locales", locales, ANBAN_LOCALES, "Folder of the sentences, LOCALE/LC_MESSAGES/anban.mo."),
    NUMBER("screen", "width_mm", width_mm, 0, 3000, "0",
           "Width of the picture in millimetres. 0: asked from the panel."),
    NUMBER("screen", "height_mm", height_mm, 0, 3000, "0", "Its height. 0: asked from the panel."),
    NUMBER("screen", "viewing_mm", viewing_mm, 0, 3000, "0",
           "From the eyes to the screen. 0: 600 when shared, 500 at a bedside. Texts are sized by it."),
    NUMBER("screen", "deaf_ms", deaf_ms, 0, 2000, "500",
           "How long a fresh page is deaf, and a key after a tap, in milliseconds (other keys half of that, digits a "
           "third): longer for hands that tremble."),
    TEXT("screen", "size", size, "", "WIDTHxHEIGHT of a window in pixels. Empty: the whole screen."),
    NUMBER("person", "idle_seconds", idle_seconds, 120, 3600, "120",
           "Without a touch until it asks who is still there. At a shared kiosk what is done ends after 20 s, having "
           "said so."),
    NUMBER("person", "warning_seconds", warning_seconds, 20, 600, "20", "From asking until it signs the person out."),
    TEXT("person", "speak_key", speak_key, "",
         "A key of a keyboard that means \"speak\", by SDL's name, as F9: the hook of a handset, a large button. "
         "Empty: none."),
    TEXT("sound", "output", sound_output, "",
         "The loudspeaker: a part of its name, as USB or HDMI; a pcm of ALSA's configuration too. Empty: the usual "
         "one."),
    TEXT("sound", "input", sound_input, "",
         "The microphone, in the same way. Empty: the usual one; \"none\": this kiosk has none, and nobody is told."),
    NUMBER("voice", "volume", volume, 0, 100, "60",
           "How loud, in percent: 20 percent more is always 5 dB more; 0 is silence."),
    TEXT("voice", "data", voices, ANBAN_VOICES,
         "Folder that holds espeak-ng-data/ with Anban's voices. Missing: the system's voices speak."),
    TEXT("voice", "engines", engines, "/etc/anban/voices.conf",
         "File of voices of your own, programs that read a text and write sound; see below. Missing: none."),
    NUMBER("voice", "rate", rate, 120, 250, USUAL_RATE_TEXT, "How fast, in words a minute."),
    TEXT("call", "codec", call_codec, "vp8", "How the picture is sent: vp8, which every browser reads, or h264."),
    TEXT("call", "camera", call_camera, "",
         "/dev/videoN; none; test:bars or test:flash to try things out; gst: and any elements of GStreamer. Empty: the "
         "first that works."),
    TEXT("call", "microphone", call_microphone, "",
         "A name of the sound system; none; test:440, a tone, or test:ticks; gst:… Empty: the usual one."),
    TEXT("call", "loudspeaker", call_loudspeaker, "", "A name of the sound system; none; gst:… Empty: the usual one."),
    NUMBER("call", "width", call_width, 160, 1920, "640", "Width of the picture that is sent, in pixels."),
    NUMBER("call", "height", call_height, 120, 1080, "480", "Its height."),
    NUMBER("call", "kilobits", call_kilobits, 100, 8000, "1000",
           "What the picture takes of the line to each other device at most, in kilobits a second."),
    FLAG("call", "loopback", call_loopback, "no",
         "Connect through this machine alone, where it has no network: for tests."),
    TEXT("printer", "device", printer, "",
         "tcp:HOST:PORT (9100), usb: or usb:/dev/usb/lpN, serial:/dev/ttyS0:115200: a printer for receipts; or "
         "folder:/a/path for PDF. Empty: none."),
    NUMBER("printer", "dots", printer_dots, 256, 832, "576", "Of a row: 576 on paper of 80 mm, 384 on 58 mm."),
    TEXT("printer", "when", prints, "offline",
         "offline: what the line does not carry goes on a slip of paper. always, asked (by a key) or never."),
    TEXT("look", "theme", theme, "light", "light, black-white or black-yellow."),
    NUMBER("look", "text_percent", text_percent, 0, 200, "0",
           "Size of texts: 100, 125, 150 or 200. 0: 100, and what the record of the person says."),
    TEXT("look", "locale", locale, "",
         "zh_CN, zh_HK, en or a dialect (zh_CN@shanghai). Empty: zh_CN, and what the record of the person says."),
};
const size_t options_key_count = sizeof options_keys / sizeof *options_keys;

static const char help[] = "anban-kiosk: the page an elder stands in front of\n"
                           "  --config FILE         instead of " USUAL_FILE "\n"
                           "  --server URL          [server] url\n"
                           "  --ca-file FILE        [server] ca_file\n"
                           "  --serial TEXT         [kiosk] serial\n"
                           "  --kind KIND           [kiosk] kind: shared or bedside\n"
                           "  --data FOLDER         [kiosk] data\n"
                           "  --assets FOLDER       [kiosk] assets\n"
                           "  --locales FOLDER      [kiosk] locales\n"
                           "  --voices FOLDER       [voice] data\n"
                           "  --locale LOCALE       [look] locale\n"
                           "  --size WIDTHxHEIGHT   [screen] size: a window instead of the whole screen\n"
                           "  --windowed            a window of 1280x800\n"
                           "  --panel WIDTHxHEIGHT  the picture's size in millimetres: [screen] width_mm, height_mm\n"
                           "  --set SECTION.NAME=VALUE   any other key of the file\n"
                           "  --help, --version\n";

enum { CONFIG = 256, SET, WINDOWED, PANEL, HELP, VERSION, KEY };

// An option that sets one key of the file: KEY and its place in the table `short_keys`.
static const char *const short_keys[] = {"server.url",   "server.ca_file", "kiosk.serial", "kiosk.kind",  "kiosk.data",
                                         "kiosk.assets", "kiosk.locales",  "look.locale",  "screen.size", "voice.data"};

static const struct option accepted[] = {
    {"config", required_argument, NULL, CONFIG},
    {"set", required_argument, NULL, SET},
    {"windowed", no_argument, NULL, WINDOWED},
    {"panel", required_argument, NULL, PANEL},
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {"server", required_argument, NULL, KEY},
    {"ca-file", required_argument, NULL, KEY + 1},
    {"serial", required_argument, NULL, KEY + 2},
    {"kind", required_argument, NULL, KEY + 3},
    {"data", required_argument, NULL, KEY + 4},
    {"assets", required_argument, NULL, KEY + 5},
    {"locales", required_argument, NULL, KEY + 6},
    {"locale", required_argument, NULL, KEY + 7},
    {"size", required_argument, NULL, KEY + 8},
    {"voices", required_argument, NULL, KEY + 9},
    {0},
};

static bool set(struct options *options, const char *name, const char *value, struct fault *fault)
{
  for (size_t i = 0; i < options_key_count; i++) {
    const struct config_key *key = &options_keys[i];
    size_t length = strlen(key->section);
    if (strncmp(name, key->section, length) == 0 && name[length] == '.' && strcmp(name + length + 1, key->name) == 0)
      return config_set(key, options, value, fault);
  }
  return fault_set(fault, "there is no key %.60s", name);
}

static bool set_pair(struct options *options, const char *pair, struct fault *fault)
{
  char name[80];
  const char *equals = strchr(pair, '=');
  if (!equals || (size_t)(equals - pair) >= sizeof name)
    return fault_set(fault, "--set %.60s: SECTION.NAME=VALUE is expected", pair);
  FORMAT_TEXT(name, "%.*s", (int)(equals - pair), pair);
  return set(options, name, equals + 1, fault);
}

static bool read_size(const char *text, int least, int most, int *wide, int *high, struct fault *fault)
{
  char end;
  if (sscanf(text, "%5dx%5d%c", wide, high, &end) == 2 && *wide >= least && *wide <= most && *high >= least &&
      *high <= most)
    return true;
  *wide = *high = 0;
  return fault_set(fault, "%.40s: WIDTHxHEIGHT is expected, each from %d to %d", text, least, most);
}

static bool take(struct options *options, int option, const char *value, struct fault *fault)
{
  switch (option) {
  case CONFIG:
    return true; // has been read already
  case SET:
    return set_pair(options, value, fault);
  case WINDOWED:
    return set(options, "screen.size", "1280x800", fault);
  case PANEL:
    return read_size(value, 50, 3000, &options->width_mm, &options->height_mm, fault);
  }
  return set(options, short_keys[option - KEY], value, fault);
}

static bool one_of(const char *value, const char *const *allowed)
{
  while (*allowed && strcmp(*allowed, value) != 0)
    allowed++;
  return *allowed;
}

static bool mend_locale(char locale[LOCALE_SIZE], struct fault *fault)
{
  if (!locale[0] || locale_index(locale) >= 0)
    return true;
  char allowed[LOCALES * (LOCALE_SIZE + 1)] = "", list[sizeof allowed];
  for (int i = 0; i < LOCALES; i++) {
    COPY_TEXT(list, allowed);
    FORMAT_TEXT(allowed, "%s %s", list, locale_code(i));
  }
  fault_set(fault, "[look] locale = %s: allowed are%s", locale, allowed);
  locale[0] = '\0';
  return false;
}

// What a table of keys can't say. A wrong value is put back to its default.
static bool mend(struct options *options, struct fault *fault)
{
  static const char *const kinds[] = {"shared", "bedside", NULL};
  static const char *const codecs[] = {"vp8", "h264", NULL};
  static const char *const prints[] = {"offline", "always", "asked", "never", NULL};
  static const char *const themes[] = {"light", "black-white", "black-yellow", NULL};
  bool ok = true;
  if (!one_of(options->kind, kinds))
    ok = fault_set(fault, "[kiosk] kind = %s: shared or bedside is allowed", options->kind);
  if (!one_of(options->theme, themes))
    ok = fault_set(fault, "[look] theme = %s: light, black-white or black-yellow is allowed", options->theme);
  if (!one_of(options->call_codec, codecs)) {
    ok = fault_set(fault, "[call] codec = %s: vp8 or h264 is allowed", options->call_codec);
    COPY_TEXT(options->call_codec, codecs[0]);
  }
  if (!one_of(options->prints, prints)) {
    ok = fault_set(fault, "[printer] when = %s: offline, always, asked or never is allowed", options->prints);
    COPY_TEXT(options->prints, prints[0]);
  }
  options->printer_dots -= options->printer_dots % 8;
  if (!mend_locale(options->locale, fault))
    ok = false;
  if (*options->size && !read_size(options->size, 320, 16384, &options->width, &options->height, fault))
    ok = false;
  size_t length = strlen(options->server);
  if (length > 0 && options->server[length - 1] == '/')
    options->server[length - 1] = '\0';
  if (strcmp(options->kind, "bedside") != 0)
    COPY_TEXT(options->kind, "shared");
  return ok;
}

static void read_file(struct options *options, const char *path)
{
  struct fault fault;
  bool usual = strcmp(path, USUAL_FILE) == 0;
  if ((!usual || access(path, F_OK) == 0) && !config_read(path, options_keys, options_key_count, options, &fault))
    COPY_TEXT(options->trouble, fault.sentence);
  else if (!mend(options, &fault))
    FORMAT_TEXT(options->trouble, "%s: %s", path, fault.sentence);
}

static const char *config_path(int argc, char **argv)
{
  const char *path = USUAL_FILE;
  opterr = 0;
  optind = 1;
  for (int option; (option = getopt_long(argc, argv, "", accepted, NULL)) != -1;)
    if (option == CONFIG)
      path = optarg;
  return path;
}

static bool refuse(const char *word, struct fault *fault)
{
  return fault_set(fault, "%.80s is not understood; --help tells what is", word);
}

enum options_verdict options_read(struct options *options, int argc, char **argv, struct fault *fault)
{
  *options = (struct options){0};
  config_presets(options_keys, options_key_count, options);
  read_file(options, config_path(argc, argv));
  optind = 1;
  for (int option; (option = getopt_long(argc, argv, "", accepted, NULL)) != -1;) {
    if (option == HELP || option == VERSION) {
      fputs(option == HELP ? help : "anban-kiosk " ANBAN_VERSION "\n", stdout);
      return OPTIONS_TOLD;
    }
    if (option == '?' ? !refuse(argv[optind - 1], fault) : !take(options, option, optarg, fault))
      return OPTIONS_WRONG;
  }
  if (optind < argc && !refuse(argv[optind], fault))
    return OPTIONS_WRONG;
  return mend(options, fault) ? OPTIONS_RUN : OPTIONS_WRONG;
}
