// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/ui.h"

#include "base/memory.h"
#include "base/text.h"
#include "kiosk/ui/draw.h"
#include "kiosk/ui/films.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/follow.h"
#include "kiosk/ui/input.h"
#include "kiosk/ui/inspect.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/window.h"

#include <stdlib.h>
#include <string.h>

// A finger may land this far beside a key: half of the least gap between two.
#define SLOP_MM 1.4

struct ui {
  struct ui_settings settings;
  char assets[400];
  struct window window;
  struct fonts *fonts;
  struct drawer *drawer;
  struct inspect *inspect; // NULL: no inspection
  struct input input;
  bool asked; // what is shown next answers the person
  struct fault problem;
  struct tree tree;
  struct films films;
  Uint32 wake_event;
  SDL_atomic_t woken; // a wake-up waits in SDL's queue
};

static bool open_parts(struct ui *ui, struct fault *fault)
{
  if (!window_open(&ui->window, &ui->settings, fault))
    return false;
  ui->fonts = fonts_open(&ui->problem);
  if (!ui->fonts) {
    *fault = ui->problem;
    return false;
  }
  ui->drawer = draw_open(ui->fonts, ui->assets);
  if (ui->settings.inspect_path && !(ui->inspect = inspect_start(ui->settings.inspect_path, fault)))
    return false;
  return true;
}

struct ui *ui_open(const struct ui_settings *settings, struct fault *fault)
{
  struct ui *ui = memory_new(sizeof *ui);
  ui->settings = *settings;
  COPY_TEXT(ui->assets, settings->assets);
  lines_start();
  if (!open_parts(ui, fault)) {
    ui_close(ui);
    return NULL;
  }
  ui->wake_event = SDL_RegisterEvents(1);
  input_init(&ui->input, settings->deaf_ms);
  if (!input_set_speak_key(&ui->input, settings->speak_key ? settings->speak_key : "") && !ui->problem.sentence[0])
    fault_set(&ui->problem, "The key %s for speaking is not known: see [person] speak_key.", settings->speak_key);
  return ui;
}

void ui_close(struct ui *ui)
{
  if (!ui)
    return;
  films_end(&ui->films, NULL);
  inspect_stop(ui->inspect);
  draw_close(ui->drawer);
  fonts_close(ui->fonts);
  window_close(&ui->window);
  free(ui);
}

static void present(struct ui *ui, struct box part)
{
  SDL_Surface *screen = window_put(&ui->window, part);
  if (screen)
    films_draw(&ui->films, &ui->tree, ui->window.canvas, screen, part);
  window_flush(&ui->window, part);
}

static void tell(struct ui *ui)
{
  ui->tree.ready_at = touch_ready_at(&ui->input.touch);
  if (ui->inspect)
    inspect_show(ui->inspect, &ui->tree);
}

static void draw_all(struct ui *ui)
{
  struct box all = {0, 0, ui->tree.width, ui->tree.height};
  draw_tree(ui->drawer, &ui->tree, ui->window.canvas, NULL);
  present(ui, all);
}

// SDL stamps a touch when it takes it in: what was made while the picture was drawn is taken in before the page's time
// begins.
static void begin_page(struct ui *ui)
{
  SDL_PumpEvents();
  touch_show(&ui->input.touch, ui->asked, clock_steady());
}

struct ui_shown ui_show(struct ui *ui, const struct page *page)
{
  bool first = !ui->tree.screen[0]; // nobody was about to touch a page before it
  bool same = strcmp(ui->tree.screen, page->name) == 0;
  int turned_from = ui->tree.page;
  struct measure measure = fonts_measure(ui->fonts);
  fonts_set_locale(ui->fonts, page->locale);
  layout_page(page, &ui->window.panel, &measure, &ui->tree);
  same = same && ui->tree.page == turned_from;
  ui->input.touch.slop = panel_px(&ui->window.panel, SLOP_MM);
  input_renew(&ui->input, &ui->tree, same);
  films_mark(&ui->films, &ui->tree);
  draw_all(ui);
  if (!same && !first)
    begin_page(ui);
  tell(ui);
  return (struct ui_shown){ui->tree.page, ui->tree.pages, ui->tree.first_item, ui->tree.items};
}

static void draw_part(struct ui *ui, struct box part)
{
  if (part.w <= 0)
    return;
  draw_tree(ui->drawer, &ui->tree, ui->window.canvas, &part);
  present(ui, part);
}

