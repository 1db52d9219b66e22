"""What is said of a check's pace, and through which proxy it asks."""

from __future__ import annotations

import pytest
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory

from courtcomms.linkcheck.pacing import HostPace
from ui.links import pace_line, system_proxy

COURT = HostPace("court.gov.ua", 12, 2, 6, 2, 19.2)
PAPER = HostPace("gazeta.example", 0, 1, 1, 2, 0.8)
READY = HostPace("facebook.com", 0, 0, 3, 2, 0.0)


def test_the_busiest_host_comes_first_with_its_limit_and_what_is_left() -> None:
    told = pace_line.line(10, 25, (READY, PAPER, COURT))
    assert told.split(" · ") == [
        "10 з 25",
        "court.gov.ua: 2 одночасно, залишилось ≈ 20 с",
        "gazeta.example: 1 одночасно, залишилось ≈ 1 с",
    ]


def test_a_line_names_three_hosts_at_most() -> None:
    many = tuple(HostPace(f"h{number}.ua", 1, 1, 0, 2, number) for number in range(9))
    assert pace_line.line(0, 9, many).count(".ua") == 3


def test_the_tip_has_every_host_those_that_are_done_last() -> None:
    lines = pace_line.every_host((READY, PAPER, COURT)).splitlines()
    assert lines == [
        "court.gov.ua: 2 одночасно, залишилось ≈ 20 с (готово 6, чекають 12, одночасно щонайбільше 2)",
        "gazeta.example: 1 одночасно, залишилось ≈ 1 с (готово 1, чекають 0, одночасно щонайбільше 2)",
        "facebook.com: готово 3",
    ]


def test_a_long_time_is_told_in_minutes_and_an_unknown_one_not_at_all() -> None:
    assert "≈ 4 хв" in pace_line.line(0, 1, (HostPace("a.ua", 9, 1, 0, 2, 200),))
    assert pace_line.line(0, 1, (HostPace("a.ua", 1, 1, 0, 2, 0),)) == "0 з 1 · a.ua: 1 одночасно"


@pytest.mark.parametrize(
    ("proxy", "address"),
    [
        (QNetworkProxy(QNetworkProxy.ProxyType.NoProxy), None),
        (QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.lan", 3128), "http://proxy.lan:3128"),
        (
            QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.lan", 3128, "суд", "a:b@c"),
            "http://%D1%81%D1%83%D0%B4:a:b%40c@proxy.lan:3128",
        ),
        (QNetworkProxy(QNetworkProxy.ProxyType.Socks5Proxy, "proxy.lan", 1080), "socks5://proxy.lan:1080"),
    ],
)
def test_the_systems_proxy_as_an_address(
    monkeypatch: pytest.MonkeyPatch, proxy: QNetworkProxy, address: str | None
) -> None:
    asked: list[str] = []

    def answer(query: object) -> list[QNetworkProxy]:
        asked.append(query.url().toString())  # type: ignore[attr-defined]
        return [proxy]

    monkeypatch.setattr(QNetworkProxyFactory, "systemProxyForQuery", answer)
    assert system_proxy.proxy_for("https://court.gov.ua/") == address
    assert asked == ["https://court.gov.ua/"]


def test_the_environments_proxy_is_heard_by_the_real_factory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Qt reads the environment it names that proxy; elsewhere the system's own settings."""
    found = system_proxy.proxy_for("https://court.gov.ua/")
    assert found is None or "://" in found
