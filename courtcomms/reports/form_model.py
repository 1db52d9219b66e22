"""What a form of the report says, as values: what stands over, in and under its table, and on what sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from courtcomms.model import Column

PAGE_WIDTH_MM = 297.0
PAGE_HEIGHT_MM = 210.0
#: Widths given in millimetres add up with a rounding error.
WIDTH_TOLERANCE_MM = 0.5

COURT_PLACE = "{court_genitive}"
NAME_PLACE = "{court_nominative}"
PERIOD_PLACE = "{period}"
#: What a line over the table may hold, filled in when the report is written.
PLACES = (COURT_PLACE, NAME_PLACE, PERIOD_PLACE)


class Align(StrEnum):
    """How a line lies in its column; the values are those of WordprocessingML and SpreadsheetML."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class NameForm(StrEnum):
    """How the signatory's name is written: «Ім'я ПРІЗВИЩЕ» or «І. Б. Прізвище»."""

    FULL = "full"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A line over the table; in a form its text may hold :data:`PLACES`, and those with ``show`` stand."""

    text: str
    align: Align
    bold: bool
    show: bool = True


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of the table; ``width_mm`` is its whole width, cell margins included."""

    column: Column
    heading: str
    width_mm: float
    align: Align


@dataclass(frozen=True, slots=True)
class Page:
    """Margins of the A4 landscape sheet in millimetres, and whether pages are numbered from the second."""

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    page_numbers: bool

    @property
    def width_mm(self) -> float:
        """Room between the side margins."""
        return PAGE_WIDTH_MM - self.left_mm - self.right_mm

    @property
    def height_mm(self) -> float:
        """Room between the top and bottom margins."""
        return PAGE_HEIGHT_MM - self.top_mm - self.bottom_mm


@dataclass(frozen=True, slots=True)
class Font:
    """The one font of the report and its sizes in points; ``tail_pt`` of 0 stands for the title's size."""

    name: str
    title_pt: float
    table_pt: float
    tail_pt: float = 0.0

    def __post_init__(self) -> None:
        if not self.tail_pt:
            object.__setattr__(self, "tail_pt", self.title_pt)


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: post on the left, name on the right, as typed; ``name_form`` is only what it is held to."""

    show: bool
    post: str
    name: str
    name_form: NameForm = NameForm.FULL


@dataclass(frozen=True, slots=True)
class SignatureDate:
    """The date under the signature, on the left."""

    show: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class Executor:
    """Who made the report: surname and initials, phone; at the foot of the last sheet."""

    show: bool
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class ExcelHabits:
    """``cell_links``: every cell with links leads to its first one, though LibreOffice then cuts its text."""

    cell_links: bool


@dataclass(frozen=True, slots=True)
class LetterheadLine:
    """A line of the letterhead, or a picture in its own line: then ``image`` holds its bytes.

    Sizes are in points and millimetres; those of a picture are 0 for a line of words.
    """

    text: str
    align: Align
    bold: bool = False
    size_pt: float = 12.0
    image: bytes = field(default=b"", repr=False)
    width_mm: float = 0.0
    height_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The court's own letterhead: ``document`` is a .docx that Word writers begin with, ``lines`` are the
    same for all other writers."""

    document: bytes = field(repr=False)
    lines: tuple[LetterheadLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FormLetterhead:
    """The letterhead of a form: ``file`` among the forms, and how the user's own file was ``name``d."""

    file: str
    name: str
    content: Letterhead


@dataclass(frozen=True, slots=True)
class ReportForm:
    """The whole form; ``columns`` are always the nine of :class:`Column`, in its order.

    ``remark`` is a Ukrainian sentence on what of its file could not be used.
    """

    titles: tuple[TitleLine, ...]
    columns: tuple[FormColumn, ...]
    page: Page
    font: Font
    rows_break: bool
    signatory: Signatory
    signed: SignatureDate
    executor: Executor
    excel: ExcelHabits
    letterhead: FormLetterhead | None = None
    remark: str = field(default="", compare=False)
