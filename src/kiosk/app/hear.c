// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/hear.h"

#include "base/text.h"
#include "kiosk/screens/word.h"

#include <stdlib.h>
#include <string.h>

static struct listen_request *begin(struct hear *hear, const char *locale, const char *person)
{
  uint64_t number = hear->request.number + 1;
  hear->request = (struct listen_request){.number = number};
  COPY_TEXT(hear->request.locale, locale);
  COPY_TEXT(hear->request.person, person);
  return &hear->request;
}

static bool is_offered(const struct listen_request *request, const char *text)
{
  for (int i = 0; i < request->count; i++)
    if (strcmp(request->commands[i].text, text) == 0)
      return true;
  return false;
}

// What is too long to be said in one breath is left to the finger, as is what says the same as another key.
static void offer(struct hear *hear, const char *text, struct intent meaning)
{
  struct listen_request *request = &hear->request;
  struct listen_command *command = &request->commands[request->count];
  if (request->count == LISTEN_COMMANDS || !*text || is_offered(request, text) || !COPY_TEXT(command->text, text))
    return;
  FORMAT_TEXT(command->id, "%d", request->count);
  hear->meanings[request->count++] = meaning;
}

static struct intent intent_of(const struct action *action)
{
  struct intent intent = {.kind = (enum intent_kind)action->kind, .number = action->number};
  COPY_TEXT(intent.id, action->id);
  return intent;
}

// A key is called by its first line: the name of the dish, not its price.
static void offer_key(struct hear *hear, const struct node *node)
{
  char label[NODE_TEXT];
  COPY_TEXT(label, node->text);
  label[strcspn(label, "\n")] = '\0';
  offer(hear, label, intent_of(&node->action));
}

void hear_page(struct hear *hear, const struct tree *tree, const struct page *page, const char *person)
{
  begin(hear, page->locale, person);
  for (int i = 0; i < page->command_count; i++)
    offer(hear, page->commands[i].text, intent_of(&page->commands[i].action));
  for (int i = 0; i < tree->node_count; i++) {
    const struct node *node = &tree->nodes[i];
    if (node->action.kind && node->enabled && strcmp(node->name, PAGE_SPEAK) != 0)
      offer_key(hear, node);
  }
}

void hear_word(struct hear *hear, const struct lang *lang, int word, const char *person)
{
  begin(hear, lang->locale, person);
  for (int i = 0; i < WORDS; i++) {
    int which = i == 0 ? word : i <= word ? i - 1 : i; // the word to be learned comes first
    offer(hear, word_text(lang, (enum word)which), (struct intent){.kind = INTENT_LESSON, .number = which});
  }
}

static int place_of(const struct hear *hear, uint64_t number, const char *id)
{
  int place = *id ? atoi(id) : -1;
  return number == hear->request.number && place >= 0 && place < hear->request.count ? place : -1;
}

bool hear_meaning(const struct hear *hear, uint64_t number, const char *id, struct intent *meaning, char *words,
                  size_t size)
{
  int place = place_of(hear, number, id);
  if (place < 0)
    return false;
  *meaning = hear->meanings[place];
  text_copy(words, size, hear->request.commands[place].text);
  return true;
}

int hear_word_of(const struct hear *hear, uint64_t number, const char *id)
{
  int place = place_of(hear, number, id);
  return place < 0 ? -1 : hear->meanings[place].number;
}
