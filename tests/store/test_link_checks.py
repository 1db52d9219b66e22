"""The history of addresses: remembered across reports, bounded, outside of the undo record."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.model import LinkCheck, Severity, Verdict
from courtcomms.store import Register, link_checks

URL = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1210753/"
START = dt.datetime(2026, 9, 12, 8, 30, tzinfo=dt.UTC)
SEVERITIES = {Verdict.WORKS: Severity.OK, Verdict.MOVED: Severity.HINT, Verdict.TEMPORARY: Severity.WARN}


def look(day=0, verdict=Verdict.WORKS, url=URL, **more):
    """A look at an address, so many days after the start."""
    severity = SEVERITIES.get(verdict, Severity.ERROR)
    return LinkCheck(url, verdict, severity, f"Причина: {verdict}.", START + dt.timedelta(days=day), **more)


def told(register, url=URL):
    """The verdicts that are remembered, with their days since the start."""
    checks = register.link_checks([url]).get(url, ())
    return [(check.verdict, (check.checked_at - START).days) for check in checks]


def test_a_look_comes_back_as_it_was(register):
    full = look(
        verdict=Verdict.MOVED,
        http=200,
        final_url="https://court.gov.ua/нове",
        chain=(URL, "https://court.gov.ua/нове"),
        title="Новини суду <b>",
        repair="https://court.gov.ua/нове",
    )
    bare = look(1, Verdict.NO_HOST, url="https://nemaie.ua/")
    register.add_link_checks([full, bare])
    assert register.link_checks([URL, bare.url, "https://a.ua/"]) == {URL: (full,), bare.url: (bare,)}
    assert full.hops == 1


def test_looks_come_oldest_first_however_they_were_told(register):
    register.add_link_checks([look(3, Verdict.GONE), look(1)])
    register.add_link_checks([look(2, Verdict.TEMPORARY)])
    assert told(register) == [(Verdict.WORKS, 1), (Verdict.TEMPORARY, 2), (Verdict.GONE, 3)]


def test_what_was_not_asked_is_no_look(register):
    register.add_link_checks([look(verdict=Verdict.NOT_ASKED)])
    register.add_link_checks([])
    assert register.link_checks([URL]) == {}


def test_history_is_bounded_and_still_tells_since_when_an_address_is_bad(register):
    """«Не відповідає з …» after a hundred bad looks."""
    register.add_link_checks([look(0), look(1), look(2)])
    for day in range(3, 103):
        register.add_link_checks([look(day, Verdict.GONE)])
    days = [day for _verdict, day in told(register)]
    assert days == [2, 3, *range(103 - link_checks.NEWEST, 103)]


def test_a_busy_day_does_not_push_out_the_others(register):
    """Whoever presses the button again and again on one day keeps what was seen on other days."""
    register.add_link_checks([look(day, Verdict.GONE) for day in (0, 4, 9)])
    again = [
        replace(look(10, Verdict.GONE), checked_at=START + dt.timedelta(days=10, minutes=minute))
        for minute in range(60)
    ]
    for check in again:
        register.add_link_checks([check])
    kept = register.link_checks([URL])[URL]
    assert {(check.checked_at - START).days for check in kept} == {0, 4, 9, 10}
    assert kept[-1] == again[-1]
    assert len(kept) <= link_checks.NEWEST + 4


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(sorted(SEVERITIES)), st.integers(0, 60)), max_size=90))
def test_whatever_was_seen_the_newest_the_last_good_and_the_first_bad_stay(register_of, looks):
    with register_of() as register:
        checks = [look(day, verdict) for verdict, day in looks]
        for check in checks:
            register.add_link_checks([check])
        kept = register.link_checks([URL]).get(URL, ())
        ordered = sorted(checks, key=lambda check: check.checked_at)
        assert len(kept) <= link_checks.NEWEST + len(Verdict)
        if ordered:
            assert kept[-1].checked_at == ordered[-1].checked_at
        good = [check for check in ordered if check.good]
        if good:
            assert good[-1] in kept
            assert [check for check in kept if check.good][-1] == good[-1]


@pytest.fixture(scope="module")
def register_of(tmp_path_factory):
    """A new register each time."""
    return lambda: Register.open(tmp_path_factory.mktemp("register") / "register.sqlite3")


def test_thousands_of_addresses_at_once(register):
    checks = [look(url=f"https://a.ua/{number}") for number in range(1_234)]
    register.add_link_checks(checks)
    found = register.link_checks([check.url for check in checks])
    assert [found[check.url] for check in checks] == [(check,) for check in checks]


def test_a_confirmation_tells_who_and_when_and_can_be_taken_back(register):
    before = dt.datetime.now(dt.UTC)
    word = register.confirm_link(URL)
    assert (word.url, word.who) == (URL, "Олена")
    assert before <= word.confirmed_at <= dt.datetime.now(dt.UTC)
    assert register.confirmations([URL, "https://a.ua/"]) == {URL: word}
    newer = register.confirm_link(URL)
    assert register.confirmations([URL]) == {URL: newer}
    register.take_back_confirmation(URL)
    register.take_back_confirmation(URL)
    assert register.confirmations([URL]) == {}


def test_what_was_seen_is_no_step_and_makes_no_row_older(register, add):
    """Nothing for undo; whoever edits a row meanwhile meets no conflict."""
    event = add(site_links=URL)
    (before,) = register.events([event])
    steps = register.history(event)
    register.add_link_checks([look()])
    register.confirm_link(URL)
    assert register.history(event) == steps
    assert register.events([event]) == (before,)
    assert register.integrity() == ()


def test_what_was_seen_survives_closing_and_undo(register, add, file):
    entered = register.add_event(1, register.events([add(site_links=URL)])[0].cells)
    register.add_link_checks([look()])
    register.revert(entered.step_id)
    register.close()
    with Register.open(file) as again:
        assert told(again) == [(Verdict.WORKS, 0)]
