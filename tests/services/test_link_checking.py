"""A check that remembers its answers as they come, whatever ends it."""

import pytest
from link_looks import look

from courtcomms.linkcheck.answers import FailureKind
from courtcomms.linkcheck.checker import CheckRun
from courtcomms.linkcheck.settings import DEFAULT
from courtcomms.progress import Cancelled, Progress
from courtcomms.services import link_checking
from courtcomms.services.link_checking import check_links, no_network

URLS = [f"https://a.ua/{number}" for number in range(45)]


class Asked:
    """A checker that has each answer at once; ``between`` is called before each."""

    def __init__(self, between=lambda _number: None):
        self._between = between

    def check(self, urls, tell, *, progress, pace):
        for number, url in enumerate(urls):
            self._between(number)
            progress.tell(number, len(urls))
            tell(look(url))
        return CheckRun(len(urls), len(urls), False, 0.1)


@pytest.fixture
def kept(register):
    """How many addresses the register knows."""
    return lambda: len(register.link_checks(URLS))


def test_all_answers_are_told_and_remembered(register, kept):
    told = []
    run = check_links(URLS, DEFAULT, told.append, register=register, checker=Asked())
    assert (run.told, kept()) == (45, 45)
    assert [check.url for check in told] == URLS


def test_without_a_register_nothing_is_remembered(kept):
    told = []
    check_links(URLS, DEFAULT, told.append, checker=Asked())
    assert (len(told), kept()) == (45, 0)


def test_answers_are_written_in_portions_while_the_check_goes_on(register, kept):
    seen = []
    check_links(
        URLS, DEFAULT, lambda _: None, register=register, checker=Asked(lambda _: seen.append(kept()))
    )
    assert set(seen) == {0, 20, 40}


def test_what_is_held_for_long_is_written_while_a_slow_host_is_waited_for(register, kept, monkeypatch):
    monkeypatch.setattr(link_checking, "_SECONDS", 0.0)
    seen = []
    check_links(
        URLS[:5], DEFAULT, lambda _: None, register=register, checker=Asked(lambda _: seen.append(kept()))
    )
    assert seen == [0, 0, 1, 2, 3]


@pytest.mark.parametrize("end", [Cancelled, KeyboardInterrupt, OSError])
def test_whatever_ends_it_what_was_told_stays(register, kept, end):
    def stop(number):
        if number == 7:
            raise end

    told = []
    with pytest.raises(end):
        check_links(URLS, DEFAULT, told.append, register=register, checker=Asked(stop))
    assert len(told) == kept() == 7


def test_the_watcher_hears_and_stops_it(register, kept):
    heard = []
    progress = Progress(lambda done, total: heard.append((done, total)), lambda: len(heard) == 3)
    with pytest.raises(Cancelled):
        check_links(URLS, DEFAULT, lambda _: None, register=register, progress=progress, checker=Asked())
    assert heard == [(0, 45), (1, 45), (2, 45)]
    assert kept() == 3


def test_an_obstacle_is_one_sentence():
    cut = CheckRun(60, 0, True, 0.1, FailureKind.UNREACHABLE)
    proxy = CheckRun(60, 0, True, 0.1, FailureKind.PROXY)
    assert "інтернет" in no_network(cut)
    assert "Проксі" in no_network(proxy)
