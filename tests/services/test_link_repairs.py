"""Mends of links: from what was seen, from the rules; one step, the texts as they are now."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from link_looks import NEWS, NOW, Q3, SITE, look

from courtcomms.cells.links import read_links
from courtcomms.linkcheck.settings import DEFAULT
from courtcomms.model import Anchor, Column, Verdict
from courtcomms.services.links import repair_edits, repairs_of, report_links
from courtcomms.store import CellEdit

NEW = f"{SITE}new/place/"
SHORT, WHERE = "https://cutt.ly/abc", "https://gazeta.com.ua/2021/10/08/novyna.html"


@pytest.fixture
def repairs(register, court):
    def found():
        return repairs_of(register, report_links(register, court, Q3, DEFAULT, NOW))

    return found


@pytest.fixture
def mend(register, repairs):
    """Make all mends; what was done and left out."""

    def make():
        made = repair_edits(register, repairs())
        return register.set_cells(made.edits, label=made.label), made

    return make


def site(register, event):
    return register.events([event])[0].cells.site_links


def moved(url, to):
    return look(url, Verdict.MOVED, repair=to, final_url=to, chain=(url, to))


def test_a_page_that_moved_gets_its_new_address_everywhere_in_one_step(register, add, mend):
    first = add(site=f"Новина: {NEWS}, і ще {NEWS}")
    second = add(site=NEWS)
    register.add_link_checks([moved(NEWS, NEW)])
    changes, made = mend()
    assert site(register, first) == f"Новина: {NEW}, і ще {NEW}"
    assert site(register, second) == NEW
    assert (len(made.done), made.left_out, len(made.edits)) == (3, (), 2)
    assert changes.label == "Виправлення посилань: 3"
    register.revert(changes.step_id)
    assert site(register, first) == f"Новина: {NEWS}, і ще {NEWS}"


def test_the_place_on_the_page_is_carried_along_as_a_browser_does(register, add, mend):
    event = add(site=f"{NEWS}#photo")
    register.add_link_checks([moved(NEWS, NEW)])
    mend()
    assert site(register, event) == f"{NEW}#photo"


def test_what_a_shortener_leads_to(register, add, repairs, mend):
    event = add(media=f"Газета – {SHORT}")
    assert repairs() == ()
    register.add_link_checks([look(SHORT, repair=WHERE, final_url=WHERE, chain=(SHORT, WHERE))])
    (repair,) = repairs()
    assert (repair.before, repair.after, repair.url) == (SHORT, WHERE, SHORT)
    assert repair.why
    mend()
    assert register.events([event])[0].cells.media == f"Газета – {WHERE}"


def test_the_rules_own_mends(register, add, mend):
    event = add(site="court.gov.ua/a\nhttps://соurt.gov.ua/b")
    _, made = mend()
    assert site(register, event) == "https://court.gov.ua/a\nhttps://court.gov.ua/b"
    assert [(one.before, one.hidden) for one in made.done] == [
        ("court.gov.ua/a", False),
        ("https://соurt.gov.ua/b", False),
    ]


def test_the_words_over_a_hidden_target_stay_and_only_the_target_changes(register, add, mend):
    event = add(site=f"Новина суду, а також {NEWS}", hidden=[("суду", NEWS)])
    register.add_link_checks([moved(NEWS, NEW)])
    changes, made = mend()
    cells = register.events([event])[0].cells
    assert cells.site_links == f"Новина суду, а також {NEW}"
    assert cells.anchors == (Anchor(Column.SITE_LINKS, "суду", NEW),)
    assert [one.hidden for one in made.done] == [True, False]
    register.revert(changes.step_id)
    cells = register.events([event])[0].cells
    assert cells.anchors == (Anchor(Column.SITE_LINKS, "суду", NEWS),)
    assert cells.site_links == f"Новина суду, а також {NEWS}"


def test_of_two_like_words_only_the_one_that_leads_there(register, add, mend):
    event = add(site="тут і тут", hidden=[("тут", "https://a.ua/"), ("тут", NEWS)])
    register.add_link_checks([moved(NEWS, NEW)])
    mend()
    anchors = register.events([event])[0].cells.anchors
    assert [anchor.target for anchor in anchors] == ["https://a.ua/", NEW]


def test_an_anchor_of_another_column_is_left_alone(register, add, mend):
    event = add(site="тут", hidden=[("тут", NEWS)], media="там")
    (now,) = register.events([event])
    other = (Anchor(Column.MEDIA, "там", "https://b.ua/"),)
    register.set_cells([CellEdit(event, Column.MEDIA, "там", now.version, other)])
    register.add_link_checks([moved(NEWS, NEW)])
    mend()
    anchors = {anchor.column: anchor.target for anchor in register.events([event])[0].cells.anchors}
    assert anchors == {Column.SITE_LINKS: NEW, Column.MEDIA: "https://b.ua/"}


def test_words_that_are_the_address_themselves_are_mended_with_it(register, add, mend):
    """What the reader sees and where it leads must not come apart."""
    event = add(site=f"Ось {NEWS}", hidden=[(NEWS, NEWS)])
    register.add_link_checks([moved(NEWS, NEW)])
    mend()
    cells = register.events([event])[0].cells
    assert cells.site_links == f"Ось {NEW}"
    assert [link.target for link in read_links(cells.site_links, cells.anchors)] == [NEW]


def test_a_text_that_changed_meanwhile_is_left_out_and_told(register, add, repairs):
    stays, changed, trashed = add(site=NEWS), add(site=NEWS), add(site=NEWS)
    register.add_link_checks([moved(NEWS, NEW)])
    wanted = repairs()
    (now,) = register.events([changed])
    register.set_cell(changed, Column.SITE_LINKS, f"Оновлено: {NEWS}", version=now.version)
    register.trash_events([trashed])
    made = repair_edits(register, wanted)
    assert [edit.event_id for edit in made.edits] == [stays]
    assert {one.event_id for one in made.left_out} == {changed, trashed}
    register.set_cells(made.edits)
    assert site(register, changed) == f"Оновлено: {NEWS}"


def test_another_cell_changed_meanwhile_is_no_hindrance(register, add, repairs):
    event = add(site=NEWS)
    register.add_link_checks([moved(NEWS, NEW)])
    wanted = repairs()
    (now,) = register.events([event])
    register.set_cell(event, Column.TITLE, "Інша назва", version=now.version)
    made = repair_edits(register, wanted)
    register.set_cells(made.edits)
    assert site(register, event) == NEW


def test_a_hidden_target_changed_meanwhile_is_left_out(register, add, repairs):
    event = add(site="тут", hidden=[("тут", NEWS)])
    register.add_link_checks([moved(NEWS, NEW)])
    wanted = repairs()
    (now,) = register.events([event])
    later = (Anchor(Column.SITE_LINKS, "тут", "https://later.ua/"),)
    register.set_cells([CellEdit(event, Column.SITE_LINKS, "тут", now.version, later)])
    made = repair_edits(register, wanted)
    assert (made.edits, made.left_out) == ((), wanted)


def test_a_cell_that_would_not_read_as_meant_is_left_as_it_is(register, add, repairs):
    """An address with blanks would fall apart in a text: nothing is done by halves."""
    event = add(site=f"{NEWS} і https://a.ua/")
    register.add_link_checks([moved(NEWS, f"{SITE}нова адреса з пробілами")])
    made = repair_edits(register, repairs())
    assert made.edits == ()
    assert len(made.left_out) == 1
    assert site(register, event) == f"{NEWS} і https://a.ua/"


def test_two_mends_of_one_place_only_the_first(register, add, repairs):
    event = add(site=NEWS)
    register.add_link_checks([moved(NEWS, NEW)])
    (one,) = repairs()
    made = repair_edits(register, [one, replace(one, after="https://other.ua/"), one])
    assert [repair.after for repair in made.left_out] == ["https://other.ua/"]
    register.set_cells(made.edits)
    assert site(register, event) == NEW


def test_what_a_person_confirmed_keeps_its_address(register, add, repairs):
    add(site=NEWS)
    register.add_link_checks([look(NEWS, Verdict.REDIRECTED, days=1, repair=NEW)])
    assert len(repairs()) == 1
    register.confirm_link(NEWS)
    assert repairs() == ()


def test_a_good_look_later_takes_the_mend_back(register, add, repairs):
    add(site=NEWS)
    register.add_link_checks([look(NEWS, Verdict.MOVED, days=3, repair=NEW), look(NEWS)])
    assert repairs() == ()


def test_an_address_that_stands_twice_in_a_cell_stays_once_in_one_step(register, add, mend):
    event = add(site=f"{NEWS}\n\n{NEWS}\n\nhttps://gazeta.com.ua/1")
    changes, made = mend()
    assert site(register, event) == f"{NEWS}\n\nhttps://gazeta.com.ua/1"
    assert [(one.after, one.removes, one.target) for one in made.done] == [("", True, NEWS)]
    register.revert(changes.step_id)
    assert site(register, event).count(NEWS) == 2


def test_of_a_page_that_moved_and_stands_twice_one_new_address_stays(register, add, mend):
    event = add(site=f"{NEWS}\n{NEWS}\n{SHORT}")
    register.add_link_checks([moved(NEWS, NEW), look(SHORT, repair=WHERE)])
    _changes, made = mend()
    assert site(register, event) == f"{NEW}\n{WHERE}"
    assert made.left_out == ()


def test_what_says_something_between_the_two_is_not_taken_away(register, add, repairs):
    add(site=f"{NEWS} та відео {NEWS}")
    assert repairs() == ()


_SEPARATORS = " \t\n,;."
_PIECES = st.sampled_from(
    [
        NEWS,
        SHORT,
        "https://a.ua/x",
        "court.gov.ua/q",
        " ",
        "\n",
        ", ",
        "тут",
        "Новина (",
        ")",
        "; ",
        ". ",
        "«",
        "»",
    ]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PIECES, max_size=8), st.booleans())
def test_whatever_the_cell_no_word_is_lost_and_other_links_stay(register, add, repairs, pieces, hide):
    text = "".join(pieces)
    hidden = [("тут", NEWS)] if hide else []
    event = add(site=text, hidden=hidden)
    register.add_link_checks([moved(NEWS, NEW), look(SHORT, repair=WHERE)])
    made = repair_edits(register, [one for one in repairs() if one.event_id == event])
    if made.edits:
        register.set_cells(made.edits)
    before = read_links(text, [Anchor(Column.SITE_LINKS, *pair) for pair in hidden])
    cells = register.events([event])[0].cells
    after = read_links(cells.site_links, cells.anchors)
    gone = [(one.start, one.end) for one in made.done if one.removes]
    kept = [link for link in before if not any(start <= link.start < end for start, end in gone)]
    assert len(kept) == len(before) - len(gone)
    assert {link.target for link in kept} == {link.target for link in before}, "the page is still named"
    done = {(one.start, one.end): one.after for one in made.done}
    assert [link.target for link in after] == [done.get((link.start, link.end), link.target) for link in kept]
    signs = _SEPARATORS if gone else ""
    assert _words(cells.site_links, after, signs) == _words(text, before, signs)
    register.trash_events([event])


def _words(text, links, signs=""):
    """The text without its addresses and without ``signs``; words over hidden targets stay."""
    for link in reversed(links):
        if link.text != "тут":
            text = text[: link.start] + text[link.end :]
    return "".join(letter for letter in text if letter not in signs)
