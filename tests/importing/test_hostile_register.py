"""The register does not notice a hostile file."""

import sys
from pathlib import Path

import pytest

from courtcomms.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))

from hostile_cases import INSIDE, NOWHERE


@pytest.mark.parametrize("name", ["billion laughs", "noise as a zip", "zip bomb"])
def test_register_is_untouched(name, tmp_path, capsys):
    data = tmp_path / "data"
    assert main(["sample", str(data)]) == 0
    before = {path: path.read_bytes() for path in data.rglob("*") if path.suffix == ".sqlite3"}
    assert before
    path = tmp_path / "звіт.docx"
    path.write_bytes(INSIDE[name].build(NOWHERE))
    assert main(["--data-dir", str(data), "import", str(path)]) == 2
    assert "нічого не імпортовано" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in before} == before
