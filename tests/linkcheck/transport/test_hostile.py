"""Servers that mean harm, or are broken: bounded time and memory, and a name for what is wrong."""

import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from courtcomms.linkcheck.answers import FailureKind as Kind
from courtcomms.model import Verdict
from tests.linkcheck.transport.worlds import LIMITS, PAGE, Player, Talk, World, say

SHORT = replace(LIMITS, whole_seconds=1.0)


def zeros(talk: Talk) -> None:
    """A gibibyte packed into a mebibyte, as long as anybody takes it."""
    packer = zlib.compressobj(9, wbits=31)
    talk.send(say(body=b"", content_encoding="gzip", content_length=""))
    for _ in range(1024):
        talk.send(packer.compress(bytes(1 << 20)))


def endless(talk: Talk) -> None:
    talk.send(say(body=b"", content_length=""))
    while True:
        talk.send(PAGE)


def endless_chunks(talk: Talk) -> None:
    talk.send(say(body=b"", content_length="", transfer_encoding="chunked"))
    while True:
        talk.send(b"1000\r\n" + b"x" * 4096 + b"\r\n")


@pytest.mark.parametrize("player", [zeros, endless, endless_chunks])
def test_no_more_is_taken_than_wanted(world: World, player: Player) -> None:
    world.play("/a", player)
    last = world.fetch("http://a.test/a").last
    assert last is not None
    assert len(last.body) == LIMITS.body_bytes
    assert not last.whole


def dripping(talk: Talk) -> None:
    talk.send(say(body=b"", content_length="100000"))
    while not talk.over.wait(0.1):
        talk.send(b"x")


def dripping_headers(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\n")
    while not talk.over.wait(0.1):
        talk.send(b"X: y\r\n")


def silent(talk: Talk) -> None:
    talk.wait(30)


def empty_chunks(talk: Talk) -> None:
    """Packed blocks with nothing in them: much comes, nothing is seen."""
    talk.send(say(body=b"", content_encoding="deflate", content_length=""))
    talk.send(b"\x78\x9c")
    while not talk.over.wait(0.01):
        talk.send(b"\x00\x00\x00\xff\xff")


@pytest.mark.parametrize("player", [dripping, dripping_headers, silent, empty_chunks])
def test_what_does_not_come_in_time_is_told(world: World, player: Player) -> None:
    world.play("/a", player)
    failure = world.fetch("http://a.test/a", SHORT).failure
    assert failure is not None
    assert failure.kind is Kind.TIMEOUT


def test_a_page_that_can_be_seen_counts_though_its_end_does_not_come(world: World) -> None:
    def slow(talk: Talk) -> None:
        talk.send(say(body=PAGE * 3, content_length="100000"))
        talk.wait(30)

    world.play("/a", slow)
    last = world.fetch("http://a.test/a", SHORT).last
    assert last is not None
    assert last.body == PAGE * 3
    assert not last.whole


def reset(talk: Talk) -> None:
    talk.reset()


def goes_away(talk: Talk) -> None:
    return None


def cut_before_body(talk: Talk) -> None:
    talk.send(say(body=b"", content_length="1000"))


@pytest.mark.parametrize(
    ("player", "expected"),
    [
        (reset, Kind.RESET),
        (goes_away, Kind.RESET),
        (cut_before_body, Kind.RESET),
        (b"SSH-2.0-OpenSSH_9.6\r\n" * 3, Kind.GARBAGE),
        (b"HTTP/1.1 two hundred\r\n\r\n", Kind.GARBAGE),
        (b"\x00\xff" * 500 + b"\r\n\r\n", Kind.GARBAGE),
        (b"HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\n", Kind.GARBAGE),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * (1 << 20) + b"\r\n\r\n", Kind.HEADERS),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200_000 + b"\r\n", Kind.HEADERS),
        (
            b"HTTP/1.1 200 OK\r\n"
            + b"".join(b"X%d: %s\r\n" % (n, b"y" * 2000) for n in range(100))
            + b"\r\n",
            Kind.HEADERS,
        ),
        (say(body=b"not packed at all", content_encoding="gzip"), Kind.GARBAGE),
    ],
)
def test_broken_answers_have_names(world: World, player: bytes | Player, expected: Kind) -> None:
    world.play("/a", player)
    failure = world.fetch("http://a.test/a").failure
    assert failure is not None
    assert failure.kind is expected
    assert failure.url == "http://a.test/a"


def packed(level: int) -> Callable[[bytes], bytes]:
    def pack(data: bytes) -> bytes:
        packer = zlib.compressobj(9, wbits=level)
        return packer.compress(data) + packer.flush()

    return pack


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("gzip", lambda data: gzip.compress(data[:100]) + gzip.compress(data[100:])),
        ("gzip", lambda data: gzip.compress(data) + bytes(20)),
        ("deflate", packed(15)),
        ("deflate", packed(-15)),
        ("identity", bytes),
        ("none", bytes),
    ],
)
def test_packed_bodies_are_unpacked(world: World, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    world.play("/a", say(body=pack(PAGE), content_encoding=encoding))
    last = world.fetch("http://a.test/a").last
    assert last is not None
    assert (last.body, last.whole) == (PAGE, True)


def test_a_packed_body_that_ends_early_is_kept_as_far_as_it_came(world: World) -> None:
    world.play("/a", say(body=gzip.compress(PAGE)[:-20], content_encoding="gzip"))
    last = world.fetch("http://a.test/a").last
    assert last is not None
    assert PAGE.startswith(last.body)
    assert last.body
    assert not last.whole


def test_an_encoding_that_nobody_asked_for_is_an_answer_without_a_body(world: World) -> None:
    world.play("/a", say(body=b"\x0b\x02\x80", content_encoding="br"))
    last = world.fetch("http://a.test/a").last
    assert last is not None
    assert (last.status, last.body, last.whole) == (200, b"", False)


def test_a_body_shorter_than_promised_counts_as_far_as_it_came(world: World) -> None:
    def cut(talk: Talk) -> None:
        talk.send(say(body=PAGE, content_length="99999"))

    world.play("/a", cut)
    last = world.fetch("http://a.test/a").last
    assert last is not None
    assert (last.body, last.whole) == (PAGE, False)


def test_the_whole_zoo_is_told_and_harms_nobody_else(world: World) -> None:
    zoo = {
        "zeros": zeros,
        "endless": endless,
        "drip": dripping,
        "silent": silent,
        "reset": reset,
        "away": goes_away,
    }
    for name, player in zoo.items():
        world.play(f"/{name}", player)
    world.play("/long", b"HTTP/1.1 200 OK\r\nX: " + b"y" * (1 << 20) + b"\r\n\r\n")
    world.play("/good", say())
    urls = [f"http://{name}.test/{name}" for name in (*zoo, "long")]
    told = world.check(*urls, "http://a.test/good", settings=replace(SHORT, tries=1))
    assert set(told) == {*urls, "http://a.test/good"}
    assert told["http://a.test/good"].verdict is Verdict.WORKS
    assert told["http://silent.test/silent"].verdict is Verdict.TEMPORARY
    assert told["http://long.test/long"].verdict is Verdict.BROKEN_ANSWER
