"""What holds for the links of any cell: nothing raises, a repair mends its finding and nothing else."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import Q3, event, found

from courtcomms.cells.links import read_links
from courtcomms.model import Anchor, Column, Court, CourtName, Finding
from courtcomms.review import repaired, review

COURT = Court(1, (CourtName("Суд", "Суду"),), "https://ing.dp.court.gov.ua/sud0416/")
LINKS = [
    "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1151118/",
    "http://www.ing.dp.court.gov.ua/sud0416/pres-centr/news/1151118",
    "https://court.gov.ua/press/news/766537/",
    "https://www.facebook.com/x?fbclid=1&id=2#y",
    "https://m.facebook.com/x?id=2",
    "https://cutt.ly/6jcghde",
    "http://court.gov.ua/?utm_source=a",
    "https://c0urt.gov.ua/x",
    "https://сourt.gov.ua/x",
    "https://xn--ourt-k6d.gov.ua/x",
    "https://суд.укp/x",
    "https://u:p@a.ua/x",
    "https://evil.com\\@court.gov.ua",
    "https://court.gov.ua\\x",
    "https://a..ua/x",
    "https://[::1]/",
    "http://127.1/",
    "https://①②⑦.1/x",
    "https://a.ua/x%20",
    "https://a.ua/%zz",
    "https://a.ua/x\u00ady",
    "www.b.ua/1",
    "ftp://c.ua/x",
    "1kr.ua – https://1kr.ua/news-1.html",
    "https://court.gov,ua/x",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fb.ua%2F1",
    "https://",
]
BETWEEN = ["", " ", "\n", ", ", "; ", "\n\n", "та ", ";", " (", ")", "»", "Сайт: ", "1) ", ".\n"]
CELLS = st.lists(st.tuples(st.sampled_from(BETWEEN), st.sampled_from(LINKS)), max_size=5).map(
    lambda parts: "".join(sign + link for sign, link in parts)
)
TEXTS = st.one_of(CELLS, st.text(max_size=40))


def targets(text: str, apart_from: Finding) -> Counter[str]:
    """The addresses of a text outside a finding's place."""
    return Counter(
        link.target
        for link in read_links(text)
        if link.end <= apart_from.start or link.start >= apart_from.end
    )


@settings(max_examples=120, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(LINKS))
def test_any_cells_can_be_reviewed_and_every_place_is_in_its_cell(site: str, media: str, target: str) -> None:
    anchors = [Anchor(Column.SITE_LINKS, site[:12], target)] if site[:12].strip() else []
    rows = [event(id=place, site_links=site, media=media, anchors=anchors) for place in (1, 2)]
    for finding in review(rows, Q3, court=COURT):
        text = site if finding.column is Column.SITE_LINKS else media
        if finding.column in {Column.SITE_LINKS, Column.MEDIA}:
            assert 0 <= finding.start <= finding.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(CELLS)
def test_a_repair_mends_its_finding_and_leaves_other_addresses_alone(text: str) -> None:
    findings = [finding for finding in found(site_links=text) if finding.code.startswith("link_")]
    for finding in findings:
        if finding.repair is None or finding.code in {"link_glued", "link_twice"}:
            continue
        assert finding.start <= finding.repair.start <= finding.repair.end <= finding.end
        changed = repaired(text, [finding.repair])
        again = [each.code for each in found(site_links=changed)]
        assert again.count(finding.code) < [each.code for each in findings].count(finding.code)
        assert targets(text, finding) <= Counter(link.target for link in read_links(changed))


@settings(max_examples=200, deadline=None)
@given(CELLS)
def test_repairing_all_comes_to_an_end(text: str) -> None:
    for _ in range(12):
        repairs = [finding.repair for finding in found(site_links=text) if finding.repair is not None]
        if not repairs:
            break
        text = repaired(text, repairs)
    assert not any(finding.repair for finding in found(site_links=text) if finding.code.startswith("link_"))


@pytest.mark.parametrize(
    "text",
    [
        "https://a.ua/1 " * 2_000,
        "https://cutt.ly/x\n" * 2_000,
        "https:" * 6_000,
        "https://[" * 4_000,
        "http://c0urt.gov.ua/?fbclid=1 " * 1_000,
    ],
)
def test_many_links_take_no_longer_than_their_number(text: str) -> None:
    """A rule that compared every link with every other would outlast the test's time limit."""
    assert review([event(site_links=text, media=text)], Q3, court=COURT) is not None
