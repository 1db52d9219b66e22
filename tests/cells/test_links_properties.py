"""What holds for the links of any text: places, order, time; and the links of the real report."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.link_scan import scan
from courtcomms.cells.links import read_links
from courtcomms.model import Anchor, Column

PIECES_OF_ADDRESSES = (
    "https:// http:/ www. court.gov.ua a.ua / - ? = & . , ( ) « » суд Новини pres- centr/news/123/ @ https : "
    "\\ %D0 x 1 https://web.archive.org/web/2021/ [ ] www.b.ua … – .html ftp:// укр 📎"
)
SIGNS = ["\n", " ", "\u00a0", "\u00ad", "\u200b", "\0", "\ud800"]
PIECES = st.sampled_from([*PIECES_OF_ADDRESSES.split(), *SIGNS])
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_each_link_is_where_it_says(text: str) -> None:
    links = read_links(text)
    for link in links:
        assert text[link.start : link.end] == link.text != ""
        assert not link.text[0].isspace()
        assert not link.text[-1].isspace()
    for earlier, later in pairwise(links):
        assert earlier.end <= later.start


TRACES = ". / // : :a ; \\ data: file:x ftp:y http https htp суд-.укр a_.рф м.Київ 13.08.2021 x.xn--p1ai"


@settings(max_examples=400, deadline=None)
@given(st.one_of(TEXTS, st.lists(st.sampled_from([*TRACES.split(), *SIGNS]), max_size=12).map("".join)))
def test_nothing_that_the_scanner_finds_is_passed_over(text: str) -> None:
    assert read_links(text) == tuple(scan(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.text(max_size=6), st.text(max_size=12)), max_size=4))
def test_anchors_of_any_kind_keep_the_places_right(text: str, pairs: list[tuple[str, str]]) -> None:
    anchors = [Anchor(Column.MEDIA, shown, target) for shown, target in pairs]
    anchors += [
        Anchor(Column.MEDIA, text[2:9], "https://x.ua"),
        Anchor(Column.MEDIA, text[5:7], "https://y.ua"),
    ]
    links = read_links(text, anchors)
    for link in links:
        assert text[link.start : link.end] == link.text
    for earlier, later in pairwise(links):
        assert earlier.end <= later.start


HOSTS = st.sampled_from(["court.gov.ua", "ing.dp.court.gov.ua", "x.com", "суд.укр", "1kr.ua", "site.info"])
PATHS = st.lists(st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}[a-z0-9]", fullmatch=True), max_size=4).map("/".join)


@settings(max_examples=200, deadline=None)
@given(
    HOSTS,
    PATHS,
    st.sampled_from(["{}", "див. {}.", "({})", "«{}»", "1) {};", "слово:{}, слово", "{}\n\nслово"]),
)
def test_a_plain_address_survives_its_surroundings(host: str, path: str, around: str) -> None:
    address = f"https://{host}/{path}"
    assert [link.target for link in read_links(around.format(address))] == [address]


@settings(max_examples=200, deadline=None)
@given(HOSTS, PATHS, HOSTS, PATHS)
def test_two_glued_addresses_come_apart(host: str, path: str, other: str, way: str) -> None:
    first, second = f"https://{host}/{path}", f"https://{other}/{way}"
    assert [link.target for link in read_links(first + second)] == [first, second]


HOSTILE = [
    "https://a.ua/)",
    "http://",
    "a.",
    "a",
    "www.a.ua",
    "=http://a.ua)",
    "a.ua/(А",
    "https://web.archive.org/web/2021/https://",
    "https://a.ua/-\na/b/\n",
    "a.ua,",
    "https://a.ua.\nb.",
    "https://a.ua/[(",
    "https://a.ua/xwww.b.ua/",
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    """A reader that grows faster than its text does not come back from this within the timeout."""
    text = unit * (500_000 // len(unit))
    assert all(text[link.start : link.end] == link.text for link in read_links(text))


@pytest.mark.timeout(60)
def test_a_megabyte_is_read() -> None:
    text = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1051137/ та текст\n" * 14_000
    assert len(read_links(text)) == 14_000


def test_the_real_reports_links_are_all_found(shared_data: Path) -> None:
    report = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    found = 0
    for row in report["rows"]:
        for cell in row["cells"]:
            links = read_links(cell["text"])
            assert Counter(link.target for link in links) == Counter(link["target"] for link in cell["links"])
            assert all(link.flaw is None for link in links)
            found += len(links)
    assert found == 22
