"""Connections that are kept, and answers that are remembered: neither without bounds."""

import asyncio

import pytest

from courtcomms.linkcheck import beside
from courtcomms.linkcheck.address import Address, read_address
from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.bodies import Body
from courtcomms.linkcheck.pacing import Pacer, Turns
from courtcomms.linkcheck.settings import DEFAULT
from courtcomms.linkcheck.tools import Kept, origin_of


def address(url: str) -> Address:
    read = read_address(url)
    assert read is not None
    return read


def test_connections_are_kept_while_more_is_to_come() -> None:
    kept, page = Kept(), address("http://a.test/")
    assert not kept.wants(page)
    for _ in range(2):
        kept.expect(origin_of(page))
    kept.begun(origin_of(page))
    assert kept.wants(page)
    assert not kept.wants(address("https://a.test/"))
    kept.begun(origin_of(page))
    assert not kept.wants(page)


def test_not_too_many_hosts_are_kept_at_one_time() -> None:
    kept = Kept()
    pages = [address(f"http://h{n}.test/") for n in range(150)]
    for page in pages:
        kept.expect(origin_of(page))
    assert sum(kept.wants(page) for page in pages) == 100
    kept.begun(origin_of(pages[0]))
    assert kept.wants(pages[149])
    assert sum(kept.wants(page) for page in pages) == 100


class Following:
    """Answers everything at once, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def follow(self, url: str, turns: Turns, body_bytes: int) -> Fetched:
        self.asked.append(url)
        await asyncio.sleep(0)
        return Fetched(url, (Answer(url, 404),))


def test_made_up_addresses_are_asked_once_and_forgotten_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "made_up_address", lambda fetched: fetched.url.rpartition("/")[0] + "/none")
    following = Following()

    async def run() -> None:
        one = beside.Beside(following, Pacer(1, 1, lambda job: None), DEFAULT)  # type: ignore[arg-type]
        first = [one.with_made_up(Fetched(f"http://a.test/news/{n}")) for n in range(5)]
        for fetched in await asyncio.gather(*first):
            assert fetched.made_up is not None
            assert fetched.made_up.url == "http://a.test/news/none"
        assert len(following.asked) == 1
        for n in range(200):
            await one.with_made_up(Fetched(f"http://a.test/{n}/x"))
        assert len(following.asked) == 201
        await one.with_made_up(Fetched("http://a.test/199/y"))
        assert len(following.asked) == 201
        await one.with_made_up(Fetched("http://a.test/news/9"))
        assert len(following.asked) == 202
        await one.close()

    asyncio.run(run())


@pytest.mark.parametrize("encoding", ["", "gzip", "deflate", "br"])
def test_a_body_takes_no_more_than_its_limit_however_it_is_fed(encoding: str) -> None:
    body = Body(encoding, 1000)
    for _ in range(100):
        body.feed(bytes(range(256)))
    assert len(body) <= 1000
    assert body.full
