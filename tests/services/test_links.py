"""What is known of a report's links, under which filter each stands, and what is still to be asked."""

import datetime as dt

import pytest
from link_looks import NEWS, NOW, Q3, SITE, look

from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Confirmation, CourtName, Dismissal, LinkGroup, Severity, Verdict
from courtcomms.progress import Cancelled, Progress
from courtcomms.services.links import due, look_at_text, report_links, statuses_of, with_looks


@pytest.fixture
def links(register, court):
    """The report's links, by their targets."""

    def gathered(period=Q3, settings=DEFAULT):
        found = report_links(register, court, period, settings, NOW)
        return {link.target: link for link in found}

    return gathered


def test_what_nobody_looked_at_is_unchecked_and_due(register, add, links):
    add(site=f"{NEWS}\nhttps://www.facebook.com/court/posts/1")
    found = links()
    assert {link.group for link in found.values()} == {LinkGroup.UNCHECKED}
    assert [link.official for link in found.values()] == [True, False]
    assert due(found.values(), NOW) == tuple(found)


def test_what_was_seen_decides_the_group(register, add, links):
    pages = {name: f"{SITE}{name}/" for name in ("works", "gone", "moved", "blocked", "new")}
    add(site="\n".join(pages.values()))
    register.add_link_checks(
        [
            look(pages["works"]),
            look(pages["gone"], Verdict.GONE, 9),
            look(pages["gone"], Verdict.GONE),
            look(pages["moved"], Verdict.MOVED, repair=f"{SITE}moved-here/"),
            look(pages["blocked"], Verdict.BLOCKED),
        ]
    )
    groups = {name: links()[url].group for name, url in pages.items()}
    assert groups == {
        "works": LinkGroup.FINE,
        "gone": LinkGroup.WRONG,
        "moved": LinkGroup.MOVED,
        "blocked": LinkGroup.LOOK,
        "new": LinkGroup.UNCHECKED,
    }
    assert links()[pages["gone"]].severity is Severity.ERROR


def test_a_good_look_is_remembered_across_reports_for_as_long_as_the_user_says(register, add, links):
    add(site=NEWS)
    register.add_link_checks([look(NEWS, days=6)])
    assert due(links().values(), NOW) == ()
    assert due(links().values(), NOW, again=True) == (NEWS,)
    short = LinkSettings(remember_days=5)
    assert due(links(settings=short).values(), NOW, short) == (NEWS,)
    assert links(settings=short)[NEWS].group is LinkGroup.UNCHECKED
    assert links()[NEWS].group is LinkGroup.FINE


def test_bad_looks_are_asked_again_however_fresh(register, add, links):
    add(site=NEWS)
    register.add_link_checks([look(NEWS), look(NEWS, Verdict.TEMPORARY)])
    assert due(links().values(), NOW) == (NEWS,)


def test_what_a_person_confirmed_is_fine_and_not_asked_again(register, add, links):
    post = "https://www.facebook.com/court/posts/1"
    add(site=post)
    register.add_link_checks([look(post, Verdict.BLOCKED)])
    assert links()[post].group is LinkGroup.LOOK
    register.confirm_link(post)
    # The word is as fresh as the test; the day of the looks is fixed.
    now = dt.datetime.now(dt.UTC)
    (link,) = report_links(register, register.courts()[0], Q3, DEFAULT, now)
    assert (link.group, link.severity) == (LinkGroup.FINE, Severity.OK)
    assert isinstance(link.status.confirmation, Confirmation)
    assert due([link], now) == ()
    assert "Олена" in link.reason


def test_what_no_server_can_make_good_is_never_asked(register, add, links):
    """Another scheme, a private address, letters of the wrong alphabet."""
    add(site="ftp://files.ua/a http://192.168.0.1/x https://соurt.gov.ua/y")
    found = links()
    assert len(found) == 3
    assert due(found.values(), NOW, again=True) == ()
    assert {link.group for link in found.values()} == {LinkGroup.WRONG}
    assert all(link.reason for link in found.values())


def test_a_host_of_the_intranet_may_be_asked_where_the_user_allows_it(register, add, links):
    add(site="http://sud.local/x")
    assert due(links().values(), NOW) == ()
    allowed = LinkSettings(allowed_hosts=("sud.local",))
    assert due(links(settings=allowed).values(), NOW, allowed) == ("http://sud.local/x",)


