"""Links looked for by a piece of their targets."""

import pytest

from courtcomms.model import Column
from courtcomms.period import Period
from courtcomms.store import link_search

Q3 = Period.quarter(2021, 3)


def found(register, *pieces):
    return [(one.target, one.event_id, one.column, one.title) for one in register.links_with(1, pieces)]


def test_a_piece_is_found_in_either_case_the_newest_first(register, add):
    first = add(Q3, title="Брифінг", site_links="https://www.Facebook.com/Sud.Zrazok/posts/1")
    second = add(title="Лекція", media="Газета: http://gazeta.example/1, https://facebook.com/sud.zrazok/2")
    assert found(register, "facebook.com/SUD.zrazok") == [
        ("https://facebook.com/sud.zrazok/2", second, Column.MEDIA, "Лекція"),
        ("https://www.Facebook.com/Sud.Zrazok/posts/1", first, Column.SITE_LINKS, "Брифінг"),
    ]
    assert [one[0] for one in found(register, "gazeta.example", "nothing.example")] == [
        "http://gazeta.example/1"
    ]


@pytest.mark.parametrize("pieces", [(), ("",), ("%",), ("_",), ("'",)])
def test_nothing_and_signs_of_patterns_find_nothing(register, add, pieces):
    add(site_links="https://a.ua/")
    assert found(register, *pieces) == []


def test_the_trash_and_other_courts_do_not_count(register, add):
    gone = add(site_links="https://a.ua/")
    register.trash_events([gone])
    assert found(register, "a.ua") == []
    register.restore_events([gone])
    assert len(found(register, "a.ua")) == 1
    assert register.links_with(2, ["a.ua"]) == ()


def test_no_more_are_read_than_tell_something(register, add, monkeypatch):
    monkeypatch.setattr(link_search, "MOST", 2)
    for number in range(4):
        add(site_links=f"https://a.ua/{number}")
    assert [one[0] for one in found(register, "a.ua")] == ["https://a.ua/3", "https://a.ua/2"]
