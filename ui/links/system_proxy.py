"""The proxy that the operating system names for an address, scripts of proxies (PAC) included."""

from __future__ import annotations

from threading import Lock

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

_KINDS = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
}
#: Qt says nothing of several threads asking at once: they ask one after the other.
_turn = Lock()


def proxy_for(url: str) -> str | None:
    """The proxy for an address («http://proxy:3128»); ``None``: it is asked for directly.

    Called in threads of a check, never in the window's: a script of proxies may ask a name server.
    """
    with _turn:
        proxies = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url)))
    return _address(proxies[0]) if proxies else None


def _address(proxy: QNetworkProxy) -> str | None:
    kind = _KINDS.get(proxy.type())
    if kind is None or not proxy.hostName():
        return None
    address = QUrl()
    address.setScheme(kind)
    address.setHost(proxy.hostName())
    address.setPort(proxy.port())
    if proxy.user():
        address.setUserName(proxy.user())
        address.setPassword(proxy.password())
    return bytes(address.toEncoded().data()).decode("ascii")
