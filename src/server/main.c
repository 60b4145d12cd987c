// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the command line, runs the server until it is told to stop, returns the exit status: 0, 1 when it could not
// start, 2 when it was asked wrongly.
#include "base/log.h"
#include "base/secret.h"
#include "server/app/app.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

// A thread of its own waits for the signals, so that nothing is done in a handler.
static void *wait_for_signal(void *arg)
{
  struct app *app = arg;
  sigset_t set;
  int number;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  if (sigwait(&set, &number) == 0)
    log_info("main", "told to stop");
  app_stop(app);
  return NULL;
}

static void block_signals(void)
{
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

static void say_ready(const struct settings *settings, int port)
{
  bool v6 = strchr(settings->listen, ':') != NULL;
  printf(v6 ? "ready %s://[%s]:%d\n" : "ready %s://%s:%d\n", settings->certificate[0] ? "https" : "http",
         settings->listen, port);
  fflush(stdout);
}

static int run(const struct settings *settings)
{
  struct fault fault;
  pthread_t signals;
  struct app *app = secret_start(&fault) ? app_start(settings, &fault) : NULL;
  if (!app) {
    log_error("main", "the server can't start: %s", fault.sentence);
    return 1;
  }
  if (pthread_create(&signals, NULL, wait_for_signal, app) != 0) {
    log_error("main", "the server can't start: there is no thread for signals");
    app_free(app);
    return 1;
  }
  say_ready(settings, app_port(app));
  app_run(app);
  pthread_join(signals, NULL);
  app_free(app);
  return 0;
}

static int back_up(const struct settings *settings)
{
  struct fault fault;
  if (app_backup(settings, &fault))
    return 0;
  fprintf(stderr, "anban-server: no backup was made: %s\n", fault.sentence);
  return 1;
}

int main(int argc, char **argv)
{
  struct settings settings;
  struct fault fault;
  if (!settings_read(&settings, argc, argv, &fault)) {
    fprintf(stderr, "anban-server: %s\n", fault.sentence);
    return 2;
  }
  if (settings.asks_help || settings.asks_version) {
    fputs(settings.asks_help ? settings_usage() : "anban-server " ANBAN_VERSION "\n", stdout);
    return 0;
  }
  if (settings.backup[0])
    return back_up(&settings);
  block_signals();
  return run(&settings);
}
