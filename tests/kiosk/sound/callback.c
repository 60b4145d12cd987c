// SPDX-License-Identifier: GPL-3.0-or-later
#include "callback.h"

#include "../../cmocka_all.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *memory);
int __real_pthread_mutex_lock(pthread_mutex_t *mutex);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *memory);
int __wrap_pthread_mutex_lock(pthread_mutex_t *mutex);

static _Thread_local bool inside;
static _Thread_local int asked;

void *__wrap_malloc(size_t size)
{
  asked += inside;
  return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
  asked += inside;
  return __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
  asked += inside;
  return __real_realloc(old, size);
}

void __wrap_free(void *memory)
{
  asked += inside;
  __real_free(memory);
}

int __wrap_pthread_mutex_lock(pthread_mutex_t *mutex)
{
  asked += inside;
  return __real_pthread_mutex_lock(mutex);
}

void callback_begin(void)
{
  inside = true;
  asked = 0;
}

void callback_end(void)
{
  inside = false;
  assert_int_equal(asked, 0);
}
