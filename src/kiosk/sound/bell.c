// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/bell.h"

#include <math.h>

#define STROKE 0.6  // s
#define FIRST 784.0 // Hz
#define SECOND 622.0
#define DECAY 0.22 // s
#define PEAK_HERE 14000.0
#define PEAK_THERE 5000.0

static void add_stroke(struct samples *bell, double pitch, double peak, int rate)
{
  int count = (int)(STROKE * rate);
  for (int i = 0; i < count; i++) {
    double t = (double)i / rate;
    double attack = t < 0.005 ? t / 0.005 : 1;
    double tone = sin(2 * M_PI * pitch * t) + 0.3 * sin(2 * M_PI * pitch * 2 * t);
    int16_t sample = (int16_t)(peak / 1.3 * attack * exp(-t / DECAY) * tone);
    samples_add(bell, &sample, 1);
  }
}

struct samples *bell_new(int rate, bool here)
{
  struct samples *bell = samples_new(rate);
  double peak = here ? PEAK_HERE : PEAK_THERE;
  add_stroke(bell, FIRST, peak, rate);
  add_stroke(bell, SECOND, peak, rate);
  return bell;
}
