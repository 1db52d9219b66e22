"""The court's own letterhead: a Word document from which a clean one of our own making is built.

Taken are the words, looks and pictures of its body, headers and footers; see :mod:`letterhead_clean`.
The clean document is what lies beside the forms and what the Word writer begins with.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from courtcomms.errors import BadInput, reason_of
from courtcomms.reports.form_model import Letterhead
from courtcomms.reports.letterhead_build import built, left_out_of
from courtcomms.reports.letterhead_lines import letterhead_lines
from courtcomms.reports.letterhead_package import FILE_BYTES, LetterheadPackage, UnfitLetterhead

_KEPT = 8


def read_letterhead(path: Path) -> Letterhead:
    """The letterhead of a file, cleaned: no macros, fields, embedded objects or references out of it.

    Raises:
        BadInput: the file is absent, is no .docx, or is more than a letterhead.
    """
    return cleaned_letterhead(path)[0]


def cleaned_letterhead(path: Path) -> tuple[Letterhead, tuple[str, ...]]:
    """The letterhead of a file, and in Ukrainian what of it was left out.

    Raises:
        BadInput: as :func:`read_letterhead`.
    """
    try:
        return _cleaned(_bytes(path))
    except UnfitLetterhead as unfit:
        raise BadInput(
            f"Файл «{path.name}» не годиться на бланк: {unfit}. Форма лишається без бланка; "
            "виберіть інший файл."
        ) from unfit


def letterhead_file(letterhead: Letterhead) -> str:
    """The name under which a letterhead is kept: by what is in it."""
    return f"letterhead_{hashlib.sha256(letterhead.document).hexdigest()[:16]}.docx"


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise UnfitLetterhead("він завеликий як на бланк")
        return path.read_bytes()
    except OSError as error:
        raise UnfitLetterhead(f"файл не прочитано ({reason_of(error)})") from error


@lru_cache(maxsize=_KEPT)
def _cleaned(data: bytes) -> tuple[Letterhead, tuple[str, ...]]:
    package = LetterheadPackage(data)
    document = built(package)
    return Letterhead(document, letterhead_lines(LetterheadPackage(document))), left_out_of(package)
