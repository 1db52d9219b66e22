"""A zip of Office parts, written from text."""

import io
import zipfile
from xml.sax.saxutils import quoteattr

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def zipped(parts: dict[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these parts in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(items: dict[str, tuple[str, str]], kinds: str = TRANSITIONAL) -> str:
    """A relationships part from id → (kind, target); targets with a scheme are external."""
    rows = ""
    for key, (kind, target) in items.items():
        mode = ' TargetMode="External"' if kind == "hyperlink" else ""
        rows += f'<Relationship Id="{key}" Type="{kinds}/{kind}" Target={quoteattr(target)}{mode}/>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Relationships '
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    )


def types(main: str, content_type: str) -> str:
    """The list of content types."""
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    )
