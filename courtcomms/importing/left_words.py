"""What a document holds beside words and tables, as Ukrainian sentences; the same for Word and for pages."""

from __future__ import annotations

from courtcomms.plural import counted

REVISIONS = "незатверджені виправлення: вставлене взято, вилучене — ні."


def left_sentences(footnotes: int, comments: int, pictures: int, *, whose: str = "") -> list[str]:
    """How many notes and pictures were not taken; nothing of what there was none of.

    ``whose`` footnotes they are goes behind the word, with a blank before it.
    """
    told = []
    if footnotes:
        told.append(f"Не взято {counted(footnotes, 'виноску', 'виноски', 'виносок')}{whose}.")
    if comments:
        told.append(f"Не взято {counted(comments, 'примітку', 'примітки', 'приміток')} на полях.")
    if pictures:
        told.append(f"Не взято {counted(pictures, 'зображення', 'зображення', 'зображень')}.")
    return told
