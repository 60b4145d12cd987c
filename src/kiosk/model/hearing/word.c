// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/hearing/word.h"

#include "kiosk/model/act.h"

struct intent word_intent(enum word word)
{
  static const struct intent intents[WORDS] = {
      [WORD_HELP] = {.kind = INTENT_HELP},
      [WORD_YES] = {.kind = INTENT_MEANT},
      [WORD_NO] = {.kind = INTENT_NOT_MEANT},
      [WORD_BACK] = {.kind = INTENT_BACK},
      [WORD_START] = {.kind = INTENT_HOME},
      [WORD_AGAIN] = {.kind = INTENT_REPEAT},
      [WORD_EAT] = {.kind = INTENT_OPEN, .number = SCREEN_DAY},
      [WORD_DAY] = {.kind = INTENT_OPEN, .number = SCREEN_TODAY},
      [WORD_LOUDER] = {.kind = INTENT_SET, .number = SET_VOLUME_UP},
      [WORD_SOFTER] = {.kind = INTENT_SET, .number = SET_VOLUME_DOWN},
      [WORD_LEAVE] = {.kind = INTENT_LEAVE},
  };
  return intents[word];
}

bool word_counts(const struct model *model, enum word word)
{
  struct intent intent = word_intent(word);
  bool signed_in_only = intent.kind == INTENT_LEAVE || intent.kind == INTENT_HOME;
  return act_may(model, &intent) && (!signed_in_only || model->person.id[0]);
}
