// SPDX-License-Identifier: GPL-3.0-or-later
// ./bench sound: a sentence on its whole way, espeak-ng, the queue, the mixer, PortAudio, a virtual loudspeaker: how
// soon it is heard, how soon it is quiet after a touch, and how far the marks of its characters are from what is heard.
//   anban_bench_sound VOICES    VOICES: the folder that holds espeak-ng-data/
#include "kiosk/sound/sound.h"
#include "base/mailbox.h"
#include "base/text.h"
#include "kiosk/speech/speech.h"
#include "voice/voices.h"

#include "../../support/loudspeaker.h"

#define TURNS 20
// As the page that reads a whole order aloud has.
#define ORDER                                                                                                                               \
  "我念给您听。明天的午餐：清蒸鲈鱼套餐一份，红烧狮子头套餐一份，素什锦一份。一共三十二块九，" \
  "送到您的房间，三幢二零一，中午十一点半送到。没有错的话，请点好，就点这些。"
#define MARKED "奶奶，您好。今天12:30开饭，电话57188888888，厨房收到了。"

struct way {
  struct loudspeaker speaker;
  struct sound sound;
  struct speech speech;
  struct voices voices;
  struct mailbox events;
  pthread_mutex_t mutex;
  struct samples *said;            // what the voice gave last; protected by mutex
  anban_ms told_at[SENTENCE_TEXT]; // when the mark that begins at this byte was told; protected by mutex
};

struct figures {
  int64_t all[TURNS * 100];
  int count;
};

static void take_sound(void *ctx, const struct sound_event *event)
{
  struct way *way = ctx;
  pthread_mutex_lock(&way->mutex);
  if (event->kind == SOUND_AT)
    way->told_at[event->from] = clock_steady();
  pthread_mutex_unlock(&way->mutex);
  mailbox_send(&way->events, event);
}

static void take_speech(void *ctx, const struct speech_event *event)
{
}

static void play(void *ctx, struct samples *samples)
{
  struct way *way = ctx;
  pthread_mutex_lock(&way->mutex);
  samples_free(way->said);
  way->said = samples_new(samples->rate);
  samples_add(way->said, samples->at, samples->count);
  for (int i = 0; i < samples->mark_count; i++)
    samples_mark(way->said, samples->marks[i].sample, samples->marks[i].from, samples->marks[i].to);
  pthread_mutex_unlock(&way->mutex);
  sound_play(&way->sound, samples);
}

static void hush(void *ctx)
{
  struct way *way = ctx;
  sound_hush(&way->sound);
}

static bool await(struct way *way, enum sound_event_kind kind)
{
  struct sound_event event;
  while (mailbox_wait(&way->events, &event, clock_steady() + HUNG))
    if (event.kind == kind)
      return true;
  return false;
}

static bool start(struct way *way, const char *data)
{
  struct fault fault;
  pthread_mutex_init(&way->mutex, NULL);
  if (!loudspeaker_init(&way->speaker) || !loudspeaker_on(&way->speaker))
    return false;
  mailbox_init(&way->events, sizeof(struct sound_event), NULL, NULL);
  sound_init(&way->sound, &(struct sound_settings){0}, take_sound, way);
  struct voice voice = voices_init(&way->voices, &(struct voices_settings){.data = data});
  speech_init(&way->speech, voice, (struct sample_sink){play, hush, way}, take_speech, way);
  return sound_start(&way->sound, &fault) && speech_start(&way->speech, &fault) && await(way, SOUND_WORKS);
}

static void stop(struct way *way)
{
  speech_stop(&way->speech);
  sound_stop(&way->sound);
  speech_join(&way->speech);
  sound_join(&way->sound);
  mailbox_destroy(&way->events);
  samples_free(way->said);
  pthread_mutex_destroy(&way->mutex);
  loudspeaker_free(&way->speaker);
}

static void say(struct way *way, uint64_t number, const char *text)
{
  struct sentence sentence = {.number = number, .rate_wpm = USUAL_RATE, .locale = "zh_CN"};
  COPY_TEXT(sentence.text, text);
  speech_say(&way->speech, &sentence);
}

