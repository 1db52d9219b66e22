"""What reading a file comes to, and what a good refusal looks like."""

import re

import pytest

from courtcomms.errors import BadInput
from courtcomms.importing import read_document


def refusal(content: bytes, tmp_path, name: str = "звіт.docx") -> str:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        read_document(path)
    return str(refused.value)


def outcome(path):
    """The document, or the sentence of its refusal."""
    try:
        return read_document(path)
    except BadInput as refused:
        return str(refused)


def is_one_good_sentence(text: str) -> bool:
    """Names the file, says that nothing was imported and what to do; no word of the machinery."""
    told = "нічого не імпортовано" in text and text.endswith(".") and "«" in text
    return told and not re.search(r"Error|Traceback|xml\b.*line|None|\\x", text) and len(text) < 420
