// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/film.h"

#include "kiosk/app/app.h"

#include <string.h>

#define BOX "video."
#define SELF BOX "self"

static void name_of(const struct film_box *box, char out[ITEM_NAME])
{
  text_format(out, ITEM_NAME, BOX "%s", *box->who ? box->who : "self");
}

static bool box_of(const struct node *node, struct film_box *out)
{
  if (node->role != ROLE_VIDEO || strncmp(node->name, BOX, strlen(BOX)) != 0)
    return false;
  *out = (struct film_box){.width = node->box.w, .height = node->box.h};
  bool self = strcmp(node->name, SELF) == 0;
  return self || COPY_TEXT(out->who, node->name + strlen(BOX));
}

static struct film_boxes boxes_of(const struct tree *tree)
{
  struct film_boxes boxes = {0};
  for (int i = 0; i < tree->node_count && boxes.count < FILM_BOXES; i++)
    if (box_of(&tree->nodes[i], &boxes.at[boxes.count]))
      boxes.count++;
  return boxes;
}

static const struct film_box *find(const struct film_boxes *boxes, const char *who)
{
  for (int i = 0; i < boxes->count; i++)
    if (strcmp(boxes->at[i].who, who) == 0)
      return &boxes->at[i];
  return NULL;
}

void film_follow(struct app *app)
{
  struct film_boxes before = app->films;
  app->films = boxes_of(ui_tree(app->ui));
  for (int i = 0; i < app->films.count; i++) {
    const struct film_box *now = &app->films.at[i];
    const struct film_box *old = find(&before, now->who);
    if (!old || old->width != now->width || old->height != now->height)
      call_show(&app->call, now->who, now->width, now->height);
  }
  for (int i = 0; i < before.count; i++) {
    if (find(&app->films, before.at[i].who))
      continue;
    char name[ITEM_NAME];
    name_of(&before.at[i], name);
    call_show(&app->call, before.at[i].who, 0, 0);
    ui_film_end(app->ui, name);
  }
}

void film_again(struct app *app)
{
  for (int i = 0; i < app->films.count; i++)
    call_show(&app->call, app->films.at[i].who, app->films.at[i].width, app->films.at[i].height);
}

static void show(struct app *app, const struct film_box *box, struct picture *picture)
{
  char name[ITEM_NAME];
  name_of(box, name);
  if (!picture->held) {
    ui_film_end(app->ui, name);
    return;
  }
  struct ui_film film = {picture->width,  picture->height, picture->pitch,
                         picture->pixels, picture->held,   picture->release};
  ui_film(app->ui, name, &film);
}

void film_take(struct app *app)
{
  for (int i = 0; i < app->films.count; i++) {
    struct picture picture;
    if (call_take_picture(&app->call, app->films.at[i].who, &picture))
      show(app, &app->films.at[i], &picture);
  }
}
