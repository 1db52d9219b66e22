"""The manual's topics: Markdown files of resources/manual, in the order of their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from courtcomms.cells.search_key import search_key
from courtcomms.paths import resources_dir


@dataclass(frozen=True, slots=True)
class Topic:
    """One task: ``id`` is the file's name without number and suffix, ``text`` Markdown."""

    id: str
    title: str
    text: str

    def speaks_of(self, words: str) -> bool:
        """Whether every word, folded as in the register's search, is found in the topic."""
        text = search_key(self.text)
        return all(word in text for word in search_key(words).split())


def manual_dir() -> Path:
    """Where the manual and its pictures lie."""
    return resources_dir() / "manual"


@cache
def topics() -> tuple[Topic, ...]:
    """All topics in their order."""
    return tuple(_read(path) for path in sorted(manual_dir().glob("*.md")))


def _read(path: Path) -> Topic:
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].lstrip("# ").strip()
    return Topic(path.stem.partition("_")[2], title, text)
