// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/memos.h"

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_SIZE (MEMOS_FOLDER_SIZE + 64)
#define LONGEST MS_MINUTE
#define MOST_WANTED 200

static bool is_named(const char *name, const char *ending, char id[UUID_SIZE])
{
  if (strlen(name) != UUID_SIZE - 1 + strlen(ending) || strcmp(name + UUID_SIZE - 1, ending) != 0)
    return false;
  text_format(id, UUID_SIZE, "%.*s", UUID_SIZE - 1, name);
  return uuid_is(id);
}

static void path_of(const struct memos *memos, const char *box, const char *id, const char *ending, char out[PATH_SIZE])
{
  text_format(out, PATH_SIZE, "%s/%s/%s%s", memos->folder, box, id, ending);
}

static bool is_there(const struct memos *memos, const char *box, const char *id, const char *ending)
{
  char path[PATH_SIZE];
  path_of(memos, box, id, ending, path);
  return access(path, F_OK) == 0;
}

static void throw_away(const struct memos *memos, const char *box, const char *id, const char *ending)
{
  char path[PATH_SIZE];
  path_of(memos, box, id, ending, path);
  unlink(path);
}

static DIR *open_box(const struct memos *memos, const char *box)
{
  char path[PATH_SIZE];
  struct fault fault;
  FORMAT_TEXT(path, "%s/%s", memos->folder, box);
  if (!file_make_folder(path, &fault))
    log_error("link", "%s", fault.sentence);
  return opendir(path);
}

// The oldest that waits; "": none. Identities sort by birth.
static void next_out(const struct memos *memos, char first[UUID_SIZE])
{
  DIR *box = open_box(memos, "out");
  first[0] = '\0';
  for (struct dirent *entry; box && (entry = readdir(box));) {
    char id[UUID_SIZE];
    if (is_named(entry->d_name, ".json", id) && (!first[0] || strcmp(id, first) < 0))
      memcpy(first, id, UUID_SIZE);
  }
  if (box)
    closedir(box);
}

static void sort_out(struct memos *memos)
{
  DIR *box = open_box(memos, "out");
  for (struct dirent *entry; box && (entry = readdir(box));) {
    char id[UUID_SIZE];
    if (is_named(entry->d_name, ".json", id))
      memos->waiting++;
    else if (is_named(entry->d_name, ".ogg", id) && !is_there(memos, "out", id, ".json"))
      throw_away(memos, "out", id, ".ogg");
  }
  if (box)
    closedir(box);
}

static void settle(struct memos *memos, bool refused)
{
  char from[PATH_SIZE], to[PATH_SIZE];
  path_of(memos, "out", memos->sending, ".ogg", from);
  path_of(memos, "out", memos->sending, ".refused", to);
  if (refused)
    rename(from, to);
  else
    unlink(from);
  throw_away(memos, "out", memos->sending, ".json");
  memos->waiting--;
}

static void sent(void *ctx)
{
  struct memos *memos = ctx;
  int status = memos->out.transfer.status;
  enum outcome outcome = request_queue_outcome(&memos->out);
  bool refused = outcome == OUTCOME_REFUSED || status == 403 || status == 404;
  struct link_event event = {.kind = LINK_MEMO_SENT};
  if (outcome == OUTCOME_AGAIN && !refused)
    return;
  if (refused) {
    log_error("link", "the server refuses the spoken message %s: %d", memos->sending, status);
    retry_reset(&memos->out.retry);
  }
  settle(memos, refused);
  COPY_TEXT(event.is.id, memos->sending);
  if (!refused)
    session_emit(memos->out.session, &event);
}

static void want_no_more(struct memos *memos, const char *id)
{
  int kept = 0;
  for (int i = 0; i < memos->wanted_count; i++)
    if (strcmp(memos->wanted[i], id) != 0)
      memmove(memos->wanted[kept++], memos->wanted[i], UUID_SIZE);
  memos->wanted_count = kept;
}

static void came(void *ctx)
{
  struct memos *memos = ctx;
  const struct http_transfer *transfer = &memos->in.transfer;
  char path[PATH_SIZE];
  struct fault fault;
  if (transfer->status != 404 && request_queue_outcome(&memos->in) == OUTCOME_AGAIN)
    return;
  const char *id = memos->fetching;
  want_no_more(memos, id);
  path_of(memos, "in", id, "", path);
  if (transfer->status != 200)
    log_warning("link", "the server has no spoken message %s: %d", id, transfer->status);
  else if (!file_replace(path, transfer->answer.bytes, transfer->answer.size, 0600, &fault))
    log_error("link", "%s", fault.sentence);
}

