"""Reading in a process of its own gives what reading gives, and nothing else ever comes out of it."""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from docx_files import ROW, docx, report, row
from refusals import is_one_good_sentence

from courtcomms.errors import BadInput
from courtcomms.importing.isolation import isolated
from courtcomms.importing.isolation.isolated import Limits, read_isolated
from courtcomms.importing.read import read_documents
from courtcomms.progress import Cancelled, Progress
from ui import __main__ as program

GOOD = docx(report(row(*ROW), row("2.", *ROW[1:])))
BROKEN_OFF = "читання обірвалося"


@pytest.fixture
def good(tmp_path) -> Path:
    path = tmp_path / "звіт.docx"
    path.write_bytes(GOOD)
    return path


@pytest.fixture
def reader_is(monkeypatch, tmp_path_factory):
    """Puts a program of the test in the worker's place."""

    def put(source: str) -> None:
        script = tmp_path_factory.mktemp("reader") / "reader.py"
        script.write_text(f"import os, struct, sys, time\n{source}\n", encoding="utf-8")
        monkeypatch.setattr(isolated, "worker_command", lambda: [sys.executable, str(script)])

    return put


def refused(path: Path, **keywords) -> str:
    with pytest.raises(BadInput) as refusal:
        read_isolated(path, **keywords)
    text = str(refusal.value)
    assert is_one_good_sentence(text)
    return text


def test_the_same_is_read_as_in_this_process(good):
    assert read_isolated(good) == read_documents(good)


def test_relative_path_is_meant_from_here(good, monkeypatch):
    monkeypatch.chdir(good.parent)
    assert len(read_isolated(Path(good.name))[0].rows) == 2


def test_refusal_is_the_readers_own(tmp_path):
    path = tmp_path / "лист.docx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(BadInput) as here:
        read_documents(path)
    assert refused(path) == str(here.value)


def test_missing_file_and_folder(tmp_path):
    assert "немає" in refused(tmp_path / "немає.docx")
    with pytest.raises(BadInput, match="тека"):
        read_isolated(tmp_path)


def test_progress_comes_back(good):
    told = []
    read_isolated(good, Progress(lambda done, total: told.append((done, total))))
    assert told[-1][0] > 0
    assert all(0 <= done <= total for done, total in told)


def test_cancelling_ends_the_process_at_once(good, reader_is, tmp_path):
    mark = tmp_path / "pid"
    reader_is(f"open({str(mark)!r}, 'w').write(str(os.getpid()) + '.')\ntime.sleep(600)")

    def started() -> bool:
        return mark.exists() and mark.read_text().endswith(".")

    with pytest.raises(Cancelled):
        read_isolated(good, Progress(cancelled=started))
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()[:-1]), 0)


def test_process_that_says_nothing_is_ended_with_what_it_started(good, reader_is, tmp_path):
    mark = tmp_path / "pid"
    reader_is(
        "import subprocess\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(mark)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)"
    )
    assert "понад 0 с" in refused(good, limits=Limits(seconds=0.1, start_seconds=2))
    state = Path(f"/proc/{mark.read_text()}/stat")
    if Path("/proc").is_dir():
        assert not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z"


def test_clock_runs_from_when_it_is_ready(good):
    assert "понад 0 с" in refused(good, limits=Limits(seconds=0.0))


READY = "sys.stdout.buffer.write(struct.pack('>I', 14) + b'{\"ready\":true}')\nsys.stdout.flush()\n"


@pytest.mark.parametrize(
    "source",
    [
        "raise SystemExit(3)",
        "os.abort()",
        "os.kill(os.getpid(), 9)",
        "print('hello')",
        "print('x' * 100_000)",
        "sys.stderr.write('x' * 10_000_000)",
        "os.close(0)",
        "sys.stdout.buffer.write(struct.pack('>I', 100) + b'{}')",
        "sys.stdout.buffer.write(struct.pack('>I', 2**32 - 1) + b'{}')",
        "sys.stdout.buffer.write(struct.pack('>I', 2) + b'[]')",
        "sys.stdout.buffer.write(struct.pack('>I', 2) + b'{}')",
        "sys.stdout.buffer.write(struct.pack('>I', 3) + b'{x}')",
        "sys.stdout.buffer.write(struct.pack('>I', 4000) + b'[' * 4000)",
        "sys.stdout.buffer.write(struct.pack('>I', 14) + b'{\"progress\":1}')",
        "sys.stdout.buffer.write(struct.pack('>I', 22) + b'{\"documents\":[{\"a\":1}]}')",
        READY,
        READY + "raise ValueError('секрет')",
    ],
)
def test_process_that_breaks_or_babbles_is_one_sentence(source, good, reader_is, caplog):
    reader_is(source)
    with caplog.at_level(logging.ERROR):
        assert BROKEN_OFF in refused(good)
    assert caplog.records


def test_flood_of_progress_is_no_obstacle(good, reader_is):
    message = b'{"progress":[1,2]}'
    reader_is(f"sys.stdout.buffer.write((struct.pack('>I', {len(message)}) + {message!r}) * 5000)")
    assert BROKEN_OFF in refused(good)


def test_answer_longer_than_agreed_is_not_read(good):
    assert BROKEN_OFF in refused(good, limits=Limits(answer=20))


def test_too_little_memory_is_one_sentence(good):
    assert refused(good, limits=Limits(memory=1 << 20))


def test_program_that_cannot_be_started(good, monkeypatch):
    monkeypatch.setattr(isolated, "worker_command", lambda: ["/немає/такої"])
    assert "не запустилася" in refused(good)


def test_failure_is_logged_without_the_words_of_the_file(good, reader_is, caplog):
    message = b'{"failed":"KeyError at mapper.py:12"}'
    reader_is(f"sys.stdout.buffer.write(struct.pack('>I', {len(message)}) + {message!r})")
    with caplog.at_level(logging.ERROR):
        assert BROKEN_OFF in refused(good)
    assert "KeyError at mapper.py:12" in caplog.text


def test_nothing_is_left_behind(good, monkeypatch, tmp_path_factory):
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    threads = threading.active_count()
    read_isolated(good)
    assert list(folder.iterdir()) == []
    assert list(good.parent.iterdir()) == [good]
    assert threading.active_count() == threads


def test_environment_is_not_handed_on(good, reader_is, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("COURTCOMMS_SECRET", "1")
    reader_is("sys.stderr.write(' '.join(os.environ) + ' ' + os.getcwd())\nraise SystemExit(1)")
    told = []
    monkeypatch.setattr(isolated._LOG, "error", lambda *words: told.append(str(words)))
    refused(good)
    (words,) = told
    assert "PYTHONPATH" in words
    assert "PROXY" not in words
    assert "SECRET" not in words
    assert str(good.parent) not in words


def test_program_starts_the_reader_by_its_first_argument(good):
    done = subprocess.run(
        [sys.executable, "-m", "ui", isolated.WORKER_ARGUMENT], input=b"", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert program._READER == isolated.WORKER_ARGUMENT


def test_frozen_program_is_its_own_reader(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert isolated.worker_command() == [sys.executable, isolated.WORKER_ARGUMENT]


def test_reader_loads_no_more_than_reading_needs():
    program = (
        "import sys, courtcomms.importing.isolation.worker\n"
        "names = ('PySide6', 'sqlalchemy', 'aiohttp', 'openpyxl', 'docx', 'asyncio', 'email.policy')\n"
        "print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
