// SPDX-License-Identifier: GPL-3.0-or-later
#include "server.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

static void hello(void *ctx, struct http_request *request)
{
  const char *text = http_request_is_secure(request) ? "secure" : "open";
  http_request_answer(request, 200, "text/plain", text, strlen(text));
}

// A certificate signed by its own key.
static void write_certificate(const char *certificate_path, const char *key_path)
{
  EVP_PKEY *key = EVP_EC_gen("P-256");
  X509 *certificate = X509_new();
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC, (const unsigned char *)"localhost",
                             -1, -1, 0);
  X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
  X509_set_pubkey(certificate, key);
  assert_true(X509_sign(certificate, key, EVP_sha256()) > 0);
  FILE *file = fopen(certificate_path, "w");
  PEM_write_X509(file, certificate);
  fclose(file);
  file = fopen(key_path, "w");
  PEM_write_PrivateKey(file, key, NULL, NULL, 0, NULL, NULL);
  fclose(file);
  X509_free(certificate);
  EVP_PKEY_free(key);
}

static void ask(SSL_CTX *context, int port, struct buffer *heard)
{
  static const char request[] = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  char bytes[4096];
  int got;
  int fd = wire_open(port);
  SSL *tls = SSL_new(context);
  SSL_set_fd(tls, fd);
  assert_int_equal(SSL_connect(tls), 1);
  assert_true(SSL_write(tls, request, sizeof request - 1) > 0);
  while ((got = SSL_read(tls, bytes, sizeof bytes)) > 0)
    buffer_add(heard, bytes, (size_t)got);
  SSL_free(tls);
  close(fd);
}

static void requests_are_answered_over_tls(void **state)
{
  char dir[] = "/tmp/anban-tls-XXXXXX", command[64];
  struct server server = {.handler = hello};
  struct http_settings settings = {.address = "127.0.0.1", .most_connections = 10, .header_seconds = 5};
  struct buffer heard = {0};
  assert_non_null(mkdtemp(dir));
  FORMAT_TEXT(settings.certificate, "%s/certificate.pem", dir);
  FORMAT_TEXT(settings.private_key, "%s/key.pem", dir);
  write_certificate(settings.certificate, settings.private_key);
  server_start_with(&server, &settings);
  SSL_CTX *context = SSL_CTX_new(TLS_client_method());
  assert_int_equal(SSL_CTX_load_verify_locations(context, settings.certificate, NULL), 1);
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  ask(context, server.port, &heard);
  assert_non_null(strstr(heard.bytes, "\r\nStrict-Transport-Security: max-age="));
  assert_non_null(strstr(heard.bytes, "\r\n\r\nsecure"));
  SSL_CTX_free(context);
  server_end(&server);
  buffer_free(&heard);
  FORMAT_TEXT(command, "rm -r %s", dir);
  assert_int_equal(system(command), 0);
}

static void a_certificate_that_is_missing_is_named(void **state)
{
  struct fault fault;
  struct http_settings settings = {.address = "127.0.0.1", .most_connections = 10, .header_seconds = 5};
  COPY_TEXT(settings.certificate, "/nonexistent.pem");
  assert_null(http_new(&settings, hello, server_limit, NULL, &fault));
  assert_non_null(strstr(fault.sentence, "/nonexistent.pem"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(requests_are_answered_over_tls),
      cmocka_unit_test(a_certificate_that_is_missing_is_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
