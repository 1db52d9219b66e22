"""Which addresses become hyperlinks in a document."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.cells.link_targets import document_target


@pytest.mark.parametrize(
    "target",
    [
        "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1051137/",
        "http://a.ua",
        "HTTPS://A.UA/b",
        "https://a.ua/?a=1&b=2#c",
        "https://кирилиця.укр/новини?слово=два",
        "https://a.ua/a%20b",
        "http://a.ua:8080/",
        "https://web.archive.org/web/2021/http://a.ua/b",
    ],
)
def test_good_address_stays_as_it_is(target: str) -> None:
    assert document_target(target) == target


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://a.ua/a b", "https://a.ua/a%20b"),
        ('https://a.ua/"q"<x>', "https://a.ua/%22q%22%3Cx%3E"),
        ("https://a.ua/a\\b{c}|^`", "https://a.ua/a%5Cb%7Bc%7D%7C%5E%60"),
        ("https://a.ua/a\u00a0b", "https://a.ua/a%C2%A0b"),
        ("  https://a.ua/ ", "https://a.ua/"),
    ],
)
def test_signs_that_an_address_cannot_hold_are_encoded(target: str, written: str) -> None:
    assert document_target(target) == written


@pytest.mark.parametrize(
    "target",
    [
        "",
        "a.ua",
        "ftp://a.ua/",
        "mailto:a@a.ua",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://",
        "https:///x",
        "http://[x/",
        "http://a b/",
        "http://a.ua:99999/",
        "http://a.ua:x/",
        "http://-",
    ],
)
def test_anything_else_stays_text(target: str) -> None:
    assert document_target(target) is None


@given(st.text(max_size=30))
def test_whatever_follows_the_host_is_kept_and_safe(rest: str) -> None:
    written = document_target("https://a.ua/" + rest)
    if written is None:
        return
    assert not set(written) & set(' "<>\\^`{|}\n\t\r')
    assert unquote(written) == unquote(("https://a.ua/" + rest).strip())
