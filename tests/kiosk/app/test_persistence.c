// SPDX-License-Identifier: GPL-3.0-or-later
// What app carries between the model and the disk, without a window, threads or a server.
#include "base/file.h"
#include "base/text.h"
#include "database/database.h"
#include "kiosk/app/persistence.h"
#include "kiosk/app/requests.h"

#include "../../cmocka_all.h"
#include "../../support/enums.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MESSAGE_ID "019aa9c0-0000-7000-8000-000000000001"
#define ORDER_ID "019aa9c0-0000-7000-8000-000000000002"

struct desk {
  struct app app;
  struct options options;
  char folder[64];
};

static void nobody_listens(void *ctx)
{
}

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof *desk);
  struct fault fault;
  struct model_settings settings = {.kept = setting_presets()};
  strcpy(desk->folder, "/tmp/anban-keep-XXXXXX");
  assert_non_null(mkdtemp(desk->folder));
  COPY_TEXT(desk->options.data, desk->folder);
  COPY_TEXT(desk->options.theme, "black-yellow");
  desk->options.volume = 45;
  desk->options.rate = 140;
  desk->app.options = &desk->options;
  mailbox_init(&desk->app.letters, sizeof(struct letter), nobody_listens, NULL);
  assert_int_equal(store_open(&desk->app.store, desk->folder, clock_wall(), &fault), STORE_READY);
  model_init(&desk->app.model, &settings, clock_wall());
  *state = desk;
  return 0;
}

static int tear_down(void **state)
{
  struct desk *desk = *state;
  char command[100];
  struct letter letter;
  while (mailbox_take(&desk->app.letters, &letter))
    free(letter.text);
  mailbox_destroy(&desk->app.letters);
  model_free(&desk->app.model);
  store_close(&desk->app.store);
  FORMAT_TEXT(command, "rm -r %s", desk->folder);
  int removed = system(command);
  free(desk);
  return removed;
}

static char *sample(const char *name)
{
  struct buffer text = {0};
  struct fault fault;
  char path[300];
  FORMAT_TEXT(path, "%s/%s", ANBAN_SAMPLES, name);
  assert_true(file_read(path, 1 << 20, &text, &fault));
  return text.bytes;
}

static void keep_sample(struct desk *desk, const char *name, const char *id,
                        bool (*put)(struct store *store, const char *id, const char *text, struct fault *fault))
{
  struct fault fault;
  char *text = sample(name);
  assert_true(put(&desk->app.store, id, text, &fault));
  free(text);
}

static bool put_snapshot(struct store *store, const char *id, const char *text, struct fault *fault)
{
  return store_put_snapshot(store, text, fault);
}

static int waiting(struct desk *desk, bool *letters_saved)
{
  struct letter letter;
  int count = 0;
  while (mailbox_take(&desk->app.letters, &letter)) {
    *letters_saved = letter.report.kind == REPORT_SAVED;
    count++;
  }
  return count;
}

static void count_row(void *ctx, const char *id, const char *text)
{
  int *count = ctx;
  ++*count;
}

static int on_disk(struct desk *desk)
{
  struct fault fault;
  int count = 0;
  return store_each_message(&desk->app.store, count_row, &count, &fault) ? count : -1;
}

static void the_model_knows_again_what_the_disk_held(void **state)
{
  struct desk *desk = *state;
  keep_sample(desk, "snapshot.json", "", put_snapshot);
  keep_sample(desk, "message-order-place.json", MESSAGE_ID, store_add_message);
  persistence_restore(&desk->app);
  const struct model *model = &desk->app.model;
  assert_non_null(model->snapshot);
  assert_int_equal(model->outbox_count, 1);
  assert_string_equal(model->outbox[0].message.id, MESSAGE_ID);
  assert_true(model->outbox[0].saved);
}

