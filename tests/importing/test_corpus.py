"""Every file of the corpus is read as the JSON beside it says."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from courtcomms.importing import read_document
from courtcomms.importing.to_json import document_to_json

FOLDER = Path(__file__).resolve().parents[1] / "corpus"
EXPECTED = sorted(FOLDER.glob("*.*.json"))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_file_is_read_as_expected(expected: Path) -> None:
    told = json.loads(expected.read_text(encoding="utf-8"))
    found = document_to_json(read_document(expected.with_suffix("")))
    pieces, warnings = told.pop("warnings"), found.pop("warnings")
    assert {key: found[key] for key in told} == told
    assert len(warnings) == len(pieces), warnings
    for piece in pieces:
        assert any(piece in warning for warning in warnings), (piece, warnings)


def test_every_file_says_what_is_expected_of_it() -> None:
    apart = {".json", ".md", ".py"}
    files = {path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in apart}
    assert files == {path.stem for path in EXPECTED}
    assert len(files) >= 12


@pytest.fixture
def make():
    """The maker of the files, with its neighbours importable while it runs."""
    before = list(sys.path)
    spec = importlib.util.spec_from_file_location("corpus_make", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = before


def test_made_files_are_made_the_same_again(make) -> None:
    for case in make.cases():
        assert (FOLDER / case.name).read_bytes() == case.content, case.name
        beside = json.loads((FOLDER / f"{case.name}.json").read_text(encoding="utf-8"))
        assert beside == make.expected(case), case.name
