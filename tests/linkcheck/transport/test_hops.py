"""Where an address leads, hop by hop."""

from dataclasses import replace

import pytest

from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.answers import Fetched
from tests.linkcheck.transport.worlds import LIMITS, PAGE, Talk, World, say


def moved(where: str, status: int = 302) -> bytes:
    return say(status, b"", location=where)


def kind(fetched: Fetched) -> Kind | None:
    return fetched.failure.kind if fetched.failure else None


def test_a_page_is_read_whole_with_its_headers_in_small_letters(world: World) -> None:
    world.play("/a", say(X_Said="Так"))
    fetched = world.fetch("http://a.test/a")
    assert fetched.failure is None
    assert fetched.last is not None
    assert (fetched.last.status, fetched.last.body, fetched.last.whole) == (200, PAGE, True)
    assert fetched.last.headers["x-said"] == "Так"
    assert fetched.chain == ("http://a.test/a",)


def test_what_is_asked_says_who_asks_and_nothing_else(world: World) -> None:
    world.play("/a", moved("http://b.test/b"))
    world.play("/b", say())
    world.fetch("http://me:secret@a.test/a#part")
    first, second = world.server.seen
    assert first.headers["user-agent"].startswith("Mozilla/5.0 (compatible; courtcomms/")
    assert first.headers["accept-language"] == "uk"
    assert "html" in first.headers["accept"]
    for request in (first, second):
        assert request.method == "GET"
        assert not {"authorization", "referer", "cookie", "origin"} & set(request.headers)
    assert first.path == "/a"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_redirect_is_followed_and_told(world: World, status: int) -> None:
    world.play("/a", moved("/b?x=1#there", status))
    world.play("/b", say())
    fetched = world.fetch("http://a.test/a")
    assert fetched.chain == ("http://a.test/a", "http://a.test/b?x=1")
    assert fetched.answers[0].status == status
    assert fetched.answers[0].location == "http://a.test/b?x=1#there"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("b", "/dir/b"),
        ("../b", "/b"),
        ("?page=2", "/dir/a?page=2"),
        ("//b.test/x", "/x"),
        ("\\\\b.test\\x", "/x"),
        ("/новина", "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0"),
        (
            "/новина?слово=так",
            "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0?%D1%81%D0%BB%D0%BE%D0%B2%D0%BE=%D1%82%D0%B0%D0%BA",
        ),
        ("  /b c ", "/b%20c"),
        ("HTTP://B.TEST:80/x", "/x"),
        ("http://суд.test/x", "/x"),
    ],
)
def test_locations_are_read_as_browsers_read_them(world: World, told: str, asked: str) -> None:
    world.play("/dir/a", moved(told))
    world.play("/dir/a?page=2", say())
    world.play("*", say())
    fetched = world.fetch("http://a.test/dir/a")
    assert kind(fetched) is None
    assert world.server.seen[-1].path == asked


def test_a_location_in_an_old_encoding_is_asked_as_it_came(world: World) -> None:
    raw = moved("/@").replace(b"@", "новина".encode("cp1251"))
    world.play("/a", raw)
    world.play("*", say())
    fetched = world.fetch("http://a.test/a")
    assert kind(fetched) is None
    assert len(fetched.answers) == 2


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("file:///etc/passwd", Kind.SCHEME),
        ("javascript:alert(1)", Kind.SCHEME),
        ("mailto:a@a.test", Kind.SCHEME),
        ("ftp://a.test/", Kind.SCHEME),
        ("http://", Kind.SCHEME),
        ("http://[::1", Kind.SCHEME),
        ("http://127.0.0.1/", Kind.PRIVATE),
        ("http://2130706433/", Kind.PRIVATE),
        ("http://0x7f.1/", Kind.PRIVATE),
        ("http://①②⑦.0.0.1/", Kind.PRIVATE),
        ("http://[::1]/", Kind.PRIVATE),
        ("http://[::ffff:10.0.0.1]/", Kind.PRIVATE),
        ("http://169.254.169.254/latest/meta-data", Kind.PRIVATE),
        ("http://localhost/", Kind.PRIVATE),
        ("http://printer/", Kind.PRIVATE),
        ("http://inner.test/", Kind.PRIVATE),
    ],
)
def test_a_redirect_to_where_nobody_may_go_ends_there(world: World, where: str, expected: Kind) -> None:
    world.names["inner.test"] = [("10.1.2.3", 80)]
    world.play("/a", moved(where))
    fetched = world.fetch("http://a.test/a")
    assert kind(fetched) is expected
    assert len(fetched.answers) == 1
    assert len(fetched.chain) == 2
    assert fetched.last is None


