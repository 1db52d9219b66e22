"""Which way a certificate is wrong, on every system."""

import gc
import logging
import ssl
import threading
from dataclasses import replace

import pytest
import trustme

from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.certificates import kind_of, system_trust
from courtcomms.model import Verdict
from tests.linkcheck.transport.worlds import LIMITS, Player, Server, Talk, World, say


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("good.test", None),
        ("expired.test", Kind.CERTIFICATE_EXPIRED),
        ("other.test", Kind.CERTIFICATE_NAME),
        ("unknown.test", Kind.CERTIFICATE_ISSUER),
    ],
)
def test_each_fault_has_its_name(world: World, tls: Server, host: str, expected: Kind | None) -> None:
    failure = world.fetch(f"https://{host}/").failure
    assert (failure.kind if failure else None) is expected


def test_a_certificate_is_judged_after_a_redirect_too(world: World, tls: Server) -> None:
    world.play("/", say(301, b"", location="https://expired.test/"))
    fetched = world.fetch("http://a.test/")
    assert fetched.failure is not None
    assert fetched.failure.kind is Kind.CERTIFICATE_EXPIRED
    assert fetched.chain == ("http://a.test/", "https://expired.test/")


def test_all_of_them_are_told_in_one_check(world: World, tls: Server) -> None:
    told = world.check(*(f"https://{name}.test/" for name in ("good", "expired", "other", "unknown")))
    assert [check.verdict for _, check in sorted(told.items())] == [
        Verdict.CERTIFICATE_EXPIRED,
        Verdict.WORKS,
        Verdict.CERTIFICATE_NAME,
        Verdict.CERTIFICATE_ISSUER,
    ]


def test_a_server_without_tls_is_broken_tls(world: World, tls: Server) -> None:
    world.names["good.test:443"] = [("127.0.0.1", world.server.port)]
    world.play("*", b"HTTP/1.1 400 Bad Request\r\n\r\n")
    failure = world.fetch("https://good.test/").failure
    assert failure is not None
    assert failure.kind in (Kind.TLS, Kind.RESET, Kind.TIMEOUT)


