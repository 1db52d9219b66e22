"""Files made to harm: each comes to its rows or to one sentence, in time, and touches nothing else.

The builders are in ``tests/hostile``; ``measure.py`` there prints the table of all of them.
"""

import logging
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))

from hostile_cases import INSIDE, READ
from refusals import is_one_good_sentence

from courtcomms.errors import BadInput
from courtcomms.importing.isolation.isolated import LIMITS, Limits, read_isolated


@pytest.fixture(scope="module")
def listener():
    """Hears on loopback; ``heard`` is what was asked of it."""
    heard: list[str] = []

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Ear)
    server.heard = heard
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def come_to(path: Path, limits: Limits) -> str:
    """The sentence, or how many rows came in."""
    try:
        return f"{READ}{sum(len(one.rows) for one in read_isolated(path, limits=limits))}"
    except BadInput as refused:
        return str(refused)


@pytest.mark.parametrize("name", INSIDE)
def test_hostile_file(name, listener, tmp_path, monkeypatch, caplog):
    case = INSIDE[name]
    folder, temporary = tmp_path / "files", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    path = folder / case.name
    content = case.build(listener.server_port)
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        # Where either outcome is right, being stopped by the clock is one too, and soon.
        told = come_to(path, LIMITS if case.told else Limits(seconds=1.5))
    assert case.told in told
    assert told.startswith(READ) or is_one_good_sentence(told)
    assert "обірвалося" not in told
    assert listener.heard == []
    assert list(folder.iterdir()) == [path]
    assert path.stat().st_size == len(content)
    assert list(temporary.iterdir()) == []
