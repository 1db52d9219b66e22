"""A court's data, a site on loopback and the command line, for what is said of links."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from courtcomms.cli import main
from courtcomms.model import Cells, Court, CourtName
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.store import Register

Q3 = Period.quarter(2026, 3)
TEXT = "<p>" + "Суд відвідали школярі, їм розповіли про роботу суддів. " * 20 + "</p>"


class Pages(BaseHTTPRequestHandler):
    """What a court's site may answer."""

    protocol_version = "HTTP/1.1"
    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        place, _, name = self.path.strip("/").partition("/")
        if place == "works":
            self.say(200, f"Новина {name}")
        elif place == "moved":
            self.say(301, "", Location=f"/works/{name}")
        elif place == "wall":
            self.say(403, "Access denied")
        elif place == "slow":
            self.server.slow.wait(20)
            self.say(200, "Нарешті")
        else:
            self.say(404, "Сторінку не знайдено")

    def say(self, status: int, title: str, **headers: str) -> None:
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{TEXT}</body></html>".encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Type": "text/html; charset=utf-8"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def server():
    """A server of one's own; ``asked`` are the paths, ``slow`` lets the slow page go."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        server.daemon_threads = True
        server.asked, server.slow = [], threading.Event()
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.slow.set()
        server.shutdown()


@pytest.fixture
def site(server) -> str:
    return f"http://localhost:{server.server_address[1]}"


@pytest.fixture
def data(tmp_path, monkeypatch) -> DataDir:
    """The data of a court that may ask its own machine; no proxy stands between."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    data = DataDir(tmp_path / "дані")
    data.create()
    data.links.write_text('allowed_hosts = ["localhost"]\ntries = 1\n', encoding="utf-8")
    return data


@pytest.fixture
def run(data, capsys):
    def run_command(*words: object):
        code = main(["--data-dir", str(data.root), *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.fixture
def check(run):
    """`links check --json`: exit code, objects by address, what was said."""

    def run_check(*words: object):
        code, out, err = run("links", "check", "--json", *words)
        told = [json.loads(line) for line in out.splitlines()]
        return code, {one["url"]: one for one in told}, err

    return run_check


@pytest.fixture
def report(data):
    """Enter the cells of a report's rows."""

    def enter(*cells: Cells) -> None:
        with Register.open(data.database) as register:
            register.save_court(Court(0, (CourtName("Садовий районний суд", "Садового районного суду"),)))
            for one in cells:
                register.add_event(1, one, period=Q3)

    return enter


@pytest.fixture
def listed(tmp_path):
    """A file of addresses, one JSON string a line."""

    def write(*urls: str):
        file = tmp_path / "urls.jsonl"
        file.write_text("".join(json.dumps(url) + "\n" for url in urls), encoding="utf-8")
        return file

    return write
