// SPDX-License-Identifier: GPL-3.0-or-later
// OASIS Common Alerting Protocol 1.2. Its schema fixes the order of elements and takes neither "Z" nor parts of a
// second in a time; that a private message names its addressees, it says in prose only.
#include "server/model/help_record.h"

#include "server/model/help.h"
#include "server/model/help_steps.h"
#include "server/model/kiosk.h"
#include "server/model/residents.h"
#include "server/model/site.h"

#define SENDER "anban"

static void add_escaped(struct buffer *out, const char *text)
{
  for (; *text; text++) {
    if (*text == '&')
      buffer_add_text(out, "&amp;");
    else if (*text == '<')
      buffer_add_text(out, "&lt;");
    else if (*text == '>')
      buffer_add_text(out, "&gt;");
    else
      buffer_add(out, text, 1);
  }
}

static void element(struct buffer *out, const char *name, const char *text)
{
  buffer_printf(out, "<%s>", name);
  add_escaped(out, text);
  buffer_printf(out, "</%s>\n", name);
}

static const char *type_of(enum help_step_kind kind, int number)
{
  if (kind == HELP_STEP_CLOSED || kind == HELP_STEP_CANCELLED)
    return "Cancel";
  return number == 1 ? "Alert" : "Update";
}

struct cap {
  struct help help;
  struct resident resident;
  struct kiosk kiosk;
  struct site site;
  json_t *steps; // all of them
};

static anban_ms step_time(const struct cap *cap, int number)
{
  return json_integer_value(json_object_get(json_array_get(cap->steps, (size_t)number - 1), "at"));
}

static void add_references(const struct cap *cap, int number, struct buffer *out)
{
  char sent[40];
  if (number == 1)
    return;
  buffer_add_text(out, "<references>");
  for (int i = 1; i < number; i++) {
    help_time_text(step_time(cap, i), cap->site.utc_offset_min, sent, sizeof sent);
    buffer_printf(out, "%s" SENDER ",%s.%d,%s", i > 1 ? " " : "", cap->help.id, i, sent);
  }
  buffer_add_text(out, "</references>\n");
}

static const char *word_of(const json_t *step, const char *name)
{
  const char *word = json_string_value(json_object_get(step, name));
  return word ? word : "";
}

static void add_parameter(struct buffer *out, const char *name, const char *value)
{
  if (!value[0])
    return;
  buffer_add_text(out, "<parameter>\n");
  element(out, "valueName", name);
  element(out, "value", value);
  buffer_add_text(out, "</parameter>\n");
}

static void add_info(const struct cap *cap, const json_t *step, const char *when, struct buffer *out)
{
  char place[2 * NAME_SIZE + ROOM_SIZE];
  FORMAT_TEXT(place, "%s %s %s", cap->site.name, cap->kiosk.name, cap->kiosk.place);
  buffer_add_text(out, "<info>\n<language>zh-CN</language>\n<category>Health</category>\n");
  element(out, "event", cap->help.drill ? "呼救演练" : "呼救");
  buffer_add_text(out, "<responseType>Assess</responseType>\n<urgency>Immediate</urgency>\n"
                       "<severity>Severe</severity>\n<certainty>Likely</certainty>\n");
  element(out, "effective", when);
  element(out, "senderName", cap->site.name);
  element(out, "headline", cap->resident.name[0] ? cap->resident.name : "未登录的人");
  element(out, "description", word_of(step, "kind"));
  add_parameter(out, "step", word_of(step, "kind"));
  add_parameter(out, "who", word_of(step, "who"));
  add_parameter(out, "way", word_of(step, "way"));
  add_parameter(out, "room", cap->resident.room);
  add_parameter(out, "ending", help_ending_code(cap->help.ending));
  buffer_add_text(out, "<area>\n");
  element(out, "areaDesc", place);
  buffer_add_text(out, "</area>\n</info>\n");
}

static void add_alert(const struct cap *cap, int number, struct buffer *out)
{
  const json_t *step = json_array_get(cap->steps, (size_t)number - 1);
  char sent[40], identifier[UUID_SIZE + 12];
  enum help_step_kind kind = help_step_kind_of(word_of(step, "kind"));
  help_time_text(step_time(cap, number), cap->site.utc_offset_min, sent, sizeof sent);
  FORMAT_TEXT(identifier, "%s.%d", cap->help.id, number);
  buffer_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n");
  element(out, "identifier", identifier);
  element(out, "sender", SENDER);
  element(out, "sent", sent);
  element(out, "status", cap->help.drill ? "Test" : "Actual");
  element(out, "msgType", type_of(kind, number));
  element(out, "scope", "Private");
  element(out, "addresses", "desk");
  add_references(cap, number, out);
  add_info(cap, step, sent, out);
  buffer_add_text(out, "</alert>\n");
}

bool help_record_cap(struct db *db, const char *help_id, int step, struct buffer *out)
{
  struct cap cap = {0};
  bool intact;
  if (!help_load(db, help_id, &cap.help))
    return false;
  site_load(db, &cap.site);
  resident_load(db, cap.help.resident_id, &cap.resident);
  kiosk_get(db, cap.help.kiosk_id, &cap.kiosk);
  cap.steps = help_steps_list(db, help_id, &intact);
  int count = (int)json_array_size(cap.steps), number = step ? step : count;
  bool found = number >= 1 && number <= count;
  if (found)
    add_alert(&cap, number, out);
  json_decref(cap.steps);
  return found;
}