// The file of the first released version: what stands in it is understood, not only kept.
static void the_file_of_a_released_kiosk_is_understood(void **state)
{
  struct desk *desk = *state;
  struct buffer file = {0};
  struct fault fault;
  store_close(&desk->app.store);
  assert_true(file_read(ANBAN_SAMPLES "/databases/0.1.0-kiosk.db", 1 << 20, &file, &fault));
  assert_true(file_replace(desk->app.store.path, file.bytes, file.size, 0600, &fault));
  buffer_free(&file);
  assert_int_equal(store_open(&desk->app.store, desk->folder, clock_wall(), &fault), STORE_READY);
  persistence_restore(&desk->app);
  const struct model *model = &desk->app.model;
  assert_non_null(model->snapshot);
  assert_int_equal(model->snapshot->resident_count, 8);
  assert_int_equal(model->outbox_count, 5);
  assert_int_equal(model->outbox[0].message.kind, MESSAGE_ORDER_PLACE);
  assert_int_equal(model->outbox[4].message.kind, MESSAGE_HELP_CANCEL);
  struct kept_settings settings = persistence_read_settings(&desk->app);
  assert_int_equal(settings.theme, THEME_BLACK_YELLOW);
  assert_int_equal(settings.voice.volume_percent, 60);
  assert_int_equal(settings.voice.rate_wpm, 175);
}

static void keep_help(struct desk *desk, enum help_state state)
{
  struct letter letter = {.report = {.kind = REPORT_RECORD, .is.standing = {.kind = RECORD_HELP}}};
  struct help *help = &letter.report.is.standing.is.help;
  *help = (struct help){.id = ORDER_ID, .kiosk_id = MESSAGE_ID, .state = state, .raised_at = clock_wall()};
  persistence_letter(&desk->app, &letter);
}

// The server's list goes over what the disk held, and what is heard later over that list.
static void take_snapshot_with_help(struct desk *desk, enum help_state state)
{
  struct letter letter = {.report = {.kind = REPORT_SNAPSHOT}, .text = sample("snapshot.json")};
  struct snapshot *snapshot = snapshot_new();
  snapshot->help = calloc(1, sizeof *snapshot->help);
  snapshot->help_count = 1;
  *snapshot->help = (struct help){.id = ORDER_ID, .kiosk_id = MESSAGE_ID, .state = state, .raised_at = clock_wall()};
  letter.report.is.snapshot = snapshot;
  persistence_letter(&desk->app, &letter);
  snapshot_free(snapshot);
  free(letter.text);
}

static void an_open_call_for_help_is_shown_again(void **state)
{
  struct desk *desk = *state;
  keep_help(desk, HELP_RAISED);
  persistence_restore(&desk->app);
  assert_int_equal(model_screen(&desk->app.model), SCREEN_HELP);
  assert_string_equal(desk->app.model.help.help.id, ORDER_ID);
}

static void a_call_for_help_in_a_snapshot_is_kept(void **state)
{
  struct desk *desk = *state;
  take_snapshot_with_help(desk, HELP_ACKNOWLEDGED);
  persistence_restore(&desk->app);
  assert_true(desk->app.model.help.open && desk->app.model.help.taken_at);
}

static void a_call_for_help_that_was_closed_after_the_snapshot_is_over(void **state)
{
  struct desk *desk = *state;
  take_snapshot_with_help(desk, HELP_RAISED);
  keep_help(desk, HELP_CLOSED);
  persistence_restore(&desk->app);
  assert_false(desk->app.model.help.shown);
}

static void what_cannot_be_read_is_left_where_it_is(void **state)
{
  struct desk *desk = *state;
  struct fault fault;
  assert_true(store_put_snapshot(&desk->app.store, "{\"event\":", &fault));
  assert_true(store_put_record(&desk->app.store, &(struct store_record){"order", ORDER_ID, "[]", true}, &fault));
  assert_true(store_add_message(&desk->app.store, MESSAGE_ID, "soup", &fault));
  persistence_restore(&desk->app);
  assert_null(desk->app.model.snapshot);
  assert_int_equal(desk->app.model.outbox_count, 0);
  assert_int_equal(on_disk(desk), 1);
}

static void take_sample_answer(struct desk *desk)
{
  struct fault fault;
  struct letter letter = {.report.kind = REPORT_ANSWER};
  char *text = sample("answer-order.json");
  json_t *json = json_parse(text, strlen(text), &fault);
  assert_true(answer_read(json, &letter.report.is.answer, &fault));
  json_decref(json);
  free(text);
  persistence_letter(&desk->app, &letter);
}

