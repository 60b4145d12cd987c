// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/problems.h"

#include "base/log.h"
#include "base/text.h"
#include "protocol/json.h"

#include <string.h>

bool problems_set(struct problems *problems, enum problem_place place, const char *sentence)
{
  struct fault *now = &problems->of[place];
  if (strcmp(now->sentence, sentence) == 0)
    return false;
  if (*sentence)
    log_warning("kiosk", "%s", sentence);
  else
    log_info("kiosk", "is over: %s", now->sentence);
  COPY_TEXT(now->sentence, sentence);
  return true;
}

char *problems_json(const struct problems *problems)
{
  json_t *array = json_array();
  for (int i = 0; i < PROBLEMS; i++)
    if (*problems->of[i].sentence)
      json_array_append_new(array, json_string(problems->of[i].sentence));
  char *text = json_print(array);
  json_decref(array);
  return text;
}
