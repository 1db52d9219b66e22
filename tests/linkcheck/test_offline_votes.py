"""The vote of `validators`: what it rejects is no finding by that alone, what it accepts is no acquittal."""

import subprocess
import sys
from pathlib import Path

import pytest
import validators

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.offline import look_at
from courtcomms.linkcheck.votes import is_doubtful

ROOT = Path(__file__).resolve().parents[2]

#: Living addresses that the package rejects as they are typed.
REJECTED = [
    "https://a.ua/x#розділ",
    "https://a.ua/?a=1&b",
    "https://a.ua/?12345",
    "https://a.ua/?a=1;b=2",
    "https://court.gov.ua:/x",
    "https://a.ua/a b".replace(" ", "%20") + "?q=суд",
    "https://my_page.livejournal.com/",
]
#: What matters and what the package lets through.
ACCEPTED = [
    "https://xn--ourt-k6d.gov.ua/",
    "https://court.gov.ua.evil.com/",
    "https://c0urt.gov.ua/",
    "https://bit.ly/x",
    "https://a.uahttps",
    "http://127.0.0.1/",
    "https://me:secret@court.gov.ua/",
]


@pytest.mark.parametrize("url", REJECTED)
def test_living_addresses_that_the_package_rejects_are_fine(url: str) -> None:
    assert look_at(url) == ()


def test_most_of_them_are_rejected_as_typed() -> None:
    assert sum(validators.url(url) is not True for url in REJECTED) >= 5


@pytest.mark.parametrize("url", ACCEPTED)
def test_its_consent_takes_nothing_back(url: str) -> None:
    assert validators.url(url) is True
    assert look_at(url) != ()


def test_a_unicode_host_is_asked_about_in_its_encoded_form() -> None:
    assert validators.url("https://суд.укр/", consider_tld=True) is not True
    assert look_at("https://суд.укр/") == ()


@pytest.mark.parametrize(
    ("url", "doubtful"),
    [
        ("https://a_b.ua/", True),
        ("https://-a.ua/", True),
        ("https://a-.court.gov.ua/", True),
        (
            "https://☃.com/",
            False,
        ),  # no name by IDNA 2008, but the package votes for it: one vote is not enough
        ("https://bücher.de/", False),
        ("https://x_y.a.ua/", False),
        ("https://[2606:4700::1]/", False),
    ],
)
def test_a_hint_needs_our_doubt_and_its_vote(url: str, doubtful: bool) -> None:
    address = read_address(url)
    assert address is not None
    assert is_doubtful(address) is doubtful


def test_a_doubtful_name_is_only_a_hint_without_a_repair() -> None:
    (finding,) = look_at("https://a_b.ua/x")
    assert (finding.code, finding.severity.value, finding.repair) == ("doubtful", "hint", "")


def test_everyday_addresses_load_none_of_the_voters_and_no_list_of_suffixes() -> None:
    program = (
        "import sys\n"
        "from courtcomms.linkcheck.offline import look_at\n"
        "from courtcomms.linkcheck.same_page import page_key\n"
        "for url in ('https://ing.dp.court.gov.ua/a', 'http://1kr.ua/x?fbclid=1', 'https://goo-gl.su/x'):\n"
        "    look_at(url), page_key(url)\n"
        "heavy = {'validators', 'idna', 'publicsuffixlist', 'aiohttp', 'lxml', 'ssl', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
