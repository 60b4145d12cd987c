// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/core/navigation.h"

enum screen navigation_here(const struct model *model)
{
  return model->navigation.trail[model->navigation.depth - 1];
}

static void arrive(struct model *model)
{
  model->navigation.notice = NOTICE_NONE;
  model->navigation.shown = (struct shown){0};
  model->privacy.aloud = false;
  model_say(model);
}

static int first_page(enum screen screen)
{
  return screen_row(screen)->chosen_first ? PAGE_OF_CHOSEN : 0;
}

void navigation_begin(struct model *model, enum screen screen)
{
  model->navigation.item_in_hand[0] = '\0';
  model->navigation.trail[0] = screen;
  model->navigation.depth = 1;
  model->navigation.page_of[screen] = first_page(screen);
  arrive(model);
}

void navigation_open(struct model *model, enum screen screen)
{
  model->navigation.item_in_hand[0] = '\0';
  for (int i = 0; i < model->navigation.depth; i++) {
    if (model->navigation.trail[i] == screen) {
      model->navigation.depth = i + 1;
      arrive(model);
      return;
    }
  }
  model->navigation.trail[model->navigation.depth++] = screen;
  model->navigation.page_of[screen] = first_page(screen);
  arrive(model);
}

void navigation_replace(struct model *model, enum screen screen)
{
  if (model->navigation.depth > 1)
    model->navigation.depth--;
  navigation_open(model, screen);
}

void navigation_back(struct model *model)
{
  if (!navigation_can_go_back(model))
    return;
  model->navigation.depth--;
  arrive(model);
}

bool navigation_can_go_back(const struct model *model)
{
  return model->navigation.depth > 1;
}
