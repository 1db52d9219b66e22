"""Cells, headings and title lines as people type them, a second look by somebody who had not read the rules.

``phrases/*.tsv`` hold a text and what it must be read as; ``\\n`` is a line end, ``\\u200b`` and the like
a sign that cannot be seen. Most answers were written before the readers were asked, the others judged one by
one. Where an answer is weaker than a person's guess («text», «?»), it is so on purpose.
"""

import re
from pathlib import Path

import pytest

from courtcomms.cells.court_names import read_court
from courtcomms.cells.headings import read_heading
from courtcomms.cells.links import read_links
from courtcomms.cells.media import read_media
from courtcomms.cells.participants import read_participants
from courtcomms.model import MediaKind, Participants, ParticipantsKind

PHRASES = Path(__file__).parent / "phrases"


def _unescaped(text: str) -> str:
    shown = text.replace("\\n", "\n").replace("\\t", "\t")
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), shown)


def rows(name: str, columns: int = 2) -> list[tuple[str, ...]]:
    lines = (PHRASES / name).read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    return [(_unescaped(text), *rest, *[""] * (columns - 1 - len(rest))) for text, *rest in cells]


def said(people: Participants) -> str:
    """«25», «~25», «>=25», «<=25», «20..25», «none» or «text»."""
    match people.kind:
        case ParticipantsKind.EXACT:
            return f"{people.low}"
        case ParticipantsKind.APPROX:
            return f"~{people.low}"
        case ParticipantsKind.MIN:
            return f">={people.low}"
        case ParticipantsKind.MAX:
            return f"<={people.high}"
        case ParticipantsKind.RANGE:
            return f"{people.low}..{people.high}"
        case _:
            return people.kind.value


@pytest.mark.parametrize(("text", "expected"), rows("participants.tsv"))
def test_participants(text: str, expected: str) -> None:
    assert said(read_participants(text)) == expected


@pytest.mark.parametrize(("text", "count", "expected"), rows("media.tsv", columns=3))
def test_media(text: str, count: str, expected: str) -> None:
    media = read_media(text)
    assert ("?" if media.count is None else str(media.count)) == count
    assert " | ".join(f"{item.outlet} {item.url}".strip() for item in media.items) == expected
    assert all((item.kind is MediaKind.ONLINE) == bool(item.url) for item in media.items)


@pytest.mark.parametrize(("text", "expected"), rows("headings.tsv"))
def test_headings(text: str, expected: str) -> None:
    assert (read_heading(text) or "-") == expected


@pytest.mark.parametrize(("line", "expected"), rows("court_lines.tsv"))
def test_courts(line: str, expected: str) -> None:
    court = read_court(line)
    assert (court.nominative if court else "-") == expected


@pytest.mark.parametrize(("text", "expected"), rows("link_cells.tsv"))
def test_links(text: str, expected: str) -> None:
    links = read_links(text)
    assert " ".join(link.target for link in links) == expected
    assert [text[link.start : link.end] for link in links] == [link.text for link in links]
