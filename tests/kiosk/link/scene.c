// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

#include "base/text.h"

static void take_event(void *ctx, struct link_event *event)
{
  struct scene *scene = ctx;
  if (event->kind == LINK_LINE)
    atomic_store(&scene->line, (int)event->is.line.state);
  assert_true(mailbox_send(&scene->events, event));
}

void scene_begin(struct scene *scene, const char *ca_file)
{
  struct fault fault;
  struct link_settings settings = {.server = scene->url,
                                   .ca_file = ca_file,
                                   .identity = &scene->identity,
                                   .version = "1.2.3",
                                   .pictures = scene->pictures,
                                   .voices = scene->voices,
                                   .messages = scene->messages,
                                   .device = SCENE_DEVICE};
  assert_true(identity_load(&scene->identity, scene->folder, "kiosk-1", clock_wall(), &fault));
  link_init(&scene->link, &settings, take_event, scene);
  assert_true(link_start(&scene->link, &fault));
  scene->linked = true;
}

void scene_end(struct scene *scene)
{
  if (!scene->linked)
    return;
  link_stop(&scene->link);
  link_join(&scene->link);
  scene->linked = false;
}

void scene_drop(struct link_event *event)
{
  switch (event->kind) {
  case LINK_SNAPSHOT:
    snapshot_free(event->is.snapshot.read);
    free(event->is.snapshot.text);
    break;
  case LINK_REACH:
    free(event->is.reach.list);
    break;
  case LINK_CALL:
    free(event->is.call.call);
    break;
  case LINK_RESUMED:
    free(event->is.resumed.list);
    break;
  case LINK_SIGNAL:
    signal_free(event->is.signal);
    free(event->is.signal);
    break;
  case LINK_ICE:
    free(event->is.ice);
    break;
  case LINK_LINE:
  case LINK_SERVER_TIME:
  case LINK_RECORD:
  case LINK_ANSWER:
  case LINK_REFUSED:
  case LINK_PICTURE:
  case LINK_CALL_LOG:
  case LINK_VOICE_MESSAGE:
  case LINK_VOICE_MESSAGE_SENT:
  case LINK_VOICES:
    break;
  }
}

int scene_set_up_with(void **state, const char *certificate, const char *key, const char *scheme)
{
  struct scene *scene = calloc(1, sizeof *scene);
  strcpy(scene->folder, "/tmp/anban-link-XXXXXX");
  assert_non_null(mkdtemp(scene->folder));
  FORMAT_TEXT(scene->pictures, "%s/pictures", scene->folder);
  FORMAT_TEXT(scene->voices, "%s/voices", scene->folder);
  FORMAT_TEXT(scene->messages, "%s/messages", scene->folder);
  mailbox_init(&scene->events, sizeof(struct link_event), NULL, NULL);
  assert_true(scripted_start(&scene->server, certificate, key));
  FORMAT_TEXT(scene->url, "%s://127.0.0.1:%d", scheme, scene->server.port);
  *state = scene;
  return 0;
}

int scene_set_up(void **state)
{
  return scene_set_up_with(state, NULL, NULL, "http");
}

int scene_tear_down(void **state)
{
  struct scene *scene = *state;
  struct link_event event;
  char command[128];
  scene_end(scene);
  while (mailbox_take(&scene->events, &event))
    scene_drop(&event);
  mailbox_destroy(&scene->events);
  scripted_end(&scene->server);
  FORMAT_TEXT(command, "rm -r %s", scene->folder);
  int removed = system(command);
  free(scene);
  return removed;
}

// The next event of a kind, others dropped. The caller drops it.
struct link_event scene_await(struct scene *scene, enum link_event_kind kind)
{
  struct link_event event;
  anban_ms deadline = clock_steady() + HUNG;
  while (mailbox_wait(&scene->events, &event, deadline)) {
    if (event.kind == kind)
      return event;
    scene_drop(&event);
  }
  fail_msg("no event of kind %d came", (int)kind);
  return event;
}

void scene_await_line(struct scene *scene, enum link_line_state state)
{
  while (scene_await(scene, LINK_LINE).is.line.state != state)
    ;
}

bool scene_none_waits(struct scene *scene, enum link_event_kind kind)
{
  struct link_event event;
  bool none = true;
  while (mailbox_take(&scene->events, &event)) {
    none = none && event.kind != kind;
    scene_drop(&event);
  }
  return none;
}
