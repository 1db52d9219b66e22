"""Which medium an address belongs to: the part of it by which the directory of outlets knows one."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_FRONT = re.compile(r"^(?:(?:www\d?|m|mobile|amp|touch|wap)\.)+(?=[^.]+\.)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_NO_SITE = re.compile(r"^(?:mailto|tel|file|javascript|viber|tg):", re.IGNORECASE)
_HOST = re.compile(r"[^\s/?#@:]+\.[^\s/?#@:.]+")

#: Hosts on which everybody has a page: what the first parts of the path are that name no page.
_SHARED = {
    "facebook.com": "permalink.php story.php photo photo.php photos watch video.php videos events share "
    "sharer sharer.php hashtag reel login.php l.php media story plugins profile.php",
    "instagram.com": "p reel reels tv stories explore share",
    "youtube.com": "watch shorts live embed playlist results v post hashtag clip",
    "t.me": "c joinchat addlist share proxy iv",
    "tiktok.com": "t video tag embed",
    "x.com": "i intent search hashtag home share status",
    "linkedin.com": "posts feed pulse",
    "vk.com": "wall video photo",
    "ok.ru": "video",
    "medium.com": "p",
    "threads.net": "t",
    "chats.viber.com": "",
    "soundcloud.com": "",
}
_NAMELESS = {host: frozenset(words.split()) for host, words in _SHARED.items()}
#: Other names of the same hosts.
_ALSO = {
    "fb.com": "facebook.com",
    "twitter.com": "x.com",
    "telegram.me": "t.me",
    "telegram.org": "t.me",
    "threads.com": "threads.net",
}
#: First parts of a path behind which the page's name stands.
_LEADING = "groups pages pg people channel c user company in school"
_LEADS = frozenset(_LEADING.split())

#: Hosts that shorten addresses or keep files: nothing can be learned of them.
_SHORTENERS = (
    "youtu.be fb.watch fb.me bit.ly goo.gl tinyurl.com cutt.ly is.gd t.co lnkd.in surl.li docs.google.com "
    "drive.google.com sites.google.com forms.gle photos.google.com maps.google.com google.com "
    "web.archive.org archive.org archive.ph translate.google.com dropbox.com we.tl viber.com whatsapp.com "
    "zoom.us meet.google.com"
)
_NO_OUTLET = frozenset(_SHORTENERS.split())

#: Second-level names that belong to nobody.
_COMMON = (
    "com.ua org.ua net.ua in.ua gov.ua edu.ua pp.ua co.ua biz.ua at.ua cherkassy.ua ck.ua cn.ua cv.ua dn.ua "
    "dp.ua if.ua ks.ua kh.ua kharkov.ua km.ua kr.ua kv.ua kiev.ua kyiv.ua lg.ua lt.ua lviv.ua mk.ua od.ua "
    "odessa.ua pl.ua poltava.ua rv.ua rivne.ua sm.ua sumy.ua te.ua uz.ua vn.ua vinnica.ua volyn.ua zp.ua "
    "zt.ua co.uk com.pl blogspot.com wordpress.com ucoz.ua livejournal.com"
)
_COMMON_ENDS = frozenset(_COMMON.split())


def outlet_domain(url: str) -> str:
    """The part of an address that stands for its medium; empty where none can be told.

    Usually the host without ``www.`` and its mobile fronts, in small letters and its own alphabet; on hosts
    that many share (Facebook, YouTube, Telegram …) the host with the page's name: ``facebook.com/visti``.
    """
    host, path = _parts(url)
    host = _ALSO.get(host, host)
    if not host or host in _NO_OUTLET:
        return ""
    if host not in _NAMELESS:
        return host
    page = _page(path, _NAMELESS[host])
    return f"{host}/{page}" if page else ""


def wider_domains(domain: str) -> tuple[str, ...]:
    """Under what else a domain may be known, the nearest first: itself, then what it is a part of."""
    if "/" in domain:
        return (domain,)
    labels = domain.split(".")
    names = (".".join(labels[start:]) for start in range(max(len(labels) - 1, 1)))
    return tuple(name for name in names if name not in _COMMON_ENDS) or (domain,)


def _parts(url: str) -> tuple[str, str]:
    """Host and path of an address, with or without a scheme."""
    text = url.strip()
    if _NO_SITE.match(text):
        return "", ""
    try:
        parts = urlsplit(text if _SCHEME.match(text) else f"https://{text}")
        host = (parts.hostname or "").rstrip(".").casefold()
    except ValueError:
        return "", ""
    if not _HOST.fullmatch(host):
        return "", ""
    return _FRONT.sub("", _in_own_alphabet(host)), parts.path


def _in_own_alphabet(host: str) -> str:
    """«xn--80aikifvh.xn--j1amh» as it is meant."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna").casefold()
    except UnicodeError:
        return host


def _page(path: str, nameless: frozenset[str]) -> str:
    """The page's name in a path on a shared host."""
    parts = [unquote(part).casefold() for part in path.split("/") if part]
    # A channel of Telegram as its preview shows it.
    parts = parts[1:] if parts[:1] == ["s"] else parts
    if len(parts) > 1 and parts[0] in _LEADS and parts[0] not in nameless:
        return "/".join(parts[:2])
    if not parts or parts[0] in nameless or parts[0] in _LEADS:
        return ""
    return parts[0]
