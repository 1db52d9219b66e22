"""Short names for WordprocessingML, the same for Transitional and Strict files (ECMA-376 parts 1 and 4)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from courtcomms.importing.files.xml_safe import Element

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, "w"),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
}
#: Elements that stand around content without being content themselves.
_WRAPPERS = frozenset(
    {"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo", "mc:Choice"}
)
_OFF = frozenset({"0", "false", "off"})


@lru_cache(maxsize=2048)
def name_of(tag: str) -> str:
    """``w:p`` for a paragraph's full tag, ``""`` for what is not known here."""
    namespace, _, local = tag.removeprefix("{").partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


def tags(*names: str) -> tuple[str, ...]:
    """Full tags of WordprocessingML elements in both namespaces."""
    return tuple(f"{{{namespace}}}{name}" for namespace in _WORD for name in names)


@lru_cache(maxsize=256)
def _keys(name: str) -> tuple[str, ...]:
    return tags(name)


_ID_KEYS = tuple(f"{{{namespace}}}id" for namespace in _RELATION)


def attribute(element: Element, name: str) -> str | None:
    """The value of a ``w:`` attribute."""
    for key in _keys(name):
        value = element.get(key)
        if value is not None:
            return str(value)
    return None


def relation_id(element: Element) -> str | None:
    """The value of ``r:id``."""
    for key in _ID_KEYS:
        value = element.get(key)
        if value is not None:
            return str(value)
    return None


def child(element: Element, name: str) -> Element | None:
    """The first ``w:`` child with a local name."""
    keys = _keys(name)
    for item in element:  # properties stand first and are few: faster than any search of lxml's
        if item.tag in keys:
            return item
    return None


def value_of(element: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child, ``None`` if there is no such child or value."""
    found = child(element, name) if element is not None else None
    return attribute(found, "val") if found is not None else None


def switched_on(element: Element | None, name: str) -> bool | None:
    """An on/off property: ``None`` where it is not stated."""
    found = child(element, name) if element is not None else None
    return is_on(found) if found is not None else None


def is_on(element: Element) -> bool:
    """Whether an on/off element is on: it is unless it says otherwise."""
    return attribute(element, "val") not in _OFF


def number_of(text: str | None, default: int) -> int:
    """A whole number from an attribute; anything else is the default."""
    try:
        return int(text) if text is not None and len(text) < 12 else default
    except ValueError:
        return default


def alternative(element: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` to read: the first choice, else the fallback."""
    branches = {name_of(item.tag): item for item in reversed(element)}
    found = branches.get("mc:Choice")
    return found if found is not None else branches.get("mc:Fallback")


def inside(element: Element, name: str) -> Iterator[Element]:
    """The ``w:`` children with a name, also inside content controls, insertions and the like."""
    wanted = f"w:{name}"
    for item in element:
        found = name_of(item.tag)
        if found == wanted:
            yield item
        elif found in _WRAPPERS:
            yield from inside(item, name)
        elif found == "mc:AlternateContent":
            branch = alternative(item)
            if branch is not None:
                yield from inside(branch, name)
