"""Builders of Office files for these tests, importable by name, and a reader of what they build."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from courtcomms.importing import read_document


@pytest.fixture
def read(tmp_path):
    """Writes bytes to a file of the given name and reads it as a document."""

    def reader(content: bytes, name: str = "звіт.docx"):
        path = tmp_path / name
        path.write_bytes(content)
        return read_document(path)

    return reader
