"""Every shape that people make in Word and Excel is read whole; what is not read is told.

``pytest tests/importing/shapes -v`` prints the list of shapes with the result of each.
"""

from importlib import import_module

import pytest
from reading import grid_of, left, links_of, rows_of, told
from shape import EXCEL, WORD, Shape

for _name in (
    *("word_wrappers", "word_revisions", "word_boxes", "word_merges", "word_links", "word_numbers"),
    *("word_signs", "word_left", "word_makers", "excel_merges", "excel_values", "excel_dates"),
    *("excel_links", "excel_told", "excel_makers"),
):
    import_module(_name)

_ALL = [
    pytest.param(shape, id=f"{kind}: {shape.name}")
    for kind, shapes in (("Word", WORD), ("Excel", EXCEL))
    for shape in shapes
]


@pytest.mark.parametrize("shape", _ALL)
def test_shape(shape: Shape, read) -> None:
    content = shape.build()
    document = read(content, shape.file)
    assert rows_of(document) == shape.rows
    assert links_of(document) == shape.all_links()
    grid = grid_of(content)
    assert told(grid) == shape.told
    assert left(grid) == shape.left
    for piece in shape.warned:
        assert any(piece in warning for warning in document.warnings), document.warnings


def test_there_are_enough_shapes_and_each_has_its_own_name() -> None:
    assert len({shape.name for shape in WORD}) == len(WORD) >= 45
    assert len({shape.name for shape in EXCEL}) == len(EXCEL) >= 30
