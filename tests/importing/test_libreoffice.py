"""Formats that LibreOffice alone reads: read by it where it is, and never at the cost of a single request."""

import io
import logging
import os
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx as python_docx
import pytest
from docx_files import HEADINGS, ROW, TITLE, docx, report, row
from refusals import is_one_good_sentence
from test_text_file import texts
from xlsx_files import report as xlsx_report
from xlsx_files import usual_row

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))

from hostile_text import flat_sheet, old_noise, open_text, rich_text
from hostile_zips import ole
from lxml import etree

from courtcomms.errors import BadInput
from courtcomms.importing.files.refusal import Refusal
from courtcomms.importing.files.sniff import FileKind
from courtcomms.importing.isolation import isolated, libreoffice
from courtcomms.importing.isolation.isolated import Limits, read_isolated
from courtcomms.importing.isolation.libreoffice_profile import write_profile
from courtcomms.importing.read import read_documents
from courtcomms.progress import Cancelled, Progress

needs_libreoffice = pytest.mark.skipif(
    not libreoffice.installed(), reason="LibreOffice is not installed here"
)
BOOK = xlsx_report(usual_row())


def usual_document() -> bytes:
    """A document as a word processor writes it, with widths and all that the old formats need."""
    document = python_docx.Document()
    for line in TITLE:
        document.add_paragraph(line)
    table = document.add_table(0, len(HEADINGS))
    for texts_of_row in (HEADINGS, ROW):
        for cell, text in zip(table.add_row().cells, texts_of_row, strict=True):
            cell.text = text
    # LibreOffice loses a table of an old document that nothing follows.
    document.add_paragraph("Голова суду")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


MADE = {
    "doc": (usual_document, "docx", "MS Word 97"),
    "odt": (usual_document, "docx", "writer8"),
    "rtf": (usual_document, "docx", "Rich Text Format"),
    "xls": (lambda: BOOK, "xlsx", "MS Excel 97"),
    "ods": (lambda: BOOK, "xlsx", "calc8"),
}


def made_by_libreoffice(folder: Path, suffix: str, content: bytes | None = None, source: str = "") -> bytes:
    """A file as LibreOffice itself saves it, without any care for what it fetches on its way."""
    usual, source_suffix, name = MADE[suffix]
    path = folder / f"a.{source or source_suffix}"
    path.write_bytes(content or usual())
    program = libreoffice._program()
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        "--headless",
        profile,
        "--convert-to",
        f"{suffix}:{name}",
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, capture_output=True, check=False, timeout=100)
    return (folder / f"a.{suffix}").read_bytes()


@pytest.fixture
def listener():
    """Hears on loopback; ``heard`` is what was asked of it."""
    heard: list[str] = []

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml")
            self.end_headers()
            self.wfile.write(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")

        def __getattr__(self, name: str) -> object:
            if name.startswith("do_"):
                return self.do_GET
            raise AttributeError(name)

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


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "xls", "ods"])
def test_report_in_a_format_of_others(suffix, tmp_path):
    content = made_by_libreoffice(tmp_path, suffix)
    path = tmp_path / f"Звіт 2021.{suffix}"
    path.write_bytes(content)
    (document,) = read_isolated(path)
    (read,) = texts(document)
    assert read[1:] == ROW[1:]
    assert document.source.name == path.name
    assert document.source.size == len(content)
    assert "прочитано через LibreOffice" in document.warnings[0]


def odt_that_fetches(port: int) -> bytes:
    at = f"http://127.0.0.1:{port}"
    return open_text(
        f'<text:p><draw:frame draw:name="a"><draw:image xlink:href="{at}/picture.png" xlink:type="simple" '
        f'xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
        f'<text:section text:name="s"><text:section-source xlink:href="{at}/section.odt"/></text:section>'
        f'<draw:object xlink:href="{at}/object.ods"/><text:p>x</text:p>'
    )


def rtf_that_fetches(port: int) -> bytes:
    at = f"http://127.0.0.1:{port}"
    return rich_text(
        f'{{\\*\\template {at}/t.dotm}}{{\\field{{\\*\\fldinst INCLUDEPICTURE "{at}/picture.png" \\\\d}}'
        f'{{\\fldrslt x}}}}{{\\field{{\\*\\fldinst INCLUDETEXT "{at}/text.docx"}}{{\\fldrslt y}}}}\\par x'
    )


