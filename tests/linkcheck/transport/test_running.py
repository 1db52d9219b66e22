"""A check as a whole: in any thread, stopped at any moment, whatever breaks inside it."""

import asyncio
import gc
import logging
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from courtcomms.linkcheck import asking, hops
from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.model import LinkCheck, Verdict
from courtcomms.progress import Cancelled, Progress
from tests.linkcheck.transport.worlds import LIMITS, Server, Talk, World, say, until


def silent(talk: Talk) -> None:
    talk.wait(30)


def half(talk: Talk) -> None:
    talk.send(say(body=b"x" * 100, content_length="100000"))
    talk.wait(30)


@pytest.mark.parametrize("player", [silent, half])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_check_that_is_not_wanted_any_more_ends_at_once(
    world: World, tls: Server, scheme: str, player: object, caplog: pytest.LogCaptureFixture
) -> None:
    """What was told stays told; nothing is left behind that anybody would warn of."""
    world.play("*", player)
    tls.players["*"] = player  # type: ignore[assignment]
    world.play("/good", say())
    stop = threading.Event()
    told: list[LinkCheck] = []
    host = "good.test" if scheme == "https" else "a.test"
    urls = ["http://quick.test/good", *(f"{scheme}://{host}/{n}" for n in range(30))]
    asked: list[float] = []

    def work() -> None:
        with pytest.raises(Cancelled):
            world.checker().check(urls, told.append, progress=Progress(None, stop.is_set))
        asked.append(time.monotonic())

    thread = threading.Thread(target=work)
    before = threading.active_count()
    thread.start()
    until(lambda: len(told) == 1 and len(world.server.seen) + len(tls.seen) >= 3)
    stopped = time.monotonic()
    stop.set()
    thread.join(10)
    assert asked
    assert asked[0] - stopped < 1.5
    assert [check.verdict for check in told] == [Verdict.WORKS]
    assert threading.active_count() <= before + 40
    gc.collect()
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_stopping_while_names_are_looked_up_does_not_wait_for_them(world: World) -> None:
    silence = threading.Event()
    stop = threading.Event()

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        stop.set()
        silence.wait(20)
        return []

    started = time.monotonic()
    with pytest.raises(Cancelled):
        world.checker(resolve=resolve).check(
            ["http://a.test/"], lambda check: None, progress=Progress(None, stop.is_set)
        )
    assert time.monotonic() - started < 3
    silence.set()


def test_what_is_not_wanted_from_the_beginning_is_not_begun(world: World) -> None:
    with pytest.raises(Cancelled):
        world.checker().check(["http://a.test/"], lambda check: None, progress=Progress(None, lambda: True))
    assert world.server.connections == 0


def test_whoever_is_told_may_fail_and_hears_of_it(world: World) -> None:
    class DiskIsFullError(Exception):
        pass

    def tell(check: LinkCheck) -> None:
        raise DiskIsFullError

    world.play("*", say())
    with pytest.raises(DiskIsFullError):
        world.checker().check(["http://a.test/", "http://b.test/"], tell)


def test_several_checks_run_beside_each_other_in_threads(world: World) -> None:
    world.play("*", say())
    results: list[dict[str, LinkCheck]] = []
    threads = [
        threading.Thread(
            target=lambda: results.append(world.check(*(f"http://a.test/{n}" for n in range(5))))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [len(result) for result in results] == [5] * 4


def test_one_checker_checks_again_and_again(world: World) -> None:
    world.play("*", say())
    checker = world.checker()
    for _ in range(3):
        told: list[LinkCheck] = []
        assert checker.check(["http://a.test/"], told.append).told == 1
        assert checker.fetch("http://a.test/").failure is None
    gc.collect()


def test_it_works_inside_a_thread_that_has_a_loop_of_its_own(world: World) -> None:
    world.play("*", say())

    async def main() -> dict[str, LinkCheck]:
        return await asyncio.to_thread(world.check, "http://a.test/")

    assert asyncio.run(main())["http://a.test/"].verdict is Verdict.WORKS


def test_an_address_that_breaks_the_program_is_told_and_logged(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def explode(answer: Answer) -> str:
        if "bomb" in answer.url:
            raise RecursionError("a page too deep")
        return ""

    monkeypatch.setattr(hops.pages, "refresh_target", explode)
    world.play("*", say())
    told = world.check("http://a.test/bomb", "http://a.test/good")
    assert told["http://a.test/bomb"].verdict is Verdict.BROKEN_ANSWER
    assert told["http://a.test/good"].verdict is Verdict.WORKS
    assert any("unforeseen" in record.getMessage() for record in caplog.records)
    fetched = world.fetch("http://a.test/bomb")
    assert fetched.failure is not None
    assert fetched.failure.kind is Kind.GARBAGE


def test_a_judgement_that_fails_is_told_and_logged(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = asking.judge

    def judge(fetched: Fetched, now: object) -> LinkCheck:
        if fetched.failure is None:
            raise ZeroDivisionError
        return real(fetched, now)  # type: ignore[arg-type]

    monkeypatch.setattr(asking, "judge", judge)
    world.play("*", say())
    assert world.check("http://a.test/")["http://a.test/"].verdict is Verdict.BROKEN_ANSWER
    assert any("could not be judged" in record.getMessage() for record in caplog.records)


def test_texts_that_are_no_addresses_are_told_as_not_asked(world: World) -> None:
    texts = ["", "слово", "file:///etc/passwd", "javascript:alert(1)", "http://", "mailto:a@b.ua", "\ud800"]
    told = world.check(*texts)
    assert set(told) == set(texts)
    assert {check.verdict for check in told.values()} == {Verdict.NOT_ASKED}
    assert world.server.connections == 0


def test_what_a_host_says_of_made_up_addresses_is_asked_once_a_folder(world: World) -> None:
    """Pages with little to read are compared with one that cannot exist."""
    shell = say(body=b"<html><title>News</title><body><p>Some words</p></body></html>")
    world.play("*", shell)
    world.server.has_everything = True
    told = world.check(*(f"http://a.test/news/{n}" for n in range(6)), settings=replace(LIMITS, per_host=2))
    assert {check.verdict for check in told.values()} == {Verdict.SAYS_NOT_FOUND}
    assert len(world.server.seen) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signal to a thread")
def test_a_key_that_interrupts_the_program_interrupts_the_check(world: World) -> None:
    """Ctrl+C on the command line, which checks in its main thread."""
    program = f"""
import signal, threading
from courtcomms.linkcheck.checker import LinkChecker
main = threading.main_thread().ident
threading.Timer(0.5, signal.pthread_kill, (main, signal.SIGINT)).start()
try:
    LinkChecker(
        resolve=lambda host, port: [("127.0.0.1", {world.server.port})],
        guard=lambda host, ip: True,
        proxy_for=lambda url: None,
    ).check(["http://a.test/"], print)
except KeyboardInterrupt:
    print("interrupted")
"""
    world.play("*", silent)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=15,
    )
    assert (done.stdout.strip(), done.stderr) == ("interrupted", "")
