// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/voice_message_files.h"

#include "base/file.h"
#include "kiosk/app/loop.h"

#include <string.h>
#include <unistd.h>

#define PATH_SIZE (OPTIONS_PATH + 80)

static void out_path(const struct app *app, const char *id, const char *ending, char path[PATH_SIZE])
{
  text_format(path, PATH_SIZE, "%s/messages/out/%s%s", app->options->data, id, ending);
}

void voice_message_files_record(struct app *app, const char *id)
{
  char path[PATH_SIZE];
  out_path(app, id, ".ogg", path);
  call_record(&app->call, id, path);
}

void voice_message_files_drop(const struct app *app, const char *id)
{
  char path[PATH_SIZE];
  out_path(app, id, ".ogg", path);
  unlink(path);
}

// The person has been told that it is kept: that is taken back before it is seen.
static void tell_lost(struct app *app, const char *id)
{
  struct letter letter = {.report = {.kind = REPORT_VOICE_MESSAGE_LOST, .at = clock_wall()}};
  COPY_TEXT(letter.report.text, id);
  mailbox_send(&app->letters, &letter);
}

// The note beside the sound is the query of its post; with it the message is complete and survives a power cut.
void voice_message_files_send(struct app *app)
{
  const struct voice_message_out *left = &app->model.phone.message_out;
  char sound[PATH_SIZE], note[PATH_SIZE], query[400];
  struct fault fault;
  FORMAT_TEXT(query, "to_kind=%s&to_id=%s&message_id=%s&resident_id=%s&seconds=%d&made_at=%lld",
              party_kind_code(left->to.kind), left->to.id, left->id, left->resident_id, left->seconds,
              (long long)model_now(&app->model));
  out_path(app, left->id, ".ogg", sound);
  out_path(app, left->id, ".json", note);
  bool kept = file_settle(sound, sound, &fault) && file_replace(note, query, strlen(query), 0600, &fault);
  loop_note(app, PROBLEM_STORE, kept ? "" : fault.sentence);
  if (!kept)
    tell_lost(app, left->id);
  else if (*app->options->server)
    link_voice_message(&app->link);
}

void voice_message_files_play(struct app *app, const char *id)
{
  char path[PATH_SIZE];
  FORMAT_TEXT(path, "%s/messages/in/%s", app->options->data, id);
  call_play(&app->call, id, path);
}