static void note(struct figures *figures, int64_t figure)
{
  if (figures->count < (int)(sizeof figures->all / sizeof *figures->all))
    figures->all[figures->count++] = figure;
}

static int compare(const void *one, const void *other)
{
  int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
  return (a > b) - (a < b);
}

static void print(const char *what, struct figures *figures)
{
  qsort(figures->all, (size_t)figures->count, sizeof *figures->all, compare);
  if (figures->count > 0)
    printf("%-52s%6d ms%6d ms%6d ms\n", what, (int)figures->all[figures->count / 20],
           (int)figures->all[figures->count / 2], (int)figures->all[figures->count - 1 - figures->count / 20]);
}

// When the last loud sound was heard that came within half a second.
static anban_ms quiet_since(struct ear *ear, anban_ms asked)
{
  while (ear_listen(ear, asked + 500))
    continue;
  size_t last = ear->count - 1;
  while (last > 0 && abs(ear->heard[last]) < LOUD)
    last--;
  return ear->heard_at[last];
}

static bool measure_latency(struct way *way, struct figures *heard, struct figures *quiet)
{
  for (int turn = 0; turn < TURNS; turn++) {
    struct ear ear;
    if (!ear_open(&ear))
      return false;
    anban_ms asked = clock_steady();
    say(way, (uint64_t)turn + 1, ORDER);
    if (!ear_hears(&ear, 0))
      return false;
    note(heard, ear.heard_at[ear_first_loud(&ear, 0)] - asked);
    asked = clock_steady();
    speech_hush(&way->speech);
    note(quiet, quiet_since(&ear, asked) - asked);
    ear_close(&ear);
  }
  return true;
}

// Where in the recording it began: the start is looked for by its first second.
static size_t where(const struct ear *ear, const struct samples *said)
{
  size_t onset = ear_first_loud(ear, 0), best = 0;
  double most = 0;
  for (size_t lag = onset > 2000 ? onset - 2000 : 0; lag < onset + 400 && lag < ear->count; lag++) {
    double likeness = ear_likeness(ear, lag, said->at, EAR_RATE);
    best = likeness > most ? lag : best;
    most = likeness > most ? likeness : most;
  }
  return best;
}

// Samples are taken as they come: only then is it known when each was heard.
static void listen_to_the_end(struct way *way, struct ear *ear)
{
  anban_ms until = clock_steady() + HUNG;
  for (struct sound_event event = {0}; clock_steady() < until; ear_listen(ear, until))
    if (mailbox_take(&way->events, &event) && event.kind == SOUND_ENDED)
      until = clock_steady() + 300;
}

static bool measure_marks(struct way *way, struct figures *late)
{
  for (int turn = 0; turn < TURNS / 4; turn++) {
    struct ear ear;
    if (!ear_open(&ear))
      return false;
    memset(way->told_at, 0, sizeof way->told_at);
    say(way, (uint64_t)turn + 1000, MARKED);
    listen_to_the_end(way, &ear);
    size_t begin = where(&ear, way->said);
    for (int i = 0; i < way->said->mark_count && begin + way->said->marks[i].sample < ear.count; i++)
      if (way->told_at[way->said->marks[i].from] > 0)
        note(late, way->told_at[way->said->marks[i].from] - ear.heard_at[begin + way->said->marks[i].sample]);
    ear_close(&ear);
  }
  return true;
}

int main(int argc, char **argv)
{
  static struct way way;
  static struct figures heard, quiet, late;
  if (argc != 2) {
    fprintf(stderr, "anban_bench_sound VOICES\n");
    return 2;
  }
  if (!start(&way, argv[1]) || !measure_latency(&way, &heard, &quiet) || !measure_marks(&way, &late)) {
    fprintf(stderr, "nothing is heard from the virtual loudspeaker\n");
    return 1;
  }
  printf("%-52s%9s%9s%9s\n", "Through the loudspeaker", "p5", "p50", "p95");
  print("a long sentence begins after", &heard);
  print("after a touch it is quiet after", &quiet);
  print("a character is marked after it is heard (-: before)", &late);
  stop(&way);
  return 0;
}