def test_addresses_that_differ_in_a_fragment_share_what_was_seen_and_are_asked_once(register, add, links):
    add(site=f"{NEWS}#a\n{NEWS}#b")
    assert due(links().values(), NOW) == (NEWS,)
    register.add_link_checks([look(NEWS, title="Новина")])
    assert [link.status.last.title for link in links().values()] == ["Новина", "Новина"]


def test_a_repair_without_the_network_is_something_to_look_at(register, add, links):
    add(site="court.gov.ua/a")
    link = links()["https://court.gov.ua/a"]
    assert link.group is LinkGroup.LOOK
    assert link.findings[0].repair == "https://court.gov.ua/a"
    assert due([link], NOW) == ("https://court.gov.ua/a",)


def test_the_review_tells_what_the_address_alone_does_not(register, add, links):
    add(site=f"{NEWS}\n{NEWS}", date="01.03.2015")
    codes = {one.code for one in links()[NEWS].said}
    assert {"link_twice", "link_news_date"} <= codes
    assert links()[NEWS].group is LinkGroup.LOOK
    assert links(period=None)[NEWS].remarks == ()


def test_what_the_user_has_hidden_is_not_told_of_the_link(register, add, links):
    add(site=NEWS, date="01.03.2015")
    (remark,) = links()[NEWS].remarks
    assert remark.code == "link_news_date"
    register.dismiss([Dismissal(remark.event_id, remark.code, remark.column, remark.excerpt)])
    assert links()[NEWS].remarks == ()
    assert links()[NEWS].group is LinkGroup.UNCHECKED


def test_a_submitted_report_is_judged_as_it_was_sent(register, add, links):
    add(site=NEWS)
    report = register.report(1, Q3).id
    register.submit(report, register.current_events(report), CourtName("Суд", "Суду"), {})
    event = register.events(register.event_ids(_query()))[0]
    register.set_cell(event.id, _site(), "https://later.ua/", version=event.version)
    assert list(links()) == [NEWS]
    register.add_link_checks([look(NEWS)])
    assert links()[NEWS].group is LinkGroup.FINE


def _query():
    from courtcomms.store import EventQuery

    return EventQuery(1)


def _site():
    from courtcomms.model import Column

    return Column.SITE_LINKS


def test_a_hidden_target_is_judged_not_the_words(register, add, links):
    add(site="Новина суду", hidden=[("суду", "http://192.168.0.1/x")])
    link = links()["http://192.168.0.1/x"]
    assert (link.texts, link.group) == (("суду",), LinkGroup.WRONG)


def test_the_whole_register_and_that_it_can_be_stopped(register, court, add):
    add(site=NEWS)
    add(media="https://a.ua/1")
    found = report_links(register, court, None, DEFAULT, NOW)
    assert [link.target for link in found] == ["https://a.ua/1", NEWS]
    with pytest.raises(Cancelled):
        report_links(register, court, None, DEFAULT, NOW, Progress(cancelled=lambda: True))


def test_looks_told_later_change_a_link_as_reading_it_anew_would(register, add, links):
    add(site=NEWS)
    before, checks = links()[NEWS], [look(NEWS, Verdict.GONE, 9), look(NEWS, Verdict.GONE)]
    register.add_link_checks(checks)
    assert with_looks(before, checks, NOW) == links()[NEWS]


def test_statuses_only_of_what_is_known(register):
    register.add_link_checks([look(NEWS)])
    register.confirm_link("https://a.ua/")
    known = statuses_of(register, {NEWS, "https://a.ua/", "https://b.ua/"}, NOW)
    assert set(known) == {NEWS, "https://a.ua/"}
    assert known[NEWS].last.verdict is Verdict.WORKS


@pytest.mark.parametrize(
    ("text", "url", "askable"),
    [
        ("https://court.gov.ua/a#b", "https://court.gov.ua/a", True),
        ("court.gov.ua/a", "https://court.gov.ua/a", True),
        ("https://соurt.gov.ua/", "https://court.gov.ua/", False),
        ("javascript:alert(1)", "javascript:alert(1)", False),
        ("", "", False),
    ],
)
def test_an_address_that_stands_nowhere(text, url, askable):
    link = look_at_text(text)
    assert (link.target, link.url, link.askable) == (text, url, askable) or not link.askable
    assert link.askable == askable
    assert askable or link.severity is Severity.ERROR
