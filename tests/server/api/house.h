// SPDX-License-Identifier: GPL-3.0-or-later
// A whole server on a free port, with an empty database and one member of staff of each role, and people who talk to
// it.
#pragma once

#include "../http/wire.h"
#include "../store/folder.h"
#include "../store/scripted_db.h"
#include "protocol/json.h"
#include "server/api/api.h"
#include "server/model/staff.h"

#include <semaphore.h>
#include <stdatomic.h>

#define PASSWORD "a long password"
#define RESIDENT "019aa9c0-0000-7000-8000-000000000003"
#define DISH "019aa9c0-0000-7000-8000-000000000004"

struct house {
  struct folder folder;
  struct db *writing, *reading[3];
  struct script *reads, *writes; // of these connections; NULL: none
  struct reader *small, *large;
  struct writer *writer;
  struct hub *hub;
  struct pages *pages;
  struct api *api;
  struct http *http;
  pthread_t thread;
  int port;
  _Atomic(void (*)(struct house *house)) due; // to be done on the loop, see house_do
  sem_t done;
  const char *sql;                // of house_change
  bool busy;                      // when last looked, see house_pass_5_minutes
  char tomorrow[CLOCK_DATE_SIZE]; // at the site
};

struct heard {
  int status;
  char *head;
  json_t *json; // NULL: the body is none
};

static inline void heard_free(struct heard *heard)
{
  free(heard->head);
  json_decref(heard->json);
}

static inline void house_wake(void *ctx)
{
  http_wake(((struct house *)ctx)->http);
}

static inline void house_handle(void *ctx, struct http_request *http)
{
  api_handle(((struct house *)ctx)->api, http);
}

static inline size_t house_body_limit(void *ctx, enum http_method method, const char *path)
{
  return api_body_limit(((struct house *)ctx)->api, method, path);
}

static inline void house_each_second(void *ctx)
{
  api_each_second(((struct house *)ctx)->api);
}

static inline void house_woken(void *ctx)
{
  struct house *house = ctx;
  void (*due)(struct house *) = atomic_exchange(&house->due, NULL);
  if (due)
    due(house);
  api_woken(house->api);
}

static inline void *house_run(void *ctx)
{
  http_run(((struct house *)ctx)->http, house_woken);
  return NULL;
}

static inline void house_add_staff(struct house *house)
{
  static const struct actor program = {.kind = ACTOR_PROGRAM};
  char hash[PASSWORD_HASH_SIZE];
  struct fault fault;
  assert_true(secret_hash_password(PASSWORD, hash));
  assert_true(db_begin(house->writing));
  for (int role = STAFF_ADMIN; role >= STAFF_DESK; role--) {
    struct staff staff = {.display_name = "王芳", .role = (enum staff_role)role};
    uuid_new(staff.id, clock_wall());
    COPY_TEXT(staff.name, staff_role_code(staff.role));
    assert_int_equal(staff_put(house->writing, &staff, hash, &program, 1, NULL, &fault), OUTCOME_DONE);
  }
  assert_true(db_commit(house->writing));
}

static inline void house_committed(void *ctx, struct db *db)
{
  hub_committed(((struct house *)ctx)->hub, db);
}

static inline void house_open_data(struct house *house)
{
  struct fault fault;
  house->writing = folder_db(&house->folder);
  house_add_staff(house);
  if (house->writes)
    house->writing = scripted_db(house->writes, house->writing);
  for (int i = 0; i < 3; i++) {
    house->reading[i] = db_open(house->folder.url, DB_READ, &fault);
    assert_non_null(house->reading[i]);
    if (house->reads)
      house->reading[i] = scripted_db(house->reads, house->reading[i]);
  }
  struct writer_ears ears = {house_committed, house_wake, house};
  house->small = reader_start("small", house->reading, 1, house_wake, house, &fault);
  house->large = reader_start("large", house->reading + 1, 2, house_wake, house, &fault);
  house->hub = hub_new(house->writing, house->large);
  house->writer = writer_start(house->writing, &ears, &fault);
  assert_true(house->writer && house->small && house->large);
}

