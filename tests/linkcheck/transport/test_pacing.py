"""How many requests a host sees at one time, and what is said of how long it will take."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from courtcomms.linkcheck.checker import HostPace
from courtcomms.linkcheck.pacing import Job, Pacer, Turns
from courtcomms.model import Verdict
from courtcomms.progress import Progress
from tests.linkcheck.transport.worlds import LIMITS, Talk, World, say


def slowly(talk: Talk) -> bytes:
    talk.wait(0.02)
    return say()


def test_a_host_sees_two_at_a_time_and_connections_are_used_again(world: World) -> None:
    world.play("*", slowly)
    urls = [f"http://{host}.test/{n}" for host in "abc" for n in range(20)]
    assert {check.verdict for check in world.check(*urls).values()} == {Verdict.WORKS}
    assert world.server.peak == {"a.test": 2, "b.test": 2, "c.test": 2}
    assert world.server.connections <= 3 * 4


def test_all_courts_are_one_host(world: World) -> None:
    together: Counter[str] = Counter()
    peaks: list[int] = []

    def play(talk: Talk) -> bytes:
        together["now"] += 1
        peaks.append(together["now"])
        talk.wait(0.03)
        together["now"] -= 1
        return say()

    world.play("*", play)
    names = ("court.gov.ua", "www.court.gov.ua", "ing.dp.court.gov.ua", "zp.court.gov.ua")
    world.names |= {name: [("127.0.0.1", world.server.port)] for name in names}
    urls = [f"http://{name}/{n}" for name in names for n in range(4)]
    world.check(*urls, guard=lambda host, ip: True)
    assert len(peaks) >= len(urls)
    assert max(peaks) <= 2


def test_all_together_are_no_more_than_allowed(world: World) -> None:
    running: Counter[str] = Counter()
    peaks: list[int] = []

    def play(talk: Talk) -> bytes:
        running["now"] += 1
        peaks.append(running["now"])
        talk.wait(0.02)
        running["now"] -= 1
        return say()

    world.play("*", play)
    world.check(*(f"http://h{n}.test/" for n in range(30)), settings=replace(LIMITS, at_once=5))
    assert max(peaks) <= 5
    assert len(peaks) == 30


def test_redirects_wait_for_a_turn_at_the_host_to_which_they_lead(world: World) -> None:
    world.play("*", lambda talk: say(302, b"", location="http://busy.test/" + talk.request.host))
    for n in range(12):
        world.play(f"busy.test/from{n}.test", slowly)
    told = world.check(*(f"http://from{n}.test/" for n in range(12)))
    assert len(told) == 12
    assert world.server.peak["busy.test"] <= 2


def test_a_waiting_try_holds_no_turn(world: World) -> None:
    """While one address waits for its second try, the others of its host are asked."""
    order: list[str] = []

    def play(talk: Talk) -> bytes:
        order.append(talk.request.path)
        return say(500) if talk.request.path == "/sick" and order.count("/sick") < 2 else say()

    world.play("*", play)
    urls = ["http://a.test/sick", *(f"http://a.test/{n}" for n in range(5))]
    told = world.check(*urls, settings=replace(LIMITS, per_host=1), first_delay=0.5)
    assert {check.verdict for check in told.values()} == {Verdict.WORKS}
    assert order[0] == order[-1] == "/sick"


def test_each_address_is_asked_once_however_it_is_written(world: World) -> None:
    world.play("*", say())
    told = world.check("http://a.test/x", "HTTP://A.TEST:80/x#part", "http://a.test/./x", "http://a.test/x")
    assert list(told) == ["http://a.test/x"]
    assert world.server.asked("/x") == 1
    assert (world.runs[0].asked, world.runs[0].told) == (1, 1)


def test_the_pace_is_told_for_each_host(world: World) -> None:
    world.play("*", slowly)
    told: list[tuple[HostPace, ...]] = []
    seen: list[tuple[int, int]] = []
    urls = [f"http://a.test/{n}" for n in range(40)] + ["http://b.test/", "file:///x"]

    def pace(paces: Sequence[HostPace]) -> None:
        told.append(tuple(paces))

    checker = world.checker()
    checker.check(
        urls, lambda check: None, progress=Progress(lambda done, all: seen.append((done, all))), pace=pace
    )
    assert len(told) >= 3
    middle = {pace.host: pace for pace in told[1]}
    busy = middle["a.test"]
    assert busy.limit == 2
    assert busy.waiting + busy.running + busy.done == 40
    assert 0 < busy.running <= 2
    assert 0 < busy.seconds_left < 60
    assert told[1][0] is busy
    assert {pace.host: (pace.done, pace.waiting, pace.seconds_left) for pace in told[-1]} == {
        "a.test": (40, 0, 0.0),
        "b.test": (1, 0, 0.0),
    }
    assert seen[0] == (0, 42)
    assert seen[-1] == (42, 42)
    assert seen == sorted(seen)


def test_nothing_to_ask_is_done_at_once(world: World) -> None:
    assert world.check() == {}
    assert (world.runs[0].asked, world.runs[0].told, world.runs[0].no_network) == (0, 0, False)


def order_of_turns(per_host: int, at_once: int, jobs: list[Job]) -> list[str]:
    """Who begins, one after the other, where every address takes as long as the others."""

    async def run() -> list[str]:
        begun: list[str] = []
        tasks = []

        async def work(job: Job) -> None:
            async with Turns(pacer, job.key).at(job.key):
                await asyncio.sleep(0.001)
            pacer.finished(job.key)

        def start(job: Job) -> None:
            begun.append(job.url)
            tasks.append(asyncio.ensure_future(work(job)))

        pacer = Pacer(per_host, at_once, start)
        pacer.add(jobs)
        while len(begun) < len(jobs):
            await asyncio.sleep(0.001)
        await asyncio.gather(*tasks)
        assert all(pace.waiting == pace.running == 0 for pace in pacer.paces())
        return begun

    return asyncio.run(run())


def test_the_longest_line_comes_first_and_nobody_is_left_out() -> None:
    jobs = [Job(f"{host}{n}", host) for host, count in (("short", 2), ("long", 30)) for n in range(count)]
    begun = order_of_turns(1, 1, jobs)
    assert sorted(begun) == sorted(job.url for job in jobs)
    assert [url for url in begun if url.startswith("long")] == [f"long{n}" for n in range(30)]
    assert begun[:20] == [f"long{n}" for n in range(20)]


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_many_hosts_all_come_to_an_end(at_once: int) -> None:
    jobs = [Job(f"{n}", f"host{n % 17}") for n in range(200)]
    assert sorted(order_of_turns(2, at_once, jobs)) == sorted(job.url for job in jobs)


def test_a_turn_that_is_waited_for_no_longer_is_given_to_the_next() -> None:
    async def run() -> None:
        pacer = Pacer(1, 5, lambda job: None)
        first = Turns(pacer)
        second = asyncio.ensure_future(pacer.enter("a"))
        await second
        waits = asyncio.ensure_future(pacer.enter("a"))
        after = asyncio.ensure_future(pacer.enter("a"))
        await asyncio.sleep(0)
        waits.cancel()
        pacer.leave("a", 0.1)
        await asyncio.wait_for(after, 5)
        pacer.leave("a", 0.1)
        async with first.at("a"):
            assert pacer.paces()[0].running == 1

    asyncio.run(run())


def test_a_turn_given_at_the_moment_it_is_given_up_is_not_lost() -> None:
    async def run() -> None:
        pacer = Pacer(1, 5, lambda job: None)
        await pacer.enter("a")
        waits = asyncio.ensure_future(pacer.enter("a"))
        await asyncio.sleep(0)
        pacer.leave("a", 0.0)
        waits.cancel()
        await asyncio.gather(waits, return_exceptions=True)
        await asyncio.wait_for(pacer.enter("a"), 5)

    asyncio.run(run())
