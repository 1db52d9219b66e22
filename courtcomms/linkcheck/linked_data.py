"""JSON-LD of a page (schema.org): its article's headline, day and publisher."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from courtcomms.linkcheck.pages import Element, folded

_MOST_SCRIPTS, _LONGEST_SCRIPT, _MOST_NODES = 20, 300_000, 2_000
_ARTICLES = frozenset(
    {
        "article",
        "newsarticle",
        "blogposting",
        "reportagenewsarticle",
        "webpage",
        "socialmediaposting",
    }
)


@dataclass(frozen=True, slots=True)
class Articles:
    """What linked data says of the page's article; empty where it says nothing."""

    headline: str = ""
    published: str = ""
    publisher: str = ""


def articles_of(root: Element) -> Articles:
    """Read every block of linked data; what is no JSON is passed over. Never raises."""
    found: dict[str, str] = {}
    for node in islice(_nodes(root), _MOST_NODES):
        if _is_article(node):
            publisher = node.get("publisher")
            named = publisher.get("name") if isinstance(publisher, dict) else publisher
            for name, value in (
                ("headline", node.get("headline")),
                ("published", node.get("datePublished")),
                ("publisher", named),
            ):
                if isinstance(value, str) and folded(value):
                    found.setdefault(name, folded(value))
    return Articles(**found)


def _nodes(root: Element) -> Iterator[dict[str, Any]]:
    """Objects at any depth, outer ones first."""
    for script in islice(root.iter("script"), 200):
        text = script.text or ""
        if "ld+json" not in script.get("type", "").lower() or len(text) > _LONGEST_SCRIPT:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, dict):
                yield node
                waiting += [each for each in node.values() if isinstance(each, (dict, list))]
            elif isinstance(node, list):
                waiting += node


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    told = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower() in _ARTICLES for kind in told)
