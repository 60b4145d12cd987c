// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/word.h"

const char *word_text(const struct lang *lang, enum word word)
{
  const char *const texts[WORDS] = {
      [WORD_HELP] = tr_as(lang, "command", "Help me"),
      [WORD_YES] = tr_as(lang, "command", "Yes please"),
      [WORD_NO] = tr_as(lang, "command", "No thank you"),
      [WORD_BACK] = tr_as(lang, "command", "Go back"),
      [WORD_START] = tr_as(lang, "command", "Back to the start"),
      [WORD_AGAIN] = tr_as(lang, "command", "Say it again"),
      [WORD_EAT] = tr_as(lang, "command", "I want to eat"),
      [WORD_DAY] = tr_as(lang, "command", "What is on today"),
      [WORD_LOUDER] = tr_as(lang, "command", "Speak louder"),
      [WORD_SOFTER] = tr_as(lang, "command", "Speak softer"),
      [WORD_LEAVE] = tr_as(lang, "command", "I am done"),
  };
  return texts[word];
}

void word_offer(struct sheet *sheet)
{
  struct page *page = sheet->page;
  for (int i = 0; i < WORDS && page->command_count < PAGE_COMMANDS; i++) {
    if (!word_counts(sheet->model, (enum word)i))
      continue;
    struct intent intent = word_intent((enum word)i);
    struct page_command *command = &page->commands[page->command_count++];
    SHEET_SET(sheet, command->text, word_text(sheet->lang, (enum word)i));
    command->action = sheet_do(intent.kind, intent.number, NULL);
  }
}
