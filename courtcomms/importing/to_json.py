"""The JSON form of a read document, the same for the command line and for outside checks."""

from __future__ import annotations

from typing import Any

from courtcomms.importing.document import ImportedDocument, ImportedRow, ShownLink, SourceColumn


def document_to_json(document: ImportedDocument) -> dict[str, Any]:
    """The document as plain values, keys as the command ``import --json`` promises them.

    ``rows`` have nine cells each, ``{"text", "links": [{"target", "text"}]}``, in the order of the form.
    """
    return {
        "court": document.court.nominative if document.court else None,
        "period": document.period.code if document.period else None,
        "kind": document.kind,
        "columns": [_column(column) for column in document.columns],
        "rows": [_row(row) for row in document.rows],
        "warnings": list(document.warnings),
    }


def refusal_to_json(sentence: str) -> dict[str, Any]:
    """The same form for a file that was refused: nothing in it but the reason."""
    empty: dict[str, Any] = {"court": None, "period": None, "kind": "none"}
    return empty | {"columns": [], "rows": [], "warnings": [], "error": sentence}


def _column(column: SourceColumn) -> dict[str, Any]:
    return {"source": column.source, "key": column.key, "index": column.index}


def _row(row: ImportedRow) -> dict[str, Any]:
    texts = (text for _, text in row.cells.texts())
    return {"cells": [_cell(text, links) for text, links in zip(texts, row.links, strict=True)]}


def _cell(text: str, links: tuple[ShownLink, ...]) -> dict[str, Any]:
    return {"text": text, "links": [{"target": link.target, "text": link.text} for link in links]}