def sheet_that_fetches(port: int) -> bytes:
    at = f"http://127.0.0.1:{port}"
    cells = "".join(
        f'<table:table-cell table:formula="of:={formula}" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell>"
        for formula in (
            f"WEBSERVICE(&quot;{at}/service&quot;)",
            f"['{at}/other.ods'#$Sheet1.A1]",
            f"DDE(&quot;soffice&quot;;&quot;{at}/dde.ods&quot;;&quot;A1&quot;)",
        )
    )
    source = f'<table:table-source xlink:href="{at}/linked.ods" table:mode="copy-all"/>'
    picture = (
        f'<table:shapes><draw:frame><draw:image xlink:href="{at}/picture.png" xlink:type="simple"/>'
        "</draw:frame></table:shapes>"
    )
    return flat_sheet(f"{source}{picture}<table:table-row>{cells}</table:table-row>")


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["odt", "rtf", "fods", "doc", "xls"])
def test_nothing_is_fetched(suffix, listener, tmp_path):
    port = listener.server_port
    builders = {"odt": odt_that_fetches, "doc": odt_that_fetches, "rtf": rtf_that_fetches}
    content = builders.get(suffix, sheet_that_fetches)(port)
    if suffix in ("doc", "xls"):
        content = made_by_libreoffice(tmp_path, suffix, content, {"doc": "odt", "xls": "fods"}[suffix])
    listener.heard.clear()
    path = tmp_path / f"звіт.{suffix}"
    path.write_bytes(content)
    with pytest.raises(BadInput):
        read_isolated(path)
    assert listener.heard == []


@needs_libreoffice
def test_without_the_settings_it_would_be_fetched(listener, tmp_path):
    made_by_libreoffice(tmp_path, "doc", odt_that_fetches(listener.server_port), "odt")
    assert listener.heard


@needs_libreoffice
def test_garbage_is_one_sentence(tmp_path):
    path = tmp_path / "звіт.doc"
    path.write_bytes(old_noise("WordDocument"))
    with pytest.raises(BadInput) as refused:
        read_isolated(path)
    assert is_one_good_sentence(str(refused.value))
    assert "звіт.doc" in str(refused.value)


RTF = b"{\\rtf1\\ansi x}"


