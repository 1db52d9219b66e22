"""Rows below the events that are the signature, the date and the executor, written into the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtcomms.cells.headings import Heading
from courtcomms.importing.finding.found import Part
from courtcomms.importing.finding.row_kinds import place
from courtcomms.importing.finding.table_head import Leaf
from courtcomms.importing.grid import GridRow

_MOST_ROWS = 12
_MOST_CELLS = 5
_LONGEST = 160
_UPPER, _LOWER = "А-ЯІЇЄҐ", "а-яіїєґ"
_WORD = rf"[{_UPPER}][{_LOWER}'’ʼꞌ-]+"
_SHOUTED = rf"[{_UPPER}][{_UPPER}'’ʼꞌ-]+"
_INITIALS = rf"[{_UPPER}]\.\s?(?:[{_UPPER}]\.)?"
_ANY = rf"(?:{_WORD}|{_SHOUTED})"
_PERSON = rf"(?:{_WORD}\s+{_SHOUTED}|{_SHOUTED}\s+{_WORD}|{_INITIALS}\s?{_ANY}|{_ANY}\s+{_INITIALS})"
_NAME = re.compile(rf"[_\s/(]*{_PERSON}[\s/)_]*")
_POST = re.compile(
    r"(?:в\.?\s*о\.?\s+|т\.?\s*в\.?\s*о\.?\s+|перший\s+)?(?:заступни\w+|керівни\w+|голов[аи]|начальни\w+|секретар\w*"
    r"|прес-?секретар\w*|помічни\w+|суддя|консультант|(?:головн|провідн|старш)\w+\s+(?:спеціаліст|консультант"
    r"|секретар)\w*|спеціаліст)\b[^\d:;!?]*",
    re.IGNORECASE,
)
_EXECUTOR = re.compile(
    r"(?:вик(?:он(?:авець|авиця|ав|ала))?|підготу\w+|уклав|уклала|склав|склала)\b[\s.:–-].*"
    r"|(?:тел(?:ефон)?|моб)\b[\s.:]*[\d\s()+–-]{5,}.*",
    re.IGNORECASE | re.DOTALL,
)
_EXECUTOR_ALONE = re.compile(r"вик(?:онав(?:ець|иця))?[.:]?", re.IGNORECASE)
_PHONE = re.compile(r"[\d\s()+–-]{5,20}")
_DATE = re.compile(r"(?:«?\d{1,2}»?[.\s]+(?:\d{2}|[^\W\d]{3,12})[.\s]+\d{4}\s*(?:р\.?|року)?)")
_BLANK = re.compile(r"[_\s.–-]{3,}|\(?(?:підпис|власне ім.я.{0,40}|ПІБ)\)?|м\.?\s?п\.?", re.IGNORECASE)


def tail_start(part: Part) -> int:
    """Index in the table of the first row of its tail, the part's end where there is none."""
    rows, leaves = part.rows, part.head.leaves
    start, signed = len(rows), False
    for at in range(len(rows) - 1, max(len(rows) - 1 - _MOST_ROWS, -1), -1):
        texts = _told(rows[at])
        if not texts:
            continue
        if not _is_tail(rows[at], texts, leaves):
            break
        start, signed = at, signed or any(_signs(text) for text in texts)
    return part.first_row + (start if signed else len(rows))


def _told(row: GridRow) -> list[str]:
    return [text for cell in row.cells if (text := " ".join(cell.text.split()))]


def _is_tail(row: GridRow, texts: Sequence[str], leaves: Sequence[Leaf]) -> bool:
    if len(texts) > _MOST_CELLS or any(len(text) > _LONGEST or "://" in text for text in texts):
        return False
    if any(text.rstrip(" .)").isdigit() for text in _numbers(row, leaves)):
        return False
    return all(_may_stand_in_tail(text) for text in texts)


def _numbers(row: GridRow, leaves: Sequence[Leaf]) -> list[str]:
    """What stands under №: an event has its number there, a signature none."""
    placed = place(row, leaves)[0]
    return [
        cell.text.strip() or cell.label
        for cells, leaf in zip(placed, leaves, strict=True)
        if leaf.key is Heading.NUMBER
        for cell in cells
    ]


def _signs(text: str) -> bool:
    """What only a signature or an executor's line says."""
    return any(kind.fullmatch(text) for kind in (_NAME, _EXECUTOR)) or _signed_post(text)


def _signed_post(text: str) -> bool:
    """A post with a name behind it in one cell: «Керівник апарату ______ Олена КОВАЛЬ»."""
    post = _POST.match(text)
    return post is not None and re.search(rf"{_PERSON}[\s/)_]*$", text) is not None


def _may_stand_in_tail(text: str) -> bool:
    kinds = (_NAME, _POST, _EXECUTOR, _EXECUTOR_ALONE, _PHONE, _DATE, _BLANK)
    return any(kind.fullmatch(text) for kind in kinds) or _signed_post(text)
