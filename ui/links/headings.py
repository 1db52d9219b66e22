"""What stands over the list of links, and in its place while it is empty."""

from __future__ import annotations

from courtcomms.model import LinkGroup
from ui.links.book import LinkBook, Standing
from ui.links.words import MANY, addresses


def heading(book: LinkBook) -> str:
    """What stands over the list."""
    if book.standing is Standing.HERE:
        told = addresses(len(book.shown.links)) if book.shown.links else "Посилань немає"
        return f"{told} · реєстр відтоді змінено" if book.aged else told
    return {
        Standing.COMING: "Збираю посилання…",
        Standing.STOPPED: "Збирання посилань зупинено",
        Standing.FAILED: "Не вдалося зібрати посилання",
    }.get(book.standing, "Посилання")


def hint(book: LinkBook, group: LinkGroup | None) -> str:
    """What stands in the list's place while it is empty."""
    if book.standing is Standing.LARGE:
        return "Заходів тут дуже багато: посилання зберуться на Ваше прохання — «Перевірити» або F8."
    if book.standing in (Standing.STOPPED, Standing.FAILED):
        return "Зібрати посилання знову: F8."
    if book.standing is not Standing.HERE:
        return ""
    if group is not None and book.shown.links:
        return f"Серед посилань немає таких: «{MANY[group].lower()}»."
    return "Адрес тут немає: їх вписують у клітинки «Посилання на сайт суду» і «Публікації у ЗМІ»."
