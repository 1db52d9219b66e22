"""Writes the files of the corpus that are made by code, each with what must be read from it.

``python tests/corpus/make.py`` writes them anew; the same code gives the same bytes. What is expected is
said here and not asked of the program.
"""

import json
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER), str(FOLDER.parent / "importing")]

from events import COURT, KEYS, PERIOD, Case  # noqa: E402
from excel_files import EXCEL  # noqa: E402
from word_files import WORD  # noqa: E402

_ADDRESS = re.compile(r"https?://[^\s)]+")


def cases() -> list[Case]:
    """Every made file."""
    return [build() for build in (*WORD, *EXCEL)]


def expected(case: Case) -> dict:
    """What ``courtcomms import --dry-run --json`` prints of a file."""
    columns = zip(case.headings, KEYS, strict=True)
    return {
        "court": COURT,
        "period": PERIOD,
        "kind": "report",
        "columns": [{"source": text, "key": key, "index": at} for at, (text, key) in enumerate(columns)],
        "rows": [
            {"cells": [_cell(case, row, column, text) for column, text in enumerate(texts)]}
            for row, texts in enumerate(case.rows)
        ],
        "warnings": list(case.warnings),
    }


def _cell(case: Case, row: int, column: int, text: str) -> dict:
    links = case.links.get((row, column), [(address, address) for address in _ADDRESS.findall(text)])
    return {"text": text, "links": [{"target": target, "text": shown} for target, shown in links]}


def write() -> None:
    """Write all of them into this folder."""
    for case in cases():
        path = FOLDER / case.name
        path.write_bytes(case.content)
        text = json.dumps(expected(case), ensure_ascii=False, indent=1) + "\n"
        path.with_name(path.name + ".json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
