"""Pages that are only read: each once, at their hosts' pace, and no longer than they are wanted."""

import gc
import socket
import threading
import time
from dataclasses import replace

import pytest

from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.linkcheck.answers import Fetched
from courtcomms.progress import SILENT, Cancelled, Progress
from tests.linkcheck.transport.worlds import LIMITS, MADE_UP, Talk, World, say, until


def read(world: World, *urls: str, **how: object) -> dict[str, Fetched]:
    """What each address brought."""
    told: list[Fetched] = []
    assert world.checker(**how).fetch_each(urls, told.append) is None
    assert len({one.url for one in told}) == len(told)
    return {one.url: one for one in told}


def test_each_page_is_asked_once_however_it_is_written(world: World) -> None:
    world.play("*", say())
    found = read(world, "http://a.test/1", "HTTP://A.test/1#top", "http://a.test/2")
    assert sorted(found) == ["http://a.test/1", "http://a.test/2"]
    assert all(one.last is not None and one.last.status == 200 for one in found.values())
    assert len(world.server.seen) == 2
    assert not any(MADE_UP in request.path for request in world.server.seen), "nothing is asked beside them"


def test_failures_and_redirects_are_told_as_they_are(world: World) -> None:
    world.play("/moved", say(301, location="http://b.test/there"))
    world.play("/there", say())
    found = read(
        world, "http://a.test/moved", "http://a.test/none", "http://nowhere.example/", "http://10.0.0.1/"
    )
    moved = found["http://a.test/moved"].last
    assert moved is not None
    assert moved.url == "http://b.test/there"
    assert found["http://a.test/none"].answers[-1].status == 404
    failures = [found[url].failure for url in ("http://nowhere.example/", "http://10.0.0.1/")]
    assert [one and one.kind for one in failures] == [Kind.NO_HOST, Kind.PRIVATE]


def test_what_is_no_address_is_told_too(world: World) -> None:
    (found,) = read(world, "file:///etc/passwd").values()
    assert found.failure is not None
    assert found.failure.kind is Kind.SCHEME


def test_a_host_is_asked_at_its_pace(world: World) -> None:
    def slow(talk: Talk) -> bytes:
        talk.wait(0.02)
        return say()

    world.play("*", slow)
    urls = [f"http://{host}.test/{n}" for host in "ab" for n in range(8)]
    found = read(world, *urls, settings=replace(LIMITS, per_host=2))
    assert len(found) == 16
    assert max(world.server.peak.values()) <= 2


def test_no_network_is_told_once_and_nothing_else_is(world: World) -> None:
    world.names = {f"{n}.test": socket.gaierror(socket.EAI_AGAIN, "no name server") for n in "abc"}
    told: list[Fetched] = []
    checker = world.checker(online=lambda: False)
    obstacle = checker.fetch_each([f"http://{n}.test/" for n in "abc"], told.append)
    assert obstacle is Kind.NAME_SERVER
    assert told == []


def test_one_dead_host_among_living_ones_is_no_missing_network(world: World) -> None:
    world.play("*", say())
    told: list[Fetched] = []
    checker = world.checker(online=lambda: False)
    assert checker.fetch_each(["http://nowhere.example/", "http://a.test/"], told.append) is None
    assert len(told) == 2


def test_stopped_it_leaves_nothing_behind(world: World) -> None:
    world.play("*", lambda talk: talk.wait(30))
    world.play("/good", say())
    stop = threading.Event()
    told: list[Fetched] = []
    ended: list[float] = []

    def work() -> None:
        progress = Progress(None, stop.is_set)
        urls = ["http://quick.test/good", *(f"http://a.test/{n}" for n in range(9))]
        with pytest.raises(Cancelled):
            world.checker().fetch_each(urls, told.append, progress=progress)
        ended.append(time.monotonic())

    before = threading.active_count()
    thread = threading.Thread(target=work)
    thread.start()
    until(lambda: len(told) == 1 and len(world.server.seen) >= 3)
    stop.set()
    thread.join(10)
    assert ended
    assert [one.url for one in told] == ["http://quick.test/good"]
    for each in world.servers:
        each.close()
    gc.collect()
    assert threading.active_count() <= before


def test_nothing_to_read_is_done_at_once(world: World) -> None:
    steps: list[tuple[int, int]] = []
    assert (
        world.checker().fetch_each([], lambda _one: None, progress=Progress(lambda *at: steps.append(at)))
        is None
    )
    assert steps == [(0, 0)]
    assert world.checker().fetch_each([], lambda _one: None, progress=SILENT) is None
