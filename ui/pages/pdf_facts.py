"""What Qt leaves out of a PDF: language, subject, links exactly over their texts, and no clock in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from PySide6.QtCore import qVersion

from courtcomms.reports.properties import LANGUAGE, Properties
from ui.pages.measures import PER_POINT
from ui.pages.pdf_file import PdfFile
from ui.pages.pdf_fonts import put_in_order
from ui.pages.sheet import LinkArea

_CREATOR = "courtcomms"
#: Everything that an address may hold as it is; letters of other alphabets are encoded.
_SAFE = "%/:=&?~#+!$,;'@()*[]"


def complete(data: bytes, properties: Properties, links: Sequence[Sequence[LinkArea]], height: int) -> bytes:
    """Qt's PDF with everything told of itself and its links in place.

    Args:
        links: of every page; their areas in units from its upper left corner.
        height: of a page in units.
    """
    file = PdfFile(data)
    _tell(file, properties)
    _link(file, links, height)
    put_in_order(file)
    return file.written()


def _tell(file: PdfFile, properties: Properties) -> None:
    """Info, the catalog and the metadata say the same."""
    stamp = f"(D:{properties.stamp:%Y%m%d%H%M%S}Z)"
    facts = {
        "Title": _text(properties.title),
        "Subject": _text(properties.subject),
        "Author": _text(properties.creator),
        "Creator": _text(_CREATOR),
        "Producer": _text(_producer()),
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    lines = "\n".join(f"/{key} {value}" for key, value in facts.items())
    file.put(file.info, f"<<\n{lines}\n>>".encode())
    told = _metadata(properties).encode()
    stream = b"<<\n/Type /Metadata /Subtype /XML\n/Length %d\n>>\nstream\n%s\nendstream" % (len(told), told)
    metadata = file.reference(file.root, b"Metadata")
    file.put(metadata, stream)
    catalog = file.body(file.root).removesuffix(b">>")
    viewer = b"/ViewerPreferences << /DisplayDocTitle true >>"
    file.put(file.root, b"%s/Lang (%s)\n%s\n>>" % (catalog, LANGUAGE.encode(), viewer))


def _link(file: PdfFile, links: Sequence[Sequence[LinkArea]], height: int) -> None:
    """An area over each line of each link; where an address leads stands in the file once."""
    actions: dict[str, int] = {}
    for page, areas in zip(file.pages, links, strict=True):
        if areas:
            notes = b"\n".join([_note(area, _action(file, actions, area.target), height) for area in areas])
            file.put(file.reference(page, b"Annots"), b"[\n%s\n]" % notes)


def _action(file: PdfFile, actions: dict[str, int], target: str) -> int:
    number = actions.get(target)
    if number is None:
        address = _ascii(target).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        number = actions[target] = file.add(f"<< /Type /Action /S /URI /URI ({address}) >>".encode())
    return number


def _note(link: LinkArea, action: int, height: int) -> bytes:
    area = link.area
    sides = (area.left(), height - area.bottom(), area.right(), height - area.top())
    rectangle = " ".join(f"{side / PER_POINT:.2f}" for side in sides)
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{rectangle}] /Border [0 0 0] /F 4 /A {action} 0 R >>".encode()
    )


def _ascii(target: str) -> str:
    """An address may hold letters of any alphabet; one in a PDF may not."""
    if target.isascii():
        return target
    host = urlsplit(target).hostname or ""
    # A name that has no spelling in Latin letters is encoded with the rest.
    with suppress(UnicodeError):
        target = target.replace(host, host.encode("idna").decode(), 1)
    return quote(target, safe=_SAFE)


def _text(value: str) -> str:
    return f"<FEFF{value.encode('utf-16-be', 'replace').hex().upper()}>"


def _producer() -> str:
    return f"Qt {qVersion()}"


def _metadata(properties: Properties) -> str:
    title, subject = escape(properties.title), escape(properties.subject)
    creator, stamp = escape(properties.creator), f"{properties.stamp:%Y-%m-%dT%H:%M:%SZ}"
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<pdf:Producer>{_producer()}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
