"""links.toml: kept whole, read tolerantly, with one sentence on what is wrong."""

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.errors import CannotWrite
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.paths import DataDir
from courtcomms.services.links import load_settings, load_settings_told, save_settings

OTHER = LinkSettings(
    per_host=3,
    at_once=16,
    connect_seconds=4.5,
    whole_seconds=30.0,
    tries=1,
    retry_seconds=0.0,
    body_bytes=65_536,
    header_bytes=32_768,
    most_hops=5,
    remember_days=30,
    own_hosts=("sud.example.ua",),
    judiciary_hosts=(),
    allowed_hosts=("localhost", "портал.суд"),
    read_pages=True,
    ask_archive=True,
)


@pytest.fixture
def data(tmp_path):
    return DataDir(tmp_path / "дані")


def write(data, text):
    data.create()
    data.links.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_a_file_the_standard_holds_and_nothing_is_written(data):
    assert load_settings_told(data) == (DEFAULT, "")
    assert not data.root.exists()


@pytest.mark.parametrize("kept", [DEFAULT, OTHER])
def test_every_setting_comes_back(data, kept):
    save_settings(data, kept)
    assert load_settings_told(data) == (kept, "")
    text = data.links.read_text(encoding="utf-8")
    assert all(f"{field.name} = " in text for field in fields(LinkSettings))


def test_all_settings_of_the_test_differ_from_the_standard():
    assert [
        field.name
        for field in fields(LinkSettings)
        if getattr(OTHER, field.name) == getattr(DEFAULT, field.name)
    ] == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=12), max_size=4))
def test_any_host_typed_leaves_a_file_that_reads(data, hosts):
    save_settings(data, LinkSettings(own_hosts=tuple(hosts)))
    read, mistake = load_settings_told(data)
    assert mistake == ""
    assert all(host for host in read.own_hosts)


def test_hosts_are_understood_as_people_write_them(data):
    write(
        data,
        'allowed_hosts = ["https://Sud.Local:8080/x", " портал ", "", "портал", "10.0.0.1:80",'
        ' "http://[::1]:90", "fe80::1"]',
    )
    assert load_settings(data).allowed_hosts == ("sud.local", "портал", "10.0.0.1", "[::1]", "fe80::1")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("per_host = 0", "per_host"),
        ("per_host = 1000", "per_host"),
        ('remember_days = "сім"', "remember_days"),
        ("tries = 2.5", "tries"),
        ("read_pages = 1", "read_pages"),
        ("most_hops = true", "most_hops"),
        ("connect_seconds = nan", "connect_seconds"),
        ('own_hosts = "sud.ua"', "own_hosts"),
        ("own_hosts = [1]", "own_hosts"),
        ("hosts = []", "hosts"),
    ],
)
def test_one_bad_line_costs_that_line_alone(data, line, name):
    write(data, f"at_once = 8\n{line}\nask_archive = true\n")
    read, mistake = load_settings_told(data)
    assert (read.at_once, read.ask_archive) == (8, True)
    assert getattr(read, name, None) == getattr(DEFAULT, name, None)
    assert name in mistake
    assert mistake.count(".") <= 3
    assert "стандартні" in mistake


@pytest.mark.parametrize("content", [b"\xff\xfe", b"per_host = ", b"[[[", "перевіряти".encode()])
def test_a_file_that_is_none_leaves_the_standard(data, content):
    write(data, content)
    read, mistake = load_settings_told(data)
    assert read == DEFAULT
    assert "не вдалося прочитати" in mistake
    assert data.links.read_bytes() == content


def test_what_cannot_be_written_leaves_the_old_settings(data):
    save_settings(data, OTHER)
    data.links.unlink()
    data.links.mkdir()
    with pytest.raises(CannotWrite):
        save_settings(data, DEFAULT)
    assert load_settings_told(data) == (DEFAULT, "")
