"""A text file as a grid: a table where its lines are rows, lines of words otherwise."""

from __future__ import annotations

from typing import BinaryIO

from courtcomms.importing.files.encodings import Decoded, decode
from courtcomms.importing.files.refusal import damaged, too_large
from courtcomms.importing.grid import MOST_ROWS, Grid, GridLine
from courtcomms.importing.plain.csv_file import read_table
from courtcomms.importing.warning_list import WarningList
from courtcomms.plural import plural

#: A report of 10,000 rows is about 10 MB of text.
_MOST_BYTES = 32 << 20
#: A text has hardly any of them; a file of them is no text.
_MOST_NULS = 0.01


def read_text(file: BinaryIO, warnings: WarningList) -> Grid:
    """The grid of a file of text, in whatever encoding and with whatever separators.

    Raises:
        Refusal: too large, or no text.
    """
    raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise too_large("понад 32 МБ тексту")
    decoded = decode(raw)
    if decoded.text.count("\0") > _MOST_NULS * len(decoded.text):
        raise damaged()
    _tell(decoded, warnings)
    table, notes = read_table(decoded.text)
    if table is not None:
        return Grid((table,), notes)
    lines = [line for line in decoded.text.splitlines() if line.strip()]
    if len(lines) > MOST_ROWS:
        raise too_large(f"понад {MOST_ROWS} рядків")
    return Grid(tuple(map(GridLine, lines)), notes)


def _tell(decoded: Decoded, warnings: WarningList) -> None:
    if not decoded.certain:
        warnings.add(
            f"Кодування тексту визначено з сумнівом, прочитано як {decoded.encoding}. "
            "Якщо слова незрозумілі, збережіть файл у кодуванні UTF-8."
        )
    elif decoded.encoding and decoded.encoding != "windows-1251":
        warnings.add(f"Текст записано в кодуванні {decoded.encoding}; перевірте, чи всі слова зрозумілі.")
    if decoded.lost:
        number = plural(decoded.lost, "знак", "знаки", "знаків")
        warnings.add(f"У тексті не вдалося прочитати {decoded.lost} {number}: там стоїть «\ufffd».")
