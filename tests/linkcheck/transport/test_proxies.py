"""Behind a proxy: a real one on loopback, which knows the names that nobody else does."""

import base64
import socket
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from courtcomms.linkcheck import proxies
from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.checker import LinkChecker
from courtcomms.linkcheck.guard import is_global
from courtcomms.linkcheck.proxies import system_proxy
from courtcomms.model import LinkCheck, Verdict
from tests.linkcheck.transport.worlds import LIMITS, Player, Server, Talk, World, say


def nobody_resolves(host: str, port: int) -> list[tuple[str, int]]:
    raise AssertionError(f"{host} was looked up though the proxy does that")


def tunnel(port: int) -> Player:
    """Joins both sides, wherever it is told to connect to."""

    def play(talk: Talk) -> None:
        with socket.create_connection(("127.0.0.1", port)) as far:
            talk.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_pour, args=(far, talk.link), daemon=True)
            back.start()
            _pour(talk.link, far)
            back.join(5)

    return play


def _pour(source: socket.socket, target: socket.socket) -> None:
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


@pytest.fixture
def proxy(world: World) -> Server:
    return world.serve()


@pytest.fixture
def behind(world: World, proxy: Server) -> Callable[..., LinkChecker]:
    """A checker with the guard of every day, which reaches nothing but the proxy."""

    def make(**how: object) -> LinkChecker:
        seams: dict[str, object] = {
            "proxy_for": lambda url: f"http://127.0.0.1:{proxy.port}",
            "resolve": nobody_resolves,
            "guard": is_global,
        }
        return world.checker(**(seams | how))  # type: ignore[arg-type]

    return make


def test_a_page_is_asked_through_the_proxy_by_its_whole_address(
    proxy: Server, behind: Callable[..., LinkChecker]
) -> None:
    proxy.players["http://www.court.gov.ua/a"] = say()
    fetched = behind().fetch("http://www.court.gov.ua/a")
    assert fetched.failure is None
    assert proxy.seen[0].host == "www.court.gov.ua"


def test_https_goes_through_a_tunnel(
    world: World, tls: Server, proxy: Server, behind: Callable[..., LinkChecker]
) -> None:
    proxy.players["*"] = tunnel(tls.port)
    assert behind(trust=world.trust).fetch("https://good.test/").failure is None
    assert [(request.method, request.path) for request in proxy.seen] == [("CONNECT", "good.test:443")]
    failure = behind(trust=world.trust).fetch("https://expired.test/").failure
    assert failure is not None
    assert failure.kind is Kind.CERTIFICATE_EXPIRED


def test_a_name_and_a_password_are_given_to_the_proxy_only(
    world: World, tls: Server, proxy: Server, behind: Callable[..., LinkChecker]
) -> None:
    proxy.players["*"] = tunnel(tls.port)
    told = f"http://user:word@127.0.0.1:{proxy.port}"
    assert behind(trust=world.trust, proxy_for=lambda url: told).fetch("https://good.test/").failure is None
    expected = "Basic " + base64.b64encode(b"user:word").decode()
    assert proxy.seen[0].headers["proxy-authorization"] == expected
    assert "proxy-authorization" not in tls.seen[0].headers


@pytest.mark.parametrize("url", ["http://a.ua/", "https://a.ua/"])
@pytest.mark.parametrize(
    ("status", "expected"),
    [(407, Kind.PROXY), (403, Kind.PROXY), (502, Kind.UNREACHABLE), (504, Kind.TIMEOUT)],
)
def test_what_a_proxy_refuses_is_told_as_its_own(
    proxy: Server, behind: Callable[..., LinkChecker], url: str, status: int, expected: Kind
) -> None:
    proxy.players["*"] = say(status)
    fetched = behind().fetch(url)
    if url.startswith("http:") and status != 407:
        assert fetched.last is not None  # nobody can tell whose answer that is
        assert fetched.last.status == status
    else:
        assert fetched.failure is not None
        assert fetched.failure.kind is expected


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://localhost/", "http://printer.local/"],
)
def test_a_proxy_is_not_asked_for_what_is_private(
    proxy: Server, behind: Callable[..., LinkChecker], url: str
) -> None:
    proxy.players["*"] = say()
    proxy.players["http://a.ua/"] = say(302, b"", location=url)
    for asked in (url, "http://a.ua/"):
        failure = behind().fetch(asked).failure
        assert failure is not None
        assert failure.kind is Kind.PRIVATE
    assert [request.path for request in proxy.seen] == ["http://a.ua/"]


