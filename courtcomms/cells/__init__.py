"""What the text of a report's cells means: pure functions, no input or output.

Nothing here ever changes a text; a reading is derived, stored beside it and rebuilt when the text or the
rules change.
"""

#: Raised whenever any rule of this package changes its answer; the store then reads its cells anew.
RULES_VERSION: int = 2
