"""The key of a table's headings, and the user's own word on its columns."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from courtcomms.cells.headings import Heading
from courtcomms.cells.look_alikes import mend_words
from courtcomms.importing.document import ReadingChoices
from courtcomms.importing.finding.table_head import Head

_NO_LETTERS = re.compile(r"[\W\d_]+")
#: Columns that may be told twice: publications counted in one and linked in another.
_MAY_REPEAT = frozenset({Heading.MEDIA, Heading.MEDIA_COUNT, Heading.MEDIA_LINKS})
_KEYS = {key.value: key for key in Heading}


def shape_of(head: Head) -> str:
    """One key for all tables with these headings in this order: a hash in hex.

    Letters alone count: case, digits, signs, blanks and line breaks make no difference.
    """
    words = [_NO_LETTERS.sub("", mend_words(leaf.text).casefold()) for leaf in head.leaves]
    return hashlib.sha256("\n".join([head.kind, *words]).encode()).hexdigest()[:20]


def chosen(head: Head, choices: ReadingChoices) -> Head:
    """The heading with its columns as the user said for tables of its shape.

    A choice for another number of columns is left aside, and so is one that gives two columns to one key
    (but for publications) where the headings themselves do not.
    """
    if not choices.columns:
        return head
    said = choices.columns.get(shape_of(head))
    if said is None or len(said) != len(head.leaves) or not all(key is None or key in _KEYS for key in said):
        return head
    keys = [None if key is None else _KEYS[key] for key in said]
    if _repeated(keys) - _repeated([leaf.key for leaf in head.leaves]):
        return head
    leaves = tuple(replace(leaf, key=key) for leaf, key in zip(head.leaves, keys, strict=True))
    return replace(head, leaves=leaves)


def _repeated(keys: Sequence[Heading | None]) -> set[Heading]:
    counts = Counter(key for key in keys if key is not None and key not in _MAY_REPEAT)
    return {key for key, count in counts.items() if count > 1}
