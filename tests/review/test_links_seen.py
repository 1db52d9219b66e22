"""What a look at a link's page found becomes a finding, with the new address where it is certain."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from rows import of_cells

from courtcomms.linkcheck.standing import status_of
from courtcomms.model import (
    Anchor,
    Cells,
    Column,
    Confirmation,
    Finding,
    LinkCheck,
    LinkStatus,
    Severity,
    Verdict,
)
from courtcomms.review import RULE_TITLES, repaired, review
from courtcomms.review.links_seen import CODES

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
URL = "https://ing.dp.court.gov.ua/sud0416/news/1/"
NEW = "https://ing.dp.court.gov.ua/sud0416/press/1/"


def status(verdict: Verdict, severity: Severity, repair: str = "", url: str = URL) -> LinkStatus:
    check = LinkCheck(url, verdict, severity, f"Речення про {verdict.value}.", NOW, repair=repair)
    return LinkStatus(severity, check.reason, check)


def found(text: str, known: dict[str, LinkStatus], anchors: tuple[Anchor, ...] = ()) -> list[Finding]:
    cells = Cells(title="Лекція", site_links=text, anchors=anchors)
    told = review([of_cells(cells)], None, statuses=known)
    return [one for one in told if one.code in CODES.values()]


@pytest.mark.parametrize("verdict", sorted(CODES, key=list(Verdict).index))
def test_what_a_look_found_is_a_finding_with_a_title(verdict: Verdict) -> None:
    (one,) = found(URL, {URL: status(verdict, Severity.WARN)})
    assert one.code == CODES[verdict]
    assert one.code in RULE_TITLES
    assert (one.severity, one.column) == (Severity.WARN, Column.SITE_LINKS)
    assert (one.message, one.excerpt) == (f"Речення про {verdict.value}.", URL)


def test_every_verdict_is_told_but_the_one_that_says_nothing() -> None:
    assert set(Verdict) - set(CODES) == {Verdict.NOT_ASKED}


def test_a_page_that_is_there_is_no_finding() -> None:
    assert found(URL, {URL: status(Verdict.WORKS, Severity.OK)}) == []
    assert found(URL, {}) == []


def test_a_failure_that_is_likely_to_pass_is_no_finding() -> None:
    assert found(URL, {URL: status(Verdict.TEMPORARY, Severity.HINT)}) == []


def test_a_moved_page_is_mended_in_its_place() -> None:
    text = f"сайт: {URL}\nі ще https://example.org/1"
    (one,) = found(text, {URL: status(Verdict.MOVED, Severity.HINT, NEW)})
    assert (one.code, one.severity) == ("link_moved", Severity.HINT)
    assert one.repair is not None
    assert repaired(text, [one.repair]) == f"сайт: {NEW}\nі ще https://example.org/1"


def test_a_page_that_also_has_https_is_a_piece_of_advice() -> None:
    old = "http://visti.example.ua/1"
    (one,) = found(old, {old: status(Verdict.WORKS, Severity.OK, "https://visti.example.ua/1", old)})
    assert (one.code, one.severity) == ("link_https", Severity.HINT)
    assert one.repair is not None
    assert repaired(old, [one.repair]) == "https://visti.example.ua/1"


def test_https_is_advised_once_where_the_rules_know_the_site() -> None:
    old, new = "http://ing.dp.court.gov.ua/sud0416/1/", "https://ing.dp.court.gov.ua/sud0416/1/"
    known = {old: status(Verdict.WORKS, Severity.OK, new, old)}
    told = review([of_cells(Cells(title="Лекція", site_links=old))], None, statuses=known)
    advised = [one for one in told if one.repair is not None and repaired(old, [one.repair]) == new]
    assert [one.code for one in advised] == ["link_http"]


def test_another_fragment_is_the_same_page() -> None:
    (one,) = found(f"{URL}#photo", {URL: status(Verdict.GONE, Severity.ERROR)})
    assert one.code == "link_gone"
    assert one.excerpt == f"{URL}#photo"


def test_the_words_of_an_anchor_are_not_replaced_by_an_address() -> None:
    anchor = Anchor(Column.SITE_LINKS, "Новина", URL)
    (one,) = found("Новина", {URL: status(Verdict.MOVED, Severity.HINT, NEW)}, (anchor,))
    assert one.repair is None
    assert one.excerpt == "Новина"


def test_what_a_person_confirmed_is_told_no_more() -> None:
    blocked = LinkCheck(URL, Verdict.BLOCKED, Severity.WARN, "Не пускає.", NOW)
    word = Confirmation(URL, "О. Коваль", NOW)
    assert [one.code for one in found(URL, {URL: status_of([blocked], None, NOW)})] == ["link_look_yourself"]
    assert found(URL, {URL: status_of([blocked], word, NOW)}) == []


def test_a_hidden_finding_of_a_link_stays_hidden() -> None:
    known = {URL: status(Verdict.GONE, Severity.ERROR)}
    event = of_cells(Cells(title="Лекція", site_links=URL))
    (one,) = [one for one in review([event], None, statuses=known) if one.code == "link_gone"]
    left = review([event], None, statuses=known, dismissed=[one.dismissal])
    assert one not in left
    assert len(left) == len(review([event], None, statuses=known)) - 1


def test_a_shortener_is_told_once_and_stays_a_warning() -> None:
    short = "https://cutt.ly/6jcghde"

    def told(known: dict[str, LinkStatus]) -> list[Finding]:
        cells = Cells(title="Лекція", site_links=short)
        return [one for one in review([of_cells(cells)], None, statuses=known) if one.excerpt == short]

    assert [one.code for one in told({})] == ["link_shortener"]
    (one,) = told({short: status(Verdict.MOVED, Severity.HINT, NEW, short)})
    assert (one.code, one.severity) == ("link_moved", Severity.WARN)
    assert one.repair is not None
    assert one.repair.replacement == NEW