def test_the_proxy_itself_is_no_page(proxy: Server, behind: Callable[..., LinkChecker]) -> None:
    proxy.players["http://a.ua/"] = say(302, b"", location=f"http://127.0.0.1:{proxy.port}/admin")
    failure = behind().fetch("http://a.ua/").failure
    assert failure is not None
    assert failure.kind is Kind.PRIVATE
    assert len(proxy.seen) == 1


@pytest.mark.parametrize(
    "proxy_url", ["socks5://127.0.0.1:1080", "http://", "http://[", "nonsense", "http://a:b:c"]
)
def test_a_proxy_that_cannot_be_used_is_told(world: World, proxy_url: str) -> None:
    failure = world.fetch("http://a.test/", proxy_for=lambda url: proxy_url).failure
    assert failure is not None
    assert failure.kind is Kind.PROXY


def test_a_proxy_out_of_reach_is_told_once(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    told: list[LinkCheck] = []
    checker = world.checker(proxy_for=lambda url: f"http://127.0.0.1:{port}", online=None)
    run = checker.check([f"http://a{n}.ua/" for n in range(60)], told.append)
    assert told == []
    assert (run.no_network, run.obstacle) == (True, Kind.PROXY)


def test_a_proxy_whose_name_is_unknown_is_the_proxys_failure(world: World) -> None:
    failure = world.fetch("http://a.test/", proxy_for=lambda url: "http://proxy.ua:3128").failure
    assert failure is not None
    assert failure.kind is Kind.PROXY


def test_each_host_is_asked_about_once(world: World) -> None:
    asked: list[str] = []

    def proxy_for(url: str) -> str | None:
        asked.append(url)
        return ""

    world.play("*", say())
    one_by_one = replace(LIMITS, per_host=1)
    told = world.check(*(f"http://a.test/{n}" for n in range(9)), proxy_for=proxy_for, settings=one_by_one)
    assert {check.verdict for check in told.values()} == {Verdict.WORKS}
    assert len(asked) == 1


def test_a_system_that_fails_to_name_its_proxy_harms_one_address_at_most(world: World) -> None:
    def proxy_for(url: str) -> str | None:
        raise RuntimeError("the script of proxies is broken")

    failure = world.fetch("http://a.test/", proxy_for=proxy_for).failure
    assert failure is not None
    assert failure.kind is Kind.GARBAGE


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        for each in (name, name.upper()):
            monkeypatch.delenv(each, raising=False)
    monkeypatch.setattr(proxies.urllib.request, "getproxies", proxies.urllib.request.getproxies_environment)
    monkeypatch.setattr(
        proxies.urllib.request, "proxy_bypass", proxies.urllib.request.proxy_bypass_environment
    )
    return monkeypatch


def test_the_environment_names_proxies_and_exceptions(environment: pytest.MonkeyPatch) -> None:
    assert system_proxy("http://a.ua/") is None
    environment.setenv("http_proxy", "http://one:3128")
    environment.setenv("https_proxy", "two:3128")
    environment.setenv("no_proxy", "court.ua,.local.ua")
    assert system_proxy("http://a.ua/x") == "http://one:3128"
    assert system_proxy("https://a.ua/") == "http://two:3128"
    assert system_proxy("http://court.ua/") is None
    assert system_proxy("http://www.local.ua:8080/") is None


def test_one_proxy_may_stand_for_all(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("all_proxy", "http://all:3128")
    assert system_proxy("https://a.ua/") == "http://all:3128"