void ui_follow(struct ui *ui, int at)
{
  struct said before = ui->tree.said;
  struct measure measure = fonts_measure(ui->fonts);
  fonts_set_locale(ui->fonts, ui->tree.locale);
  ui->tree.said = follow_said(&ui->tree, &measure, at);
  if (memcmp(&before.box, &ui->tree.said.box, sizeof before.box) == 0)
    return;
  draw_part(ui, before.box);
  draw_part(ui, ui->tree.said.box);
  tell(ui);
}

void ui_level(struct ui *ui, int percent)
{
  int node = tree_find(&ui->tree, PAGE_METER);
  struct mark *bar = NULL;
  for (int i = 0; node >= 0 && i < ui->tree.mark_count; i++)
    if (ui->tree.marks[i].node == node)
      bar = &ui->tree.marks[i]; // the last lies over the trough
  if (!bar)
    return;
  struct box trough = ui->tree.nodes[node].box;
  int wide = trough.w * percent / 100;
  wide = wide < trough.h ? trough.h : wide;
  if (wide == bar->box.w)
    return;
  bar->box.w = wide;
  draw_part(ui, trough);
}

void ui_film(struct ui *ui, const char *name, const struct ui_film *picture)
{
  int node = tree_find(&ui->tree, name);
  if (!films_take(&ui->films, name, picture) || node < 0)
    return;
  struct box box = ui->tree.nodes[node].box;
  SDL_Surface *screen = window_surface(&ui->window);
  if (screen)
    films_draw(&ui->films, &ui->tree, ui->window.canvas, screen, box);
  window_flush(&ui->window, box);
  if (films_mark(&ui->films, &ui->tree))
    tell(ui);
}

void ui_film_end(struct ui *ui, const char *name)
{
  films_end(&ui->films, name);
  if (!films_mark(&ui->films, &ui->tree))
    return;
  present(ui, (struct box){0, 0, ui->tree.width, ui->tree.height});
  tell(ui);
}

// Redraws what looks otherwise than before: a key that is pressed or let go, the ring of the focus.
static void draw_changes(struct ui *ui, const struct look *before)
{
  bool any = false;
  for (int i = 0; i < ui->tree.node_count; i++) {
    const struct node *node = &ui->tree.nodes[i];
    if (node->pressed == before[i].pressed && node->focused == before[i].focused)
      continue;
    draw_part(ui, draw_extent(&ui->tree, i));
    any = true;
  }
  if (any)
    tell(ui);
}

// When an event came, however late it is looked at.
static anban_ms time_of(const SDL_Event *event)
{
  return clock_steady() - (anban_ms)(SDL_GetTicks() - event->common.timestamp);
}

static struct ui_event take(struct ui *ui, const SDL_Event *event)
{
  if (event->type == ui->wake_event) {
    SDL_AtomicSet(&ui->woken, 0);
    return (struct ui_event){.kind = UI_WOKEN};
  }
  if (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_EXPOSED)
    present(ui, (struct box){0, 0, ui->tree.width, ui->tree.height});
  if (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
    window_measure(&ui->window, &ui->settings);
    return (struct ui_event){.kind = UI_RESIZED};
  }
  struct look before[TREE_NODES];
  input_look(&ui->tree, before);
  struct ui_event out = input_take(&ui->input, &ui->tree, event, time_of(event));
  draw_changes(ui, before);
  return out;
}

// SDL's wait takes whole milliseconds; -1 is for ever.
static int time_left(anban_ms deadline)
{
  if (deadline < 0)
    return -1;
  anban_ms left = deadline - clock_steady();
  return left < 0 ? 0 : left > MS_DAY ? (int)MS_DAY : (int)left;
}

struct ui_event ui_wait(struct ui *ui, anban_ms deadline)
{
  struct ui_event out = {.kind = UI_NOTHING};
  SDL_Event event;
  while (out.kind == UI_NOTHING && SDL_WaitEventTimeout(&event, time_left(deadline)))
    out = take(ui, &event);
  ui->asked = out.kind == UI_ACTION || out.kind == UI_CARD;
  return out;
}

void ui_wake(void *ctx)
{
  struct ui *ui = ctx;
  if (!SDL_AtomicCAS(&ui->woken, 0, 1))
    return;
  SDL_Event event = {.type = ui->wake_event};
  if (SDL_PushEvent(&event) != 1)
    SDL_AtomicSet(&ui->woken, 0);
}

const struct tree *ui_tree(const struct ui *ui)
{
  return &ui->tree;
}

const char *ui_problem(const struct ui *ui)
{
  const struct fault *first = *ui->window.fault.sentence ? &ui->window.fault : &ui->problem;
  return *first->sentence ? first->sentence : NULL;
}

struct bitmap ui_paper(struct ui *ui, const struct paper_sheet *sheet)
{
  return paper_draw(ui->fonts, sheet); // the next page sets its own locale
}
