// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/click.h"

#include <math.h>

#define LENGTH 0.030 // s
#define PITCH 620.0  // Hz: ears of eighty hear below 2 kHz best
#define DECAY 0.006  // s
#define PEAK 11000.0

struct samples *click_new(int rate)
{
  struct samples *click = samples_new(rate);
  int count = (int)(LENGTH * rate);
  for (int i = 0; i < count; i++) {
    double t = (double)i / rate;
    double attack = t < 0.001 ? t / 0.001 : 1;
    double tone = sin(2 * M_PI * PITCH * t) + 0.4 * sin(2 * M_PI * PITCH * 2.7 * t);
    int16_t sample = (int16_t)(PEAK * attack * exp(-t / DECAY) * tone);
    samples_add(click, &sample, 1);
  }
  return click;
}