// What the connections play that read, and the one that writes; NULL plays none.
static inline struct house *house_open_on(const struct api_settings *api, struct script *reads, struct script *writes)
{
  static const char *const folders[] = {"desk", "shared"};
  struct http_settings http = {.address = "127.0.0.1", .most_connections = 200, .header_seconds = 5};
  struct house *house = calloc(1, sizeof *house);
  struct fault fault;
  json_object_seed(0);
  assert_true(secret_start(&fault) && sem_init(&house->done, 0, 0) == 0);
  house->reads = reads;
  house->writes = writes;
  house_open_data(house);
  house->pages = pages_load(ANBAN_SOURCE "/src/web", folders, 2, &fault);
  struct api_parts parts = {house->small, house->large, house->writer, house->hub,
                            house->pages, house_wake,   house,         NULL};
  house->api = api_new(api, &parts, &fault);
  house->http = http_new(&http, house_handle, house_body_limit, house, &fault);
  assert_true(house->pages && house->api && house->http);
  http_every(house->http, 1, house_each_second);
  house->port = http_port(house->http);
  struct local_time local = clock_local(clock_wall(), 480);
  clock_add_days(local.date, 1, house->tomorrow);
  assert_int_equal(pthread_create(&house->thread, NULL, house_run, house), 0);
  return house;
}

static inline struct house *house_open_with(const struct api_settings *api)
{
  return house_open_on(api, NULL, NULL);
}

static inline int house_open(void **state)
{
  struct api_settings settings = {
      .requests_per_second = 50, .ring_seconds = 45, .picture = ANBAN_BUILD "/anban-picture"};
  *state = house_open_with(&settings);
  return 0;
}

static inline int house_close(void **state)
{
  struct house *house = *state;
  http_stop(house->http);
  pthread_join(house->thread, NULL);
  reader_stop(house->small);
  reader_stop(house->large);
  api_stop(house->api);
  writer_stop(house->writer);
  http_free(house->http);
  api_free(house->api);
  pages_free(house->pages);
  hub_free(house->hub);
  reader_free(house->small);
  reader_free(house->large);
  for (int i = 0; i < 3; i++)
    db_close(house->reading[i]);
  db_close(house->writing);
  folder_remove(&house->folder);
  sem_destroy(&house->done);
  free(house);
  return 0;
}

// Has it done on the loop, and waits until it has said so by `done`.
static inline void house_do(struct house *house, void (*what)(struct house *house))
{
  atomic_store(&house->due, what);
  http_wake(house->http);
  while (sem_wait(&house->done) < 0)
    assert_int_equal(errno, EINTR);
}

static inline void house_tick_5_minutes(struct house *house)
{
  api_each_5_minutes(house->api);
  sem_post(&house->done);
}

static inline void house_look_whether_busy(struct house *house)
{
  struct writer_figures figures;
  writer_figures(house->writer, &figures);
  house->busy = figures.waiting > 0 || reader_waiting(house->large) > 0 || reader_waiting(house->small) > 0;
  sem_post(&house->done);
}

// With all that it brings about: what is read, and what is written by it.
static inline void house_pass_5_minutes(struct house *house)
{
  house_do(house, house_tick_5_minutes);
  do
    house_do(house, house_look_whether_busy);
  while (house->busy);
}

static inline bool house_write(struct db *db, void *ctx, struct fault *fault)
{
  return db_run(db, ((struct house *)ctx)->sql, "") >= 0;
}

static inline void house_written(void *ctx, bool committed, const struct fault *fault)
{
  assert_true(committed);
  api_data_changed(((struct house *)ctx)->api);
  sem_post(&((struct house *)ctx)->done);
}

static inline void house_submit(struct house *house)
{
  struct write_job job = {house_write, house_written, house};
  assert_true(writer_submit(house->writer, &job));
}

// Changes the data behind the server's back, as time does.
static inline void house_change(struct house *house, const char *sql)
{
  house->sql = sql;
  house_do(house, house_submit);
}

