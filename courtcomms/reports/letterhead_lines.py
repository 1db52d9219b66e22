"""A letterhead as lines for the writers that know no Word: what stands over the text on the first page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from courtcomms.reports.form_model import Align, LetterheadLine
from courtcomms.reports.letterhead_clean import MC, R, W
from courtcomms.reports.letterhead_package import Element, LetterheadPackage

_DOCUMENT = "word/document.xml"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
_SHOWN_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_EMU_PER_MM = 36_000
_MM = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": 25.4 / 96}
_SIZE = re.compile(r"(width|height):\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)(pt|in|mm|cm|px)")
#: A whole number as Office writes one; ``isdigit`` takes «²» for one, which is none.
_WHOLE = re.compile("[0-9]{1,9}")
_LARGEST_PT = 200.0
_SIDES = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}
#: Word's size where nothing tells one.
_USUAL_PT = 10.0
_BREAKS = (f"{W}br", f"{W}cr")


def letterhead_lines(package: LetterheadPackage) -> tuple[LetterheadLine, ...]:
    """The lines of a clean letterhead: those of the first page's header, then those of the body."""
    looks = _Looks(package.tree("word/styles.xml"))
    lines: list[LetterheadLine] = []
    header = next((f"word/header_{place}.xml" for place in _headers(package)), "")
    for part in (header, _DOCUMENT):
        if part and package.has(part):
            lines += _Part(package, part, looks).lines()
    while lines and not (lines[-1].text or lines[-1].image):
        lines.pop()
    return tuple(lines)


def _headers(package: LetterheadPackage) -> Iterator[str]:
    """Which header the first page has."""
    own_first = next(package.tree(_DOCUMENT).iter(f"{W}titlePg"), None) is not None
    place = "first" if own_first else "default"
    if package.has(f"word/header_{place}.xml"):
        yield place


class _Looks:
    """What styles say of paragraphs: alignment, size, bold."""

    def __init__(self, styles: Element) -> None:
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        self._root = styles

    @cached_property
    def _default(self) -> str:
        found = (
            name
            for name, style in self._styles.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        )
        return next(found, "")

    def of(self, paragraph: Element, run: Element | None, path: str) -> Element | None:
        """The nearest element of a path (``w:rPr/w:sz``): the run's own, its style's, the paragraph's."""
        tag = path.rpartition("/")[2]
        sources = [paragraph] if path.startswith("w:pPr") else [] if run is None else [run]
        names = [] if run is None else [_value(run, "w:rPr/w:rStyle")]
        names.append(_value(paragraph, "w:pPr/w:pStyle") or self._default)
        for name in names:
            sources += self._chain(name)
        for source in sources:
            if (found := _find(source, path)) is not None:
                return found
        kind = "rPrDefault" if path.startswith("w:rPr") else "pPrDefault"
        return _find(self._root, f"w:docDefaults/w:{kind}/{path.partition('/')[0]}/{tag}")

    def _chain(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name], "w:basedOn")


class _Part:
    """The lines of one part."""

    def __init__(self, package: LetterheadPackage, name: str, looks: _Looks) -> None:
        self._package, self._looks = package, looks
        self._root = package.tree(name)
        self._relations = package.relations(name)

    def lines(self) -> list[LetterheadLine]:
        """Its paragraphs in their order, those of tables and text boxes too."""
        lines: list[LetterheadLine] = []
        for paragraph in self._root.iter(f"{W}p"):
            if not _spare(paragraph) and not _has_field(paragraph):
                lines += self._paragraph(paragraph)
        return lines

    def _paragraph(self, paragraph: Element) -> list[LetterheadLine]:
        align = _SIDES.get(self._value(paragraph, None, "w:pPr/w:jc"), Align.LEFT)
        pictures = [self._picture(found, align) for found in _own(paragraph, _BLIP, _IMAGE_DATA)]
        runs = [run for run in _own(paragraph, f"{W}r") if _text(run).strip()]
        text = "".join(_text(run) for run in _own(paragraph, f"{W}r")).strip("\n")
        shown = [picture for picture in pictures if picture is not None]
        if not text.strip() and shown:
            return shown
        first = runs[0] if runs else None
        bold = bool(runs) and all(self._is_bold(paragraph, run) for run in runs)
        size = self._value(paragraph, first, "w:rPr/w:sz")
        points = int(size) / 2 if _WHOLE.fullmatch(size) else _USUAL_PT
        points = points if 1 <= points <= _LARGEST_PT else _USUAL_PT
        return [*shown, *(LetterheadLine(line, align, bold, points) for line in text.split("\n"))]

    def _is_bold(self, paragraph: Element, run: Element) -> bool:
        found = self._looks.of(paragraph, run, "w:rPr/w:b")
        return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")

    def _value(self, paragraph: Element, run: Element | None, path: str) -> str:
        found = self._looks.of(paragraph, run, path)
        return "" if found is None else found.get(f"{W}val", "")

    def _picture(self, found: Element, align: Align) -> LetterheadLine | None:
        relation = self._relations.get(found.get(f"{R}embed") or found.get(f"{R}id") or "")
        width, height = _extent(found)
        if relation is None or not (width and height):
            return None
        data = self._package.read(relation.target)
        if not data.startswith(_SHOWN_PICTURES):
            return None
        return LetterheadLine("", align, image=data, width_mm=width, height_mm=height, size_pt=0.0)


def _own(paragraph: Element, *tags: str) -> list[Element]:
    """Elements of a paragraph that are not in a text box within it, nor spare ones for older programs."""
    return [one for one in paragraph.iter(*tags) if _above(one) is paragraph and not _spare(one)]


def _has_field(paragraph: Element) -> bool:
    """The only fields that are left number pages."""
    return bool(_own(paragraph, f"{W}instrText", f"{W}fldSimple"))


def _above(element: Element) -> Element | None:
    return next(element.iterancestors(f"{W}p"), None)


def _spare(element: Element) -> bool:
    return next(element.iterancestors(f"{MC}Fallback"), None) is not None


def _text(run: Element) -> str:
    pieces = []
    for node in run:
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{W}tab":
            pieces.append("\t")
        elif node.tag in _BREAKS:
            pieces.append("\n")
        elif node.tag == f"{W}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _extent(found: Element) -> tuple[float, float]:
    """Width and height of a picture in millimetres; zeros where nothing tells."""
    for frame in found.iterancestors(f"{_DRAWN}inline", f"{_DRAWN}anchor"):
        extent = frame.find(f"{_DRAWN}extent")
        if extent is not None:
            sides = [extent.get(side, "") for side in ("cx", "cy")]
            if all(map(_WHOLE.fullmatch, sides)):
                return round(int(sides[0]) / _EMU_PER_MM, 1), round(int(sides[1]) / _EMU_PER_MM, 1)
    shape = found.getparent()
    told = dict.fromkeys(("width", "height"), 0.0)
    for side, number, unit in _SIZE.findall(shape.get("style", "") if shape is not None else ""):
        told[side] = round(float(number) * _MM[unit], 1)
    return told["width"], told["height"]


def _find(element: Element, path: str) -> Element | None:
    return element.find(path.replace("w:", W))


def _value(element: Element, path: str) -> str:
    found = _find(element, path)
    return "" if found is None else found.get(f"{W}val", "")