@pytest.mark.parametrize("said", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x15\x03\x01\x00\x02\x02\x28", b""])
def test_a_broken_handshake_has_a_name(world: World, tls: Server, said: bytes) -> None:
    class Rude:
        """Answers any greeting of TLS with something else."""

        def wrap_socket(self, link, server_side):  # type: ignore[no-untyped-def]
            link.recv(65536)
            link.sendall(said)
            raise OSError("that is all")

    rude = world.serve(context=Rude())
    world.names["good.test:443"] = [("127.0.0.1", rude.port)]
    failure = world.fetch("https://good.test/").failure
    assert failure is not None
    assert failure.kind is (Kind.TLS if said else Kind.RESET)


def test_a_handshake_that_never_comes_is_given_up(world: World, tls: Server) -> None:
    over = threading.Event()

    class Mute:
        def wrap_socket(self, link, server_side):  # type: ignore[no-untyped-def]
            over.wait(20)
            raise OSError("nothing was said")

    mute = world.serve(context=Mute())
    world.names["good.test:443"] = [("127.0.0.1", mute.port)]
    failure = world.fetch("https://good.test/").failure
    over.set()
    assert failure is not None
    assert failure.kind is Kind.TIMEOUT


def wrong(code: int, message: str) -> ssl.SSLCertVerificationError:
    """As truststore raises it."""
    error = ssl.SSLCertVerificationError(message)
    error.verify_code, error.verify_message = code, message
    return error


@pytest.mark.parametrize(
    ("code", "message", "expected"),
    [
        # Windows: the numbers of winerror.h, its words in the user's own language.
        (0x800B0101, "Термін дії сертифіката минув.", Kind.CERTIFICATE_EXPIRED),
        (0x800B0101 - (1 << 32), "", Kind.CERTIFICATE_EXPIRED),
        (0x800B010F, "Ім'я в сертифікаті не збігається з переданим значенням.", Kind.CERTIFICATE_NAME),
        (0x800B0109, "Коренева сертифікація не має довіри.", Kind.CERTIFICATE_ISSUER),
        (0x800B010A, "", Kind.CERTIFICATE_ISSUER),
        (0x800B0112, "", Kind.CERTIFICATE_ISSUER),
        (0x800B010C, "The certificate was revoked.", Kind.CERTIFICATE_ISSUER),
        # macOS: SecBase.h.
        (-67818, "“a.ua” certificate is expired", Kind.CERTIFICATE_EXPIRED),
        (-67819, "", Kind.CERTIFICATE_EXPIRED),
        (-67602, "“a.ua” certificate name does not match input", Kind.CERTIFICATE_NAME),
        (-67843, "“a.ua” certificate is not trusted", Kind.CERTIFICATE_ISSUER),
        (5, "Recoverable trust failure occurred", Kind.CERTIFICATE_ISSUER),
        # OpenSSL.
        (10, "certificate has expired", Kind.CERTIFICATE_EXPIRED),
        (9, "certificate is not yet valid", Kind.CERTIFICATE_EXPIRED),
        (62, "Hostname mismatch", Kind.CERTIFICATE_NAME),
        (64, "IP address mismatch", Kind.CERTIFICATE_NAME),
        (18, "self-signed certificate", Kind.CERTIFICATE_ISSUER),
        (19, "self-signed certificate in certificate chain", Kind.CERTIFICATE_ISSUER),
        (20, "unable to get local issuer certificate", Kind.CERTIFICATE_ISSUER),
        (0, "hostname 'a.ua' doesn't match 'b.ua'", Kind.CERTIFICATE_NAME),
        (0, "certificate has expired", Kind.CERTIFICATE_EXPIRED),
        (0, "", Kind.CERTIFICATE_ISSUER),
    ],
)
def test_codes_of_every_system_are_known(code: int, message: str, expected: Kind) -> None:
    assert kind_of(wrong(code, message)) is expected


def test_a_certificate_without_a_code_is_not_trusted() -> None:
    assert kind_of(ssl.SSLCertVerificationError("Peer sent no certificates")) is Kind.CERTIFICATE_ISSUER


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_the_system_is_trusted_and_names_are_checked(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    context = system_trust()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert (type(context).__module__ != "ssl") is (platform != "linux")


def test_the_systems_own_trust_refuses_an_unknown_issuer(world: World, tls: Server) -> None:
    """Through truststore, as on Windows, though here it asks OpenSSL."""
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    failure = world.fetch("https://good.test/", trust=context).failure
    assert failure is not None
    assert failure.kind is Kind.CERTIFICATE_ISSUER


def test_connections_of_tls_are_used_again(world: World, tls: Server) -> None:
    def count(talk: Talk) -> bytes:
        return say()

    tls.players["*"] = count
    told = world.check(*(f"https://good.test/{n}" for n in range(12)))
    assert {check.verdict for check in told.values()} == {Verdict.WORKS}
    assert tls.connections <= 4


def test_a_server_that_wants_to_see_a_certificate_is_broken_tls_to_us(
    world: World, tls: Server, authority: trustme.CA
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("good.test").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    context.maximum_version = ssl.TLSVersion.TLSv1_2  # later ones refuse when the page is asked for already
    strict = world.serve(context=context)
    world.names["good.test:443"] = [("127.0.0.1", strict.port)]
    failure = world.fetch("https://good.test/").failure
    assert failure is not None
    assert failure.kind is Kind.TLS


def endless(talk: Talk) -> None:
    talk.send(say(body=b"", content_length=""))
    while True:
        talk.send(bytes(65536))


def silent(talk: Talk) -> None:
    talk.wait(30)


@pytest.mark.parametrize("player", [endless, silent])
def test_connections_broken_off_leave_nothing_behind(
    world: World, tls: Server, player: Player, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither side says goodbye: nothing is left open when the check has ended, and nobody warns."""
    tls.players["*"] = player
    urls = [f"https://good.test/{n}" for n in range(4)]
    told = world.check(*urls, settings=replace(LIMITS, whole_seconds=0.5, tries=1))
    assert len(told) == 4
    gc.collect()
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
