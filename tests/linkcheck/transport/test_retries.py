"""What may pass is tried again, within bounds; what the server asks for is heeded."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count

import pytest

from courtcomms.linkcheck.answers import Answer, Failure, Fetched
from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.retries import may_pass, retry_after, wait_before_again
from courtcomms.model import Verdict
from tests.linkcheck.transport.worlds import LIMITS, Player, Talk, World, say

URL = "http://a.test/"


def answered(status: int, **headers: str) -> Fetched:
    told = {name.replace("_", "-"): text for name, text in headers.items()}
    return Fetched(URL, (Answer(URL, status, told),))


def failed(kind: Kind) -> Fetched:
    return Fetched(URL, (), Failure(kind, URL))


def after(times: int, bad: bytes | Player, good: bytes = say()) -> Player:
    """Says something bad so many times, then something good."""
    left = count()

    def play(talk: Talk) -> bytes | None:
        if next(left) >= times:
            return good
        return bad if isinstance(bad, bytes) else bad(talk)

    return play


def reset(talk: Talk) -> None:
    talk.reset()


@pytest.mark.parametrize("bad", [say(429), say(500), say(502), say(503), say(504), reset])
def test_what_passes_is_told_as_well(world: World, bad: bytes | Player) -> None:
    world.play("/", after(2, bad))
    assert world.check(URL)[URL].verdict is Verdict.WORKS
    assert world.server.asked("/") == 3


@pytest.mark.parametrize("bad", [say(429), say(500), say(503)])
def test_what_does_not_pass_is_temporary_after_three_tries(world: World, bad: bytes | Player) -> None:
    world.play("/", after(99, bad))
    assert world.check(URL)[URL].verdict is Verdict.TEMPORARY
    assert world.server.asked("/") == 3


def test_a_host_that_breaks_off_every_time_is_temporary(world: World) -> None:
    """aiohttp asks a second time by itself, since a kept connection may have died: so up to twice a try."""
    world.play("/", reset)
    assert world.check(URL)[URL].verdict is Verdict.TEMPORARY
    assert 3 <= world.server.asked("/") <= 6


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501, 505])
def test_what_is_certain_is_asked_once(world: World, status: int) -> None:
    world.play("/", say(status))
    world.check(URL)
    assert world.server.asked("/") == 1


def test_a_day_to_wait_is_not_waited_for(world: World) -> None:
    for status in (429, 503):
        world.play(f"/{status}", say(status, retry_after="86400"))
    told = world.check(*(f"{URL}{status}" for status in (429, 503)))
    assert {check.verdict for check in told.values()} == {Verdict.TEMPORARY}
    assert len(world.server.seen) == 2


def test_a_host_that_asks_for_a_rest_gets_it(world: World) -> None:
    """While it rests none of its addresses is asked; afterwards all are."""

    def busy_once(talk: Talk) -> bytes:
        first = len(world.server.seen) == 1
        return say(429, retry_after="1") if first else say()

    world.play("*", busy_once)
    urls = [f"http://a.test/{n}" for n in range(10)]
    told = world.check(*urls, settings=replace(LIMITS, per_host=1))
    assert {check.verdict for check in told.values()} == {Verdict.WORKS}
    assert [request.path for request in world.server.seen].count("/0") == 2
    assert world.runs[0].seconds >= 1


def test_a_host_that_never_has_enough_rest_keeps_nobody_for_ever(world: World) -> None:
    world.play("*", say(429, retry_after="1"))
    told = world.check(
        *(f"http://a.test/{n}" for n in range(10)), settings=replace(LIMITS, retry_seconds=2.5)
    )
    assert {check.verdict for check in told.values()} == {Verdict.TEMPORARY}
    assert world.runs[0].seconds < 30


def wait(fetched: Fetched, tries: int = 1, spent: float = 0.0) -> float | None:
    return wait_before_again(fetched, tries, spent, LIMITS, 1.0)


def test_waits_double_and_differ() -> None:
    first = {wait(answered(500)) for _ in range(20)}
    second = {wait(answered(500), tries=2) for _ in range(20)}
    assert len(first) > 10
    assert all(each is not None and 0.75 <= each <= 1.25 for each in first)
    assert all(each is not None and 1.5 <= each <= 2.5 for each in second)


def test_waiting_is_bounded_by_tries_and_by_time() -> None:
    assert wait(answered(500), tries=3) is None
    assert wait(answered(500), spent=29.9) is None
    assert wait(answered(503, retry_after="31")) is None
    assert wait(answered(503, retry_after="20")) == 20
    assert wait(answered(503, retry_after="20"), spent=11) is None


@pytest.mark.parametrize("kind", list(Kind))
def test_only_some_failures_may_pass(kind: Kind) -> None:
    passing = {Kind.TIMEOUT, Kind.RESET, Kind.NAME_SERVER, Kind.UNREACHABLE}
    assert may_pass(failed(kind)) is (kind in passing)
    assert (wait(failed(kind)) is not None) is (kind in passing)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("-5", None),
        ("soon", None),
        ("1.5", None),
        ("", None),
        ("٣", None),
    ],
)
def test_seconds_are_read(told: str, expected: float | None) -> None:
    assert retry_after(Answer(URL, 503, {"retry-after": told})) == expected


def test_dates_are_read() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    past = format_datetime(datetime.now(UTC) - timedelta(days=1), usegmt=True)
    seconds = retry_after(Answer(URL, 429, {"retry-after": soon}))
    assert seconds is not None
    assert 80 <= seconds <= 91
    assert retry_after(Answer(URL, 429, {"retry-after": past})) == 0
    assert retry_after(Answer(URL, 429, {"retry-after": "Fri, 99 Foo 2026 10:00:00 GMT"})) is None


def test_only_busy_servers_say_when() -> None:
    assert retry_after(Answer(URL, 301, {"retry-after": "9"})) is None
    assert retry_after(Answer(URL, 500, {"retry-after": "9"})) is None
