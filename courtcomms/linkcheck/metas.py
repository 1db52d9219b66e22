"""What the ``meta`` elements of a page say."""

from __future__ import annotations

from collections.abc import Iterator

from courtcomms.linkcheck.pages import Element, folded


def meta_of(root: Element, *names: str) -> Iterator[str]:
    """Contents of the ``meta`` elements of these names, in the order of names, those that say something."""
    metas = list(root.iter("meta"))
    for name in names:
        for each in metas:
            own = each.get("property") or each.get("name") or each.get("itemprop") or ""
            content = folded(each.get("content", ""))
            if own.strip().lower() == name and content:
                yield content
