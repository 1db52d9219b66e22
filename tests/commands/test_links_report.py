"""`links check --period`: the addresses of a report, told with their places and remembered."""

import datetime as dt

import openpyxl

from courtcomms.model import Anchor, Cells, Column, LinkCheck, Severity, Verdict
from courtcomms.store import Register

PERIOD = ("--period", "2026-Q3")


def remembered(data, url):
    with Register.open(data.database) as register:
        return [check.verdict for check in register.link_checks([url]).get(url, ())]


def test_a_reports_links_are_told_with_their_places_and_remembered(check, report, site, data, server):
    news = f"{site}/works/1"
    report(
        Cells(date="13.08.2026", site_links=f"Новина: {news}", media=f"{site}/gone/2"),
        Cells(
            date="14.08.2026",
            site_links=f"тут, {news}",
            anchors=(Anchor(Column.SITE_LINKS, "тут", f"{site}/works/3"),),
        ),
    )
    code, told, err = check(*PERIOD)
    assert err == ""
    assert told[news]["where"] == [{"row": 1, "column": "site_links"}, {"row": 2, "column": "site_links"}]
    assert told[f"{site}/gone/2"]["where"] == [{"row": 1, "column": "media"}]
    assert told[f"{site}/works/3"]["verdict"] == "works"
    assert code == (1 if told[f"{site}/gone/2"]["severity"] == "error" else 0)
    assert remembered(data, news) == [Verdict.WORKS]
    assert remembered(data, f"{site}/gone/2") == [Verdict.GONE]


def test_what_worked_lately_is_told_from_memory_unless_asked_again(check, report, site, data, server):
    news = f"{site}/works/1"
    report(Cells(date="13.08.2026", site_links=news))
    _, first, _ = check(*PERIOD)
    before = len(server.asked)
    _, second, _ = check()
    assert len(server.asked) == before
    assert second == first
    check("--again")
    assert server.asked.count("/works/1") == 2
    assert remembered(data, news) == [Verdict.WORKS, Verdict.WORKS]


def test_the_history_speaks_where_a_page_is_gone_for_long(check, report, site, data):
    gone = f"{site}/gone/1"
    report(Cells(date="13.08.2026", site_links=gone))
    now = dt.datetime.now(dt.UTC)
    with Register.open(data.database) as register:
        register.add_link_checks(
            [
                LinkCheck(gone, Verdict.WORKS, Severity.OK, "Так.", now - dt.timedelta(days=30)),
                LinkCheck(gone, Verdict.GONE, Severity.ERROR, "Ні.", now - dt.timedelta(days=20)),
            ]
        )
    code, told, _ = check(*PERIOD)
    assert (code, told[gone]["severity"]) == (1, "error")
    assert f"{(now - dt.timedelta(days=20)).astimezone():%d.%m}" in told[gone]["reason"]


def test_offline_a_report_is_judged_without_memory(check, report, site, server, data):
    gone = f"{site}/gone/1"
    report(Cells(date="13.08.2026", site_links=f"{gone}\nftp://files.ua/x"))
    check(*PERIOD)
    asked = len(server.asked)
    code, told, _ = check("--offline", *PERIOD)
    assert len(server.asked) == asked
    assert (told[gone]["severity"], told[gone]["verdict"]) == ("ok", "ok")
    assert told["ftp://files.ua/x"]["severity"] == "error"
    assert code == 1


def test_a_person_reads_marks_addresses_rows_and_reasons(run, report, site):
    report(Cells(date="13.08.2026", site_links=f"{site}/works/1\n{site}/gone/2"))
    _code, out, err = run("links", "check", *PERIOD)
    lines = [line.split("\t") for line in out.splitlines()]
    assert ["добре", f"{site}/works/1", "№ 1", "Сторінка відкривається."] in lines
    assert [line[1:3] for line in lines if line[0] != "добре"] == [[f"{site}/gone/2", "№ 1"]]
    assert err.startswith("2 посилання, ")
    assert "\r" not in err


def test_the_protocol_is_written_beside(run, report, site, tmp_path):
    report(Cells(date="13.08.2026", site_links=f"{site}/works/1\n{site}/moved/2"))
    out = tmp_path / "протокол.xlsx"
    _code, _, err = run("links", "check", *PERIOD, "--out", out)
    assert "Записано «протокол.xlsx»." in err
    sheet = openpyxl.load_workbook(out).active
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {"Протокол перевірки посилань", "Садовий районний суд", f"{site}/moved/2"} <= set(texts)
    assert f"{site}/works/2" in texts


def test_a_protocol_of_another_kind_is_refused_before_anything_is_asked(run, report, site, server, tmp_path):
    report(Cells(date="13.08.2026", site_links=f"{site}/works/1"))
    code, out, err = run("links", "check", "--out", tmp_path / "протокол.docx")
    assert (code, out, server.asked) == (2, "", [])
    assert ".xlsx" in err


def test_a_report_that_is_not_there(run, report):
    report(Cells(title="Захід"))
    code, out, err = run("links", "check", "--period", "2020-Q1")
    assert (code, out) == (2, "")
    assert "немає звіту за І квартал 2020 року" in err
