"""What stands between two addresses that nobody set apart: a bullet, «;2)», «та».

Also what a blank cuts off an address: the rest of a file's name.
"""

from __future__ import annotations

import re

#: Bullets of lists, also those of Word's symbol fonts; no address has them.
BULLETS = "•●○◦▪▫■□◆◇►▶‣⁃→➔➢➤✓✔★\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"

#: The mark of a list's next item and conjunctions, typed without a blank at an address's end.
JOINT = r"(?:[,;]\d{1,2}[.)]|та|й|і|або)"

ADDRESS_AHEAD = re.compile(r"[ \t\xa0]?(?:https?:/|www\.)", re.IGNORECASE)

_BETWEEN_GLUED = re.compile(rf"[,;|/·{BULLETS}]{{0,3}}(?:{JOINT}[ \t\xa0]?)?")
_LONGEST_BETWEEN = 8

_FILE = r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|jpe?g|png|gif|zip|rar|html?|php|aspx?)"
#: The rest of a name whose first part ends an address: «…/plan 2021.pdf», «…/План роботи на 2021.pdf».
_REST_OF_NAME = re.compile(
    rf"[ \xa0](?:[\w()№%-]{{1,40}}[ \xa0]){{0,6}}(?:[\w%-][\w().%-]{{0,80}}|\(\d{{1,3}}\)){_FILE}(?![\w/@-])",
    re.IGNORECASE,
)
#: Words of prose: «https://… див. файл zvit.docx», «https://… та zvit.docx» tell of a file of its own.
_PROSE = re.compile(
    r"[ \xa0](?:файл\w*|документ\w*|додат\w+|текст\w*|скан\w*|форма|формат\w*"
    r"|і|й|та|або|також|на|у|в|за|про|від|див)[ \xa0]",
    re.IGNORECASE,
)
#: A path that ends in words of a name: «…/media/Звіт» goes on with «за 2021.pdf».
_CYRILLIC_NAME = re.compile(r"(?<=/)[^/]{0,200}[А-Яа-яІіЇїЄєҐґ]\Z")
_NAMED_FILE = re.compile(rf"{_FILE}$", re.IGNORECASE)


def is_joint(text: str, end: int, start: int) -> bool:
    """Whether nothing but a joint stands between an address's end and the next one's start."""
    return start - end <= _LONGEST_BETWEEN and _BETWEEN_GLUED.fullmatch(text, end, start) is not None


def left_out(text: str, path: int, end: int) -> bool:
    """Whether dots at ``end`` stand for the rest of an address that a page showed shortened:
    «https://www.facebook.com/sud/posts/12345...»; ``text[path:end]`` is the path so far."""
    return end - path > 1 and text.startswith(("…", "..."), end)


def cut_short(text: str, path: int, end: int, stop: int) -> bool:
    """Whether a blank at ``end`` cut off the rest of a file's name; ``text[path:end]`` is the path so far."""
    if end - path < 2 or text[end - 1] == "/" or _NAMED_FILE.search(text[max(path, end - 8) : end]):
        return False
    rest = _REST_OF_NAME.match(text, end, stop)
    if rest is None:
        return False
    return _PROSE.match(rest[0]) is None or _CYRILLIC_NAME.search(text, path, end) is not None
