// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/voice_messages.h"

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_SIZE (VOICE_MESSAGES_FOLDER_SIZE + 64)
#define LONGEST MS_MINUTE
#define MOST_WANTED 200

static bool is_named(const char *name, const char *ending, char id[UUID_SIZE])
{
  if (strlen(name) != UUID_SIZE - 1 + strlen(ending) || strcmp(name + UUID_SIZE - 1, ending) != 0)
    return false;
  text_format(id, UUID_SIZE, "%.*s", UUID_SIZE - 1, name);
  return uuid_is(id);
}

static void path_of(const struct voice_messages *messages, const char *box, const char *id, const char *ending,
                    char out[PATH_SIZE])
{
  text_format(out, PATH_SIZE, "%s/%s/%s%s", messages->folder, box, id, ending);
}

static bool is_there(const struct voice_messages *messages, const char *box, const char *id, const char *ending)
{
  char path[PATH_SIZE];
  path_of(messages, box, id, ending, path);
  return access(path, F_OK) == 0;
}

static void throw_away(const struct voice_messages *messages, const char *box, const char *id, const char *ending)
{
  char path[PATH_SIZE];
  path_of(messages, box, id, ending, path);
  unlink(path);
}

static DIR *open_box(const struct voice_messages *messages, const char *box)
{
  char path[PATH_SIZE];
  struct fault fault;
  FORMAT_TEXT(path, "%s/%s", messages->folder, box);
  if (!file_make_folder(path, &fault))
    log_error("link", "%s", fault.sentence);
  return opendir(path);
}

// The oldest that waits; "": none. Identities sort by birth.
static void next_out(const struct voice_messages *messages, char first[UUID_SIZE])
{
  DIR *box = open_box(messages, "out");
  first[0] = '\0';
  for (struct dirent *entry; box && (entry = readdir(box));) {
    char id[UUID_SIZE];
    if (is_named(entry->d_name, ".json", id) && (!first[0] || strcmp(id, first) < 0))
      memcpy(first, id, UUID_SIZE);
  }
  if (box)
    closedir(box);
}

static void sort_out(struct voice_messages *messages)
{
  DIR *box = open_box(messages, "out");
  for (struct dirent *entry; box && (entry = readdir(box));) {
    char id[UUID_SIZE];
    if (is_named(entry->d_name, ".json", id))
      messages->waiting++;
    else if (is_named(entry->d_name, ".ogg", id) && !is_there(messages, "out", id, ".json"))
      throw_away(messages, "out", id, ".ogg");
  }
  if (box)
    closedir(box);
}

static void settle(struct voice_messages *messages, bool refused)
{
  char from[PATH_SIZE], to[PATH_SIZE];
  path_of(messages, "out", messages->sending, ".ogg", from);
  path_of(messages, "out", messages->sending, ".refused", to);
  if (refused)
    rename(from, to);
  else
    unlink(from);
  throw_away(messages, "out", messages->sending, ".json");
  messages->waiting--;
}

static void sent(void *ctx)
{
  struct voice_messages *messages = ctx;
  int status = messages->out.transfer.status;
  enum outcome outcome = request_queue_outcome(&messages->out);
  bool refused =
      outcome == OUTCOME_REFUSED || ((status == 403 || status == 404) && request_queue_is_refusal(&messages->out));
  struct link_event event = {.kind = LINK_VOICE_MESSAGE_SENT};
  if (outcome == OUTCOME_AGAIN && !refused)
    return;
  if (refused) {
    log_error("link", "the server refuses the spoken message %s: %d", messages->sending, status);
    retry_reset(&messages->out.retry);
  }
  settle(messages, refused);
  COPY_TEXT(event.is.id, messages->sending);
  if (!refused)
    session_emit(messages->out.session, &event);
}

static void want_no_more(struct voice_messages *messages, const char *id)
{
  int kept = 0;
  for (int i = 0; i < messages->wanted_count; i++)
    if (strcmp(messages->wanted[i], id) != 0)
      memmove(messages->wanted[kept++], messages->wanted[i], UUID_SIZE);
  messages->wanted_count = kept;
}

static void came(void *ctx)
{
  struct voice_messages *messages = ctx;
  const struct http_transfer *transfer = &messages->in.transfer;
  char path[PATH_SIZE];
  struct fault fault;
  bool missing = transfer->status == 404 && request_queue_is_refusal(&messages->in);
  if (!missing && request_queue_outcome(&messages->in) == OUTCOME_AGAIN)
    return;
  const char *id = messages->fetching;
  want_no_more(messages, id);
  path_of(messages, "in", id, "", path);
  if (transfer->status != 200)
    log_warning("link", "the server has no spoken message %s: %d", id, transfer->status);
  else if (!file_replace(path, transfer->answer.bytes, transfer->answer.size, 0600, &fault))
    log_error("link", "%s", fault.sentence);
}

