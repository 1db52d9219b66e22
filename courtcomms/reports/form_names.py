"""The signatory's name in its two forms: «Ім'я ПРІЗВИЩЕ» and «І. Б. Прізвище».

What is typed stands. Here is only told whether it has the form that is asked for, and what it would be in
that form; a first name cannot be known from an initial, so nothing is offered there.
"""

from __future__ import annotations

import re

from courtcomms.reports.form_model import NameForm

_LETTERS = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
_WORD = re.compile(_LETTERS)
_INITIAL = r"[^\W\d_]\."
_INITIALS_FIRST = re.compile(rf"(?P<initials>{_INITIAL}(?:\s*{_INITIAL})?)\s*(?P<surname>{_LETTERS})")
_SURNAME_FIRST = re.compile(rf"(?P<surname>{_LETTERS})\s+(?P<initials>{_INITIAL}(?:\s*{_INITIAL})?)")
#: How a patronymic ends.
_PATRONYMIC = re.compile(r".+(?:ович|йович|івна|ївна|ьич|євич)", re.IGNORECASE)


def has_form(name: str, form: NameForm) -> bool:
    """Whether a name is written so; an empty one is."""
    if not name.strip():
        return True
    if form is NameForm.INITIALS:
        return _initials(name) is not None
    words = name.split()
    return len(words) == 2 and all(map(_is_word, words)) and words[1].isupper() and not words[0].isupper()


def in_form(name: str, form: NameForm) -> str:
    """The name in a form, ``""`` where it has that form already or cannot be told."""
    if has_form(name, form):
        return ""
    parts = _parts(name)
    if parts is None:
        return ""
    first, middle, surname = parts
    if form is NameForm.FULL:
        return f"{_capital(first)} {surname.upper()}"
    initials = f"{first[0].upper()}. {middle[0].upper()}. " if middle else f"{first[0].upper()}. "
    return initials + _capital(surname)


def _parts(name: str) -> tuple[str, str, str] | None:
    """First name, patronymic (or nothing) and surname of a name written out."""
    words = name.split()
    if not all(map(_is_word, words)) or _initials(name) is not None:
        return None
    if len(words) == 2:
        first, surname = reversed(words) if words[0].isupper() and not words[1].isupper() else words
        return first, "", surname
    if len(words) == 3:
        if _PATRONYMIC.fullmatch(words[2]):
            return words[1], words[2], words[0]
        if _PATRONYMIC.fullmatch(words[1]):
            return words[0], words[1], words[2]
    return None


def _initials(name: str) -> re.Match[str] | None:
    return _INITIALS_FIRST.fullmatch(name.strip()) or _SURNAME_FIRST.fullmatch(name.strip())


def _is_word(word: str) -> bool:
    return _WORD.fullmatch(word) is not None


def _capital(word: str) -> str:
    """«ПЕТРЕНКО-ЗРАЗОК» as «Петренко-Зразок»; what is not all capitals stays."""
    return "-".join(part.capitalize() for part in word.split("-")) if word.isupper() else word