// `headers`: whole lines. `body`: NULL for none.
static inline struct heard ask_bytes(const struct house *house, const char *method, const char *path,
                                     const char *headers, const void *body, size_t size)
{
  struct buffer request = {0};
  struct fault fault;
  buffer_printf(&request, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n%s", method, path, house->port,
                headers);
  if (body)
    buffer_printf(&request, "Content-Length: %zu\r\n", size);
  buffer_add_text(&request, "\r\n");
  buffer_add(&request, body ? body : "", size);
  struct buffer answer = wire_ask(house->port, request.bytes, request.size, NULL);
  struct heard heard = {.status = wire_status(&answer)};
  char *end = strstr(answer.bytes, "\r\n\r\n");
  assert_non_null(end);
  if (strstr(answer.bytes, "Content-Type: application/json"))
    heard.json = json_parse(end + 4, answer.size - (size_t)(end + 4 - answer.bytes), &fault);
  end[2] = '\0';
  heard.head = strdup(answer.bytes);
  buffer_free(&answer);
  buffer_free(&request);
  return heard;
}

static inline struct heard ask(const struct house *house, const char *method, const char *path, const char *headers,
                               const char *body)
{
  char with_type[600];
  FORMAT_TEXT(with_type, "%s%s", headers, body ? "Content-Type: application/json\r\n" : "");
  return ask_bytes(house, method, path, with_type, body, body ? strlen(body) : 0);
}

static inline int status_of(const struct house *house, const char *method, const char *path, const char *headers,
                            const char *body)
{
  struct heard heard = ask(house, method, path, headers, body);
  heard_free(&heard);
  return heard.status;
}

// The sentence of a failure, or "".
static inline const char *sentence_of(const struct heard *heard)
{
  const char *text = json_string_value(json_object_get(json_object_get(heard->json, "error"), "sentence"));
  return text ? text : "";
}

static inline const char *text_of(const struct heard *heard, const char *name)
{
  const char *text = json_string_value(json_object_get(heard->json, name));
  return text ? text : "";
}

#define HEADERS_SIZE 300

// Signs in and gives the headers that a browser would send from then on.
static inline void sign_in(const struct house *house, const char *name, char headers[HEADERS_SIZE])
{
  char body[100];
  FORMAT_TEXT(body, "{\"name\":\"%s\",\"password\":\"" PASSWORD "\"}", name);
  struct heard heard = ask(house, "POST", "/api/v1/session", "", body);
  assert_int_equal(heard.status, 200);
  const char *cookie = strstr(heard.head, "Set-Cookie: ");
  assert_non_null(cookie);
  cookie += 12;
  text_format(headers, HEADERS_SIZE, "Cookie: %.*s\r\nOrigin: http://127.0.0.1:%d\r\n", (int)strcspn(cookie, ";"),
              cookie, house->port);
  heard_free(&heard);
}

// A kiosk's side of being let in.
struct machine {
  struct device_key key;
  char serial[NAME_SIZE];
  char id[UUID_SIZE];
  char headers[HEADERS_SIZE]; // with its token
};

static inline void machine_make(struct machine *machine, const char *serial)
{
  *machine = (struct machine){0};
  device_key_new(&machine->key);
  COPY_TEXT(machine->serial, serial);
}

static inline struct heard machine_enrol(const struct house *house, struct machine *machine)
{
  char text[300], signature[SIGNATURE_SIZE], body[500];
  FORMAT_TEXT(text, "anban-enrol\n%s\n%s\n1000", machine->serial, machine->key.public_key);
  device_key_sign(&machine->key, text, signature);
  FORMAT_TEXT(body,
              "{\"serial\":\"%s\",\"public_key\":\"%s\",\"version\":\"0.1\",\"made_at\":1000,\"signature\":\"%s\"}",
              machine->serial, machine->key.public_key, signature);
  struct heard heard = ask(house, "POST", "/api/v1/kiosk/enrol", "", body);
  COPY_TEXT(machine->id, text_of(&heard, "kiosk_id"));
  return heard;
}

