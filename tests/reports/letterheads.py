"""Letterheads of every shape, as Word files made by hand."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
PORTRAIT = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="1700"'
    ' w:header="400" w:footer="300" w:gutter="0"/>'
)

#: Of another court's office: Normal is Calibri with room after, Title is red, lines are one and a half.
STYLES = f"""<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"
 w:hAnsiTheme="minorHAnsi" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>
<w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr>
<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/>
<w:pPr><w:jc w:val="center"/></w:pPr>
<w:rPr><w:b/><w:color w:val="FF0000"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="header"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="character" w:styleId="a4"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="00FF00"/></w:rPr>
</w:style></w:styles>"""


def png(width: int = 4, height: int = 4, colour: bytes = b"\x1d\x4e\x89") -> bytes:
    """A picture of one colour."""
    rows = (b"\x00" + colour * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def line(text: str, look: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    shown = f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:rPr>{run}</w:rPr>{shown}</w:r></w:p>"


def picture(identity: str = "rIdP", millimetres: int = 20, look: str = '<w:jc w:val="center"/>') -> str:
    """A paragraph with an inline picture."""
    side = millimetres * 36_000
    return (
        f'<w:p><w:pPr>{look}</w:pPr><w:r><w:drawing><wp:inline><wp:extent cx="{side}" cy="{side}"/>'
        f'<wp:docPr id="1" name="Герб" descr="Герб"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="g.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{identity}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</w:r></w:p>"
    )


def relations(items: Mapping[str, tuple[str, str]]) -> str:
    """A part of relationships: id → the last word of the type and the target; ``!`` before an outer one."""
    listed = "".join(_relation(identity, *told) for identity, told in items.items())
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _relation(identity: str, kind: str, target: str) -> str:
    mode = ' TargetMode="External"' if target.startswith("!") else ""
    where = target.removeprefix("!")
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{where}"{mode}/>'


def letterhead(
    body: str,
    *,
    section: str = PORTRAIT,
    header: str | None = None,
    footer: str | None = None,
    known: Mapping[str, tuple[str, str]] | None = None,
    edge_known: Mapping[str, tuple[str, str]] | None = None,
    more: Mapping[str, bytes | str] | None = None,
    macros: bool = False,
    strict: bool = False,
    styles: str = STYLES,
) -> bytes:
    """A .docx with this body and section; ``known`` are the document's further relationships, ``edge_known``
    those of its header, ``more`` further parts."""
    refs = ""
    links: dict[str, tuple[str, str]] = {"rIdS": ("styles", "styles.xml"), **(known or {})}
    parts: dict[str, bytes | str] = {"word/styles.xml": styles, "word/media/g.png": png(), **(more or {})}
    types = [("word/styles.xml", "styles")]
    for kind, tag, content in (("header", "hdr", header), ("footer", "ftr", footer)):
        if content is not None:
            refs += f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
            links[f"rId{kind}"] = (kind, f"{kind}7.xml")
            parts[f"word/{kind}7.xml"] = f"<w:{tag} {_W}>{content}</w:{tag}>"
            types.append((f"word/{kind}7.xml", kind))
            if edge_known:
                parts[f"word/_rels/{kind}7.xml.rels"] = relations(edge_known)
    document = f"<w:document {_W}><w:body>{body}<w:sectPr>{refs}{section}</w:sectPr></w:body></w:document>"
    if strict:
        document = document.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    parts["word/document.xml"] = document
    parts["word/_rels/document.xml.rels"] = relations(links)
    parts["_rels/.rels"] = relations({"rId1": ("officeDocument", "word/document.xml")})
    parts["[Content_Types].xml"] = _types(types, macros)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _types(types: list[tuple[str, str]], macros: bool) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = "".join(f'<Override PartName="/{name}" ContentType="{word}.{kind}+xml"/>' for name, kind in types)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MACROS if macros else _MAIN}"/>'
        f"{named}</Types>"
    )


PICTURE = {"rIdP": ("image", "media/g.png")}


def with_header() -> bytes:
    """Emblem and the court's name in the header, nothing in the body, a footer with the address."""
    header = picture() + line("ВИГАДАНИЙ РАЙОННИЙ СУД", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>')
    return letterhead("<w:p/>", header=header, footer=line("вул. Вигадана, 1"), edge_known=PICTURE)


def with_table() -> bytes:
    """A table of two cells in the body: the name and an emblem, then the line for date and number."""
    name = line("Вигаданий районний суд", "", "<w:b/>")
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr>{name}</w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{picture(millimetres=15)}</w:tc>'
    )
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="6000"/>'
        f'<w:gridCol w:w="3000"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
    )
    after = line("01.02.2026 № 15", '<w:pStyle w:val="Title"/>')
    return letterhead(f"{table}{after}<w:p/><w:p/>", known=PICTURE)
