// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/residents.h"

#include "base/locale.h"
#include "base/text.h"
#include "protocol/card.h"

#include <string.h>

static bool contact_read(const struct json_at *at, struct contact *out, struct fault *fault)
{
  struct json_at name = json_member(at, "name");
  struct json_at relation = json_member(at, "relation");
  struct json_at phone = json_member(at, "phone");
  return json_get_object(at, fault) && json_get_name(&name, out->name, sizeof out->name, fault) &&
         json_get_text(&relation, out->relation, sizeof out->relation, fault) &&
         json_get_text(&phone, out->phone, sizeof out->phone, fault);
}

static bool contacts_read(const struct json_at *at, struct resident_file *out, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_CONTACTS, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at contact = json_item(at, i);
    ok = contact_read(&contact, &out->contacts[out->contact_count++], fault);
  }
  return ok;
}

static bool pin_read(const struct json_at *at, char pin[5], struct fault *fault)
{
  pin[0] = '\0';
  if (!at->value)
    return true;
  const char *text = json_string_value(at->value);
  size_t length = text ? strlen(text) : 1;
  if ((length != 0 && length != 4) || strspn(text ? text : "", "0123456789") != length)
    return json_fault(at, fault, "four digits, or an empty text");
  memcpy(pin, text, length + 1);
  return true;
}

// A kiosk speaks Mandarin to a language it does not know; the desk must not send it there by a slip of the pen.
static bool locale_known(const struct json_at *resident, struct fault *fault)
{
  struct json_at at = json_member(resident, "locale");
  int index;
  return json_get_code(&at, locale_code, LOCALES, &index, fault);
}

// A card that no reader types would never be known again.
static bool card_mend(const struct json_at *resident, char card[CARD_SIZE], struct fault *fault)
{
  char read[CARD_SIZE];
  struct json_at at = json_member(resident, "card");
  if (!card[0])
    return true;
  if (!card_read(card, read))
    return json_fault(&at, fault, "four or more letters and digits as a reader types them, or an empty text");
  memcpy(card, read, sizeof read);
  return true;
}

bool resident_file_read(const json_t *json, struct resident_file *out, char pin[5], struct fault *fault)
{
  *out = (struct resident_file){0};
  struct json_at at = json_root("resident", json);
  struct json_at pin_at = json_member(&at, "pin");
  struct json_at from = json_member(&at, "auto_answer_from"), to = json_member(&at, "auto_answer_to");
  struct json_at phone = json_member(&at, "phone");
  struct json_at note = json_member(&at, "note");
  struct json_at contacts = json_member(&at, "contacts");
  struct json_at consent = json_member(&at, "consent");
  struct json_at portrait = json_member(&consent, "portrait");
  struct json_at calls = json_member(&consent, "family_calls");
  bool ok = pin_read(&pin_at, pin, fault) && resident_read_at(&at, &out->resident, fault) && locale_known(&at, fault) &&
            card_mend(&at, out->resident.card, fault) && json_get_text(&phone, out->phone, sizeof out->phone, fault) &&
            json_get_text(&note, out->note, sizeof out->note, fault) && contacts_read(&contacts, out, fault) &&
            json_get_flag(&portrait, &out->consent_portrait, fault) &&
            json_get_flag(&calls, &out->consent_family_calls, fault);
  text_tidy(out->resident.room);
  text_tidy(out->phone);
  text_tidy(out->note);
  out->keeps_pin = !pin_at.value;
  out->keeps_answer_hours = !from.value && !to.value;
  out->resident.pin[0] = '\0'; // what stands in the JSON is the PIN itself
  return ok;
}

bool resident_file_hash_pin(struct resident_file *file, const char *pin, struct fault *fault)
{
  file->resident.pin[0] = '\0';
  return !*pin || secret_hash_pin(pin, file->resident.pin) ||
         fault_set(fault, "the PIN can't be hashed: the machine has no memory left");
}

json_t *resident_file_write(const struct resident_file *file)
{
  json_t *json = resident_write(&file->resident);
  json_object_del(json, "pin");
  json_object_set_new(json, "has_pin", json_boolean(file->resident.pin[0]));
  json_object_set_new(json, "phone", json_string(file->phone));
  json_object_set_new(json, "note", json_string(file->note));
  json_t *contacts = json_array();
  for (int i = 0; i < file->contact_count; i++)
    json_array_append_new(contacts, json_pack("{s:s, s:s, s:s}", "name", file->contacts[i].name, "relation",
                                              file->contacts[i].relation, "phone", file->contacts[i].phone));
  json_object_set_new(json, "contacts", contacts);
  json_object_set_new(
      json, "consent",
      json_pack("{s:b, s:b}", "portrait", file->consent_portrait, "family_calls", file->consent_family_calls));
  return json;
}
