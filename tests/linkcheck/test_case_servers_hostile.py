"""Servers that end badly, drip, never end, or hide behind a wrong certificate do so; by a bare socket."""

import re
import socket
import ssl
import zlib
from collections.abc import Iterator

import pytest

from benchmarks.link_cases import CASES
from benchmarks.link_cases.bare import PATIENCE, Client, body, status
from benchmarks.link_cases.case import Tls
from benchmarks.link_cases.hostile import bomb_pieces
from benchmarks.link_cases.running import CaseServers, case_servers


@pytest.fixture(scope="module")
def servers() -> Iterator[CaseServers]:
    with case_servers() as running:
        yield running


def test_connections_end_as_they_say(servers: CaseServers) -> None:
    with pytest.raises(ConnectionResetError):
        Client(servers, "later-reset").get()
    with pytest.raises(ConnectionResetError):
        Client(servers, "later-half").get()
    with pytest.raises(ConnectionRefusedError):
        Client(servers, "later-refused").get()
    assert Client(servers, "later-closed").get() == b""


@pytest.mark.parametrize("name", ["later-silent", "later-drip", "later-drip-head"])
def test_slow_servers_take_their_time(
    servers: CaseServers, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.link_cases.bare.PATIENCE", 0.3)
    most = 1 if name == "later-silent" else 1000
    with pytest.raises(TimeoutError):
        Client(servers, name).get(most=most)


def test_a_page_that_never_ends_goes_on(servers: CaseServers) -> None:
    for name in ("endless", "endless-chunks", "endless-headers"):
        assert len(Client(servers, name).get(most=5_000_000)) >= 5_000_000


def test_the_bomb_is_a_gigabyte_in_a_megabyte(servers: CaseServers) -> None:
    told = body(Client(servers, "bomb").get())
    first, further = bomb_pieces()
    assert told == first + further * 1023
    assert len(told) < 1_200_000
    unpacker = zlib.decompressobj(wbits=31)
    assert [unpacker.decompress(piece) for piece in (first, further, further)] == [bytes(1 << 20)] * 3


def test_broken_answers_are_broken(servers: CaseServers) -> None:
    assert b"HTTP/" not in Client(servers, "garbage").get()
    assert len(Client(servers, "header-1mb").get()) > 1_000_000
    assert Client(servers, "headers-100000").get().count(b"\r\nX-") == 100_000
    assert Client(servers, "status-000").get().startswith(b"HTTP/1.1 000 ")
    assert Client(servers, "status-1000").get().startswith(b"HTTP/1.1 1000 ")
    assert b"\0" in Client(servers, "header-nul").get()
    assert b"\r\n\r\nzz\r\n" in Client(servers, "bad-chunk").get()
    for name, sign in (("length-long", 1), ("length-short", -1)):
        told = Client(servers, name).get()
        claimed = re.search(rb"Content-Length: (-?\d+)", told)
        assert claimed is not None
        assert (int(claimed[1]) - len(body(told))) * sign > 0
    assert body(Client(servers, "deep").get()).count(b"<div>") == 20_000
    with pytest.raises(UnicodeDecodeError):
        body(Client(servers, "title-bytes").get()).decode()


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Tls.EXPIRED, 10),
        (Tls.NOT_YET, 9),
        (Tls.OTHER_NAME, 64),
        (Tls.SELF_SIGNED, 18),
        (Tls.UNKNOWN, 20),
        (Tls.NO_CHAIN, 20),
    ],
)
def test_certificates_are_wrong_in_their_way(servers: CaseServers, kind: Tls, code: int) -> None:
    case = next(case for case in CASES if case.secure and case.tls is kind)
    with pytest.raises(ssl.SSLCertVerificationError) as caught:
        Client(servers, case.name).get()
    assert caught.value.verify_code == code


@pytest.mark.parametrize("name", ["tls-garbage", "tls-closes", "tls-plain"])
def test_handshakes_that_are_none(servers: CaseServers, name: str) -> None:
    with pytest.raises((ssl.SSLError, OSError)) as caught:
        Client(servers, name).get()
    assert not isinstance(caught.value, ssl.SSLCertVerificationError)


def test_right_certificates_are_trusted(servers: CaseServers) -> None:
    for name in ("https", "tls-valid"):
        assert status(Client(servers, name).get()) == 200


def test_the_trap_tells_who_came(servers: CaseServers) -> None:
    before = servers.touched()
    with socket.create_connection(("127.0.0.1", servers.trap), timeout=PATIENCE) as connection:
        assert connection.recv(9) == b"HTTP/1.1 "
    assert servers.touched() == before + 1


def test_names_lead_to_their_servers(servers: CaseServers) -> None:
    ip, http, https = servers.sites["moved-https"]
    assert servers.resolve("moved-https.case.test", 80) == [(ip, http)]
    assert servers.resolve("new.moved-https.case.test", 443) == [(ip, https)]
    assert servers.resolve("inner.case.test", 8080) == [("127.0.0.1", 8080)]
    assert servers.resolve("xn--d1azg.case.test", 80) == [tuple(servers.sites["idn"][:2])]
    with pytest.raises(OSError, match="no such name"):
        servers.resolve("no-such-name.invalid", 80)
