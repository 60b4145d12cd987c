// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/window.h"

#include "kiosk/ui/draw.h"

#include <string.h>

#define SCREENS "/sys/class/drm"
// When nothing tells: the panel that kiosks have most often, 21.5 inches with 1920 px.
#define USUAL_PX_PER_MM 4.03

static void set_hints(void)
{
  // One touch is one event: SDL would otherwise make a mouse of each finger and a finger of each mouse.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  // The first tap after the window came up counts like any other: SDL would keep it for itself.
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

// Pictures are drawn by the processor; a detour over OpenGL would cost memory and time for nothing. Only under X11 has
// SDL another way than that detour.
static void choose_framebuffer(void)
{
  const char *driver = SDL_GetCurrentVideoDriver();
  if (driver && strcmp(driver, "x11") == 0)
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

// Where there is no display SDL settles for memory that nobody sees, unless it was told to (as tests do).
static bool is_seen(void)
{
  const char *driver = SDL_GetCurrentVideoDriver();
  return SDL_GetHint(SDL_HINT_VIDEODRIVER) || (driver && strcmp(driver, "offscreen") != 0);
}

bool window_open(struct window *window, const struct ui_settings *settings, struct fault *fault)
{
  *window = (struct window){0};
  set_hints();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) < 0)
    return fault_set(fault, "There is no display to show the kiosk on: %s.", SDL_GetError());
  if (!is_seen()) {
    window_close(window);
    return fault_set(fault,
                     "There is no display to show the kiosk on: neither X11, Wayland nor a screen of the kernel.");
  }
  choose_framebuffer();
  Uint32 flags = settings->fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
  // Without a window manager nobody makes a fullscreen window larger than it was asked for.
  SDL_DisplayMode size = {.w = settings->width, .h = settings->height};
  if (settings->fullscreen)
    SDL_GetDesktopDisplayMode(0, &size);
  window->sdl = SDL_CreateWindow(settings->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.w, size.h,
                                 flags | SDL_WINDOW_SHOWN);
  if (!window->sdl) {
    fault_set(fault, "The kiosk's window can't be opened: %s.", SDL_GetError());
    window_close(window);
    return false;
  }
  window_measure(window, settings);
  return true;
}

void window_close(struct window *window)
{
  SDL_FreeSurface(window->canvas);
  if (window->sdl)
    SDL_DestroyWindow(window->sdl);
  if (SDL_WasInit(SDL_INIT_VIDEO))
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
  *window = (struct window){0};
}

static bool plausible(double px_per_mm)
{
  return px_per_mm > 1.5 && px_per_mm < 20;
}

// How dense the screen is that the window is on: what the panel says, what the window system says, what is usual.
static double measured_density(SDL_Window *window)
{
  int display = SDL_GetWindowDisplayIndex(window);
  SDL_DisplayMode mode = {0};
  SDL_GetDesktopDisplayMode(display < 0 ? 0 : display, &mode);
  int wide = 0;
  int high = 0;
  if (panel_connected_size(SCREENS, &wide, &high)) {
    int longer = wide > high ? wide : high; // a standing panel tells its sides lying down
    double density = (mode.w > mode.h ? mode.w : mode.h) / (double)longer;
    if (plausible(density))
      return density;
  }
  float across = 0;
  if (SDL_GetDisplayDPI(display < 0 ? 0 : display, NULL, &across, NULL) == 0 && plausible(across / 25.4))
    return across / 25.4;
  return USUAL_PX_PER_MM;
}

void window_measure(struct window *window, const struct ui_settings *settings)
{
  struct panel *panel = &window->panel;
  SDL_GetWindowSize(window->sdl, &panel->width, &panel->height);
  panel->viewing_mm = settings->viewing_mm;
  panel->mm_wide = settings->mm_wide;
  panel->mm_high = settings->mm_high;
  if (settings->mm_wide <= 0 || settings->mm_high <= 0) {
    double density = measured_density(window->sdl);
    panel->mm_wide = panel->width / density;
    panel->mm_high = panel->height / density;
  }
  SDL_FreeSurface(window->canvas);
  window->canvas = draw_canvas(panel->width, panel->height);
}

static bool part_of(SDL_Surface *screen, struct box part, SDL_Rect *out)
{
  SDL_Rect whole = {0, 0, screen->w, screen->h};
  SDL_Rect wanted = {part.x, part.y, part.w, part.h};
  return SDL_IntersectRect(&whole, &wanted, out);
}

// The kiosk goes on without a picture: it still speaks, and the desk reads why.
static void note_shown(struct window *window, bool shown)
{
  if (shown)
    window->fault = (struct fault){0};
  else
    fault_set(&window->fault, "The screen stays black, nothing can be drawn on it: %s.", SDL_GetError());
}

SDL_Surface *window_surface(struct window *window)
{
  SDL_Surface *screen = SDL_GetWindowSurface(window->sdl);
  if (!screen)
    note_shown(window, false);
  return screen;
}

SDL_Surface *window_put(struct window *window, struct box part)
{
  SDL_Rect rect;
  SDL_Surface *screen = window_surface(window);
  if (!screen || !part_of(screen, part, &rect))
    return screen;
  SDL_Rect to = rect;
  SDL_BlitSurface(window->canvas, &rect, screen, &to);
  return screen;
}

void window_flush(struct window *window, struct box part)
{
  SDL_Rect rect;
  SDL_Surface *screen = window_surface(window);
  if (screen && part_of(screen, part, &rect))
    note_shown(window, SDL_UpdateWindowSurfaceRects(window->sdl, &rect, 1) == 0);
}
