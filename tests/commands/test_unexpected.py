"""An error that nobody foresaw: one sentence for the user, the traceback for the log."""

from pathlib import Path

import pytest

from courtcomms import user
from courtcomms.cli import main
from courtcomms.store import Register


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(self: object) -> tuple[str, ...]:
        raise RuntimeError("the inside of a bug")

    monkeypatch.setattr(Register, "integrity", explode)


@pytest.mark.usefixtures("broken")
def test_user_sees_a_sentence_and_the_log_the_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(tmp_path), "integrity"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "якої програма не передбачила" in err
    assert err.count("\n") == 1
    assert "the inside of a bug" in (tmp_path / "courtcomms.log").read_text(encoding="utf-8")


def test_import_leaves_a_copy_of_what_was_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", str(tmp_path / "sample")]) == 0
    document = tmp_path / "sample" / "zvit_komunikatsii_2026_q3.docx"
    assert main(["--data-dir", str(tmp_path / "data"), "import", str(document)]) == 0
    assert list((tmp_path / "data" / "backups").glob("register_*.sqlite3"))


def test_history_names_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user.getpass, "getuser", lambda: "olena")
    assert main(["sample", str(tmp_path / "sample")]) == 0
    document = tmp_path / "sample" / "zvit_komunikatsii_2026_q3.docx"
    assert main(["--data-dir", str(tmp_path / "data"), "import", str(document)]) == 0
    with Register.open(tmp_path / "data" / "register.sqlite3") as register:
        assert {entry.who for entry in register.history(1)} == {"olena"}


def test_machine_without_accounts_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(user.getpass, "getuser", nobody)
    assert user.user_name() == ""
