// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/inside.h"

#include <openssl/err.h>

static bool use(SSL_CTX *tls, const char *certificate, const char *private_key, struct fault *fault)
{
  if (SSL_CTX_use_certificate_chain_file(tls, certificate) != 1)
    return fault_set(fault, "the certificate %s can't be used: %s", certificate,
                     ERR_reason_error_string(ERR_peek_last_error()));
  if (SSL_CTX_use_PrivateKey_file(tls, private_key, SSL_FILETYPE_PEM) != 1)
    return fault_set(fault, "the private key %s can't be used: %s", private_key,
                     ERR_reason_error_string(ERR_peek_last_error()));
  return true;
}

SSL_CTX *tls_open(const char *certificate, const char *private_key, struct fault *fault)
{
  SSL_CTX *tls = SSL_CTX_new(TLS_server_method());
  if (!tls) {
    fault_set(fault, "OpenSSL can't start: %s", ERR_reason_error_string(ERR_peek_last_error()));
    return NULL;
  }
  SSL_CTX_set_min_proto_version(tls, TLS1_2_VERSION);
  SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS);
  if (use(tls, certificate, private_key, fault))
    return tls;
  SSL_CTX_free(tls);
  return NULL;
}
