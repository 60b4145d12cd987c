// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include "base/file.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#define PIN_MEMORY ((size_t)8 << 20)
#define BASE64 sodium_base64_VARIANT_URLSAFE_NO_PADDING

bool secret_start(struct fault *fault)
{
  return sodium_init() >= 0 || fault_set(fault, "libsodium can't start: the machine gives no random numbers");
}

void secret_random(void *out, size_t size)
{
  randombytes_buf(out, size);
}

void uuid_new(char out[UUID_SIZE], anban_ms wall)
{
  unsigned char b[16];
  randombytes_buf(b, sizeof b);
  for (int i = 0; i < 6; i++)
    b[i] = (unsigned char)((uint64_t)wall >> (40 - 8 * i));
  b[6] = (unsigned char)(0x70 | (b[6] & 0x0F));
  b[8] = (unsigned char)(0x80 | (b[8] & 0x3F));
  snprintf(out, UUID_SIZE, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2],
           b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

bool uuid_is(const char *text)
{
  for (int i = 0; i < UUID_SIZE - 1; i++) {
    bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (!text[i] || !(hyphen ? text[i] == '-' : strchr("0123456789abcdef", text[i]) != NULL))
      return false;
  }
  return text[UUID_SIZE - 1] == '\0';
}

void secret_hash(const void *bytes, size_t size, char out[HASH_SIZE])
{
  unsigned char hash[32];
  crypto_generichash(hash, sizeof hash, bytes, size, NULL, 0);
  sodium_bin2hex(out, HASH_SIZE, hash, sizeof hash);
}

bool secret_same(const char *left, const char *right)
{
  size_t length = strlen(left);
  return length == strlen(right) && sodium_memcmp(left, right, length) == 0;
}

bool secret_hash_password(const char *password, char out[PASSWORD_HASH_SIZE])
{
  return crypto_pwhash_str(out, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                           crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
}

bool secret_hash_pin(const char *pin, char out[PASSWORD_HASH_SIZE])
{
  return crypto_pwhash_str(out, pin, strlen(pin), crypto_pwhash_OPSLIMIT_MIN, PIN_MEMORY) == 0;
}

bool secret_password_matches(const char *hash, const char *password)
{
  return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

static void set_public_key(struct device_key *key)
{
  unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
  crypto_sign_ed25519_sk_to_pk(public_key, key->secret);
  sodium_bin2base64(key->public_key, sizeof key->public_key, public_key, sizeof public_key, BASE64);
}

void device_key_new(struct device_key *key)
{
  unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
  crypto_sign_keypair(public_key, key->secret);
  set_public_key(key);
}

bool device_key_load(struct device_key *key, const char *path, struct fault *fault)
{
  struct buffer bytes = {0};
  bool ok = file_read(path, sizeof key->secret, &bytes, fault);
  if (ok && bytes.size != sizeof key->secret)
    ok = fault_set(fault, "the device key %s is damaged: it has %zu bytes, not %zu", path, bytes.size,
                   sizeof key->secret);
  if (ok) {
    memcpy(key->secret, bytes.bytes, sizeof key->secret);
    set_public_key(key);
  }
  if (bytes.bytes)
    sodium_memzero(bytes.bytes, bytes.size);
  buffer_free(&bytes);
  return ok;
}

bool device_key_save(const struct device_key *key, const char *path, struct fault *fault)
{
  return file_replace(path, key->secret, sizeof key->secret, 0600, fault);
}

void device_key_sign(const struct device_key *key, const char *text, char out[SIGNATURE_SIZE])
{
  unsigned char signature[crypto_sign_BYTES];
  crypto_sign_detached(signature, NULL, (const unsigned char *)text, strlen(text), key->secret);
  sodium_bin2base64(out, SIGNATURE_SIZE, signature, sizeof signature, BASE64);
}

static bool decode(const char *text, unsigned char *out, size_t size)
{
  size_t length = 0;
  return sodium_base642bin(out, size, text, strlen(text), NULL, &length, NULL, BASE64) == 0 && length == size;
}

bool device_signature_is(const char *public_key, const char *text, const char *signature)
{
  unsigned char key[crypto_sign_PUBLICKEYBYTES];
  unsigned char bytes[crypto_sign_BYTES];
  return decode(public_key, key, sizeof key) && decode(signature, bytes, sizeof bytes) &&
         crypto_sign_verify_detached(bytes, (const unsigned char *)text, strlen(text), key) == 0;
}

static struct buffer with_context(const char *context, const void *bytes, size_t size)
{
  struct buffer whole = {0};
  buffer_add_text(&whole, context);
  buffer_add(&whole, bytes, size);
  return whole;
}

void device_key_sign_bytes(const struct device_key *key, const char *context, const void *bytes, size_t size,
                           unsigned char out[SIGNATURE_BYTES])
{
  struct buffer whole = with_context(context, bytes, size);
  crypto_sign_detached(out, NULL, (const unsigned char *)whole.bytes, whole.size, key->secret);
  buffer_free(&whole);
}

bool device_signed_bytes(const char *public_key, const char *context, const void *bytes, size_t size,
                         const unsigned char signature[SIGNATURE_BYTES])
{
  unsigned char key[crypto_sign_PUBLICKEYBYTES];
  struct buffer whole = with_context(context, bytes, size);
  bool is_signed = decode(public_key, key, sizeof key) &&
                   crypto_sign_verify_detached(signature, (const unsigned char *)whole.bytes, whole.size, key) == 0;
  buffer_free(&whole);
  return is_signed;
}

void token_new(char out[TOKEN_SIZE])
{
  unsigned char bytes[32];
  randombytes_buf(bytes, sizeof bytes);
  sodium_bin2base64(out, TOKEN_SIZE, bytes, sizeof bytes, BASE64);
}
