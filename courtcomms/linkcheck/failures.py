"""What an exception of the network means: the one place that knows aiohttp's and the systems' errors."""

from __future__ import annotations

import errno
import re
import ssl
from collections.abc import Iterator

import aiohttp
from aiohttp.http_exceptions import LineTooLong

from courtcomms.linkcheck import certificates
from courtcomms.linkcheck.answers import Failure, FailureKind
from courtcomms.linkcheck.proxies import BadProxy
from courtcomms.linkcheck.resolving import NameFailure

_LONGEST_DETAIL = 300
_DEEPEST = 20

# The strongest word first: where several addresses of one host fail differently, a machine that refuses
# says more than a network that has no way there (most often IPv6).
_KINDS_OF_NUMBERS = (
    (FailureKind.REFUSED, frozenset({errno.ECONNREFUSED, 10061, 1225})),
    (FailureKind.RESET, frozenset({errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED, 10053, 10054})),
    (FailureKind.TIMEOUT, frozenset({errno.ETIMEDOUT, 10060, 121})),
    (
        FailureKind.UNREACHABLE,
        frozenset(
            {
                errno.ENETUNREACH,
                errno.EHOSTUNREACH,
                errno.ENETDOWN,
                errno.EHOSTDOWN if hasattr(errno, "EHOSTDOWN") else errno.ENETDOWN,
                errno.EADDRNOTAVAIL,
                errno.EAFNOSUPPORT,
                errno.EACCES,
                errno.EPERM,
                errno.EINVAL,
                10013,
                10047,
                10049,
                10050,
                10051,
                10065,
            }
        ),
    ),
)
_NUMBER = re.compile(r"\[(?:Errno|WinError) (\d+)\]")

# What a proxy says where it was told to dial (RFC 9110, 15.6): it could not, or not in time.
_PROXY_STATUSES = {502: FailureKind.UNREACHABLE, 503: FailureKind.UNREACHABLE, 504: FailureKind.TIMEOUT}


def failure_of(url: str, error: Exception, *, proxied: bool = False) -> Failure:
    """Why asking for ``url`` gave no answer; what is not known is garbage."""
    detail = f"{type(error).__name__}: {error}".encode("ascii", "backslashreplace").decode()
    return Failure(_kind(error, proxied), url, detail[:_LONGEST_DETAIL])


def _kind(error: Exception, proxied: bool) -> FailureKind:
    match error:
        case BadProxy() | aiohttp.ClientProxyConnectionError():
            return FailureKind.PROXY
        case aiohttp.ClientHttpProxyError():
            return _PROXY_STATUSES.get(error.status, FailureKind.PROXY)
        case aiohttp.ClientConnectorDNSError():
            return FailureKind.PROXY if proxied else _of_name(error.os_error)
        case aiohttp.ClientConnectorCertificateError():
            return _of_certificate(error.certificate_error)
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return _of_tls(error)
        case aiohttp.ClientConnectorError():
            return _of_system(error.os_error)
        case TimeoutError():
            return FailureKind.TIMEOUT
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientPayloadError():
            return FailureKind.RESET
        case aiohttp.ClientResponseError():
            return _of_headers(error)
        case OSError():
            broken_tls = any(isinstance(cause, ssl.SSLError) for cause in _causes(error))
            return _of_tls(error) if broken_tls else _of_system(error)
        case aiohttp.ClientConnectionError():
            return FailureKind.RESET
    return FailureKind.GARBAGE


def _of_name(error: OSError) -> FailureKind:
    return error.kind if isinstance(error, NameFailure) else FailureKind.NAME_SERVER


def _of_certificate(error: Exception) -> FailureKind:
    if isinstance(error, ssl.SSLCertVerificationError):
        return certificates.kind_of(error)
    return FailureKind.CERTIFICATE_ISSUER


def _of_tls(error: Exception) -> FailureKind:
    """A certificate's fault where one is at the bottom of it, else TLS itself."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return certificates.kind_of(cause)
    return FailureKind.TLS


def _of_headers(error: aiohttp.ClientResponseError) -> FailureKind:
    """Too much of a header, or no answer of HTTP at all."""
    long = any(isinstance(cause, LineTooLong) for cause in _causes(error))
    too_many = "too many headers" in error.message.lower()
    return FailureKind.HEADERS if long or too_many else FailureKind.GARBAGE


def _of_system(error: OSError) -> FailureKind:
    if isinstance(error, TimeoutError | ConnectionError):
        refused = isinstance(error, ConnectionRefusedError)
        given_up = FailureKind.TIMEOUT if isinstance(error, TimeoutError) else FailureKind.RESET
        return FailureKind.REFUSED if refused else given_up
    numbers = {error.errno, *map(int, _NUMBER.findall(str(error)))}
    for kind, known in _KINDS_OF_NUMBERS:
        if numbers & known:
            return kind
    return FailureKind.UNREACHABLE


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(_DEEPEST):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