static void an_answer_lets_the_wish_go_and_keeps_the_order(void **state)
{
  struct desk *desk = *state;
  struct fault fault;
  int orders = 0;
  keep_sample(desk, "message-order-place.json", MESSAGE_ID, store_add_message);
  take_sample_answer(desk);
  assert_int_equal(on_disk(desk), 0);
  assert_true(store_each_record(&desk->app.store, "order", count_row, &orders, &fault));
  assert_int_equal(orders, 1);
}

static void change_disk(struct desk *desk, const char *sql)
{
  assert_true(database_script(desk->app.store.db, sql));
}

// Cut off between the two, the kiosk has both and asks once more; the other way round it would have nothing.
static void an_answer_is_on_the_disk_before_its_message_is_forgotten(void **state)
{
  struct desk *desk = *state;
  change_disk(desk, "CREATE TRIGGER in_order BEFORE DELETE ON outbox WHEN NOT EXISTS (SELECT 1 FROM record)"
                    " BEGIN SELECT RAISE(FAIL, 'too early'); END;");
  keep_sample(desk, "message-order-place.json", MESSAGE_ID, store_add_message);
  take_sample_answer(desk);
  assert_int_equal(on_disk(desk), 0);
}

static void an_answer_that_the_disk_does_not_take_leaves_its_message(void **state)
{
  struct desk *desk = *state;
  change_disk(desk, "CREATE TRIGGER full BEFORE INSERT ON record BEGIN SELECT RAISE(FAIL, 'the disk is full'); END;");
  keep_sample(desk, "message-order-place.json", MESSAGE_ID, store_add_message);
  take_sample_answer(desk);
  assert_int_equal(on_disk(desk), 1);
  assert_non_null(strstr(desk->app.problems.of[PROBLEM_STORE].sentence, "the disk is full"));
}

static void settings_come_back_as_they_were_kept(void **state)
{
  struct desk *desk = *state;
  struct kept_settings settings = persistence_read_settings(&desk->app);
  assert_int_equal(settings.voice.volume_percent, 45);
  assert_int_equal(settings.theme, THEME_BLACK_YELLOW);
  settings = (struct kept_settings){.voice = {80, 200}, .theme = THEME_LIGHT, .text_percent = 150, .locale = "zh_HK"};
  persistence_write_settings(&desk->app, &settings);
  struct kept_settings again = persistence_read_settings(&desk->app);
  assert_int_equal(again.voice.volume_percent, 80);
  assert_int_equal(again.voice.rate_wpm, 200);
  assert_int_equal(again.text_percent, 150);
  assert_string_equal(again.locale, "zh_HK");
}

static void the_numbers_of_kept_colours_are_as_they_are_in_the_field(void **state)
{
  const struct enum_row rows[] = {BY_NUMBER("page_theme", THEME_LIGHT, ""),
                                  BY_NUMBER("page_theme", THEME_BLACK_WHITE, ""),
                                  BY_NUMBER("page_theme", THEME_BLACK_YELLOW, "")};
  enums_hold(rows, THEMES);
}

static void kept_settings_that_are_nonsense_are_left_aside(void **state)
{
  struct desk *desk = *state;
  struct fault fault;
  assert_true(store_put_settings(&desk->app.store, "{\"volume\":-7}", &fault));
  assert_int_equal(persistence_read_settings(&desk->app).voice.volume_percent, 45);
}

static void ask_to_deliver(struct desk *desk, enum message_kind kind)
{
  struct requests requests = {.count = 1, .list[0] = {.kind = REQUEST_DELIVER}};
  struct message *message = &requests.list[0].message;
  *message = message_blank(kind);
  COPY_TEXT(message->id, MESSAGE_ID);
  if (kind == MESSAGE_ORDER_CANCEL)
    COPY_TEXT(message->body.is.order.id, ORDER_ID);
  else
    COPY_TEXT(message->body.is.help.id, ORDER_ID);
  requests_carry_out(&desk->app, &requests);
}

static void take_disk_away(struct desk *desk)
{
  store_close(&desk->app.store);
  COPY_TEXT(desk->options.data, "/proc/nowhere");
}

