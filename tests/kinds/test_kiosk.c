// SPDX-License-Identifier: GPL-3.0-or-later
// A new kind of wish at the kiosk: to the disk, on the screen, answered, kept, known again after a start, taken back.
#include "base/file.h"
#include "community.h"
#include "haircut.h"
#include "kiosk/app/persistence.h"
#include "kiosk/app/requests.h"
#include "kiosk/model/outbox.h"
#include "kiosk/screens/screens.h"
#include "kiosk_haircut.h"

#include "../cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct scene {
  struct app app;
  struct options options;
  char folder[64];
};

static void nobody_waits(void *ctx)
{
}

// Only messages are carried out: there is no loudspeaker here, and no line.
static void report(struct scene *scene, struct report report)
{
  struct requests requests;
  report.at = community_now();
  model_take(&scene->app.model, &report, &requests);
  for (int i = 0; i < requests.count; i++) {
    struct requests one = {.count = 1, .list[0] = requests.list[i]};
    if (requests.list[i].kind == REQUEST_DELIVER)
      requests_carry_out(&scene->app, &one);
  }
}

static void start_kiosk(struct scene *scene)
{
  struct model_settings settings = {.kept = setting_presets()};
  struct fault fault;
  haircut_known = (struct help){0};
  assert_int_equal(store_open(&scene->app.store, scene->folder, community_now(), &fault), STORE_READY);
  model_init(&scene->app.model, &settings, community_now());
  report(scene, (struct report){.kind = REPORT_SNAPSHOT, .is.snapshot = community_new(COMMUNITY_PEOPLE)});
  report(scene, (struct report){.kind = REPORT_LINE, .is.line.state = LINE_STATE_UP});
  persistence_restore(&scene->app);
}

static void stop_kiosk(struct scene *scene)
{
  model_free(&scene->app.model);
  store_close(&scene->app.store);
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  struct fault fault;
  strcpy(scene->folder, "/tmp/anban-kinds-XXXXXX");
  assert_non_null(mkdtemp(scene->folder));
  COPY_TEXT(scene->options.data, scene->folder);
  scene->app.options = &scene->options;
  mailbox_init(&scene->app.letters, sizeof(struct letter), nobody_waits, NULL);
  lang_start(&scene->app.lang, "locales", &fault);
  lang_choose(&scene->app.lang, "en");
  start_kiosk(scene);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  char command[100];
  stop_kiosk(scene);
  lang_stop(&scene->app.lang);
  mailbox_destroy(&scene->app.letters);
  FORMAT_TEXT(command, "rm -r %s", scene->folder);
  int removed = system(command);
  free(scene);
  return removed;
}

static void intend(struct scene *scene, enum intent_kind kind, const char *id)
{
  struct report intent = {.kind = REPORT_INTENT, .is.intent.kind = kind};
  COPY_TEXT(intent.is.intent.id, id);
  report(scene, intent);
}

static void sign_in(struct scene *scene)
{
  intend(scene, INTENT_BEGIN, "");
  intend(scene, INTENT_CHOOSE_PERSON, community_person_id(PERSON_PLAIN));
  assert_string_equal(scene->app.model.person.id, community_person_id(PERSON_PLAIN));
}

// As the loop does.
static void take_letters(struct scene *scene)
{
  struct letter letter;
  while (mailbox_take(&scene->app.letters, &letter)) {
    persistence_letter(&scene->app, &letter);
    report(scene, letter.report);
  }
}

static void ask_for_haircut(struct scene *scene)
{
  struct requests requests = {0};
  struct message message = message_blank(MESSAGE_HAIRCUT);
  COPY_TEXT(message.body.is.help.id, HAIRCUT);
  COPY_TEXT(message.body.is.help.resident_id, scene->app.model.person.id);
  outbox_wish(&scene->app.model, &requests, &message);
  requests_carry_out(&scene->app, &requests);
  take_letters(scene);
}

// From the server, to the one message that waits, about the person who asked.
#define ID "00000000-0000-7000-8000-000000000001"
static void answer(struct scene *scene, const char *text)
{
  struct letter letter = {.report.kind = REPORT_ANSWER};
  struct fault fault;
  json_t *json = json_parse(text, strlen(text), &fault);
  if (!answer_read(json, &letter.report.is.answer, &fault))
    fail_msg("%s", fault.sentence);
  json_decref(json);
  COPY_TEXT(letter.report.is.answer.id, scene->app.model.outbox[0].message.id);
  if (letter.report.is.answer.accepted)
    COPY_TEXT(letter.report.is.answer.record.is.help.resident_id, community_person_id(PERSON_PLAIN));
  mailbox_send(&scene->app.letters, &letter);
  take_letters(scene);
}

