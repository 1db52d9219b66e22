"""Warnings in order, without flooding: many of one sort are told as a number."""

from __future__ import annotations

from courtcomms.plural import plural

_MOST_ALIKE = 12


class WarningList:
    """Collects Ukrainian sentences; ``sort`` names those of one sort."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._counts: dict[str, int] = {}
        self._ends: dict[str, int] = {}

    def add(self, sentence: str, sort: str = "") -> None:
        """Tell something once; from the 13th of one sort on only their number."""
        if sentence in self._told[-_MOST_ALIKE:]:
            return
        count = self._counts[sort] = self._counts.get(sort, 0) + 1
        if not sort or count <= _MOST_ALIKE:
            self._told.append(sentence)
            self._ends[sort] = len(self._told)

    def sentences(self) -> tuple[str, ...]:
        """All warnings; a sum stands after the last one told of its sort."""
        told = list(self._told)
        for sort, end in sorted(self._ends.items(), key=lambda item: -item[1]):
            more = self._counts[sort] - _MOST_ALIKE
            if sort and more > 0:
                told.insert(end, f"І ще {more} {plural(more, 'таке', 'такі', 'таких')} самих попереджень.")
        return tuple(told)
