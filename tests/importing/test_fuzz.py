"""Any bytes and any markup end in a document or in one sentence."""

from docx_files import ROW, docx, report, row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from refusals import is_one_good_sentence, outcome, refusal

GOOD = docx(report(row(*ROW)))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_any_flipped_bytes_give_a_document_or_a_sentence(tmp_path, flips):
    changed = bytearray(GOOD)
    for at, value in flips:
        changed[at] = value
    path = tmp_path / "звіт.docx"
    path.write_bytes(changed)
    told = outcome(path)
    assert is_one_good_sentence(told) if isinstance(told, str) else told.kind in ("report", "plan")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", OLE, b"<?xml ", b"{\\rt"]),
)
def test_any_bytes_give_a_sentence(tmp_path, content, head):
    assert is_one_good_sentence(refusal(b"".join((head, content)), tmp_path))


MARKUP = st.lists(
    st.sampled_from(
        [
            *(
                "<w:p>",
                "</w:p>",
                "<w:r>",
                "</w:r>",
                "<w:t>слово</w:t>",
                "<w:tbl>",
                "</w:tbl>",
                "<w:tr>",
                "</w:tr>",
            ),
            *(
                "<w:tc>",
                "</w:tc>",
                '<w:gridSpan w:val="x"/>',
                "<w:tcPr>",
                "</w:tcPr>",
                "<w:vMerge/>",
                "<w:sdt/>",
            ),
            *('<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="separate"/>', "<w:hyperlink>"),
            "<mc:AlternateContent/>",
        ]
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MARKUP)
def test_any_markup_gives_a_document_or_a_sentence(tmp_path, pieces):
    opened, balanced = [], ""
    for piece in pieces:
        if piece.startswith("</"):
            while opened:
                name = opened.pop()
                balanced += f"</{name}>"
                if name == piece[2:-1]:
                    break
        else:
            balanced += piece
            if not piece.endswith("/>") and "</" not in piece:
                opened.append(piece[1:-1])
    balanced += "".join(f"</{name}>" for name in reversed(opened))
    path = tmp_path / "звіт.docx"
    path.write_bytes(docx(balanced + report(row(*ROW)) + balanced))
    told = outcome(path)
    if isinstance(told, str):
        assert is_one_good_sentence(told)
    else:
        assert ROW[1] in [item.cells.title for item in told.rows]
