"""What is read of a page: its words in any encoding, and where it sends its reader."""

import gzip

import pytest

from courtcomms.linkcheck.answers import Answer
from courtcomms.linkcheck.charsets import decoded
from courtcomms.linkcheck.pages import LONGEST_TITLE, is_html, read_page, refresh_of, refresh_target
from courtcomms.linkcheck.verdicts import judge
from courtcomms.model import Severity
from tests.linkcheck.verdicts.making import HTML, MENU, NEWS, NOW, TEXT, URL, fetched, page, says

WORDS = "Їжак і ґава в суді: день відкритих дверей"


def plain(charset: str = "", words: str = WORDS) -> str:
    told = f"<meta charset='{charset}'>" if charset else ""
    return f"<html><head>{told}<title>{words}</title></head><body><p>{words}</p></body></html>"


def title(body: bytes | str, kind: str = "text/html") -> str:
    return read_page(says(200, body, content_type=kind)).title


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (plain().encode(), "text/html; charset=utf-8"),
        (plain().encode(), "text/html"),
        (plain("windows-1251").encode("cp1251"), "text/html"),
        (plain().encode("cp1251"), 'text/html; charset="Windows-1251"'),
        (plain().encode("cp1251"), "text/html"),
        (plain("utf-8").encode("cp1251"), "text/html; charset=utf-8"),
        (plain("windows-1251").encode(), "text/html; charset=windows-1251"),
        (plain().encode(), "text/html; charset=iso-8859-1"),
        (plain().encode("cp1251"), "text/html; charset=iso-8859-1"),
        (plain("koi8-u").encode("koi8-u"), "text/html"),
        (plain().encode("koi8-u"), "text/html"),
        (plain().encode("utf-8-sig"), "text/html; charset=windows-1251"),
        (plain().encode("utf-16"), "text/html"),
        (plain().encode("utf-16-le"), "text/html"),
        (plain().encode("utf-16-be"), "text/html"),
        (plain().encode(), "text/html; charset=кирилиця"),
        (plain().encode(), "text/html; charset=zip"),
        (plain().encode(), "text/html; charset=unicode_escape"),
    ],
)
def test_words_are_read_in_every_encoding(body: bytes, kind: str) -> None:
    assert title(body, kind) == WORDS


def test_a_sign_cut_in_two_does_not_make_another_encoding() -> None:
    body = plain().encode()
    cut = body[: body.index("суді".encode()) + 3]
    assert decoded(cut, {}).endswith("с")


def test_one_broken_byte_does_not_make_another_encoding() -> None:
    assert WORDS in decoded(plain().encode() + b"\xff", {})


def test_polish_pages_that_say_so_are_read() -> None:
    assert (
        title(plain(words="Sąd okręgowy").encode("iso8859-2"), "text/html; charset=iso-8859-2")
        == "Sąd okręgowy"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Суд &amp; люди", "Суд & люди"),
        ("  Суд\n\n і \t люди ", "Суд і люди"),
        ("Суд&nbsp;і&#160;люди", "Суд і люди"),
        ("&lt;b&gt;Суд&lt;/b&gt;", "<b>Суд</b>"),
        ("Суд&#27;[31m&#8238;&#8203;", "Суд[31m"),
        ("Су\u00adд", "Суд"),
        ("", ""),
    ],
)
def test_a_title_is_text_in_one_line(written: str, read: str) -> None:
    assert title(page(written)) == read


def test_a_long_title_is_cut() -> None:
    assert len(title(page("Суд " * 9000))) <= LONGEST_TITLE


def test_a_drawings_title_is_not_the_pages() -> None:
    assert title("<html><body><svg><title>лупа</title></svg><p>x</p>") == ""


def test_words_outside_menus_are_told_from_all_words() -> None:
    read = read_page(says(200, f"<html><script>var a</script><style>p</style>{MENU}<h1>Суд</h1>{TEXT}"))
    assert read.heading == "Суд"
    assert "Головна" in read.text
    assert "Головна" not in read.main
    assert "var a" not in read.text
    assert "гімназії" in read.main


@pytest.mark.parametrize(
    ("kind", "body", "right"),
    [
        ("text/html", b"", True),
        ("application/xhtml+xml; charset=utf-8", b"", True),
        ("", b"<!DOCTYPE html><p>", True),
        ("text/plain", b"\xef\xbb\xbf\n<html>", True),
        ("text/plain", b"plain words", False),
        ("application/pdf", b"<html>", False),
        ("image/png", b"\x89PNG", False),
        ("", b"%PDF-1.4", False),
    ],
)
def test_a_page_is_told_from_a_file(kind: str, body: bytes, right: bool) -> None:
    assert is_html(says(200, body, content_type=kind)) is right


