"""The key by which a cell's text is sorted and told from others in an index."""

from __future__ import annotations

from courtcomms.cells.search_key import sort_key

#: More of a text, and of its key, never decides the order that anybody looks at.
_OF, LENGTH = 200, 80


def text_key(text: str) -> str:
    """The stored key of a text; ways of typing the same have the same one."""
    return sort_key(text[:_OF])[:LENGTH]
