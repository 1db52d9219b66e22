"""`links check --urls`: a list of addresses, judged by rules and by asking a server on loopback."""

import io

import pytest


def test_a_list_is_checked_and_told_as_given(check, site, data, listed):
    good, gone, wall = f"{site}/works/1#місце", f"{site}/gone/1", f"{site}/wall/1"
    code, told, err = check("--urls", listed(good, gone, wall))
    assert (code, err) == (1, "")
    assert told[good]["checked_at"].endswith("+00:00")
    assert told[good] == {
        "url": good,
        "severity": "ok",
        "verdict": "works",
        "reason": "Сторінка відкривається.",
        "official": False,
        "http": 200,
        "final_url": f"{site}/works/1",
        "hops": 0,
        "title": "Новина 1",
        "checked_at": told[good]["checked_at"],
    }
    assert (told[gone]["verdict"], told[gone]["severity"], told[gone]["http"]) == ("gone", "error", 404)
    assert (told[wall]["verdict"], told[wall]["severity"]) == ("blocked", "warn")
    assert not data.database.exists()


def test_a_redirect_is_followed_and_told(check, site, listed):
    moved = f"{site}/moved/5"
    code, told, _ = check("--urls", listed(moved))
    one = told[moved]
    assert (one["verdict"], one["http"], one["hops"]) == ("moved", 200, 1)
    assert one["final_url"] == one["repair"] == f"{site}/works/5"
    assert code == 0


def test_offline_the_rules_alone_speak_and_nobody_is_asked(check, server, site, listed):
    fine, bare = f"{site}/works/1", "court.gov.ua/x"
    fake, twin = "https://court.gov.ua.evil.com/", "https://соurt.gov.ua/y"
    code, told, _ = check("--offline", "--urls", listed(fine, bare, fake, twin, "", "http://10.0.0.1/"))
    assert (code, server.asked) == (1, [])
    assert (told[fine]["severity"], told[fine]["verdict"]) == ("ok", "ok")
    assert (told[bare]["verdict"], told[bare]["repair"]) == ("no_scheme", "https://court.gov.ua/x")
    assert told[bare]["official"] is True
    assert (told[fake]["severity"], told[fake]["official"]) == ("error", False)
    assert told[twin]["repair"] == "https://court.gov.ua/y"
    assert told["http://10.0.0.1/"]["verdict"] == "private"
    assert told[""]["severity"] == "error"
    assert all("http" not in one and "checked_at" not in one for one in told.values())


def test_what_the_rules_call_an_error_is_not_asked_online_either(check, server, site, listed):
    local = site.replace("localhost", "127.0.0.1")
    code, told, _ = check("--urls", listed(f"{local}/works/1", f"{site}/works/2"))
    assert code == 1
    assert told[f"{local}/works/1"]["verdict"] == "private"
    assert told[f"{site}/works/2"]["verdict"] == "works"
    assert "/works/1" not in server.asked


def test_only_the_named_host_of_the_intranet_is_let_through(check, server, site, data, listed):
    data.links.unlink()
    code, told, _ = check("--urls", listed(f"{site}/works/1"))
    assert (code, server.asked) == (1, [])
    assert told[f"{site}/works/1"]["verdict"] == "private"


def test_the_same_address_is_asked_once_and_told_for_each_line(run, server, site, listed):
    file = listed(f"{site}/works/1", f"{site}/works/1#a", f"{site}/works/1")
    code, out, _ = run("links", "check", "--json", "--urls", file)
    assert (code, len(out.splitlines())) == (0, 3)
    assert server.asked.count("/works/1") == 1


def test_a_list_comes_also_from_standard_input(check, site, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(f'\ufeff"{site}/works/1"\r\n\n'.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    code, told, _ = check("--urls", "-")
    assert (code, list(told)) == (0, [f"{site}/works/1"])


def test_an_empty_list_is_no_fault(check, listed):
    assert check("--urls", listed()) == (0, {}, "")


@pytest.mark.parametrize(
    "content", ['"https://a.ua"\nhttps://b.ua\n', "[1]\n", '{"url": 1}\n', '"a\n', b"\xff\xfe"]
)
def test_a_list_that_is_none_is_refused_in_one_sentence(run, tmp_path, content):
    file = tmp_path / "urls.jsonl"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, out, err = run("links", "check", "--offline", "--urls", file, "--json")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "нічого не перевірено" in err


def test_a_list_that_is_not_there_and_keys_that_do_not_go_together(run, tmp_path, listed):
    code, out, err = run("links", "check", "--urls", tmp_path / "nema.jsonl")
    assert (code, out, "nema.jsonl" in err) == (2, "", True)
    code, out, err = run("links", "check", "--urls", listed(), "--period", "2026-Q3")
    assert (code, out, "--urls" in err) == (2, "", True)