void voice_messages_init(struct voice_messages *messages, struct session *session, const char *folder)
{
  struct fault fault;
  *messages = (struct voice_messages){0};
  COPY_TEXT(messages->folder, folder);
  request_queue_init(&messages->out, session, "a spoken message", sent, messages);
  request_queue_init(&messages->in, session, "a spoken message", came, messages);
  if (!file_make_folder(folder, &fault))
    log_error("link", "%s", fault.sentence);
  sort_out(messages);
}

void voice_messages_free(struct voice_messages *messages)
{
  request_queue_free(&messages->out);
  request_queue_free(&messages->in);
  free(messages->wanted);
  messages->wanted = NULL;
}

void voice_messages_added(struct voice_messages *messages)
{
  messages->waiting++;
  if (!messages->out.transfer.busy)
    retry_reset(&messages->out.retry);
}

void voice_messages_want_one(struct voice_messages *messages, const struct voice_message *voice)
{
  if (voice->to.kind != PARTY_RESIDENT || messages->wanted_count == MOST_WANTED ||
      is_there(messages, "in", voice->id, ""))
    return;
  for (int i = 0; i < messages->wanted_count; i++)
    if (strcmp(messages->wanted[i], voice->id) == 0)
      return;
  messages->wanted = memory_resize(messages->wanted, (size_t)(messages->wanted_count + 1) * sizeof *messages->wanted);
  memcpy(messages->wanted[messages->wanted_count++], voice->id, UUID_SIZE);
}

static bool names(const struct snapshot *snapshot, const char *id)
{
  for (int i = 0; i < snapshot->voice_count; i++)
    if (strcmp(snapshot->voices[i].id, id) == 0)
      return true;
  return false;
}

void voice_messages_want(struct voice_messages *messages, const struct snapshot *snapshot)
{
  DIR *box = open_box(messages, "in");
  for (struct dirent *entry; box && (entry = readdir(box));) {
    char id[UUID_SIZE];
    if (is_named(entry->d_name, "", id) && !names(snapshot, id))
      throw_away(messages, "in", id, "");
  }
  if (box)
    closedir(box);
  if (messages->in.transfer.busy)
    http_transfer_cancel(&messages->in.transfer, &messages->in.session->site);
  messages->wanted_count = 0;
  for (int i = snapshot->voice_count - 1; i >= 0; i--) // the newest is fetched first
    voice_messages_want_one(messages, &snapshot->voices[i]);
}

// What is to be sent with it was written down beside it: the query of its post.
static bool begin_out(struct voice_messages *messages)
{
  char note[PATH_SIZE], sound[PATH_SIZE];
  struct buffer bytes = {0}, query = {0}, path = {0};
  struct fault fault;
  next_out(messages, messages->sending);
  path_of(messages, "out", messages->sending, ".json", note);
  path_of(messages, "out", messages->sending, ".ogg", sound);
  bool ok = messages->sending[0] && file_read(note, 4096, &query, &fault) &&
            file_read(sound, MOST_VOICE_BYTES, &bytes, &fault);
  if (ok) {
    buffer_printf(&path, "/api/v1/voice_messages?%s", query.bytes ? query.bytes : "");
    struct http_transfer_request request = {.path = path.bytes,
                                            .bytes = bytes.bytes,
                                            .bytes_size = bytes.size,
                                            .type = "audio/ogg",
                                            .token = messages->out.session->token,
                                            .longest = LONGEST,
                                            .most = 4096};
    request_queue_begin(&messages->out, &request);
  } else if (messages->sending[0]) {
    log_error("link", "the spoken message %s can't be read: %s", messages->sending, fault.sentence);
    settle(messages, true);
  }
  buffer_free(&bytes);
  buffer_free(&query);
  buffer_free(&path);
  return ok;
}

static void begin_in(struct voice_messages *messages)
{
  char path[100];
  COPY_TEXT(messages->fetching, messages->wanted[messages->wanted_count - 1]);
  FORMAT_TEXT(path, "/api/v1/voice_messages/%s", messages->fetching);
  struct http_transfer_request request = {
      .path = path, .token = messages->in.session->token, .longest = LONGEST, .most = MOST_VOICE_BYTES};
  request_queue_begin(&messages->in, &request);
}

static anban_ms step_out(struct voice_messages *messages, anban_ms now)
{
  if (messages->waiting <= 0 || messages->out.transfer.busy)
    return -1;
  if (!request_queue_is_free(&messages->out, now))
    return messages->out.retry.due;
  return begin_out(messages) ? -1 : now;
}

static anban_ms step_in(struct voice_messages *messages, anban_ms now)
{
  if (messages->wanted_count == 0 || messages->in.transfer.busy)
    return -1;
  if (!request_queue_is_free(&messages->in, now))
    return messages->in.retry.due;
  begin_in(messages);
  return -1;
}

anban_ms voice_messages_step(struct voice_messages *messages, anban_ms now)
{
  if (!*messages->out.session->token)
    return -1;
  return earlier(step_out(messages, now), step_in(messages, now));
}
