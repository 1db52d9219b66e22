"""Which medium an address belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtcomms.cells.outlet_names import outlet_domain, wider_domains


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.ukrinform.ua/rubric-society/1.html", "ukrinform.ua"),
        ("HTTP://M.Ukrinform.UA:443/?x=1#a", "ukrinform.ua"),
        ("ukrinform.ua", "ukrinform.ua"),
        ("https://mobile.www.1kr.ua/news", "1kr.ua"),
        ("https://m.ua/a", "m.ua"),
        ("https://kyiv.suspilne.media/a", "kyiv.suspilne.media"),
        ("https://xn--80aikifvh.xn--j1amh/x", "приклад.укр"),
        ("https://вісті.укр/x", "вісті.укр"),
        ("https://www.facebook.com/Visti.KR/posts/123", "facebook.com/visti.kr"),
        ("https://fb.com/visti", "facebook.com/visti"),
        ("https://www.facebook.com/groups/misto/permalink/1", "facebook.com/groups/misto"),
        ("https://www.facebook.com/permalink.php?story_fbid=1", ""),
        ("https://www.facebook.com/watch/?v=1", ""),
        ("https://www.youtube.com/watch?v=abc", ""),
        ("https://www.youtube.com/@suspilne/videos", "youtube.com/@suspilne"),
        ("https://youtube.com/channel/UC1", "youtube.com/channel/uc1"),
        ("https://youtu.be/abc", ""),
        ("https://t.me/s/visti_kr/123", "t.me/visti_kr"),
        ("https://t.me/visti_kr/123", "t.me/visti_kr"),
        ("https://t.me/c/1/2", ""),
        ("https://twitter.com/visti/status/1", "x.com/visti"),
        ("https://www.instagram.com/p/abc/", ""),
        ("https://docs.google.com/document/1", ""),
        ("mailto:a@b.ua", ""),
        ("не адреса", ""),
        ("", ""),
        ("http://[::1", ""),
    ],
)
def test_the_domain_of_an_address(url: str, domain: str) -> None:
    assert outlet_domain(url) == domain


@pytest.mark.parametrize(
    ("domain", "wider"),
    [
        ("kyiv.suspilne.media", ("kyiv.suspilne.media", "suspilne.media")),
        ("visti.dp.ua", ("visti.dp.ua",)),
        ("news.visti.com.ua", ("news.visti.com.ua", "visti.com.ua")),
        ("facebook.com/visti", ("facebook.com/visti",)),
        ("dp.ua", ("dp.ua",)),
        ("", ("",)),
    ],
)
def test_what_a_domain_is_a_part_of(domain: str, wider: tuple[str, ...]) -> None:
    assert wider_domains(domain) == wider


@given(st.text(max_size=40))
def test_no_text_fails_and_a_domain_is_its_own(url: str) -> None:
    domain = outlet_domain(url)
    assert outlet_domain(domain) == domain or "/" in domain
    assert wider_domains(domain)[0] == domain or not domain
