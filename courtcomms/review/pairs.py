"""Brackets and quotation marks that have no partner: where they stand in a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CLOSES = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
#: «1)», «а)», «2.1)» begin an item of a list; «:)» is a smile.
_ITEM = re.compile(r"(?:(?<=[\s;,])|^)(?:\d{1,2}(?:\.\d{1,2})?|[а-яіїєґa-z])\)|[:;]-?\)", re.MULTILINE)

_QUOTE = re.compile('[«»„“”"]')
#: The mark typed for an apostrophe: об"єкт.
APOSTROPHE_QUOTE = re.compile('(?<=[бпвмфрнкзгджтсхБПВМФРНКЗГДЖТСХ])["“”](?=[яюєїЯЮЄЇ])')
#: What a mark may close, best first.
_QUOTE_CLOSES = {"»": "«", "“": "„“", "”": "„“”", '"': '"'}
_PARTNERS = {"«": "»", "„": "“", "“": "”", "”": "”", '"': '"'}


class Lonely(NamedTuple):
    """A sign without a partner; ``opens`` tells which side it is."""

    sign: str
    at: int
    opens: bool


def lonely_brackets(text: str) -> list[Lonely]:
    """Brackets that do not close or were never opened; marks of a list's items are none of them."""
    if _BRACKET.search(text) is None:
        return []
    items = {match.end() - 1 for match in _ITEM.finditer(text)}
    opened: list[Lonely] = []
    waiting = Counter[str]()
    lonely: list[Lonely] = []
    for match in _BRACKET.finditer(text):
        sign, at = match[0], match.start()
        if sign not in _CLOSES:
            opened.append(Lonely(sign, at, opens=True))
            waiting[sign] += 1
        elif at not in items and waiting[_CLOSES[sign]]:
            lonely += _close(opened, waiting, _CLOSES[sign])
        elif at not in items:
            lonely.append(Lonely(sign, at, opens=False))
    last_item = max(items, default=-1)
    return sorted([*lonely, *(sign for sign in opened if sign.at > last_item)], key=lambda sign: sign.at)


def _close(opened: list[Lonely], waiting: Counter[str], sign: str) -> Iterator[Lonely]:
    """Take the newest open bracket of a kind away; what was opened inside it and not closed is lonely."""
    while True:
        newest = opened.pop()
        waiting[newest.sign] -= 1
        if newest.sign == sign:
            return
        yield newest


def lonely_quotes(text: str) -> list[Lonely]:
    """Quotation marks without a partner. «ДП «Центр» counts as closed: coinciding marks are written once."""
    if _QUOTE.search(text) is None:
        return []
    apostrophes = {match.start() for match in APOSTROPHE_QUOTE.finditer(text)}
    marks = [(m[0], m.start()) for m in _QUOTE.finditer(text) if m.start() not in apostrophes]
    opened: defaultdict[str, list[Lonely]] = defaultdict(list)
    lonely: list[Lonely] = []
    for sign, at in marks:
        closes = next((kind for kind in _QUOTE_CLOSES.get(sign, "") if opened[kind]), None)
        if closes is not None:
            opened[closes].pop()
        elif sign in _PARTNERS:
            opened[sign].append(Lonely(sign, at, opens=True))
        else:
            lonely.append(Lonely(sign, at, opens=False))
    merged = _merged(marks)
    lonely += [sign for signs in opened.values() for sign in signs if sign.at != merged]
    return sorted(lonely, key=lambda sign: sign.at)


def _merged(marks: Sequence[tuple[str, int]]) -> int:
    """The place of a mark that is closed together with the next one; -1 where none is."""
    last = [(sign, at) for sign, at in marks if sign in "«»"][-3:]
    return last[0][1] if "".join(sign for sign, _ in last) == "««»" else -1


def partner(sign: str) -> str:
    """The mark that closes what this one opens."""
    return _PARTNERS.get(sign) or {"(": ")", "[": "]", "{": "}"}[sign]
