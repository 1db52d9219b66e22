"""What exceptions mean, those of other systems too."""

import errno
import ssl
from types import SimpleNamespace

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey

from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.failures import failure_of

KEY = ConnectionKey("a.ua", 443, True, True, None, None, None)
URL = "https://a.ua/"


def connecting(error: OSError) -> aiohttp.ClientConnectorError:
    return aiohttp.ClientConnectorError(KEY, error)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ECONNREFUSED, Kind.REFUSED),
        (10061, Kind.REFUSED),
        (1225, Kind.REFUSED),
        (errno.ECONNRESET, Kind.RESET),
        (10054, Kind.RESET),
        (10053, Kind.RESET),
        (errno.ETIMEDOUT, Kind.TIMEOUT),
        (10060, Kind.TIMEOUT),
        (errno.ENETUNREACH, Kind.UNREACHABLE),
        (errno.EHOSTUNREACH, Kind.UNREACHABLE),
        (10051, Kind.UNREACHABLE),
        (10065, Kind.UNREACHABLE),
        (errno.EADDRNOTAVAIL, Kind.UNREACHABLE),
        (errno.EACCES, Kind.UNREACHABLE),
        (9999, Kind.UNREACHABLE),
    ],
)
def test_numbers_of_linux_and_windows_are_known(number: int, expected: Kind) -> None:
    assert failure_of(URL, connecting(OSError(number, "said by the system"))).kind is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Multiple exceptions: [Errno 101] Network is unreachable, [Errno 111] Connect call failed",
            Kind.REFUSED,
        ),
        ("Multiple exceptions: [WinError 10051] no way, [WinError 10061] refused", Kind.REFUSED),
        ("Multiple exceptions: [Errno 101] Network is unreachable, [Errno 113] No route", Kind.UNREACHABLE),
        ("something that nobody knows", Kind.UNREACHABLE),
    ],
)
def test_of_several_addresses_the_one_that_says_most_counts(text: str, expected: Kind) -> None:
    assert failure_of(URL, connecting(OSError(text))).kind is expected


def test_a_handshake_that_breaks_off_is_a_reset() -> None:
    assert failure_of(URL, connecting(ConnectionResetError())).kind is Kind.RESET


def test_tls_that_fails_after_the_handshake_is_broken_tls() -> None:
    """Its number is that of a missing permission."""
    error = aiohttp.ClientOSError(1, "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED]")
    error.__cause__ = ssl.SSLError(1, "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED]")
    assert failure_of(URL, error).kind is Kind.TLS


def test_a_certificate_at_the_bottom_of_an_error_of_tls_counts() -> None:
    bottom = ssl.SSLCertVerificationError("expired")
    bottom.verify_code = 10
    error = aiohttp.ClientConnectorSSLError(KEY, bottom)
    error.__cause__ = bottom
    assert failure_of(URL, error).kind is Kind.CERTIFICATE_EXPIRED


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (aiohttp.ServerDisconnectedError(), Kind.RESET),
        (aiohttp.ClientPayloadError(), Kind.RESET),
        (aiohttp.ClientConnectionError("Connector is closed."), Kind.RESET),
        (aiohttp.ConnectionTimeoutError(), Kind.TIMEOUT),
        (TimeoutError(), Kind.TIMEOUT),
        (aiohttp.InvalidURL(URL), Kind.GARBAGE),
        (MemoryError(), Kind.GARBAGE),
        (UnicodeError(), Kind.GARBAGE),
    ],
)
def test_what_aiohttp_raises_has_a_name(error: Exception, expected: Kind) -> None:
    assert failure_of(URL, error).kind is expected


def test_whose_name_is_unknown_depends_on_who_was_asked_for() -> None:
    error = aiohttp.ClientConnectorDNSError(KEY, OSError("unknown"))
    assert failure_of(URL, error).kind is Kind.NAME_SERVER
    assert failure_of(URL, error, proxied=True).kind is Kind.PROXY


def test_a_proxys_own_refusal_is_told_from_what_it_could_not_reach() -> None:
    asked = SimpleNamespace(real_url=URL)
    kinds = {
        status: failure_of(URL, aiohttp.ClientHttpProxyError(asked, (), status=status)).kind  # type: ignore[arg-type]
        for status in (403, 407, 502, 503, 504)
    }
    assert kinds == {
        403: Kind.PROXY,
        407: Kind.PROXY,
        502: Kind.UNREACHABLE,
        503: Kind.UNREACHABLE,
        504: Kind.TIMEOUT,
    }


def test_details_are_short_and_plain() -> None:
    failure = failure_of(URL, ValueError("слово\n" * 1000))
    assert len(failure.detail) <= 300
    assert failure.detail.isascii()
    assert failure.url == URL