def test_circles_are_seen_at_once(world: World) -> None:
    world.play("/a", moved("/b"))
    world.play("/b", moved("/a"))
    fetched = world.fetch("http://a.test/a")
    assert kind(fetched) is Kind.LOOP
    assert len(world.server.seen) == 2


def test_a_chain_as_long_as_allowed_is_followed_and_no_longer_one(world: World) -> None:
    def next_one(talk: Talk) -> bytes:
        at = int(talk.request.path[1:])
        return say() if at == 0 else moved(f"/{at - 1}")

    world.play("*", next_one)
    assert kind(world.fetch("http://a.test/20")) is None
    assert len(world.server.seen) == 21
    fetched = world.fetch("http://a.test/21")
    assert kind(fetched) is Kind.TOO_MANY_HOPS
    assert len(world.server.seen) == 21 + 21
    assert kind(world.fetch("http://a.test/3", replace(LIMITS, most_hops=2))) is Kind.TOO_MANY_HOPS


def test_a_cookie_breaks_a_circle_on_its_own_host(world: World) -> None:
    def door(talk: Talk) -> bytes:
        known = talk.request.headers.get("cookie") == "seen=yes"
        return say() if known else say(302, b"", location="/a", set_cookie="seen=yes; Path=/; HttpOnly")

    world.play("/a", door)
    fetched = world.fetch("http://a.test/a")
    assert kind(fetched) is None
    assert fetched.chain == ("http://a.test/a", "http://a.test/a")


def test_cookies_go_to_no_other_host_and_to_no_other_address(world: World) -> None:
    world.play("/a", say(302, b"", location="http://b.test/b", set_cookie="word=secret"))
    world.play("/b", say())
    world.check("http://a.test/a", "http://a.test/b")
    assert all("cookie" not in request.headers for request in world.server.seen)


@pytest.mark.parametrize("told", ["", "=x", "a b=c", "x=" + "y" * 5000, "x=\x01", "ключ=слово"])
def test_cookies_that_are_none_are_left_out(world: World, told: str) -> None:
    world.play("/a", say(302, b"", location="/b", set_cookie=told))
    world.play("/b", say())
    assert kind(world.fetch("http://a.test/a")) is None
    assert not world.server.seen[-1].headers.get("cookie", "").strip(" x=")


def test_a_page_that_sends_its_reader_on_is_a_hop(world: World) -> None:
    page = b'<html><head><meta http-equiv="refresh" content="0; url=/b"></head></html>'
    world.play("/a", say(body=page))
    world.play("/b", say())
    fetched = world.fetch("http://a.test/a")
    assert fetched.chain == ("http://a.test/a", "http://a.test/b")
    assert fetched.answers[0].refreshed
    assert fetched.answers[0].location == "http://a.test/b"


def test_a_page_that_is_gone_sends_nobody_on(world: World) -> None:
    page = b'<html><head><meta http-equiv="refresh" content="0; url=/b"></head></html>'
    world.play("/a", say(404, page))
    assert world.fetch("http://a.test/a").chain == ("http://a.test/a",)


def test_a_redirect_whose_body_never_comes_is_followed(world: World) -> None:
    def half(talk: Talk) -> None:
        talk.send(say(302, b"", location="/b", content_length="1000"))
        talk.wait(20)

    world.play("/a", half)
    world.play("/b", say())
    assert kind(world.fetch("http://a.test/a")) is None


def test_all_hops_together_have_one_time(world: World) -> None:
    def slow(talk: Talk) -> bytes:
        talk.wait(0.4)
        return moved(talk.request.path + "x")

    world.play("*", slow)
    fetched = world.fetch("http://a.test/a", replace(LIMITS, whole_seconds=1.0))
    assert kind(fetched) is Kind.TIMEOUT
    assert 1 <= len(fetched.answers) <= 3
