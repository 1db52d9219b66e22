"""Brackets and quotation marks that have no partner: where they stand in a text."""

from __future__ import annotations

import re
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
    items = {match.end() - 1 for match in _ITEM.finditer(text)}
    opened: list[Lonely] = []
    lonely: list[Lonely] = []
    for match in _BRACKET.finditer(text):
        sign, at = match[0], match.start()
        if sign not in _CLOSES:
            opened.append(Lonely(sign, at, opens=True))
        elif at not in items and not _close(opened, _CLOSES[sign], lonely):
            lonely.append(Lonely(sign, at, opens=False))
    last_item = max(items, default=-1)
    lonely += [sign for sign in opened if sign.at > last_item]
    return sorted(lonely, key=lambda sign: sign.at)


def _close(opened: list[Lonely], sign: str, lonely: list[Lonely]) -> bool:
    """Take the newest open bracket of a kind away; what was opened inside it and not closed is lonely."""
    if all(each.sign != sign for each in opened):
        return False
    while opened[-1].sign != sign:
        lonely.append(opened.pop())
    opened.pop()
    return True


def lonely_quotes(text: str) -> list[Lonely]:
    """Quotation marks without a partner. «ДП «Центр» counts as closed: coinciding marks are written once."""
    apostrophes = {match.start() for match in APOSTROPHE_QUOTE.finditer(text)}
    opened: list[Lonely] = []
    lonely: list[Lonely] = []
    for match in _QUOTE.finditer(text):
        sign, at = match[0], match.start()
        if at in apostrophes or _close_quote(opened, sign):
            continue
        if sign in _PARTNERS:
            opened.append(Lonely(sign, at, opens=True))
        else:
            lonely.append(Lonely(sign, at, opens=False))
    return sorted([*lonely, *_without_merged(text, opened)], key=lambda sign: sign.at)


def _close_quote(opened: list[Lonely], sign: str) -> bool:
    for kind in _QUOTE_CLOSES.get(sign, ""):
        for place in range(len(opened) - 1, -1, -1):
            if opened[place].sign == kind:
                del opened[place]
                return True
    return False


def _without_merged(text: str, opened: list[Lonely]) -> list[Lonely]:
    kept = []
    for quote in opened:
        later = "".join(sign for sign in text[quote.at + 1 :] if sign in "«»")
        if quote.sign != "«" or later != "«»":
            kept.append(quote)
    return kept


def partner(sign: str) -> str:
    """The mark that closes what this one opens."""
    return _PARTNERS.get(sign) or {"(": ")", "[": "]", "{": "}"}[sign]
