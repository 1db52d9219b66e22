"""Reading one table of a form's TOML file: each value checked, each mistake named in Ukrainian."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar

_Result = TypeVar("_Result")

#: What XML 1.0 cannot hold, and with it no Office document.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY_FORMAT = "%d.%m.%Y"


class FormMistake(Exception):
    """What is wrong with a form, as part of a Ukrainian sentence."""


class Section:
    """A table of values that remembers which keys were read, so that a misspelt one is noticed."""

    def __init__(self, values: dict[str, Any], name: str = "") -> None:
        self._values = values
        self._name = name
        self._read: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether a key that may be left out is there."""
        return key in self._values

    def section(self, key: str) -> Section:
        """The table under a key."""
        value = self._take(key)
        if not isinstance(value, dict):
            raise FormMistake(f"«{self._path(key)}» має бути розділом [{self._path(key)}]")
        return Section(value, self._path(key))

    def sections(self, key: str) -> list[Section]:
        """The tables of an array of tables."""
        values = self._take(key)
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise FormMistake(f"«{self._path(key)}» має складатися з розділів [[{self._path(key)}]]")
        return [Section(value, f"{self._path(key)} {place}") for place, value in enumerate(values, 1)]

    def text(self, key: str, *, required: bool = False) -> str:
        """A text that a document can hold; not blank where ``required``."""
        value = self._take(key)
        if not isinstance(value, str):
            raise FormMistake(f"у «{self._path(key)}» має бути текст у лапках")
        if _NOT_XML.search(value):
            raise FormMistake(f"у «{self._path(key)}» є знак, якого документ не може містити")
        if required and not value.strip():
            raise FormMistake(f"«{self._path(key)}» не може бути порожнім")
        return value.replace("\r\n", "\n").replace("\r", "\n")

    def number(self, key: str, low: float, high: float) -> float:
        """A number from ``low`` to ``high``."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise FormMistake(f"у «{self._path(key)}» має бути число від {low:g} до {high:g}")
        return float(value)

    def flag(self, key: str) -> bool:
        """A switch."""
        value = self._take(key)
        if not isinstance(value, bool):
            raise FormMistake(f"у «{self._path(key)}» має бути true або false")
        return value

    def choice(self, key: str, allowed: Sequence[str]) -> str:
        """One of a few words."""
        value = self._take(key)
        if not isinstance(value, str) or value not in allowed:
            raise FormMistake(f"у «{self._path(key)}» має бути одне з: {', '.join(allowed)}")
        return value

    def day(self, key: str) -> date | None:
        """A day as ``25.05.2025``, a TOML date, or nothing."""
        value = self._take(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value == "":
            return None
        try:
            return datetime.strptime(value, _DAY_FORMAT).date()  # noqa: DTZ007 - a day has no time zone
        except (TypeError, ValueError) as error:
            raise FormMistake(f"у «{self._path(key)}» має бути дата на зразок 25.05.2025") from error

    def all_read(self, result: _Result) -> _Result:
        """``result``, once it is certain that no key was left unread."""
        self.done()
        return result

    def done(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._values:
            if key not in self._read:
                raise FormMistake(f"невідома назва «{self._path(key)}»")

    def _take(self, key: str) -> Any:
        self._read.add(key)
        if key not in self._values:
            raise FormMistake(f"немає «{self._path(key)}»")
        return self._values[key]

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key
