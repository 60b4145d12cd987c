// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/report.h"

#include <stdlib.h>

static void free_signal(struct report *report)
{
  signal_free(report->is.signal);
  free(report->is.signal);
  report->is.signal = NULL;
}

void report_free(struct report *report)
{
  switch (report->kind) {
  case REPORT_SNAPSHOT:
    snapshot_free(report->is.snapshot);
    report->is.snapshot = NULL;
    break;
  case REPORT_REACH:
    free(report->is.reach.list);
    report->is.reach.list = NULL;
    break;
  case REPORT_CALL:
    free(report->is.placed.call);
    report->is.placed.call = NULL;
    break;
  case REPORT_RESUMED:
    free(report->is.calls.list);
    report->is.calls.list = NULL;
    break;
  case REPORT_SIGNAL:
    free_signal(report);
    break;
  case REPORT_MEDIA:
    free(report->is.media.text);
    report->is.media.text = NULL;
    break;
  case REPORT_INTENT:
  case REPORT_SHOWN:
  case REPORT_TICK:
  case REPORT_CARD:
  case REPORT_LINE:
  case REPORT_SERVER_TIME:
  case REPORT_RECORD:
  case REPORT_SAVED:
  case REPORT_NOT_SAVED:
  case REPORT_ANSWER:
  case REPORT_PICTURE:
  case REPORT_SPEECH_BEGAN:
  case REPORT_SPEECH_ENDED:
  case REPORT_EAR:
  case REPORT_HEARD:
  case REPORT_LESSON:
  case REPORT_HEADPHONES:
  case REPORT_PART:
  case REPORT_CALL_LOG:
  case REPORT_VOICE_MESSAGE:
  case REPORT_VOICE_MESSAGE_SENT:
  case REPORT_VOICE_MESSAGE_LOST:
  case REPORT_PAPER:
  case REPORTS: // own nothing
    break;
  }
}