REFRESHES = [
    ("0; url=/new", "https://gazeta.ua/new"),
    ("0;URL='/new'", "https://gazeta.ua/new"),
    ('0; url="/new" ', "https://gazeta.ua/new"),
    ("5; url=https://inshyi.ua/x", "https://inshyi.ua/x"),
    ("0, url=new", "https://gazeta.ua/news/new"),
    ("0.5; url=../new", "https://gazeta.ua/new"),
    ("0 /new", "https://gazeta.ua/new"),
    ("0; /new", "https://gazeta.ua/new"),
    ("0; url=//inshyi.ua/x", "https://inshyi.ua/x"),
    ("0; url=file:///etc/passwd", "file:///etc/passwd"),
    ("6; url=/new", ""),
    ("300", ""),
    ("0", ""),
    ("", ""),
    ("0; url=", ""),
    ("0; url=''", ""),
    ("url=/new", ""),
    ("слово; url=/new", ""),
    ("0; url=javascript:alert(1)", ""),
    ("0; url=data:text/html,x", ""),
    (f"0; url={URL}", ""),
    (f"0; url={URL}#top", ""),
    ("0; url=http://[", ""),
]


@pytest.mark.parametrize(("content", "target"), REFRESHES)
def test_where_a_page_sends_its_reader(content: str, target: str) -> None:
    quoted = content.replace('"', "&quot;")
    assert refresh_target(says(200, page(head=f'<META HTTP-EQUIV="Refresh" CONTENT="{quoted}">'))) == target


@pytest.mark.parametrize(("content", "target"), REFRESHES)
def test_the_header_sends_as_the_page_does(content: str, target: str) -> None:
    assert refresh_target(says(200, NEWS, refresh=content)) == target


def test_a_base_completes_the_address() -> None:
    head = "<base href='https://inshyi.ua/a/'><meta http-equiv=refresh content='0; url=b'>"
    assert refresh_target(says(200, page(head=head))) == "https://inshyi.ua/a/b"


def test_browsers_with_scripts_do_not_heed_noscript() -> None:
    head = "<noscript><meta http-equiv=refresh content='0; url=/?noscript=1'></noscript>"
    assert refresh_target(says(200, page(head=head))) == ""


def test_a_refresh_in_words_or_in_another_file_sends_nobody() -> None:
    told = "&lt;meta http-equiv=refresh content='0; url=/new'&gt;"
    assert refresh_target(says(200, page("refresh", f"<p>{told}</p>"))) == ""
    body = b"<meta http-equiv=refresh content='0; url=/new'>"
    assert refresh_target(says(200, body, content_type="text/css")) == ""


def test_a_refresh_in_two_byte_letters_is_found() -> None:
    body = "<html><meta http-equiv='refresh' content='0; url=/new'>".encode("utf-16")
    found = refresh_of(Answer(URL, 200, HTML, body))
    assert found is not None
    assert (found.url, found.seconds) == ("https://gazeta.ua/new", 0)


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 100_000 + b"<h1>x",
        b"<b><i><a>" * 30_000,
        b"<table><tr><td>" * 20_000,
        b"<a href='" + b"x" * 1_000_000,
        b"<p " + b"a=1 " * 200_000,
        b"&amp;" * 200_000,
        b"&#0;&#55296;&#1114112;\0" * 10_000,
        b"<!--" * 100_000,
        b"<![CDATA[" * 50_000,
        b"<title>" * 50_000,
        b"<h1>" * 50_000,
        b"<meta http-equiv=refresh content='" + b" ;" * 100_000,
        b"<meta charset=" * 20_000,
        bytes(range(256)) * 2_000,
    ],
)
def test_hostile_pages_are_read_without_harm(body: bytes) -> None:
    read = read_page(says(200, body))
    assert len(read.title) <= LONGEST_TITLE
    assert isinstance(refresh_target(says(200, body)), str)


def test_what_was_cut_off_is_known() -> None:
    assert read_page(says(200, b"<div>" * 1000 + b"<h1>x")).cut
    assert read_page(Answer(URL, 200, HTML, NEWS, whole=False)).cut
    assert not read_page(says(200, NEWS)).cut


def test_a_packed_body_without_its_header_is_no_page_that_says_anything() -> None:
    packed = gzip.compress(NEWS)
    assert read_page(says(200, packed)) == read_page(says(200, b""))
    assert judge(fetched(says(200, packed), beside=says(200, gzip.compress(NEWS))), NOW).severity is not (
        Severity.ERROR
    )
