"""Each case's server really does what the case says; asked by a bare socket, no checker takes part."""

import gzip
import re
import socket
import ssl
import zlib
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest

from benchmarks.link_cases import CASES, Case, Group
from benchmarks.link_cases.case import Listener, Tls
from benchmarks.link_cases.hostile import bomb_pieces
from benchmarks.link_cases.running import CaseServers, case_servers
from courtcomms.model.link_checks import Verdict

BY_NAME = {case.name: case for case in CASES}
PATIENCE = 20.0

#: The first status where it is not what the group has.
STATUS = {
    "early-hints": 103,
    "continue": 100,
    "status-203": 203,
    "refresh-header": 200,
    "many-choices": 300,
    "blocked-405": 405,
    "blocked-login": 200,
    "later-maintenance": 200,
    "later-429-date": 429,
    "later-408": 408,
    "no-content": 204,
    "cookie-once": 302,
    "gone-410": 410,
    "gone-after-302": 302,
    "moved-308": 308,
    "found-302": 302,
    "see-303": 303,
    "temporary-307": 307,
    "to-root": 302,
    "to-root-301": 301,
    "to-login": 302,
    "mixed": 301,
    "no-location": 302,
    "empty-location": 302,
    "bad-location": 302,
    "to-mailto": 302,
    "chain-15": 301,
    "loop-refresh": 200,
    "soft-error-page": 302,
    "soft-all-to-root": 302,
    "trap-language": 302,
    "trap-language-page": 302,
    "blocked-401": 401,
    "blocked-406": 406,
    "blocked-451": 451,
    "blocked-999": 999,
    "blocked-429": 429,
    "blocked-503": 503,
    "blocked-moment": 200,
    "blocked-captcha": 200,
    "blocked-facebook": 302,
    "blocked-facebook-200": 200,
    "blocked-facebook-400": 400,
    "later-429": 429,
    "later-429-day": 429,
    "later-500": 500,
    "later-502": 502,
    "later-504": 504,
    "later-503-200": 503,
    "later-520": 520,
    "guard-refresh": 200,
}
BY_GROUP = {
    Group.WORKS: 200,
    Group.MOVES: 301,
    Group.REDIRECTS: 200,
    Group.LOOPS: 302,
    Group.GONE: 404,
    Group.SOFT_404: 200,
    Group.TRAPS: 200,
    Group.BLOCKED: 403,
    Group.GUARD: 302,
}


@pytest.fixture(scope="module")
def servers() -> Iterator[CaseServers]:
    with case_servers() as running:
        yield running


class Client:
    """One request by a bare socket; what came back, as it came."""

    def __init__(self, servers: CaseServers, name: str) -> None:
        self.case = BY_NAME[name]
        self.servers = servers
        self.url = servers.plain_url(self.case, "raw")

    def get(self, url: str = "", *headers: str, method: str = "GET", most: int = 1 << 30) -> bytes:
        parts = urlsplit(url or self.url)
        assert parts.hostname is not None
        with socket.create_connection((parts.hostname, parts.port or 0), timeout=PATIENCE) as plain:
            connection = self._secured(plain) if parts.scheme == "https" else plain
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            lines = (f"{method} {target} HTTP/1.1", f"Host: {parts.netloc}", *headers, "", "")
            connection.sendall("\r\n".join(lines).encode())
            told = b""
            while len(told) < most and (piece := connection.recv(1 << 16)):
                told += piece
            connection.close()
            return told

    def _secured(self, plain: socket.socket) -> ssl.SSLSocket:
        return self.servers.trust().wrap_socket(plain, server_hostname=plain.getpeername()[0])

    def hops(self, most: int = 40) -> list[int]:
        """The statuses on the way, following Location."""
        url, statuses = self.url, []
        while len(statuses) < most:
            told = self.get(url)
            statuses.append(status(told))
            location = re.search(rb"\r\nLocation: (.*?)\r\n", told)
            if location is None:
                break
            url = urljoin(url, location[1].decode())
        return statuses


def status(told: bytes) -> int:
    return int(told.split(maxsplit=2)[1])


def body(told: bytes) -> bytes:
    return told.partition(b"\r\n\r\n")[2]


def test_there_are_enough_cases_of_each_kind() -> None:
    counts = Counter(case.group for case in CASES)
    assert len(CASES) == len(BY_NAME) >= 90
    assert set(counts) == set(Group)
    assert counts[Group.SOFT_404] >= 8
    assert counts[Group.TRAPS] >= 6
    assert counts[Group.BLOCKED] >= 9
    assert counts[Group.TLS] >= 7
    assert {verdict for case in CASES for verdict in case.verdicts} == set(Verdict)


PLAIN = [
    case
    for case in CASES
    if case.play and not case.secure and case.listener is Listener.SERVER and case.group in BY_GROUP
]


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case.name)
def test_first_answer_has_its_status(servers: CaseServers, case: Case) -> None:
    assert status(Client(servers, case.name).get()) == STATUS.get(case.name, BY_GROUP[case.group])


def test_statuses_are_of_cases_that_are_asked() -> None:
    assert set(STATUS) <= {case.name for case in CASES}