static void count_row(void *ctx, const char *id, const char *text)
{
  ++*(int *)ctx;
}

static int messages_kept(struct scene *scene)
{
  int count = 0;
  struct fault fault;
  assert_true(store_each_message(&scene->app.store, count_row, &count, &fault));
  return count;
}

static int haircuts_kept(struct scene *scene)
{
  int count = 0;
  struct fault fault;
  assert_true(store_each_record(&scene->app.store, "haircut", count_row, &count, &fault));
  return count;
}

static bool page_says(struct scene *scene, const char *words)
{
  screens_page(&scene->app.model, &scene->app.lang, &scene->app.page);
  return strstr(scene->app.page.spoken, words) != NULL;
}

static void it_is_noted_granted_and_kept(void **state)
{
  struct scene *scene = *state;
  sign_in(scene);
  ask_for_haircut(scene);
  assert_int_equal(messages_kept(scene), 1);
  assert_int_equal(scene->app.model.done.progress, PROGRESS_NOTED);
  assert_true(page_says(scene, "I am telling the hairdresser."));
  answer(scene, HAIRCUT_GRANTED(ID, ID));
  assert_int_equal(scene->app.model.done.progress, PROGRESS_ACCEPTED);
  assert_true(page_says(scene, "小赵 cuts your hair."));
  assert_int_equal(messages_kept(scene), 0);
  assert_int_equal(haircuts_kept(scene), 1);
  assert_string_equal(haircut_known.staff_name, "小赵");
}

static void it_is_known_again_after_a_start(void **state)
{
  struct scene *scene = *state;
  sign_in(scene);
  ask_for_haircut(scene);
  stop_kiosk(scene);
  start_kiosk(scene);
  assert_int_equal(scene->app.model.outbox_count, 1);
  answer(scene, HAIRCUT_GRANTED(ID, ID));
  stop_kiosk(scene);
  start_kiosk(scene);
  assert_int_equal(scene->app.model.outbox_count, 0);
  assert_string_equal(haircut_known.id, HAIRCUT);
}

static void a_snapshot_that_does_not_hold_it_leaves_it(void **state)
{
  struct scene *scene = *state;
  sign_in(scene);
  ask_for_haircut(scene);
  answer(scene, HAIRCUT_GRANTED(ID, ID));
  char text[] = "{}";
  struct letter letter = {.report = {.kind = REPORT_SNAPSHOT}, .text = text};
  letter.report.is.snapshot = snapshot_new();
  persistence_letter(&scene->app, &letter);
  snapshot_free(letter.report.is.snapshot);
  assert_int_equal(haircuts_kept(scene), 1);
}

static void its_refusal_waits_for_who_has_left(void **state)
{
  struct scene *scene = *state;
  sign_in(scene);
  ask_for_haircut(scene);
  intend(scene, INTENT_LEAVE, "");
  answer(scene, HAIRCUT_REFUSED(ID));
  sign_in(scene);
  assert_true(page_says(scene, "There is something about your haircut."));
  intend(scene, INTENT_SHOW_NEWS, "");
  assert_int_equal(scene->app.model.done.reason, REFUSAL_BY_STAFF);
  assert_true(page_says(scene, "小赵 can't come."));
}

static void staff_taking_it_back_is_news(void **state)
{
  struct scene *scene = *state;
  sign_in(scene);
  ask_for_haircut(scene);
  answer(scene, HAIRCUT_GRANTED(ID, ID));
  intend(scene, INTENT_HOME, "");
  struct letter letter = {.report = {.kind = REPORT_RECORD, .is.standing = scene->app.model.done.record}};
  letter.report.is.standing.is.help.staff_name[0] = '\0';
  mailbox_send(&scene->app.letters, &letter);
  take_letters(scene);
  assert_true(page_says(scene, "There is something about your haircut."));
  assert_int_equal(haircuts_kept(scene), 1);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(it_is_noted_granted_and_kept),
      CASE(it_is_known_again_after_a_start),
      CASE(a_snapshot_that_does_not_hold_it_leaves_it),
      CASE(its_refusal_waits_for_who_has_left),
      CASE(staff_taking_it_back_is_news),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