static void a_wish_is_on_the_disk_before_it_is_called_noted(void **state)
{
  struct desk *desk = *state;
  bool saved = false;
  ask_to_deliver(desk, MESSAGE_ORDER_CANCEL);
  assert_int_equal(on_disk(desk), 1);
  assert_int_equal(waiting(desk, &saved), 1);
  assert_true(saved);
}

static void a_disk_that_was_in_the_way_is_tried_again(void **state)
{
  struct desk *desk = *state;
  bool saved = false;
  keep_sample(desk, "message-order-place.json", "019aa9c0-0000-7000-8000-000000000009", store_add_message);
  store_close(&desk->app.store);
  ask_to_deliver(desk, MESSAGE_ORDER_CANCEL);
  assert_int_equal(waiting(desk, &saved), 1);
  assert_true(saved);
  assert_int_equal(on_disk(desk), 2);
  assert_int_equal(desk->app.model.outbox_count, 1); // the one that had waited there; the other is the model's own
}

static void a_wish_that_the_disk_does_not_take_is_not_called_noted(void **state)
{
  struct desk *desk = *state;
  bool saved = true;
  take_disk_away(desk);
  ask_to_deliver(desk, MESSAGE_ORDER_CANCEL);
  assert_int_equal(waiting(desk, &saved), 1);
  assert_false(saved);
  assert_non_null(strstr(desk->app.problems.of[PROBLEM_STORE].sentence, "kiosk.db"));
}

static void a_call_for_help_goes_out_even_without_a_disk(void **state)
{
  struct desk *desk = *state;
  bool saved = false;
  take_disk_away(desk);
  ask_to_deliver(desk, MESSAGE_HELP_RAISE);
  assert_int_equal(waiting(desk, &saved), 1);
  assert_true(saved);
}

// The quickest server there can be: it answers while the wish is still being handed over.
static void answer_at_once(void *ctx)
{
  struct desk *desk = ctx;
  struct letter letter = {.report.kind = REPORT_ANSWER};
  mailbox_send(&desk->app.letters, &letter);
}

static void begin_link(struct desk *desk)
{
  struct link_settings settings = {
      .server = "http://127.0.0.1:1", .ca_file = "", .identity = &desk->app.identity, .version = "0"};
  settings.pictures = settings.voices = settings.messages = settings.device = desk->folder;
  COPY_TEXT(desk->options.server, settings.server);
  link_init(&desk->app.link, &settings, NULL, NULL);
  desk->app.link.letters.wake = answer_at_once;
  desk->app.link.letters.wake_ctx = desk;
}

static void a_wish_is_called_noted_before_it_is_answered(void **state)
{
  struct desk *desk = *state;
  struct letter letter;
  begin_link(desk);
  ask_to_deliver(desk, MESSAGE_HELP_RAISE);
  assert_true(mailbox_take(&desk->app.letters, &letter));
  assert_int_equal(letter.report.kind, REPORT_SAVED);
  assert_true(mailbox_take(&desk->app.letters, &letter));
  assert_int_equal(letter.report.kind, REPORT_ANSWER);
  link_join(&desk->app.link);
}

// Somebody has gone back to this version while it waited.
static void a_waiting_message_of_a_newer_kiosk_goes_out_as_it_stands(void **state)
{
  struct desk *desk = *state;
  struct letter letter;
  struct fault fault;
  begin_link(desk);
  static const char text[] = "{\"id\":\"" MESSAGE_ID "\",\"kind\":\"visit.book\",\"made_at\":1,\"body\":{}}";
  assert_true(store_add_message(&desk->app.store, MESSAGE_ID, text, &fault));
  persistence_restore(&desk->app);
  assert_int_equal(on_disk(desk), 1);
  assert_int_equal(desk->app.model.outbox_count, 0);
  assert_true(mailbox_take(&desk->app.letters, &letter)); // link has it: answer_at_once
  assert_int_equal(letter.report.kind, REPORT_ANSWER);
  link_join(&desk->app.link);
}

static char *message_path(struct desk *desk, const char *ending)
{
  static char path[200];
  FORMAT_TEXT(path, "%s/messages/out/" MESSAGE_ID "%s", desk->folder, ending);
  return path;
}

