"""What the window knows of addresses: asked once and together, kept within bounds, renewed by a check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fake_register import FakeRegister
from hands import settle
from looks import ALL, FINE, GONE, LOOKS, MOVED, UNSEEN, WALLED, look

from courtcomms.errors import CourtcommsError
from courtcomms.model import Confirmation, LinkStatus, Severity, Verdict
from ui.links import statuses as module
from ui.links.statuses import LinkStatuses
from ui.parts import Parts

Make = Callable[..., Parts]


@pytest.fixture(autouse=True)
def ask_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SOON", 0)


@pytest.fixture
def parts(make_parts: Make, fake: FakeRegister) -> Parts:
    fake.looks.update(LOOKS)
    parts = make_parts(fake)
    parts.service.open()
    settle()
    fake.calls.clear()
    return parts


def known(statuses: LinkStatuses, target: str) -> LinkStatus:
    """What is known after the register has answered."""
    statuses.of(target)
    settle()
    status = statuses.of(target)
    assert status is not None
    return status


def test_what_is_known_comes_a_moment_later(parts: Parts) -> None:
    told: list[frozenset[str]] = []
    parts.links.changed.connect(told.append)
    assert parts.links.of(GONE) is None
    assert known(parts.links, GONE).verdict is Verdict.GONE
    assert told == [frozenset({GONE})]


def test_addresses_that_come_into_sight_together_are_one_question(parts: Parts, fake: FakeRegister) -> None:
    for target in ALL.split():
        parts.links.of(target)
    settle()
    assert fake.calls == ["link_checks"]
    assert [bool(parts.links.of(target)) for target in ALL.split()] == [True, True, True, True, False]
    settle()
    assert fake.calls == ["link_checks"]


def test_a_fragment_and_another_spelling_are_the_same_page(parts: Parts) -> None:
    known(parts.links, GONE)
    assert parts.links.of(f"{GONE}#photo") is parts.links.of(
        GONE.upper().replace("/SUD0416/NEWS", "/sud0416/news")
    )


def test_what_is_no_address_is_never_asked_for(parts: Parts, fake: FakeRegister) -> None:
    assert parts.links.of("mailto:inbox@example.org") is None
    assert parts.links.of("не адреса") is None
    settle()
    assert fake.calls == []


def test_a_fresh_look_is_told_before_the_register_has_it(parts: Parts, fake: FakeRegister) -> None:
    known(parts.links, FINE)
    told: list[frozenset[str]] = []
    parts.links.changed.connect(told.append)
    later = datetime.now(UTC) + timedelta(seconds=1)
    gone = replace(look(FINE, Verdict.GONE, Severity.ERROR, 404), checked_at=later)
    parts.links.learn([gone])
    settle()
    assert known(parts.links, FINE).verdict is Verdict.GONE
    assert told == [frozenset({FINE})]
    fake.looks[FINE] = (*fake.looks[FINE], gone)
    parts.links.renew([FINE])
    settle()
    assert told == [frozenset({FINE})]


def test_a_confirmation_is_seen_once_it_is_told_of(parts: Parts, fake: FakeRegister) -> None:
    assert known(parts.links, WALLED).severity is Severity.WARN
    fake.confirmed[WALLED] = Confirmation(WALLED, "О. Коваль", datetime.now(UTC))
    parts.links.renew([WALLED])
    settle()
    assert known(parts.links, WALLED).severity is Severity.OK


def test_another_register_knows_other_things(parts: Parts, fake: FakeRegister) -> None:
    known(parts.links, GONE)
    fake.looks.clear()
    parts.service.open()
    settle()
    assert parts.links.of(GONE) is None
    settle()
    assert parts.links.of(GONE) is None


def test_an_answer_of_the_register_before_is_not_believed(parts: Parts) -> None:
    parts.links.of(GONE)
    parts.links.forget()
    settle()
    assert parts.links.known(GONE) is None


def test_only_so_many_are_kept(parts: Parts, fake: FakeRegister, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 3)
    for target in (FINE, GONE, MOVED, WALLED, UNSEEN):
        known_now = parts.links.of(target)
        settle()
        assert known_now is None
    assert parts.links.known(FINE) is None
    assert parts.links.known(WALLED) is not None
    fake.calls.clear()
    assert known(parts.links, FINE).verdict is Verdict.WORKS
    assert fake.calls == ["link_checks"]


def test_a_register_that_cannot_answer_is_not_asked_again_and_again(
    parts: Parts, fake: FakeRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def refuse(_urls: object) -> None:
        asked.append(1)
        raise CourtcommsError("Реєстр зайнятий.")

    monkeypatch.setattr(fake, "link_checks", refuse)
    for _ in range(3):
        assert parts.links.of(GONE) is None
        settle()
    assert asked == [1]
