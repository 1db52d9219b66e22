"""Asking the network from the command line: no network, Ctrl+C, a terminal, `check --online`."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from courtcomms.commands import progress_line
from courtcomms.model import Cells, Verdict
from courtcomms.store import Register

PERIOD = ("--period", "2026-Q3")
ROOT = Path(__file__).resolve().parents[2]


def remembered(data, url):
    with Register.open(data.database) as register:
        return [check.verdict for check in register.link_checks([url]).get(url, ())]


def test_settings_that_cannot_be_read_are_told_and_the_check_goes_on(check, data, listed):
    data.links.write_text("per_host = 0", encoding="utf-8")
    code, told, err = check("--offline", "--urls", listed("https://court.gov.ua/"))
    assert (code, len(told)) == (0, 1)
    assert "per_host" in err
    assert len(err.splitlines()) == 1


def test_without_a_network_one_sentence_and_nothing_is_remembered(run, report, data, monkeypatch, site):
    """Sixty failures would tell nothing: the line to the world is cut."""
    from courtcomms.linkcheck.answers import FailureKind
    from courtcomms.linkcheck.checker import CheckRun, LinkChecker

    monkeypatch.setattr(
        LinkChecker, "check", lambda *_a, **_k: CheckRun(1, 0, True, 0.1, FailureKind.UNREACHABLE)
    )
    report(Cells(date="13.08.2026", site_links=f"{site}/works/1"))
    for words in (("links", "check", "--json"), ("check", "--online", "--json")):
        code, out, err = run(*words)
        assert (code, out) == (2, "")
        assert err == (
            "Немає зв'язку з інтернетом: посилання не перевірено, нічого не змінено. Перевірте мережу.\n"
        )
    assert remembered(data, f"{site}/works/1") == []


def test_ctrl_c_keeps_what_was_told(check, report, site, server, data):
    report(Cells(date="13.08.2026", site_links=f"{site}/works/1\n{site}/slow/2"))

    def press() -> None:
        deadline = time.monotonic() + 30
        while "/slow/2" not in server.asked and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=press, daemon=True).start()
    before = signal.getsignal(signal.SIGINT)
    code, told, err = check(*PERIOD)
    assert code == 130
    assert list(told) == [f"{site}/works/1"]
    assert "зупинено" in err
    assert remembered(data, f"{site}/works/1") == [Verdict.WORKS]
    assert remembered(data, f"{site}/slow/2") == []
    assert signal.getsignal(signal.SIGINT) is before


def test_check_online_tells_the_links_verdicts_among_the_findings(run, report, site, data):
    report(Cells(title="Екскурсія", date="13.08.2026", site_links=f"Тут: {site}/wall/1"))
    _, out, _ = run("check", *PERIOD, "--json")
    assert "link_look_yourself" not in out
    _code, out, err = run("check", *PERIOD, "--online", "--json")
    (found,) = [one for one in json.loads(out)["findings"] if one["code"] == "link_look_yourself"]
    assert (found["row"], found["column"], found["start"], found["excerpt"]) == (
        1,
        "site_links",
        5,
        f"{site}/wall/1",
    )
    assert (found["severity"], err) == ("warn", "")
    assert remembered(data, f"{site}/wall/1") == [Verdict.BLOCKED]
    # What was seen is known from now on, also without the network.
    assert json.loads(run("check", *PERIOD, "--json")[1]) == json.loads(out)


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_how_far_it_is_and_the_line_is_taken_away(check, site, monkeypatch, listed):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    check("--urls", listed(f"{site}/works/1", f"{site}/works/2"))
    told = terminal.getvalue()
    assert "\rПеревірено " in told
    assert told.endswith("\r")
    assert told.rstrip("\r").rsplit("\r", 1)[-1].strip() == ""


def test_pacing_in_words():
    from courtcomms.linkcheck.pacing import HostPace

    pace = HostPace("court.gov.ua", waiting=10, running=2, done=3, limit=2, seconds_left=19.6)
    assert progress_line.pace_words(pace) == "court.gov.ua: 2 одночасно, ще 12 посилань, ≈ 20 с"


def test_a_check_that_is_killed_leaves_what_it_remembered_and_a_sound_register(report, site, server, data):
    pages = [f"{site}/works/{number}" for number in range(25)]
    report(Cells(date="13.08.2026", site_links="\n".join([*pages, f"{site}/slow/1"])))
    script = "from courtcomms.cli import main; raise SystemExit(main())"
    words = ["--data-dir", str(data.root), "links", "check", *PERIOD, "--json"]
    with subprocess.Popen(
        [sys.executable, "-c", script, *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        deadline = time.monotonic() + 60
        known: list[str] = []
        while len(known) < len(pages) and time.monotonic() < deadline:
            time.sleep(0.2)
            with Register.open(data.database) as register:
                known = list(register.link_checks(pages))
        process.kill()
    assert len(known) == len(pages)
    with Register.open(data.database) as register:
        assert register.integrity() == ()
        assert set(register.link_checks([*pages, f"{site}/slow/1"])) == set(pages)
