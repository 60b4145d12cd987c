// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/pack.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct pack *pack_new(void)
{
  return memory_new(sizeof(struct pack));
}

void pack_free(struct pack *pack)
{
  if (pack)
    free(pack->clips);
  free(pack);
}

struct clip *pack_add(struct pack *pack)
{
  pack->clips = memory_resize(pack->clips, (size_t)(pack->clip_count + 1) * sizeof *pack->clips);
  struct clip *clip = &pack->clips[pack->clip_count++];
  *clip = (struct clip){0};
  return clip;
}

static bool is_hash(const char *text)
{
  return strspn(text, "0123456789abcdef") == HASH_SIZE - 1 && !text[HASH_SIZE - 1];
}

bool pack_locale_is(const char *text)
{
  size_t length = strlen(text);
  return length > 1 && strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_@") == length;
}

static bool read_clip(const struct json_at *at, struct clip *out, struct fault *fault)
{
  struct json_at text = json_member(at, "text"), hash = json_member(at, "hash"), gain = json_member(at, "gain_cb"),
                 ms = json_member(at, "ms");
  return json_get_object(at, fault) && json_get_name(&text, out->text, sizeof out->text, fault) &&
         json_get_name(&hash, out->hash, sizeof out->hash, fault) &&
         (is_hash(out->hash) || json_fault(&hash, fault, "64 hexadecimal digits")) &&
         json_get_int(&gain, -600, 600, &out->gain_cb, fault) && json_get_int(&ms, 1, MOST_CLIP_MS, &out->ms, fault);
}

static bool read_clips(const struct json_at *pack, struct pack *out, struct fault *fault)
{
  struct json_at at = json_member(pack, "clips");
  bool ok = json_get_array(&at, MOST_CLIPS, fault);
  for (size_t i = 0; ok && i < json_array_size(at.value); i++) {
    struct json_at item = json_item(&at, i);
    ok = read_clip(&item, pack_add(out), fault);
  }
  return ok;
}

static bool read_head(const struct json_at *at, struct pack *out, struct fault *fault)
{
  struct json_at format = json_member(at, "format"), id = json_member(at, "id"), speaker = json_member(at, "speaker"),
                 locale = json_member(at, "locale"), licence = json_member(at, "licence"),
                 consent = json_member(at, "consent"), revision = json_member(at, "revision");
  struct json_at date = json_member(&consent, "date"), words = json_member(&consent, "words");
  int known;
  return json_get_object(at, fault) && json_get_int(&format, PACK_FORMAT, PACK_FORMAT, &known, fault) &&
         json_get_uuid(&id, out->id, fault) && json_get_name(&speaker, out->speaker, sizeof out->speaker, fault) &&
         json_get_name(&locale, out->locale, sizeof out->locale, fault) &&
         (pack_locale_is(out->locale) || json_fault(&locale, fault, "a locale such as \"zh_CN\"")) &&
         json_get_name(&licence, out->licence, sizeof out->licence, fault) && json_get_object(&consent, fault) &&
         date_read(&date, out->consent_date, fault) &&
         json_get_name(&words, out->consent_words, sizeof out->consent_words, fault) &&
         json_get_integer(&revision, 0, INT64_MAX, &out->revision, fault);
}

struct pack *pack_read(const json_t *json, struct fault *fault)
{
  struct json_at at = json_root("pack", json);
  struct pack *pack = pack_new();
  if (read_head(&at, pack, fault) && read_clips(&at, pack, fault))
    return pack;
  pack_free(pack);
  return NULL;
}

json_t *pack_write(const struct pack *pack)
{
  json_t *clips = json_array();
  for (int i = 0; i < pack->clip_count; i++) {
    const struct clip *clip = &pack->clips[i];
    json_array_append_new(clips, json_pack("{s:s, s:s, s:i, s:i}", "text", clip->text, "hash", clip->hash, "gain_cb",
                                           clip->gain_cb, "ms", clip->ms));
  }
  return json_pack("{s:i, s:s, s:s, s:s, s:s, s:{s:s, s:s}, s:I, s:o}", "format", PACK_FORMAT, "id", pack->id,
                   "speaker", pack->speaker, "locale", pack->locale, "licence", pack->licence, "consent", "date",
                   pack->consent_date, "words", pack->consent_words, "revision", (json_int_t)pack->revision, "clips",
                   clips);
}

bool pack_name_read_at(const struct json_at *at, struct pack_name *out, struct fault *fault)
{
  struct json_at id = json_member(at, "id"), locale = json_member(at, "locale"), revision = json_member(at, "revision");
  return json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_name(&locale, out->locale, sizeof out->locale, fault) &&
         (pack_locale_is(out->locale) || json_fault(&locale, fault, "a locale such as \"zh_CN\"")) &&
         json_get_integer(&revision, 0, INT64_MAX, &out->revision, fault);
}

json_t *pack_name_write(const struct pack_name *name)
{
  return json_pack("{s:s, s:s, s:I}", "id", name->id, "locale", name->locale, "revision", (json_int_t)name->revision);
}

bool clip_text_parts(unsigned c)
{
  bool ascii = c < 0x80 && !(c >= '0' && c <= '9') && !((c | 32) >= 'a' && (c | 32) <= 'z');
  bool wide = (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x303f && c != 0x3007) ||
              (c >= 0xff01 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20) || (c >= 0xff3b && c <= 0xff40) ||
              (c >= 0xff5b && c <= 0xff65);
  return ascii || wide || c == 0xb7 || c == 0xa0;
}

void clip_text_trim(char *text)
{
  const char *first = text, *last, *at;
  for (at = first; *at && clip_text_parts(text_next(&at));)
    first = at;
  at = last = first;
  while (*at)
    if (!clip_text_parts(text_next(&at)))
      last = at;
  size_t size = (size_t)(last - first);
  memmove(text, first, size);
  text[size] = '\0';
}
