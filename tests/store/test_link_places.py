"""Where addresses stand: in a report, in a submitted one, in the whole register."""

import datetime as dt

import pytest

from courtcomms.model import Anchor, Cells, Column, CourtName, LinkFlaw, LinkPlace
from courtcomms.period import Period
from courtcomms.progress import Cancelled, Progress
from courtcomms.store import CellEdit, EventQuery

Q3, Q4 = Period.quarter(2021, 3), Period.quarter(2021, 4)
NEWS = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1192115/"
PAPER = "https://gazeta.example.ua/1"


def targets(register, period=Q3):
    return [use.target for use in register.link_uses(1, period)]


def test_each_address_once_with_all_its_places(register, add):
    first = add(Q3, date="13.08.2021", site_links=f"Новина {NEWS}", media=PAPER)
    second = add(Q3, date="01.09.2021", site_links=f"{NEWS}\nhttps://a.ua/", media="-")
    news, paper, other = register.link_uses(1, Q3)
    assert news.target == NEWS
    assert news.places == (
        LinkPlace(first, Column.SITE_LINKS, 7, 7 + len(NEWS)),
        LinkPlace(second, Column.SITE_LINKS, 0, len(NEWS)),
    )
    assert news.days == (dt.date(2021, 8, 13), dt.date(2021, 9, 1))
    assert news.texts == (NEWS, NEWS)
    assert paper.places == (LinkPlace(first, Column.MEDIA, 0, len(PAPER)),)
    assert (other.target, other.flaw) == ("https://a.ua/", None)


def test_addresses_come_in_the_reports_order_site_before_media(register, add):
    add(Q3, media="https://b.ua/", site_links="https://a.ua/")
    third = add(Q3, site_links="https://c.ua/")
    assert targets(register) == ["https://a.ua/", "https://b.ua/", "https://c.ua/"]
    register.move_row(register.report(1, Q3).id, third, after=None)
    assert targets(register) == ["https://c.ua/", "https://a.ua/", "https://b.ua/"]


def test_a_report_has_the_links_of_events_that_appear_by_themselves_and_no_others(register, add):
    register.add_report(1, Q3)
    add(date="13.08.2021", site_links="https://by-itself.ua/")
    add(date="13.11.2021", site_links="https://other-quarter.ua/")
    out = add(Q3, site_links="https://taken-out.ua/")
    trashed = add(Q3, site_links="https://trashed.ua/")
    register.set_included(register.report(1, Q3).id, out, False)
    register.trash_events([trashed])
    assert targets(register) == ["https://by-itself.ua/"]
    whole = ["https://taken-out.ua/", "https://other-quarter.ua/", "https://by-itself.ua/"]
    assert targets(register, None) == whole
    assert targets(register, Q4) == ["https://other-quarter.ua/"]


def test_flaws_and_hidden_targets_are_told(register, add):
    add(Q3, site_links="court.gov.ua/a, ftp://files.ua/x")
    cells = Cells(site_links="Сторінка суду", anchors=(Anchor(Column.SITE_LINKS, "суду", NEWS),))
    hidden = register.add_event(1, cells, period=Q3).created[0]
    bare, files, news = register.link_uses(1, Q3)
    assert (bare.target, bare.flaw, bare.texts) == (
        "https://court.gov.ua/a",
        LinkFlaw.NO_SCHEME,
        ("court.gov.ua/a",),
    )
    assert files.flaw is LinkFlaw.OTHER_SCHEME
    assert (news.target, news.texts) == (NEWS, ("суду",))
    assert news.places == (LinkPlace(hidden, Column.SITE_LINKS, 9, 13),)


def test_of_a_submitted_report_the_links_as_sent(register, add):
    event = add(Q3, date="13.08.2021", site_links=NEWS, media=f"Газета – {PAPER}")
    report = register.report(1, Q3).id
    before = register.link_uses(1, Q3)
    register.submit(report, register.current_events(report), CourtName("Суд", "Суду"), {})
    (now,) = register.events([event])
    register.set_cell(event, Column.SITE_LINKS, "https://later.ua/", version=now.version)
    assert register.link_uses(1, Q3) == before
    assert targets(register, None) == ["https://later.ua/", PAPER]
    register.reopen(report)
    assert targets(register) == ["https://later.ua/", PAPER]


def test_of_a_report_that_is_not_there_and_of_another_court_nothing(register, add):
    add(Q3, site_links=NEWS)
    assert register.link_uses(1, Q4) == ()
    assert register.link_uses(2) == ()


def test_reading_all_can_be_stopped(register):
    rows = [Cells(site_links=f"https://a.ua/{number}") for number in range(30)]
    register.add_rows(1, None, rows, label="Багато")
    told = []
    assert len(register.link_uses(1, None, Progress(lambda done, total: told.append((done, total))))) == 30
    assert told
    with pytest.raises(Cancelled):
        register.link_uses(1, None, Progress(cancelled=lambda: True))
    assert len(register.event_ids(EventQuery(1))) == 30


def test_places_follow_every_change_of_the_text(register, add):
    event = add(Q3, site_links=f"Новина {NEWS}")
    (now,) = register.events([event])
    register.set_cells([CellEdit(event, Column.SITE_LINKS, f"Ось: {NEWS} і ще", now.version)])
    (use,) = register.link_uses(1, Q3)
    text = register.events([event])[0].cells.site_links
    (place,) = use.places
    assert text[place.start : place.end] == NEWS
