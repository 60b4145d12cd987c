// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/slip_digits.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define BYTES 7
#define DIGITS 17

// How many digits so many bytes are.
static const int digits_of[BYTES + 1] = {0, 3, 5, 8, 10, 13, 15, DIGITS};

void slip_digits_write(const unsigned char *bytes, size_t size, char *out)
{
  *out = '\0';
  while (size > 0) {
    size_t count = size < BYTES ? size : BYTES;
    uint64_t number = 0;
    for (size_t i = 0; i < count; i++)
      number = number << 8 | bytes[i];
    out += snprintf(out, DIGITS + 1, "%0*" PRIu64, digits_of[count], number);
    bytes += count;
    size -= count;
  }
}

static int bytes_of(size_t digits)
{
  for (int i = 1; i <= BYTES; i++)
    if ((size_t)digits_of[i] == digits)
      return i;
  return 0;
}

static bool group_read(const char *digits, size_t count, unsigned char *out, int bytes)
{
  uint64_t number = 0;
  for (size_t i = 0; i < count; i++) {
    if (digits[i] < '0' || digits[i] > '9')
      return false;
    number = number * 10 + (uint64_t)(digits[i] - '0');
  }
  for (int i = 0; i < bytes; i++)
    out[i] = (unsigned char)(number >> (8 * (bytes - 1 - i)));
  return number >> (8 * bytes) == 0;
}

bool slip_digits_read(const char *digits, unsigned char *out, size_t room, size_t *size)
{
  size_t left = strlen(digits);
  *size = 0;
  while (left > 0) {
    size_t count = left < DIGITS ? left : DIGITS;
    int bytes = bytes_of(count);
    if (bytes == 0 || room - *size < (size_t)bytes || !group_read(digits, count, out + *size, bytes))
      return false;
    *size += (size_t)bytes;
    digits += count;
    left -= count;
  }
  return true;
}
