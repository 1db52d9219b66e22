"""The list of addresses that `links check --urls` reads: one JSON string a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from courtcomms.errors import BadInput, reason_of

#: A list is typed or made by a script: more is no list of links.
_MOST_BYTES = 64 * 2**20


def read_urls(source: str) -> list[str]:
    """The strings of a file, or of standard input for «-», in their order; blank lines are passed over.

    Raises:
        BadInput: the file cannot be read, or a line is no JSON string.
    """
    found = []
    for number, line in enumerate(_text(source).split("\n"), 1):
        if line.strip():
            found.append(_url(line, number))
    return found


def _url(line: str, number: int) -> str:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, str):
        raise BadInput(
            f"Рядок {number} переліку посилань — не рядок JSON: нічого не перевірено. "
            'Пишіть кожну адресу в лапках з нового рядка: "https://court.gov.ua/".'
        )
    return value


def _text(source: str) -> str:
    data = _bytes(source)
    if len(data) > _MOST_BYTES:
        raise BadInput("Перелік посилань завеликий (понад 64 МБ): нічого не перевірено. Поділіть його.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            "Перелік посилань — не текст у кодуванні UTF-8: нічого не перевірено. Збережіть його як UTF-8."
        ) from error


def _bytes(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    try:
        with Path(source).open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(
            f"Не вдалося прочитати перелік посилань «{source}»: {reason_of(error)}. Нічого не перевірено."
        ) from error
