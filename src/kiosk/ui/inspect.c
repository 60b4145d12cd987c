// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/inspect.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

struct inspect {
  struct sockaddr_un address;
  int door;
  int bell[2]; // a pipe whose end of file ends the thread
  pthread_t thread;
  pthread_mutex_t mutex;
  struct buffer told; // protected by mutex
};

static void answer(struct inspect *inspect, int caller)
{
  pthread_mutex_lock(&inspect->mutex);
  size_t size = inspect->told.size;
  char *copy = memory_new(size + 1);
  if (size > 0)
    memcpy(copy, inspect->told.bytes, size);
  pthread_mutex_unlock(&inspect->mutex);
  struct timeval patience = {.tv_sec = 2};
  setsockopt(caller, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  for (size_t at = 0; at < size;) {
    ssize_t sent = send(caller, copy + at, size - at, MSG_NOSIGNAL);
    if (sent <= 0)
      break;
    at += (size_t)sent;
  }
  free(copy);
}

static void *serve(void *ctx)
{
  struct inspect *inspect = ctx;
  struct pollfd fds[2] = {{.fd = inspect->door, .events = POLLIN}, {.fd = inspect->bell[0], .events = POLLIN}};
  while (poll(fds, 2, -1) >= 0 || errno == EINTR) {
    if (fds[1].revents)
      break;
    int caller = fds[0].revents ? accept4(inspect->door, NULL, NULL, SOCK_CLOEXEC) : -1;
    if (caller < 0)
      continue;
    answer(inspect, caller);
    close(caller);
  }
  return NULL;
}

static bool open_door(struct inspect *inspect)
{
  inspect->door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  unlink(inspect->address.sun_path);
  mode_t mask = umask(0177);
  bool bound = inspect->door >= 0 &&
               bind(inspect->door, (const struct sockaddr *)&inspect->address, sizeof inspect->address) == 0;
  umask(mask);
  return bound && listen(inspect->door, 8) == 0 && pipe2(inspect->bell, O_CLOEXEC) == 0;
}

static void give_back(struct inspect *inspect)
{
  if (inspect->door >= 0)
    close(inspect->door);
  for (int i = 0; i < 2; i++)
    if (inspect->bell[i] >= 0)
      close(inspect->bell[i]);
  pthread_mutex_destroy(&inspect->mutex);
  buffer_free(&inspect->told);
  free(inspect);
}

struct inspect *inspect_start(const char *path, struct fault *fault)
{
  struct inspect *inspect = memory_new(sizeof *inspect);
  inspect->door = inspect->bell[0] = inspect->bell[1] = -1;
  inspect->address.sun_family = AF_UNIX;
  pthread_mutex_init(&inspect->mutex, NULL);
  if (!text_copy(inspect->address.sun_path, sizeof inspect->address.sun_path, path))
    fault_set(fault, "The inspection socket's path %s is too long.", path);
  else if (!open_door(inspect))
    fault_set(fault, "The inspection socket %s can't be opened: %s.", path, strerror(errno));
  else if (pthread_create(&inspect->thread, NULL, serve, inspect) != 0)
    fault_set(fault, "The inspection socket %s has no thread.", path);
  else {
    pthread_setname_np(inspect->thread, "inspect");
    return inspect;
  }
  give_back(inspect);
  return NULL;
}

void inspect_stop(struct inspect *inspect)
{
  if (!inspect)
    return;
  close(inspect->bell[1]);
  inspect->bell[1] = -1;
  pthread_join(inspect->thread, NULL);
  unlink(inspect->address.sun_path);
  give_back(inspect);
}

void inspect_show(struct inspect *inspect, const struct tree *tree)
{
  struct buffer fresh = {0};
  inspect_write(tree, &fresh);
  pthread_mutex_lock(&inspect->mutex);
  struct buffer old = inspect->told;
  inspect->told = fresh;
  pthread_mutex_unlock(&inspect->mutex);
  buffer_free(&old);
}
