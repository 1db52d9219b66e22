"""Words that came and went, as properties of any two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.word_diff import Fate, Piece, compare_words

TEXTS = st.text(alphabet="аб ,.\n№1", max_size=30)


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_texts(before: str, after: str) -> None:
    old, new = compare_words(before, after)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
    kept = [piece.text for piece in old if piece.fate is Fate.KEPT]
    assert "".join(kept) == "".join(piece.text for piece in new if piece.fate is Fate.KEPT)


@given(TEXTS)
def test_the_same_text_has_nothing_to_mark(text: str) -> None:
    old, new = compare_words(text, text)
    assert {piece.fate for piece in (*old, *new)} <= {Fate.KEPT}


def test_whole_words_are_marked() -> None:
    old, new = compare_words("на стендах суду", "на дошках суду")
    assert old == (Piece(Fate.KEPT, "на "), Piece(Fate.GONE, "стендах"), Piece(Fate.KEPT, " суду"))
    assert new[1] == Piece(Fate.NEW, "дошках")
