"""Zips that harm whoever believes them."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "importing"))

from docx_files import ROW, parts, report, row
from office_zip import relations, zipped

MEGABYTE = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def good_parts() -> dict[str, str | bytes]:
    """A sound report, to be spoilt."""
    return dict(parts(report(row(*ROW))))


def with_part(name: str, content: str | bytes, *, packed: bool = True) -> bytes:
    """A sound report with one part put in or exchanged. Not packed, no ratio gives it away."""
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    return zipped(good_parts() | {name: content}, compression=method)


def padded(megabytes: int) -> bytes:
    """A report behind much space: high ratio."""
    document = good_parts()["word/document.xml"]
    raw = document.encode() if isinstance(document, str) else document
    head = raw.find(b"<w:body>")
    return with_part("word/document.xml", raw[:head] + b" " * (megabytes * MEGABYTE) + raw[head:])


def many_large() -> bytes:
    """Parts each within the limit, together far beyond it."""
    filler = "<a>" + "b" * (90 * MEGABYTE) + "</a>"
    pointers = relations({"a": ("styles", "styles.xml"), "b": ("numbering", "numbering.xml")})
    return zipped(
        good_parts()
        | {"word/styles.xml": filler, "word/numbering.xml": filler, "word/_rels/document.xml.rels": pointers}
    )


def matryoshka() -> bytes:
    """Zips of zips of zips, as in 42.zip."""
    inner = zipped({"0.dat": b"\0" * MEGABYTE})
    for _ in range(5):
        inner = zipped({f"lib {number}.zip": inner for number in range(8)})
    return inner


def overlapping() -> bytes:
    """Many names in the directory, one and the same data."""
    content = zipped(good_parts())
    end = content.rfind(b"PK\x05\x06")
    directory_at = content.find(b"PK\x01\x02")
    first = content[directory_at : content.find(b"PK\x01\x02", directory_at + 4)]
    name_length = struct.unpack_from("<H", first, 28)[0]
    copies = b""
    for number in range(1500):
        name = f"x{number}.xml".encode().ljust(name_length, b"_")[:name_length]
        copies += first[:46] + name + first[46 + name_length :]
    directory = content[directory_at:end] + copies
    count = content.count(b"PK\x01\x02") + 1500
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), directory_at, 0)
    return content[:directory_at] + directory + tail


def lying(declared: int) -> bytes:
    """Sizes in the directory that are not true."""
    content = bytearray(zipped(good_parts()))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<L", content, at + 24, declared)
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def crowded() -> bytes:
    """Ten thousand parts."""
    return zipped(good_parts() | {f"word/media/{number}.bin": b"" for number in range(10_000)})


def twice(second: str) -> bytes:
    """The main part twice."""
    out = io.BytesIO(zipped(good_parts()))
    with zipfile.ZipFile(out, "a") as archive, archive.open(zipfile.ZipInfo(second), "w") as part:
        part.write(b"<a/>")
    return out.getvalue()


def symbolic_link() -> bytes:
    """A main part that is a link to a file of the system."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in good_parts().items():
            info = zipfile.ZipInfo(name)
            if name == "word/document.xml":
                info.create_system, info.external_attr, content = 3, 0o120777 << 16, "/etc/passwd"
            archive.writestr(info, content)
    return out.getvalue()


def locked() -> bytes:
    """Entries with the flag of a password."""
    content = bytearray(zipped(good_parts()))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def directory_of(size: int) -> bytes:
    """An end record that tells of a directory of that size."""
    return b"PK\x03\x04" + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, size, 0, 0)


def huge_directory() -> bytes:
    """A zip64 end record that tells of a directory of 2⁶² bytes."""
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 62, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 4, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return b"PK\x03\x04" + record + locator + end


def odd_method() -> bytes:
    """A packing method that does not exist."""
    content = bytearray(zipped(good_parts()))
    for mark, at in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        place = content.find(mark)
        while place >= 0:
            struct.pack_into("<H", content, place + at, 77)
            place = content.find(mark, place + 4)
    return bytes(content)


def endless_deflate() -> bytes:
    """A stream of stored empty blocks that never says it is the last."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = b"".join(packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(3))
    stream += b"\x00\x00\x00\xff\xff" * 400_000
    name = b"word/document.xml"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(stream), 9, len(name), 0)
    body = local + name + stream
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(stream), 9, len(name), 0, 0, 0, 0, 0, 0
    )
    directory = entry + name
    return body + directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), len(body), 0)


def ole(*streams: str, filler: bytes = b"") -> bytes:
    """The beginning of an OLE file, a directory with these streams, and whatever fills them."""
    header = (OLE + b"\0" * 22 + struct.pack("<H", 9)).ljust(512, b"\0")
    entries = b"".join(
        (name + "\0").encode("utf-16-le").ljust(116, b"\0") + struct.pack("<3L", 1, 4096, 0)
        for name in ("Root Entry", *streams)
    )
    return header + entries.ljust(512, b"\0") + filler