def test_bodies_are_packed_as_they_say(servers: CaseServers) -> None:
    plain = body(Client(servers, "plain").get())
    assert "день відкритих дверей".encode() in plain
    accept = "Accept-Encoding: gzip, deflate"
    assert gzip.decompress(body(Client(servers, "gzip").get("", accept))) == plain
    assert zlib.decompress(body(Client(servers, "deflate").get("", accept))) == plain
    assert zlib.decompress(body(Client(servers, "raw-deflate").get("", accept)), wbits=-15) == plain
    pieces = re.findall(
        rb"([0-9a-f]+)\r\n(.*?)\r\n(?=[0-9a-f]+\r\n)", body(Client(servers, "chunked").get()), re.S
    )
    assert b"".join(piece for _, piece in pieces) == plain
    assert all(int(size, 16) == len(piece) for size, piece in pieces)


def test_shapes_of_answers(servers: CaseServers) -> None:
    assert Client(servers, "http-1-0").get().startswith(b"HTTP/1.0 200")
    assert b"Content-Length" not in Client(servers, "no-length").get()
    assert b"\r" not in Client(servers, "bare-newlines").get()
    assert b"Content-Type" not in Client(servers, "no-kind").get()
    assert body(Client(servers, "empty-body").get()) == b""
    assert body(Client(servers, "pdf").get()).startswith(b"%PDF")
    assert len(body(Client(servers, "big-page").get())) > 3_000_000
    windows = Client(servers, "windows-1251").get()
    assert "школярів" in body(windows).decode("windows-1251")
    assert b"charset" not in windows.partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize(
    ("name", "head", "get"),
    [("head-404", 404, 200), ("head-405", 405, 200), ("head-500", 500, 200), ("gone-for-head-not", 200, 404)],
)
def test_head_lies(servers: CaseServers, name: str, head: int, get: int) -> None:
    client = Client(servers, name)
    told = client.get(method="HEAD")
    assert (status(told), body(told)) == (head, b"")
    assert status(client.get()) == get


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        ("moved-301", [301, 200]),
        ("moved-twice", [301, 301, 200]),
        ("moved-301-308", [301, 308, 200]),
        ("moved-https", [301, 200]),
        ("moved-relative", [301, 200]),
        ("moved-no-scheme", [301, 200]),
        ("moved-case", [301, 200]),
        ("moved-slash", [301, 200]),
        ("moved-then-gone", [301, 404]),
        ("moved-query", [301, 200]),
        ("moved-fragment", [301, 200]),
        ("loop-https", [302] * 40),
        ("mixed", [301, 302, 200]),
        ("to-root", [302, 200]),
        ("to-login", [302, 200]),
        ("chain-15", [301] * 15 + [200]),
        ("chain-25", [302] * 25 + [200]),
        ("loop-self", [302] * 40),
        ("loop-two", [302] * 40),
        ("ever-longer", [302] * 40),
        ("trap-language", [302, 200]),
        ("blocked-facebook", [302, 200]),
    ],
)
def test_redirects_lead_where_they_say(servers: CaseServers, name: str, statuses: list[int]) -> None:
    assert Client(servers, name).hops() == statuses


def test_shapes_of_answers_that_are_seldom(servers: CaseServers) -> None:
    for name in ("early-hints", "continue"):
        assert Client(servers, name).get().count(b"HTTP/1.1 ") == 2
    assert Client(servers, "no-phrase").get().startswith(b"HTTP/1.1 200\r\n")
    assert Client(servers, "length-twice").get().count(b"Content-Length: ") == 2
    assert body(Client(servers, "utf-16").get()).startswith((b"\xff\xfe", b"\xfe\xff"))
    assert "не знайдено" in body(Client(servers, "soft-1251").get()).decode("windows-1251")
    assert b"\r\nRefresh: 0; url=/" in Client(servers, "refresh-header").get()


def test_what_does_not_exist_is_not_there(servers: CaseServers) -> None:
    for name in ("plain", "deep", "trap-in-text", "trap-short"):
        client = Client(servers, name)
        assert status(client.get(client.url.rpartition("/")[0] + "/made-up-9")) == 404


def test_a_location_goes_out_in_raw_letters(servers: CaseServers) -> None:
    assert b"Location: /caf\xe9\r\n" in Client(servers, "moved-latin").get()
    assert b"Location:  /new page \r\n" in Client(servers, "moved-space").get()
    assert "Location: /новини/день".encode() in Client(servers, "moved-raw").get()


@pytest.mark.parametrize(
    ("name", "statuses"),
    [("later-503-200", [503, 503, 200]), ("later-429", [429, 200]), ("cookie-once", [302, 302])],
)
def test_a_server_that_changes_its_mind_begins_anew_in_each_run(
    servers: CaseServers, name: str, statuses: list[int]
) -> None:
    client = Client(servers, name)
    for run in ("one", "two"):
        url = servers.plain_url(client.case, run)
        assert [status(client.get(url)) for _ in statuses] == statuses


def test_a_cookie_opens_the_page(servers: CaseServers) -> None:
    client = Client(servers, "cookie-once")
    assert b"Set-Cookie: seen=1" in client.get()
    assert status(client.get("", "Cookie: seen=1")) == 200


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
    monkeypatch.setattr(f"{__name__}.PATIENCE", 0.3)
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
