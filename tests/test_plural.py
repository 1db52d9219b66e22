"""Ukrainian plurals."""

import pytest

from courtcomms.plural import counted, counted_events, counted_rows, plural


@pytest.mark.parametrize(
    ("number", "form"),
    [
        *((number, "захід") for number in (1, 21, 101, 1001, -1)),
        *((number, "заходи") for number in (2, 3, 4, 22, 34, 102, 1004)),
        *((number, "заходів") for number in (0, 5, 10, 11, 12, 13, 14, 19, 20, 25, 111, 112, 1011, -5)),
    ],
)
def test_the_noun_agrees_with_the_number(number: int, form: str) -> None:
    assert plural(number, "захід", "заходи", "заходів") == form


def test_counted_words_set_thousands_apart() -> None:
    assert counted(21, "зауваження", "зауваження", "зауважень") == "21 зауваження"
    assert counted_rows(1250) == "1\u00a0250 рядків"
    assert counted_events(1_000_002) == "1\u00a0000\u00a0002 заходи"
