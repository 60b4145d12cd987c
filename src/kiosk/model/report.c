// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/report.h"

void report_free(struct report *report)
{
  if (report->kind != REPORT_SNAPSHOT)
    return;
  snapshot_free(report->is.snapshot);
  report->is.snapshot = NULL;
}
