// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/dispatcher.h"

#include "base/clock.h"
#include "base/locale.h"

#include <errno.h>
#include <libspeechd.h>
#include <stdlib.h>
#include <string.h>

#define LOOK 20 // ms between two questions whether it is still wanted
#define BEGINS_WITHIN (2 * MS_SECOND)
#define A_CHARACTER MS_SECOND // the longest one takes: a daemon that died says nothing more

// What the daemon has told, on libspeechd's thread. Its messages have growing numbers, and word of one that was
// cancelled comes when the next has long been asked for.
static struct {
  pthread_mutex_t mutex;
  pthread_cond_t told;
  int64_t begun, over; // the highest number of each, -1: none; protected by mutex
} news = {.mutex = PTHREAD_MUTEX_INITIALIZER, .told = PTHREAD_COND_INITIALIZER};

static void take_news(size_t message, size_t client, SPDNotificationType type)
{
  pthread_mutex_lock(&news.mutex);
  int64_t *highest = type == SPD_EVENT_BEGIN ? &news.begun : &news.over;
  if ((int64_t)message > *highest)
    *highest = (int64_t)message;
  pthread_cond_signal(&news.told);
  pthread_mutex_unlock(&news.mutex);
}

// A daemon that was started again counts from the beginning.
static void forget_news(void)
{
  pthread_mutex_lock(&news.mutex);
  news.begun = news.over = -1;
  pthread_mutex_unlock(&news.mutex);
}

static bool open_connection(struct dispatcher *dispatcher, struct fault *fault)
{
  char *why = NULL;
  if (dispatcher->connection)
    return true;
  SPDConnection *connection = spd_open2("anban", "kiosk", NULL, SPD_MODE_THREADED, NULL, 0, &why);
  if (!connection) {
    fault_set(fault, "speech-dispatcher can't be reached: %.200s", why ? why : "no reason is given");
    free(why);
    return false;
  }
  forget_news();
  connection->callback_begin = connection->callback_end = connection->callback_cancel = take_news;
  spd_set_notification_on(connection, SPD_BEGIN);
  spd_set_notification_on(connection, SPD_END);
  spd_set_notification_on(connection, SPD_CANCEL);
  dispatcher->connection = connection;
  return true;
}

void dispatcher_close(struct dispatcher *dispatcher)
{
  if (dispatcher->connection)
    spd_close(dispatcher->connection);
  dispatcher->connection = NULL;
}

// Its rates go from -100 to 100, with ours of every day at 0.
static int rate_of(int words_per_minute)
{
  int faster = words_per_minute - USUAL_RATE;
  return faster < 0 ? faster * 100 / (USUAL_RATE - 80) : faster * 100 / (450 - USUAL_RATE);
}

// Returns the number of its message; -1: it is not taken.
static int begin(struct dispatcher *dispatcher, const char *voice, const struct task *task, struct fault *fault)
{
  int message = -1;
  if (!open_connection(dispatcher, fault))
    return -1;
  // A name that it hasn't it takes as well, and speaks with its usual voice; to ask for its list takes many seconds.
  if (spd_set_synthesis_voice(dispatcher->connection, voice) == 0 &&
      spd_set_voice_rate(dispatcher->connection, rate_of(task->sentence->rate_wpm)) == 0)
    message = spd_say(dispatcher->connection, SPD_MESSAGE, rewrite_text(task->words));
  if (message >= 0)
    return message;
  // Whatever it was: the next sentence finds a daemon that was started again.
  dispatcher_close(dispatcher);
  fault_set(fault, "speech-dispatcher takes no sentence");
  return -1;
}

// Waits for news of the message a little while. Returns whether it is over.
static bool wait_a_little(int message, bool *begun)
{
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += LOOK * 1000000;
  until.tv_sec += until.tv_nsec / 1000000000;
  until.tv_nsec %= 1000000000;
  pthread_mutex_lock(&news.mutex);
  if ((news.begun >= message) == *begun && news.over < message)
    pthread_cond_timedwait(&news.told, &news.mutex, &until);
  *begun = news.begun >= message;
  bool over = news.over >= message;
  pthread_mutex_unlock(&news.mutex);
  return over;
}

static enum verdict give_up(struct dispatcher *dispatcher, enum verdict verdict, struct fault *fault)
{
  spd_cancel(dispatcher->connection);
  if (verdict == SAID_FAILED) {
    fault_set(fault, "speech-dispatcher took a sentence and does not say it");
    dispatcher_close(dispatcher);
  }
  return verdict;
}

static enum verdict follow(struct dispatcher *dispatcher, int message, const struct task *task, struct fault *fault)
{
  anban_ms asked = clock_steady(), longest = (anban_ms)text_characters(rewrite_text(task->words)) * A_CHARACTER;
  bool begun = false, told = false;
  while (!wait_a_little(message, &begun)) {
    anban_ms passed = clock_steady() - asked;
    if (task->stale(task->stale_ctx))
      return give_up(dispatcher, SAID_STALE, fault);
    if (passed > BEGINS_WITHIN + (begun ? longest : 0))
      return give_up(dispatcher, SAID_FAILED, fault);
    if (begun && !told)
      dispatcher->began(dispatcher->began_ctx, task->sentence->number);
    told = begun;
  }
  return SAID_ITSELF;
}

enum verdict dispatcher_say(struct dispatcher *dispatcher, const char *voice, const struct task *task,
                            struct fault *fault)
{
  int message = begin(dispatcher, voice, task, fault);
  return message >= 0 ? follow(dispatcher, message, task, fault) : SAID_FAILED;
}
