"""Phrases of pages that are not the page asked for, from ``resources/links``; read when first wanted."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from courtcomms.cells.typography import APOSTROPHES, DASHES
from courtcomms.paths import resources_dir


class Said(StrEnum):
    """What a title or heading says; the value is its table's name in ``not_found.toml``."""

    CERTAIN = "certain"
    LIKELY = "likely"
    NO_SITE = "no_site"
    MAINTENANCE = "maintenance"


#: Between the parts of a title: «Сторінку не знайдено | Суд», «404 - Суд», «Ой! Сторінки не існує», but not
#: «Фейсбук: сторінка недоступна», which is news.
_BETWEEN = re.compile(
    rf"\s*(?:[|•·»«›‹→]|::)\s*|\s[{re.escape(DASHES)}]+\s|[.!?…]+(?:\s|$)|(?<=помилка):|(?<=ошибка):|(?<=error):|(?<=404):"
)
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_AROUND = ' \t"“”„()[]{}<>.,:;!?…*#-–—_'
_LONGEST = 200


@cache
def table(name: str) -> dict[str, Any]:
    """A file of ``resources/links`` without its ending."""
    with (resources_dir() / "links" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def plain(text: str) -> str:
    """Words as the tables have them: small letters, one apostrophe, one space."""
    return " ".join(_APOSTROPHE.sub("'", text).replace("\u00ad", "").casefold().split())


def parts(text: str) -> tuple[str, ...]:
    """A title whole and cut where sites cut it, in the tables' letters."""
    whole = plain(text[:_LONGEST])
    found = (piece.strip(_AROUND) for piece in (whole, *_BETWEEN.split(whole)))
    return tuple(dict.fromkeys(piece for piece in found if piece))


def said(text: str) -> Said | None:
    """What one title or heading says in place of a page's name; ``None`` for an ordinary one."""
    if not text:
        return None
    pieces = parts(text)
    for kind in Said:
        if any(_pattern(kind).fullmatch(piece) for piece in pieces):
            return kind
    return None


@cache
def _pattern(kind: Said) -> re.Pattern[str]:
    return one_of(table("not_found")[kind.value]["phrases"])


def one_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern of whole phrases; «*» is at most sixty signs of anything."""
    bare = (phrase.strip(_AROUND.replace("*", "")) for phrase in phrases)
    return re.compile("|".join(".{0,60}".join(map(re.escape, phrase.split("*"))) for phrase in bare))
