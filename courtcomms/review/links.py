"""Links of which the text alone tells that something is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from courtcomms.cells.link_joints import is_joint
from courtcomms.model import Column, Finding, Link, LinkFlaw, Repair, Severity
from courtcomms.review.link_repairs import apart, second_removed, whole_address
from courtcomms.review.row import Row

_LINKED = (Column.SITE_LINKS, Column.MEDIA)

#: What does not change which page is meant.
_SAME_PAGE = re.compile(r"^https?://(?:www\.)?|/+$", re.IGNORECASE)

_FLAWS = {
    LinkFlaw.NO_SCHEME: (
        Severity.WARN,
        "Посилання без правильного «https://»: у документі воно може не відкритися.",
    ),
    LinkFlaw.OTHER_SCHEME: (Severity.ERROR, "Це не адреса сторінки в інтернеті (має бути http або https)."),
    LinkFlaw.BROKEN: (
        Severity.WARN,
        "Адресу розриває пробіл: скопіюйте її з сайту ще раз.",
    ),
    LinkFlaw.NOT_AN_ADDRESS: (Severity.ERROR, "Адреса записана з помилкою: відкрити її неможливо."),
}
_TORN = "Адресу розірвано пробілом чи новим рядком: з'єднайте її."
_UNSEEN = "В адресі невидимий знак: посилання може не відкритися."
_CYRILLIC = "В адресі кирилична літера замість латинської: посилання не відкриється."


def link_flaws(row: Row) -> Iterator[Finding]:
    """Each link with a flaw of its own, and each pair of links glued together."""
    for column in _LINKED:
        links = row.links(column)
        for index, link in enumerate(links):
            later = links[index + 1] if index + 1 < len(links) else None
            if link.flaw is LinkFlaw.GLUED:
                yield from _glued(row, column, link, later)
            elif link.flaw is not None and not _names_the_next(row, column, link, later):
                yield _flawed(row, column, link, link.flaw)


def _flawed(row: Row, column: Column, link: Link, flaw: LinkFlaw) -> Finding:
    severity, message = _FLAWS[flaw]
    if flaw is LinkFlaw.NO_SCHEME and column is Column.MEDIA and _site_alone(link):
        severity, message, repair = Severity.HINT, "Названо лише сайт: додайте адресу самої публікації.", None
    else:
        repair = whole_address(row.text(column), link) if _typed(row, column, link) else None
    if repair is not None and flaw is LinkFlaw.BROKEN:
        message = _TORN if any(sign.isspace() for sign in link.text) else _UNSEEN
    elif repair is not None and flaw is LinkFlaw.NOT_AN_ADDRESS:
        message = _CYRILLIC
    return row.find(severity, f"link_{flaw.value}", column, message, (link.start, link.end), repair)


def _glued(row: Row, column: Column, link: Link, later: Link | None) -> Iterator[Finding]:
    """One finding for two links with nothing but a joint between them."""
    text = row.text(column)
    if later is None or later.flaw is not LinkFlaw.GLUED or not is_joint(text, link.end, later.start):
        return
    message = "Два посилання злиплися: розділіть їх новим рядком."
    place = (link.start, later.end)
    yield row.find(Severity.WARN, "link_glued", column, message, place, apart(text, link, later))


def same_link_twice(row: Row) -> Iterator[Finding]:
    """The same page a second time in one cell."""
    for column in _LINKED:
        links = row.links(column)
        seen: set[str] = set()
        for index, link in enumerate(links):
            later = links[index + 1] if index + 1 < len(links) else None
            if _names_the_next(row, column, link, later):
                continue
            page = _SAME_PAGE.sub("", link.target)
            if page in seen:
                repair = _without_second(row, column, links, index)
                message = "Те саме посилання вдруге в цій клітинці."
                yield row.find(Severity.WARN, "link_twice", column, message, (link.start, link.end), repair)
            seen.add(page)


def _without_second(row: Row, column: Column, links: Sequence[Link], index: int) -> Repair | None:
    if not index or row.event.cells.anchors_of(column):
        return None
    return second_removed(row.text(column), links[index - 1], links[index])


def _typed(row: Row, column: Column, link: Link) -> bool:
    """Whether the address stands in the text: an anchor's text would lose its target."""
    return all(anchor.target != link.target for anchor in row.event.cells.anchors_of(column))


def _site_alone(link: Link) -> bool:
    return "/" not in link.text.rstrip("/") and not link.text.lower().startswith("www.")


def _names_the_next(row: Row, column: Column, link: Link, later: Link | None) -> bool:
    """«1kr.ua – https://1kr.ua/news-65763.html»: the first is only the outlet's name."""
    if later is None or link.flaw is not LinkFlaw.NO_SCHEME or "/" in link.text:
        return False
    between = row.text(column)[link.end : later.start]
    near = len(between) <= 5 and not any(sign.isalnum() for sign in between)
    site, page = (_SAME_PAGE.sub("", each.target).lower() for each in (link, later))
    return near and (page == site or page.startswith(f"{site}/"))
