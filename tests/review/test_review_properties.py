"""What holds for the findings of any text: places, repairs that mend one thing, addresses untouched."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import Q3, event, found

from courtcomms.cells.links import read_links
from courtcomms.cells.typography import INVISIBLE, visible
from courtcomms.model import Column, Finding
from courtcomms.review import repaired, review

PIECES = (
    'суд Дaта слово Facebook ІІI i a об"єкт 1) а) ( ) [ ] « » „ “ ” " , . ; : ! ? - – 2020 квартал у '
    "м.Кривий оновлюється.Інформація https://a.ua/1 www.b.ua та ftp://x zvit.docx inbox@court.gov.ua 25 "
    "осіб З0 № 13.08.2021"
)
SIGNS = [
    "\n",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\0",
    "\ud800",
    "\ue000",
    "\U0001f468",
]
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from([*PIECES.split(), *SIGNS]), max_size=20).map("".join)
)
WRITTEN = [column.value for column in Column if column is not Column.NUMBER]
#: Rules that look at nothing but signs of prose.
TYPING = {
    "blanks_double",
    "blanks_stray",
    "blank_missing",
    "invisible_signs",
    "mixed_letters",
    "bracket_open",
    "quote_open",
}
BLANKS = re.compile(r"[ \t\xa0]")


def targets(text: str, *, announced: bool = False) -> Counter[str]:
    """The addresses of a text; ``announced``: those that do not depend on the words around them."""
    return Counter(link.target for link in read_links(text) if not announced or link.text.startswith("http"))


def after(text: str, finding: Finding) -> str:
    assert finding.repair is not None
    return repaired(text, [finding.repair])


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(WRITTEN, TEXTS)))
def test_any_row_can_be_reviewed_and_every_place_is_in_its_cell(cells: dict[str, str]) -> None:
    row = event(**cells)
    for finding in review([row, event(id=2, **cells)], Q3):
        text = cells[finding.column.value]
        assert 0 <= finding.start <= finding.end <= len(text)
        if finding.repair is not None:
            assert 0 <= finding.repair.start <= finding.repair.end <= len(text)
            assert after(text, finding) != text


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_repair_of_typing_mends_its_finding_and_leaves_addresses_alone(text: str) -> None:
    findings = [finding for finding in found(goal=text) if finding.code in TYPING and finding.repair]
    for finding in findings:
        changed = after(text, finding)
        count, left = (
            sum(each.code == finding.code for each in found(goal=told)) for told in (text, changed)
        )
        assert left < count
        assert targets(text, announced=True) <= targets(changed)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_repair_changes_nothing_but_what_it_names(text: str) -> None:
    for finding in found(goal=text):
        if finding.repair is None:
            continue
        changed = after(text, finding)
        if finding.code.startswith("blank"):
            assert BLANKS.sub("", changed) == BLANKS.sub("", text)
        elif finding.code == "invisible_signs":
            assert visible(re.sub("[\x7f-\x9f]", "", changed)) == visible(re.sub("[\x7f-\x9f]", "", text))
        elif finding.code in {"mixed_letters", "quote_open", "bracket_open"}:
            assert 0 <= len(changed) - len(text) <= (finding.code != "mixed_letters")
            assert changed[: finding.repair.start] == text[: finding.repair.start]
            assert changed.endswith(text[finding.repair.end :])


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_repairs_of_links_keep_the_pages_meant(text: str) -> None:
    for finding in found(site_links=text):
        if finding.code.startswith("link_") and finding.repair is not None:
            changed = after(text, finding)
            if finding.code != "link_twice":
                assert {target.rstrip("/") for target in targets(text)} <= {
                    target.rstrip("/") for target in targets(changed)
                }
            again = [each for each in found(site_links=changed) if each.code == finding.code]
            assert len(again) < sum(each.code == finding.code for each in found(site_links=text))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "«" * 20_000 + "”" * 20_000,
        "а" * 40_000,
        " " * 40_000 + ",",
        "1" * 40_000 + "l",
        "аa" * 20_000,
        "І" * 40_000,
        "2020-" * 8_000,
        "a." * 20_000,
        "Закон " * 6_000 + "2020",
        INVISIBLE * 500,
        "користувачі" * 3_000,
    ],
)
def test_long_cells_take_no_longer_than_their_length(text: str) -> None:
    """A rule that tried every stretch of such a cell would outlast the test's time limit."""
    rows = [event(**dict.fromkeys(WRITTEN, text))]
    assert review(rows, Q3) is not None