static inline struct heard machine_ask_token(const struct house *house, struct machine *machine)
{
  char text[300], signature[SIGNATURE_SIZE], body[500];
  FORMAT_TEXT(body, "{\"kiosk_id\":\"%s\"}", machine->id);
  struct heard challenge = ask(house, "POST", "/api/v1/kiosk/challenge", "", body);
  const char *nonce = text_of(&challenge, "nonce");
  FORMAT_TEXT(text, "anban-token\n%s\n%s", machine->id, nonce);
  device_key_sign(&machine->key, text, signature);
  FORMAT_TEXT(body, "{\"kiosk_id\":\"%s\",\"nonce\":\"%s\",\"signature\":\"%s\"}", machine->id, nonce, signature);
  heard_free(&challenge);
  struct heard heard = ask(house, "POST", "/api/v1/kiosk/token", "", body);
  FORMAT_TEXT(machine->headers, "Authorization: Bearer %s\r\n", text_of(&heard, "token"));
  return heard;
}

// Enrolled, approved at the desk, let in.
static inline void machine_join(const struct house *house, struct machine *machine, const char *serial,
                                const char *desk)
{
  char path[120], body[120];
  machine_make(machine, serial);
  struct heard enrolled = machine_enrol(house, machine);
  assert_int_equal(enrolled.status, 202);
  FORMAT_TEXT(path, "/api/v1/kiosks/%s/approve", machine->id);
  FORMAT_TEXT(body, "{\"code\":\"%s\",\"name\":\"大厅\",\"place\":\"一楼\"}", text_of(&enrolled, "code"));
  heard_free(&enrolled);
  assert_int_equal(status_of(house, "POST", path, desk, body), 204);
  struct heard token = machine_ask_token(house, machine);
  assert_int_equal(token.status, 200);
  heard_free(&token);
}

// One resident, one dish, tomorrow's lunch.
static inline void community_fill(const struct house *house, const char *desk)
{
  char path[100], body[300];
  static const char resident[] =
      "{\"id\":\"" RESIDENT "\",\"name\":\"陈国强\",\"room\":\"3 幢 201\",\"portrait\":\"\",\"locale\":\"zh_CN\","
      "\"card\":\"\",\"diet\":{\"marks\":[],\"allergens\":[]},\"subsidy_percent\":50,\"text_percent\":100,"
      "\"usual_delivery\":\"eat_in\",\"pin\":\"1234\",\"phone\":\"\",\"note\":\"\",\"contacts\":[],"
      "\"consent\":{\"portrait\":false,\"family_calls\":false}}";
  static const char dish[] =
      "{\"id\":\"" DISH "\",\"name\":\"红烧狮子头\",\"contents\":\"\",\"picture\":\"\",\"kind\":\"set\","
      "\"price_fen\":1600,\"diet\":{\"marks\":[],\"allergens\":[]}}";
  struct heard heard = ask(house, "PUT", "/api/v1/residents/" RESIDENT, desk, resident);
  if (heard.status != 204)
    fail_msg("%d %s", heard.status, sentence_of(&heard));
  heard_free(&heard);
  heard = ask(house, "PUT", "/api/v1/dishes/" DISH, desk, dish);
  if (heard.status != 204)
    fail_msg("%d %s", heard.status, sentence_of(&heard));
  heard_free(&heard);
  FORMAT_TEXT(path, "/api/v1/menus/%s/lunch", house->tomorrow);
  FORMAT_TEXT(body, "{\"date\":\"%s\",\"meal\":\"lunch\",\"dishes\":[\"" DISH "\"]}", house->tomorrow);
  assert_int_equal(status_of(house, "PUT", path, desk, body), 204);
}

// A wish for tomorrow's lunch, as a message.
static inline void message_print(const struct house *house, const char *message_id, const char *order_id, int count,
                                 char *out, size_t size)
{
  text_format(out, size,
              "{\"id\":\"%s\",\"kind\":\"order.place\",\"made_at\":%lld,\"body\":{\"id\":\"%s\",\"resident_id\":"
              "\"" RESIDENT "\",\"date\":\"%s\",\"meal\":\"lunch\",\"delivery\":\"eat_in\",\"place\":\"\","
              "\"items\":[{\"dish_id\":\"" DISH "\",\"name\":\"\",\"count\":%d,\"price_fen\":0}],"
              "\"diet_confirmed\":false,\"made_at\":1000,\"status\":\"requested\",\"number\":0,\"total_fen\":0,"
              "\"reason\":\"\"}}",
              message_id, (long long)1000, order_id, house->tomorrow, count);
}