static void record_message(struct desk *desk)
{
  char folder[200];
  struct fault fault;
  FORMAT_TEXT(folder, "%s/messages/out", desk->folder);
  assert_true(file_make_folder(folder, &fault));
  assert_true(file_replace(message_path(desk, ".ogg"), "sound", 5, 0600, &fault));
}

static void send_message(struct desk *desk)
{
  struct requests requests = {.count = 1, .list[0] = {.kind = REQUEST_VOICE_MESSAGE_SEND}};
  COPY_TEXT(desk->app.model.phone.message_out.id, MESSAGE_ID);
  requests_carry_out(&desk->app, &requests);
}

static void a_message_is_complete_with_its_note(void **state)
{
  struct desk *desk = *state;
  struct letter letter;
  record_message(desk);
  send_message(desk);
  assert_int_equal(access(message_path(desk, ".json"), F_OK), 0);
  assert_false(mailbox_take(&desk->app.letters, &letter));
}

static void a_message_without_its_sound_is_told_as_lost(void **state)
{
  struct desk *desk = *state;
  struct letter letter;
  send_message(desk);
  assert_int_not_equal(access(message_path(desk, ".json"), F_OK), 0);
  assert_true(mailbox_take(&desk->app.letters, &letter));
  assert_int_equal(letter.report.kind, REPORT_VOICE_MESSAGE_LOST);
  assert_string_equal(letter.report.text, MESSAGE_ID);
}

static void a_message_that_was_taken_back_is_no_longer_on_the_disk(void **state)
{
  struct desk *desk = *state;
  record_message(desk);
  struct requests requests = {.count = 1, .list[0] = {.kind = REQUEST_VOICE_MESSAGE_DROP, .id = MESSAGE_ID}};
  requests_carry_out(&desk->app, &requests);
  assert_int_not_equal(access(message_path(desk, ".ogg"), F_OK), 0);
}

static void problems_are_told_once_and_end(void **state)
{
  struct problems problems = {0};
  assert_true(problems_set(&problems, PROBLEM_SOUND, "no \"loudspeaker\""));
  assert_false(problems_set(&problems, PROBLEM_SOUND, "no \"loudspeaker\""));
  assert_true(problems_set(&problems, PROBLEM_STORE, "the disk is full"));
  char *json = problems_json(&problems);
  assert_string_equal(json, "[\"the disk is full\",\"no \\\"loudspeaker\\\"\"]");
  free(json);
  assert_true(problems_set(&problems, PROBLEM_SOUND, ""));
  assert_true(problems_set(&problems, PROBLEM_STORE, ""));
  json = problems_json(&problems);
  assert_string_equal(json, "[]");
  free(json);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(the_model_knows_again_what_the_disk_held),
      CASE(the_file_of_a_released_kiosk_is_understood),
      CASE(an_open_call_for_help_is_shown_again),
      CASE(a_call_for_help_in_a_snapshot_is_kept),
      CASE(a_call_for_help_that_was_closed_after_the_snapshot_is_over),
      CASE(what_cannot_be_read_is_left_where_it_is),
      CASE(an_answer_lets_the_wish_go_and_keeps_the_order),
      CASE(an_answer_is_on_the_disk_before_its_message_is_forgotten),
      CASE(an_answer_that_the_disk_does_not_take_leaves_its_message),
      CASE(settings_come_back_as_they_were_kept),
      cmocka_unit_test(the_numbers_of_kept_colours_are_as_they_are_in_the_field),
      CASE(kept_settings_that_are_nonsense_are_left_aside),
      CASE(a_wish_is_on_the_disk_before_it_is_called_noted),
      CASE(a_disk_that_was_in_the_way_is_tried_again),
      CASE(a_wish_that_the_disk_does_not_take_is_not_called_noted),
      CASE(a_call_for_help_goes_out_even_without_a_disk),
      CASE(a_wish_is_called_noted_before_it_is_answered),
      CASE(a_waiting_message_of_a_newer_kiosk_goes_out_as_it_stands),
      CASE(a_message_is_complete_with_its_note),
      CASE(a_message_without_its_sound_is_told_as_lost),
      CASE(a_message_that_was_taken_back_is_no_longer_on_the_disk),
      cmocka_unit_test(problems_are_told_once_and_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
