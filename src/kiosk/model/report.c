// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/report.h"

#include <stdlib.h>

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
    signal_free(report->is.signal);
    free(report->is.signal);
    report->is.signal = NULL;
    break;
  case REPORT_MEDIA:
    free(report->is.media.text);
    report->is.media.text = NULL;
    break;
  default:
    break;
  }
}
