"""What the protocol of a check says of a report's links."""

import openpyxl
import pytest
from link_looks import NEWS, NOW, Q3, SITE, look

from courtcomms.linkcheck.settings import DEFAULT
from courtcomms.model import Verdict
from courtcomms.services.link_protocol import VERDICT_NAMES, protocol_of, save_protocol
from courtcomms.services.links import report_links
from courtcomms.store import EventQuery


@pytest.fixture
def protocol(register, court):
    def made(who="Олена"):
        links = report_links(register, court, Q3, DEFAULT, NOW)
        ids = register.event_ids(EventQuery(1, period=Q3))
        return protocol_of(court, Q3, links, {id_: number for number, id_ in enumerate(ids, 1)}, NOW, who)

    return made


def test_every_verdict_has_a_name():
    assert set(VERDICT_NAMES) == set(Verdict)
    assert len(set(VERDICT_NAMES.values())) == len(Verdict)


def test_it_names_court_period_who_and_how_many(register, add, protocol):
    add(site=f"{NEWS}\n{SITE}a/", media="ftp://a.ua/x")
    register.add_link_checks([look(NEWS)])
    made = protocol()
    assert made.court == "Інгулецький суд"
    assert made.lines[0] == "Звіт за ІІІ квартал 2021 року"
    assert made.lines[1].startswith("Складено 22.11.2026, ")
    assert made.lines[1].endswith("перевірку виконано користувачем: Олена")
    assert made.lines[2] == "Посилань: 3; хибних — 1, не перевірених — 1, справних — 1"
    assert "користувачем" not in protocol(who="").lines[1]


def test_a_row_tells_what_was_seen_and_where(register, add, protocol):
    first, new = f"{SITE}a/", f"{SITE}b/"
    add(site=f"{first} {first}", media=first, date="01.08.2021")
    add(site=first, date="02.08.2021")
    moved = look(first, Verdict.MOVED, http=200, final_url=new, chain=(first, new), title="Назва", repair=new)
    register.add_link_checks([moved])
    (row,) = protocol().rows
    assert row.where == "№\u00a01 (сайт, ЗМІ), № 2 (сайт)".replace("№ ", "№\u00a0")
    assert (row.http, row.hops, row.final_url, row.repair, row.title) == ("200", "1", new, new, "Назва")
    assert row.verdict.endswith(": перенесено назавжди")
    assert row.checked.startswith("22.11.2026, ")


def test_what_was_not_checked_and_what_was_confirmed_say_so(register, add, protocol):
    post = "https://www.facebook.com/court/posts/1"
    add(site=f"{NEWS}\n{post}")
    register.confirm_link(post)
    unchecked, confirmed = protocol().rows
    assert (unchecked.verdict, unchecked.checked, unchecked.http) == ("Не перевірено", "", "")
    assert confirmed.verdict.endswith(": підтверджено")
    assert "Олена" in confirmed.reason


def test_addresses_are_told_readably_and_clicked_as_they_are(add, protocol):
    cyrillic = "https://uk.wikipedia.org/wiki/%D0%A1%D1%83%D0%B4"
    add(media=cyrillic)
    (row,) = protocol().rows
    assert (row.url, row.target) == ("https://uk.wikipedia.org/wiki/Суд", cyrillic)


def test_it_is_written_with_what_is_known_now(register, court, add, tmp_path):
    add(site=NEWS)
    register.add_link_checks([look(NEWS, title="Новина")])
    save_protocol(register, court, Q3, tmp_path / "p.xlsx", who="Ігор")
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx").active
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert {NEWS, "Новина", "Інгулецький суд"} <= set(texts)
    assert any("Ігор" in str(text) for text in texts)
