"""What a page says of itself that can be offered for an event: title, day of publication, the site's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from courtcomms.cells.typography import DASHES
from courtcomms.linkcheck.answers import Answer
from courtcomms.linkcheck.linked_data import Articles, articles_of
from courtcomms.linkcheck.metas import meta_of
from courtcomms.linkcheck.pages import LONGEST_TITLE, Element, heading_of, joined, title_of, tree_of
from courtcomms.linkcheck.phrases import plain, said
from courtcomms.linkcheck.places import host_of
from courtcomms.linkcheck.published import published_on

_TAIL = re.compile(rf"\s+[{re.escape(DASHES)}|•·»«:/]+\s+|\s*[|•]\s*|\s*::\s*")
#: Beginnings and kinds by which the part of a title that is the site's can be known.
_SITE_WORDS = re.compile(
    r"(?:судова влада|офіційн\w+ |новини\b|новости\b|газета\b|портал\b|телеканал\b|радіо\b|агентство\b|сайт\b"
    r"|головна\b)"
    r"|.*(?:районн|міськрайонн|апеляційн|окружн|господарськ|міськ|верховн|касаційн|військов)\w+ (?:.* )?суд\b"
    r"|.*\b(?:facebook|youtube|telegram|instagram)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself, as text. ``day`` is when it was published; ``canonical`` is absolute."""

    title: str = ""
    day: date | None = None
    site_name: str = ""
    canonical: str = ""


def read_page(answer: Answer) -> PageFacts:
    """Read a page's facts; empty ones of what is no page. Never raises."""
    root = tree_of(answer)
    if root is None:
        return PageFacts()
    articles = articles_of(root)
    site_name = _site_name(root, articles)
    return PageFacts(
        title=_title(root, site_name, articles, host_of(answer.url)),
        day=published_on(root, articles),
        site_name=site_name,
        canonical=_canonical(root, answer.url),
    )


def _site_name(root: Element, articles: Articles) -> str:
    told = next(meta_of(root, "og:site_name", "application-name"), "") or articles.publisher
    return told[:_LONGEST_NAME] if said(told) is None else ""


def _title(root: Element, site_name: str, articles: Articles, host: str) -> str:
    """The page's own name: what the heading and the title have in common, else the title without its tail."""
    told = next(meta_of(root, "og:title", "twitter:title"), "") or title_of(root)
    heading = heading_of(root)
    if heading and plain(heading) in plain(told) and plain(heading) != plain(site_name):
        return heading
    told = told or articles.headline or heading
    return _without_tail(told, site_name, host)[:LONGEST_TITLE].rstrip()


def _without_tail(title: str, site_name: str, host: str) -> str:
    """A title without the site's name behind it or before it."""
    while True:
        ends = [match.span() for match in _TAIL.finditer(title)]
        if not ends:
            return title
        (first_end, rest), (last_end, tail) = ends[0], ends[-1]
        if _is_site(title[tail:], site_name, host):
            title = title[:last_end]
        elif _is_site(title[:first_end], site_name, host):
            title = title[rest:]
        else:
            return title


def _is_site(part: str, site_name: str, host: str) -> bool:
    """Whether a part of a title is the site's name: told as such, its host, or short and with such words."""
    words = plain(part)
    if words in {plain(site_name), host, *host.split(".")} - {""}:
        return True
    return len(part) <= _LONGEST_NAME and bool(_SITE_WORDS.match(part)) and not re.search(r"\d", part)


def _canonical(root: Element, url: str) -> str:
    for link in root.iter("link"):
        if "canonical" in link.get("rel", "").lower().split() and link.get("href"):
            found = joined(url, link.get("href", ""))
            return found if found.startswith(("http://", "https://")) else ""
    return ""
