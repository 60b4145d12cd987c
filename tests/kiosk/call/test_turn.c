// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks are not looked for
// Where no way leads from one side to the other: through a relay (coturn on this machine), with credentials that end,
// and with wrong ones.
#include "two_sides.h"

#include "../../cmocka_all.h"
#include "base/text.h"

#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SECRET "a secret between server and relay"

struct relay {
  pid_t pid;
  int port;
  char folder[40];
};

static struct relay relay;

static int free_port(void)
{
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  int door = socket(AF_INET, SOCK_STREAM, 0);
  assert_int_equal(bind(door, (struct sockaddr *)&address, size), 0);
  getsockname(door, (struct sockaddr *)&address, &size);
  close(door);
  return ntohs(address.sin_port);
}

static void become_relay(int out)
{
  char port[40], database[80], pidfile[80];
  FORMAT_TEXT(port, "--listening-port=%d", relay.port);
  FORMAT_TEXT(database, "--userdb=%s/turndb", relay.folder);
  FORMAT_TEXT(pidfile, "--pidfile=%s/pid", relay.folder);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(out, STDOUT_FILENO);
  execlp("stdbuf", "stdbuf", "-oL", "turnserver", "-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", port,
         "--use-auth-secret", "--static-auth-secret=" SECRET, "--realm=anban.test", "--allow-loopback-peers",
         "--no-cli", "--no-tls", "--no-dtls", "--fingerprint", "--log-file=stdout", database, pidfile, (char *)NULL);
  _exit(127);
}

// Reads what it says until it listens.
static bool listens(int from)
{
  char line[4000];
  FILE *said = fdopen(from, "r");
  bool found = false;
  while (!found && fgets(line, sizeof line, said))
    found = strstr(line, "DB connection success") != NULL;
  // It goes on talking; the pipe stays open and nobody reads.
  return found;
}

static int start_relay(void **state)
{
  int ends[2];
  COPY_TEXT(relay.folder, "/tmp/anban-turn-XXXXXX");
  if (!mkdtemp(relay.folder) || pipe(ends) != 0)
    return -1;
  relay.port = free_port();
  relay.pid = fork();
  if (relay.pid == 0)
    become_relay(ends[1]);
  close(ends[1]);
  return listens(ends[0]) ? 0 : -1;
}

static int stop_relay(void **state)
{
  kill(relay.pid, SIGKILL);
  waitpid(relay.pid, NULL, 0);
  char command[80];
  FORMAT_TEXT(command, "rm -r %s", relay.folder);
  return system(command);
}

// As the server makes them: the name says when it ends, the password is made from the name and the secret.
static void write_credentials(struct call_server *server, const char *secret, const char *transport)
{
  guint8 digest[20];
  gsize size = sizeof digest;
  FORMAT_TEXT(server->url, "turn:127.0.0.1:%d?transport=%s", relay.port, transport);
  FORMAT_TEXT(server->user, "%lld:kiosk", (long long)time(NULL) + 600);
  GHmac *hmac = g_hmac_new(G_CHECKSUM_SHA1, (const guchar *)secret, strlen(secret));
  g_hmac_update(hmac, (const guchar *)server->user, -1);
  g_hmac_get_digest(hmac, digest, &size);
  g_hmac_unref(hmac);
  char *password = g_base64_encode(digest, size);
  COPY_TEXT(server->password, password);
  g_free(password);
}

static void relay_only(struct two_sides *both, const char *secret, const char *transport)
{
  both->settings.loopback = true;
  both->ice = (struct call_ice){.count = 1, .relay_only = true};
  write_credentials(&both->ice.servers[0], secret, transport);
  struct answerer *answerer = &both->sides[0].answerer;
  answerer->loopback = answerer->relay_only = true;
  write_credentials(&answerer->turn, SECRET, "udp");
}

static void a_call_goes_through_the_relay_alone(void **state)
{
  relay_only(*state, SECRET, "udp");
  two_sides_talk(*state);
}

static void the_way_to_the_relay_may_be_tcp(void **state)
{
  relay_only(*state, SECRET, "tcp");
  two_sides_talk(*state);
}

static void wrong_credentials_are_told_after_15_s(void **state)
{
  struct two_sides *both = *state;
  relay_only(both, "another secret", "udp");
  two_sides_begin(both);
  two_sides_open(both, 0, true);
  struct call_event event = two_sides_wait(both, CALL_ENDED);
  assert_int_equal(event.failure, CALL_NO_WAY);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, two_sides_set_up, two_sides_tear_down)
  const struct CMUnitTest tests[] = {
      TEST(a_call_goes_through_the_relay_alone),
      TEST(the_way_to_the_relay_may_be_tcp),
      TEST(wrong_credentials_are_told_after_15_s),
  };
  return cmocka_run_group_tests(tests, start_relay, stop_relay);
}
