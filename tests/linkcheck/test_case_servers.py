"""Each case's server really does what the case says; asked by a bare socket, no checker takes part."""

import gzip
import re
import zlib
from collections import Counter
from collections.abc import Iterator

import pytest

from benchmarks.link_cases import CASES, Case, Group
from benchmarks.link_cases.bare import BY_NAME, Client, body, status
from benchmarks.link_cases.case import Listener
from benchmarks.link_cases.running import CaseServers, case_servers
from courtcomms.model.link_checks import Verdict

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
