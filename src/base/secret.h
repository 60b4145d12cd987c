// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets and identities (libsodium): random bytes, hashes, passwords, device keys, identifiers. Thread: any, after
// secret_start().
#pragma once

#include "base/clock.h"
#include "base/fault.h"

#include <stdbool.h>
#include <stddef.h>

// Call once before threads start.
bool secret_start(struct fault *fault);

void secret_random(void *out, size_t size);

#define UUID_SIZE 37 // 36 characters and the end

// A UUID version 7 (RFC 9562): its first 48 bits are `wall`, so that they sort by birth. Lower case.
void uuid_new(char out[UUID_SIZE], anban_ms wall);
// Whether it is a UUID in lower case with hyphens.
bool uuid_is(const char *text);

#define HASH_SIZE 65 // BLAKE2b-256 in hexadecimal and the end
void secret_hash(const void *bytes, size_t size, char out[HASH_SIZE]);
// Compares in a time that does not depend on the content.
bool secret_same(const char *left, const char *right);

#define PASSWORD_HASH_SIZE 128
// argon2id, as a text that carries its own salt and cost. `password` for staff: some 60 ms and 64 MiB;
// `pin` for the four digits of an elder, checked on a small kiosk: some 10 ms and 8 MiB (four digits hold no secret
// against somebody who owns the disk, they keep neighbours from mixing up their orders).
bool secret_hash_password(const char *password, char out[PASSWORD_HASH_SIZE]);
bool secret_hash_pin(const char *pin, char out[PASSWORD_HASH_SIZE]);
bool secret_password_matches(const char *hash, const char *password);

// Ed25519. Texts are base64url without padding.
#define PUBLIC_KEY_SIZE 44
#define SIGNATURE_SIZE 87
struct device_key {
  unsigned char secret[64];
  char public_key[PUBLIC_KEY_SIZE];
};
void device_key_new(struct device_key *key);
// The key file holds the 64 secret bytes, mode 0600.
bool device_key_load(struct device_key *key, const char *path, struct fault *fault);
bool device_key_save(const struct device_key *key, const char *path, struct fault *fault);
void device_key_sign(const struct device_key *key, const char *text, char out[SIGNATURE_SIZE]);
bool device_signature_is(const char *public_key, const char *text, const char *signature);

// The same over bytes, for what is too small for base64. `context` stands before them in what is signed, so that no
// signature for one purpose is good for another.
#define SIGNATURE_BYTES 64
void device_key_sign_bytes(const struct device_key *key, const char *context, const void *bytes, size_t size,
                           unsigned char out[SIGNATURE_BYTES]);
bool device_signed_bytes(const char *public_key, const char *context, const void *bytes, size_t size,
                         const unsigned char signature[SIGNATURE_BYTES]);

#define TOKEN_SIZE 44 // 32 random bytes, base64url
void token_new(char out[TOKEN_SIZE]);
