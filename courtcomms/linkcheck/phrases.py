"""Titles and headings of pages that are not the page asked for, from ``resources/links``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from courtcomms.cells.typography import APOSTROPHES, DASHES, INVISIBLE
from courtcomms.paths import resources_dir


class Said(StrEnum):
    """What a title or heading says; the value is its table's name in ``not_found.toml``, the surest first."""

    CERTAIN = "certain"
    NO_SITE = "no_site"
    MAINTENANCE = "maintenance"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


_LONGEST = 200
#: Signs that stand for «*» in a phrase.
_ANYTHING = ".{0,60}"
#: Between a title's parts: «Сторінку не знайдено | Суд», «404 - Суд».
_BETWEEN_PARTS = re.compile(rf"\s*[|•·›→]\s*|\s[»«/]\s|\s*::\s*|\s[{re.escape(DASHES)}]+\s")
#: Between sentences, and behind what calls the next words an error: «Ой! Сторінки не існує», «Error 404:».
#: «Фейсбук: сторінка недоступна» is one sentence, and news.
_SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)|(?<=помилка):|(?<=ошибка):|(?<=error):|(?<=błąd):|(?<=404):")
_DASH = re.compile(rf"\s[{re.escape(DASHES)}]+\s")
_AROUND = " \t\"'“”„«»<>.,:;!?…*#|/\\_" + DASHES
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_DROPPED = dict.fromkeys(map(ord, INVISIBLE), "") | dict.fromkeys(map(ord, "()[]{}"), " ")


@cache
def table(name: str) -> dict[str, Any]:
    """A file of ``resources/links`` without its ending."""
    with (resources_dir() / "links" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def plain(text: str) -> str:
    """Words as the tables have them: small letters, one apostrophe, one space, no brackets."""
    small = _APOSTROPHE.sub("'", text.translate(_DROPPED)).casefold()
    return " ".join(small.split()).strip(_AROUND)


#: A page's title and heading are looked at from several sides, one after the other.
_once_a_page = lru_cache(maxsize=64)


@_once_a_page
def parts(text: str) -> tuple[str, ...]:
    """A title whole, and cut where sites cut it, in the tables' letters."""
    cut = [text, *_BETWEEN_PARTS.split(text)]
    sentences = (plain(sentence) for part in cut for sentence in _sentences(part))
    return tuple(dict.fromkeys(filter(None, sentences)))


def _sentences(text: str) -> list[str]:
    return [text, *_SENTENCE_END.split(text.lower())]


@_once_a_page
def said(text: str) -> Said | None:
    """What a title says in place of a page's name, whole or in a part; ``None`` for an ordinary one."""
    return _first(parts(text[:_LONGEST]))


@_once_a_page
def said_whole(text: str) -> Said | None:
    """What a heading says: it carries no site's name, so that only whole sentences of it count."""
    sentences = _sentences(text[:_LONGEST])
    undashed = [_DASH.sub(" ", sentence) for sentence in sentences]
    return _first(tuple(map(plain, [*sentences, *undashed])))


def is_broken(text: str) -> bool:
    """Whether a page's text begins as a program's cry does when it breaks: «Fatal error: …»."""
    return plain(text[:_LONGEST]).replace(" :", ":").startswith(_cries())


def _first(pieces: Sequence[str]) -> Said | None:
    return next((kind for kind in Said if any(_pattern(kind).fullmatch(piece) for piece in pieces)), None)


@cache
def _cries() -> tuple[str, ...]:
    return tuple(table("not_found")["broken"]["phrases"])


@cache
def _pattern(kind: Said) -> re.Pattern[str]:
    phrases: list[str] = table("not_found")[kind.value]["phrases"]
    return re.compile("|".join(_ANYTHING.join(map(re.escape, phrase.split("*"))) for phrase in phrases))
