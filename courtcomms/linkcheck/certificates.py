"""Whose certificates are trusted, and which way one is wrong."""

from __future__ import annotations

import ssl
import sys

from courtcomms.linkcheck.answers import FailureKind

_EXPIRED, _NAME, _ISSUER = (
    FailureKind.CERTIFICATE_EXPIRED,
    FailureKind.CERTIFICATE_NAME,
    FailureKind.CERTIFICATE_ISSUER,
)

_LEGACY_SERVERS = getattr(ssl, "OP_LEGACY_SERVER_CONNECT", ssl.Options(0x4))  # named from Python 3.12 on

#: OpenSSL's X509_V_ERR_* (openssl-verification-options), Windows' CERT_E_* of winerror.h and macOS's
#: errSec* of SecBase.h. What stands in none of them says at least that nobody vouches for the certificate.
_KINDS = {
    9: _EXPIRED,  # X509_V_ERR_CERT_NOT_YET_VALID
    10: _EXPIRED,  # X509_V_ERR_CERT_HAS_EXPIRED
    62: _NAME,  # X509_V_ERR_HOSTNAME_MISMATCH
    64: _NAME,  # X509_V_ERR_IP_ADDRESS_MISMATCH
    0x800B0101: _EXPIRED,  # CERT_E_EXPIRED
    0x800B0102: _EXPIRED,  # CERT_E_VALIDITYPERIODNESTING
    0x800B010F: _NAME,  # CERT_E_CN_NO_MATCH
    0x800B0114: _NAME,  # CERT_E_INVALID_NAME
    -67818: _EXPIRED,  # errSecCertificateExpired
    -67819: _EXPIRED,  # errSecCertificateNotValidYet
    -67602: _NAME,  # errSecHostNameMismatch
}

# macOS up to 10.13 has one code for everything; what it says is in words. So does a newer Python's ssl
# where it checks a name by itself.
_WORDS = (
    (("expired", "not yet valid", "not valid yet"), _EXPIRED),
    (("hostname mismatch", "name does not match", "doesn't match", "ip address mismatch"), _NAME),
)


def system_trust() -> ssl.SSLContext:
    """A context that trusts what the operating system trusts, an employer's own certificates among it.

    On Windows and macOS the system itself judges (truststore); elsewhere its file of certificates is read
    once here, where truststore would read it for every connection.
    """
    if sys.platform not in ("win32", "darwin"):
        context = ssl.create_default_context()
        if context.cert_store_stats()["x509_ca"]:
            return _for_http(context)
    import truststore

    return _for_http(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def _for_http(context: ssl.SSLContext) -> ssl.SSLContext:
    context.set_alpn_protocols(["http/1.1"])
    # As browsers do: servers of old that know no secure renegotiation are spoken to; nothing is renegotiated.
    context.options |= _LEGACY_SERVERS
    return context


def kind_of(error: ssl.SSLCertVerificationError) -> FailureKind:
    """Which way a certificate is wrong."""
    code = getattr(error, "verify_code", 0)
    known = _KINDS.get(code) or _KINDS.get(code & 0xFFFFFFFF)
    if known is not None:
        return known
    message = f"{getattr(error, 'verify_message', '')} {error}".lower()
    for words, kind in _WORDS:
        if any(word in message for word in words):
            return kind
    return _ISSUER