@pytest.fixture
def office(monkeypatch, tmp_path_factory):
    """Puts a script in LibreOffice's place; ``$out`` is where its result belongs."""
    if os.name == "nt":
        pytest.skip("a shell script cannot be run there")

    def put(script: str) -> Path:
        program = tmp_path_factory.mktemp("office") / "soffice"
        find = 'while [ "$1" != --outdir ]; do shift; done\nout="$2"\nmkdir -p "$out"\n'
        program.write_text(f"#!/bin/sh\n{find}{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(libreoffice, "_program", lambda: str(program))
        return program

    return put


@pytest.fixture
def rtf(tmp_path) -> Path:
    path = tmp_path / "Звіт за ІІІ квартал 2021.rtf"
    path.write_bytes(RTF)
    return path


def sentence(path: Path, **keywords) -> str:
    with pytest.raises(BadInput) as refused:
        read_isolated(path, **keywords)
    assert is_one_good_sentence(str(refused.value))
    return str(refused.value)


def test_without_libreoffice_it_is_told_what_to_do(rtf, monkeypatch):
    monkeypatch.setattr(libreoffice, "_program", lambda: None)
    told = sentence(rtf)
    assert "його на цьому комп’ютері немає" in told
    assert "збережіть" in told.lower()


def test_reading_without_a_process_names_the_format(rtf):
    with pytest.raises(BadInput, match="RTF"):
        read_documents(rtf)


def test_what_it_makes_is_read_as_the_file(rtf, office, tmp_path):
    made = tmp_path / "made.docx"
    made.write_bytes(docx(report(row(*ROW)).replace("за ІІІ квартал 2021 року", "")))
    office(f'cp "{made}" "$out/document.docx"')
    (document,) = read_isolated(rtf)
    assert document.source.name == rtf.name
    assert document.source.size == len(RTF)
    assert document.period is not None
    assert document.period.code == "2021-Q3"


@pytest.mark.parametrize(
    "script",
    [
        "exit 0",
        "exit 1",
        "kill -9 $$",
        ': > "$out/document.docx"',
        'echo text > "$out/document.docx"',
        'printf "PK\\003\\004" > "$out/document.html"',
        'printf "PK\\003\\004" > "$out/a.docx"; cp "$out/a.docx" "$out/b.docx"',
        'mkdir "$out/document.docx"',
    ],
)
def test_anything_else_is_no_result(script, rtf, office, caplog):
    office(script)
    with caplog.at_level(logging.ERROR):
        assert "через LibreOffice" in sentence(rtf)
    assert caplog.records


def test_what_it_makes_is_told_of_the_users_file(rtf, office, tmp_path):
    made = tmp_path / "made.docx"
    made.write_bytes(docx("<w:p/>"))
    office(f'cp "{made}" "$out/document.docx"')
    assert f"«{rtf.name}»" in sentence(rtf)


def test_it_is_ended_with_all_its_children(rtf, office, tmp_path, caplog):
    mark = tmp_path / "pid"
    office(f'sleep 600 & echo $! > "{mark}"\nwait')
    with caplog.at_level(logging.WARNING):
        assert "перетворення через LibreOffice триває" in sentence(rtf, limits=Limits(convert_seconds=1.0))
    assert gone(int(mark.read_text()))


def test_child_that_outlives_it_is_ended(rtf, office, tmp_path):
    mark = tmp_path / "pid"
    office(f'sleep 600 & echo $! > "{mark}"\nexit 0')
    sentence(rtf)
    assert gone(int(mark.read_text()))


def gone(process: int) -> bool:
    """Whether a process has ended; one that waits to be buried has."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def test_cancelling_ends_it(rtf, office, tmp_path):
    mark = tmp_path / "pid"
    office(f'echo $$ > "{mark}.new"; mv "{mark}.new" "{mark}"; sleep 600')
    with pytest.raises(Cancelled):
        read_isolated(rtf, Progress(cancelled=mark.exists))
    assert gone(int(mark.read_text()))


def test_it_is_given_a_plain_name_an_own_profile_and_no_environment(rtf, office, tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    told = tmp_path / "told"
    whole = tmp_path / "arguments"
    program = office(f'env > "{told}"; find "$HOME" -type f > "{whole}"')
    program.write_text(program.read_text().replace("#!/bin/sh\n", f'#!/bin/sh\necho "$@" > "{told}.args"\n'))
    sentence(rtf)
    arguments = Path(f"{told}.args").read_text()
    assert re.search(r"/document\.rtf$", arguments)
    assert "--headless --norestore --nolockcheck" in arguments
    assert "-env:UserInstallation=file:///" in arguments
    assert "proxy" not in told.read_text().lower()
    assert "profile/user/registrymodifications.xcu" in whole.read_text()


def test_only_one_works_at_a_time(rtf, office, tmp_path):
    lock = tmp_path / "busy"
    clash = tmp_path / "clash"
    office(f'[ -e "{lock}" ] && touch "{clash}"\ntouch "{lock}"; sleep 0.3; rm "{lock}"')
    threads = [threading.Thread(target=sentence, args=(rtf,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not clash.exists()


def test_waiting_for_its_turn_can_be_cancelled(tmp_path, office):
    office("exit 0")
    with libreoffice._ONE_AT_A_TIME, pytest.raises(Cancelled):
        libreoffice.convert(tmp_path / "a.rtf", FileKind.RTF, tmp_path, Progress(cancelled=lambda: True))


def test_book_that_is_locked_is_told_so(tmp_path, office):
    locked = bytearray(ole("Workbook", filler=b"\0" * 8192))
    locked[1024:1034] = b"\x09\x08\x04\x00\x00\x06\x05\x00\x2f\x00"
    path = tmp_path / "звіт.xls"
    path.write_bytes(locked)
    office("exit 1")
    assert "захищено паролем" in sentence(path)


def test_document_that_is_locked_is_not_even_tried(tmp_path):
    locked = bytearray(ole("WordDocument", filler=b"\0" * 8192))
    locked[1034:1036] = b"\x00\x01"
    path = tmp_path / "звіт.doc"
    path.write_bytes(locked)
    with pytest.raises(BadInput, match="захищено паролем"):
        read_documents(path)


def test_settings_are_well_formed_and_forbid_the_network(tmp_path):
    write_profile(tmp_path)
    items = etree.parse(tmp_path / "user" / "registrymodifications.xcu").getroot()
    values = {item[0].get("{http://openoffice.org/2001/registry}name"): item[0][0].text for item in items}
    assert values["BlockUntrustedRefererLinks"] == "true"
    assert values["DisableMacrosExecution"] == "true"
    assert values["MacroSecurityLevel"] == "3"


def test_a_page_is_never_given_to_it():
    with pytest.raises(KeyError):
        libreoffice.source_suffix(FileKind.HTML)


def test_file_that_is_gone_before_it_is_copied(tmp_path):
    with pytest.raises(Refusal, match="не вдалося прочитати"):
        libreoffice.copied(tmp_path / "немає.rtf", tmp_path / "a.rtf")


def test_kind_that_the_reader_made_up_is_no_kind(caplog):
    with pytest.raises(Refusal):
        isolated._kind({"convert": "вебсторінка"})
