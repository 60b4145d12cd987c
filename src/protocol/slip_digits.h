// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as digits: seven bytes are seventeen. A QR code of digits is as small as one of bytes, and digits are what
// every scanner that types can type, whatever the layout of the keyboard and the input method behind it.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define SLIP_DIGITS_OF(bytes) (((bytes) + 6) / 7 * 17)

// `out` has room for SLIP_DIGITS_OF(size) and the end.
void slip_digits_write(const unsigned char *bytes, size_t size, char *out);
// False: there is something else than digits, no bytes have so many, or more than `room`.
bool slip_digits_read(const char *digits, unsigned char *out, size_t room, size_t *size);
