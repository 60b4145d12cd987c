// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/pruning.h"

#include "base/log.h"
#include "server/model/retention.h"

static bool prune(struct db *db, void *ctx, struct fault *fault)
{
  retention_prune(db, clock_wall());
  return true;
}

static void done(void *ctx, bool committed, const struct fault *fault)
{
  if (!committed)
    log_warning("api", "what is over could not be cleared away: %s", fault->sentence);
}

void pruning_submit(struct api *api)
{
  struct write_job job = {prune, done, api};
  if (!writer_submit(api->parts.writer, &job))
    log_warning("api", "what is over is not cleared away now: the writer is busy");
}
