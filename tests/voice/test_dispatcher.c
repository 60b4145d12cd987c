// SPDX-License-Identifier: GPL-3.0-or-later
// Runs alone
// A speech-dispatcher of our own on a loudspeaker that nobody hears, and one that is not there.
#include "voice/dispatcher.h"

#include "../cmocka_all.h"
#include "../support/loudspeaker.h"

#include <libspeechd.h>
#include <pthread.h>
#include <stdatomic.h>

#define OLDEST 0 // the number of no message but the first
#define VOICE "Chinese (Mandarin, latin as Pinyin)"

struct room {
  struct loudspeaker speaker;
  pid_t daemon;
  struct dispatcher dispatcher;
  atomic_ullong began; // the sentence that began last
  atomic_int stale;    // asked so often, a sentence is no longer wanted; 0: always wanted
  bool late;           // that an older message is over is told when a sentence has begun
};

static void write_file(const char *folder, const char *name, const char *text)
{
  char path[200];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

// The daemon keeps all it writes in the folder of the loudspeaker.
static void start_daemon(struct room *room)
{
  const char *folder = room->speaker.folder;
  char socket[120], address[160], pid[120], logs[120];
  write_file(folder, "speechd.conf",
             "LogLevel 1\nAudioOutputMethod \"pulse\"\nAddModule \"espeak-ng\" \"sd_espeak-ng\" \"\"\n"
             "DefaultModule espeak-ng\nDefaultLanguage en\n");
  snprintf(socket, sizeof socket, "%s/speechd.sock", folder);
  snprintf(pid, sizeof pid, "%s/speechd.pid", folder);
  snprintf(logs, sizeof logs, "%s/logs", folder);
  snprintf(address, sizeof address, "unix_socket:%s", socket);
  setenv("SPEECHD_ADDRESS", address, 1);
  room->daemon = fork();
  if (room->daemon == 0) {
    setpgid(0, 0);
    setenv("HOME", folder, 1);
    setenv("XDG_RUNTIME_DIR", folder, 1);
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    execlp("speech-dispatcher", "speech-dispatcher", "-s", "-C", folder, "-S", socket, "-P", pid, "-L", logs, "-t", "0",
           NULL);
    _exit(127);
  }
  setpgid(room->daemon, room->daemon);
  anban_ms until = clock_steady() + HUNG;
  while (access(socket, F_OK) != 0 && clock_steady() < until)
    poll(NULL, 0, 20);
}

static void began(void *ctx, uint64_t number)
{
  struct room *room = ctx;
  atomic_store(&room->began, number);
  SPDConnection *connection = room->dispatcher.connection;
  if (room->late)
    connection->callback_cancel(OLDEST, 0, SPD_EVENT_CANCEL);
}

static bool is_stale(void *ctx)
{
  struct room *room = ctx;
  return atomic_load(&room->stale) && atomic_load(&room->began);
}

static int set_up(void **state)
{
  struct room *room = calloc(1, sizeof *room);
  room->dispatcher.began = began;
  room->dispatcher.began_ctx = room;
  if (!loudspeaker_init(&room->speaker) || !loudspeaker_on(&room->speaker))
    return -1;
  start_daemon(room);
  *state = room;
  return 0;
}

static int tear_down(void **state)
{
  struct room *room = *state;
  dispatcher_close(&room->dispatcher);
  if (room->daemon > 0) {
    kill(-room->daemon, SIGTERM);
    waitpid(room->daemon, NULL, 0);
  }
  loudspeaker_free(&room->speaker);
  free(room);
  return 0;
}

static enum verdict say(struct room *room, const char *voice, const char *text, struct fault *fault)
{
  struct sentence sentence = {.number = 7, .locale = "zh_CN", .rate_wpm = USUAL_RATE};
  struct rewrite words = {0};
  rewrite_put(&words, 0, 1, text);
  struct task task = {.sentence = &sentence, .words = &words, .stale = is_stale, .stale_ctx = room};
  *fault = (struct fault){0};
  enum verdict verdict = dispatcher_say(&room->dispatcher, voice, &task, fault);
  rewrite_free(&words);
  return verdict;
}

// A daemon that gets no time on a busy machine is given up, as it should be; then it is asked again.
static enum verdict say_at_last(struct room *room, const char *text, struct fault *fault)
{
  enum verdict verdict = SAID_FAILED;
  for (int turn = 0; turn < 5 && verdict == SAID_FAILED; turn++)
    verdict = say(room, VOICE, text, fault);
  return verdict;
}

static void without_a_daemon_it_says_so(void **state)
{
  struct room *room = *state;
  struct fault fault;
  char *address = strdup(getenv("SPEECHD_ADDRESS"));
  setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere/speechd.sock", 1);
  assert_int_equal(say(room, VOICE, "您好", &fault), SAID_FAILED);
  assert_memory_equal(fault.sentence, "speech-dispatcher can't be reached: ", 36);
  setenv("SPEECHD_ADDRESS", address, 1);
  free(address);
}

static void a_sentence_is_heard_to_its_end(void **state)
{
  struct room *room = *state;
  struct ear ear;
  struct fault fault;
  assert_true(ear_open(&ear));
  anban_ms asked = clock_steady();
  enum verdict verdict = say_at_last(room, "奶奶，您好。", &fault);
  assert_string_equal(fault.sentence, "");
  assert_int_equal(verdict, SAID_ITSELF);
  anban_ms ended = clock_steady();
  assert_int_equal(atomic_load(&room->began), 7);
  anban_ms until = ended + 300;
  while (ear_listen(&ear, until))
    ;
  assert_true(ear_first_loud(&ear, 0) < ear.count);
  assert_true(ended - asked > 600);
  ear_close(&ear);
}

static void one_that_nobody_wants_any_more_stops(void **state)
{
  struct room *room = *state;
  struct fault fault;
  atomic_store(&room->stale, 1);
  assert_int_equal(
      say_at_last(room, "今天的午饭是红烧豆腐、清炒时蔬和米饭。今天的午饭是红烧豆腐、清炒时蔬和米饭。", &fault),
      SAID_STALE);
  // The next one is heard.
  atomic_store(&room->stale, 0);
  assert_int_equal(say_at_last(room, "好", &fault), SAID_ITSELF);
}

// The daemon's own word of the one before may come late, too; how late is as may be.
static void the_next_lasts_whatever_is_told_late_of_the_one_before(void **state)
{
  struct room *room = *state;
  struct fault fault;
  atomic_store(&room->stale, 1);
  assert_int_equal(say_at_last(room, "今天的午饭是红烧豆腐、清炒时蔬和米饭。", &fault), SAID_STALE);
  atomic_store(&room->stale, 0);
  atomic_store(&room->began, 0);
  room->late = true;
  anban_ms asked = clock_steady();
  assert_int_equal(say_at_last(room, "今天的午饭是红烧豆腐、清炒时蔬和米饭。", &fault), SAID_ITSELF);
  assert_int_equal(atomic_load(&room->began), 7);
  assert_true(clock_steady() - asked > 2 * MS_SECOND);
  room->late = false;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_a_daemon_it_says_so),
      cmocka_unit_test(a_sentence_is_heard_to_its_end),
      cmocka_unit_test(one_that_nobody_wants_any_more_stops),
      cmocka_unit_test(the_next_lasts_whatever_is_told_late_of_the_one_before),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