void memos_init(struct memos *memos, struct session *session, const char *folder)
{
  struct fault fault;
  *memos = (struct memos){0};
  COPY_TEXT(memos->folder, folder);
  request_queue_init(&memos->out, session, "a spoken message", sent, memos);
  request_queue_init(&memos->in, session, "a spoken message", came, memos);
  if (!file_make_folder(folder, &fault))
    log_error("link", "%s", fault.sentence);
  sort_out(memos);
}

void memos_free(struct memos *memos)
{
  request_queue_free(&memos->out);
  request_queue_free(&memos->in);
  free(memos->wanted);
  memos->wanted = NULL;
}

void memos_added(struct memos *memos)
{
  memos->waiting++;
  if (!memos->out.transfer.busy)
    retry_reset(&memos->out.retry);
}

void memos_want_one(struct memos *memos, const struct voice_message *voice)
{
  if (voice->to.kind != PARTY_RESIDENT || memos->wanted_count == MOST_WANTED || is_there(memos, "in", voice->id, ""))
    return;
  for (int i = 0; i < memos->wanted_count; i++)
    if (strcmp(memos->wanted[i], voice->id) == 0)
      return;
  memos->wanted = memory_resize(memos->wanted, (size_t)(memos->wanted_count + 1) * sizeof *memos->wanted);
  memcpy(memos->wanted[memos->wanted_count++], voice->id, UUID_SIZE);
}

static bool names(const struct snapshot *snapshot, const char *id)
{
  for (int i = 0; i < snapshot->voice_count; i++)
    if (strcmp(snapshot->voices[i].id, id) == 0)
      return true;
  return false;
}

void memos_want(struct memos *memos, const struct snapshot *snapshot)
{
  DIR *box = open_box(memos, "in");
  for (struct dirent *entry; box && (entry = readdir(box));) {
    char id[UUID_SIZE];
    if (is_named(entry->d_name, "", id) && !names(snapshot, id))
      throw_away(memos, "in", id, "");
  }
  if (box)
    closedir(box);
  if (memos->in.transfer.busy)
    http_transfer_cancel(&memos->in.transfer, &memos->in.session->site);
  memos->wanted_count = 0;
  for (int i = snapshot->voice_count - 1; i >= 0; i--) // the newest is fetched first
    memos_want_one(memos, &snapshot->voices[i]);
}

// What is to be sent with it was written down beside it: the query of its post.
static bool begin_out(struct memos *memos)
{
  char note[PATH_SIZE], sound[PATH_SIZE];
  struct buffer bytes = {0}, query = {0}, path = {0};
  struct fault fault;
  next_out(memos, memos->sending);
  path_of(memos, "out", memos->sending, ".json", note);
  path_of(memos, "out", memos->sending, ".ogg", sound);
  bool ok =
      memos->sending[0] && file_read(note, 4096, &query, &fault) && file_read(sound, MOST_VOICE_BYTES, &bytes, &fault);
  if (ok) {
    buffer_printf(&path, "/api/v1/voice_messages?%s", query.bytes ? query.bytes : "");
    struct http_transfer_request request = {.path = path.bytes,
                                            .bytes = bytes.bytes,
                                            .bytes_size = bytes.size,
                                            .type = "audio/ogg",
                                            .token = memos->out.session->token,
                                            .longest = LONGEST,
                                            .most = 4096};
    request_queue_begin(&memos->out, &request);
  } else if (memos->sending[0]) {
    log_error("link", "the spoken message %s can't be read: %s", memos->sending, fault.sentence);
    settle(memos, true);
  }
  buffer_free(&bytes);
  buffer_free(&query);
  buffer_free(&path);
  return ok;
}

static void begin_in(struct memos *memos)
{
  char path[100];
  COPY_TEXT(memos->fetching, memos->wanted[memos->wanted_count - 1]);
  FORMAT_TEXT(path, "/api/v1/voice_messages/%s", memos->fetching);
  struct http_transfer_request request = {
      .path = path, .token = memos->in.session->token, .longest = LONGEST, .most = MOST_VOICE_BYTES};
  request_queue_begin(&memos->in, &request);
}

static anban_ms step_out(struct memos *memos, anban_ms now)
{
  if (memos->waiting <= 0 || memos->out.transfer.busy)
    return -1;
  if (!request_queue_is_free(&memos->out, now))
    return memos->out.retry.due;
  return begin_out(memos) ? -1 : now;
}

static anban_ms step_in(struct memos *memos, anban_ms now)
{
  if (memos->wanted_count == 0 || memos->in.transfer.busy)
    return -1;
  if (!request_queue_is_free(&memos->in, now))
    return memos->in.retry.due;
  begin_in(memos);
  return -1;
}

anban_ms memos_step(struct memos *memos, anban_ms now)
{
  if (!*memos->out.session->token)
    return -1;
  return earlier(step_out(memos, now), step_in(memos, now));
}
