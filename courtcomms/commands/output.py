"""How commands speak: JSON on stdout, messages on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from courtcomms.cells.links import read_links
from courtcomms.model import Column, Event


def print_json(value: Any, *, indent: int | None = None) -> None:
    """One JSON value on stdout, readable Ukrainian; escapes only where a text is no valid Unicode."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        text = json.dumps(value, ensure_ascii=True, indent=indent)
    sys.stdout.write(text + "\n")


def say(text: str) -> None:
    """A message to the person, on stderr."""
    sys.stderr.write(text + "\n")


def row_json(event: Event, number: int) -> dict[str, Any]:
    """A row in the shape that `import` and `report rows` share: nine cells with text and links."""
    return {"cells": [_cell_json(event, column, number) for column in Column]}


def _cell_json(event: Event, column: Column, number: int) -> dict[str, Any]:
    if column is Column.NUMBER:
        return {"text": str(number), "links": []}
    text = event.cells[column]
    links = read_links(text, event.cells.anchors_of(column))
    return {"text": text, "links": [{"target": link.target, "text": link.text} for link in links]}


def present(values: Mapping[str, Any]) -> dict[str, Any]:
    """The entries that have a value."""
    return {key: value for key, value in values.items() if value is not None}


def print_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Rows of short columns, one line each, separated by tabs, on stdout."""
    for row in rows:
        sys.stdout.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")
