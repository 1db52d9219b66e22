"""Pages that say what they are called, when they were published and whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from played import Say


@dataclass(frozen=True)
class Page(Say):
    """A page with a ``head`` of its own."""

    head: str = ""
    heading: str = ""

    @property
    def body(self) -> bytes:
        text = "<p>Судді суду розповіли про роботу і відповіли на запитання присутніх.</p>" * 20
        html = f'<html lang="uk"><head><title>{self.title}</title>{self.head}</head><body>'
        return f"{html}<h1>{self.heading or self.title}</h1>{text}</body></html>".encode()


def news(title: str, day: str = "", site: str = "") -> Page:
    """A page of a site's news; ``day`` as YYYY-MM-DD."""
    head = f'<meta property="og:title" content="{title}">'
    head += f'<meta property="article:published_time" content="{day}T10:00:00+03:00">' if day else ""
    head += f'<meta property="og:site_name" content="{site}">' if site else ""
    return Page(title=title, head=head)
