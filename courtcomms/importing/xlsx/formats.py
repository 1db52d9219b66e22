"""Excel's numbers as they are shown in a Ukrainian Excel (ECMA-376 part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from courtcomms.importing.xlsx.dates import is_date_format, is_month_first, show_date
from courtcomms.importing.xlsx.general import fraction, general, scientific
from courtcomms.importing.xlsx.sections import TOKEN, literals, section_for

#: Formats that a file names by number only; the rest of 0–49 is not used for numbers or text.
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd.mm.yyyy",
    15: "dd.mmm.yy",
    16: "dd.mmm",
    17: "mmm.yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd.mm.yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "dd.mm.yyyy"),
}
_MOST_DECIMALS = 15
_GENERAL = re.compile("general", re.IGNORECASE)


def show_number(value: str, code: str, *, from_1904: bool = False) -> str:
    """A stored number as its format shows it; a format that would show nothing does not hide it."""
    number = _decimal(value)
    if number is None:
        return value
    if code == "General":
        return general(number)
    section, absolute = section_for(code, number)
    if _GENERAL.search(section):
        before, after = _GENERAL.split(section, 1)
        return (literals(before) + general(absolute) + literals(after)).strip()
    if is_date_format(section):
        return show_date(float(number), section, from_1904=from_1904) or general(number)
    if not section or "@" in section:
        return general(number)
    odd = scientific(absolute, section) or fraction(absolute, section)
    return odd or _Picture(section).show(absolute) or general(number)


def turns_date(value: str, code: str) -> bool:
    """Whether a number is a date whose format has the month first, and is shown day first."""
    number = _decimal(value)
    section = section_for(code, number)[0] if number is not None else ""
    return is_date_format(section) and is_month_first(section)


def _decimal(value: str) -> Decimal | None:
    """The number behind its shortest spelling: Excel writes 0.1 as 0.10000000000000001."""
    try:
        number = float(value)
        return Decimal(repr(number)) if abs(number) < 1e300 else None
    except (ValueError, InvalidOperation):
        return None


@dataclass(slots=True)
class _Place:
    """One token of a format: a digit place or a literal."""

    sign: str
    literal: str = ""


class _Picture:
    """One section of a number format, token by token."""

    def __init__(self, section: str) -> None:
        self._whole: list[_Place] = []
        self._after: list[_Place] = []
        self._decimals = 0
        self._grouped = False
        self._percent = 0
        self._scale = 0
        self._read(section)

    def _read(self, section: str) -> None:
        in_decimals = False
        for match in TOKEN.finditer(section):
            quoted, escaped, currency, sign, other = match.groups()
            literal = quoted or escaped or currency or other
            target = self._after if in_decimals else self._whole
            if sign == ".":
                in_decimals = True
            elif sign == ",":
                self._scale += 1
            elif sign and sign in "0#?":
                self._digit(sign, in_decimals)
            elif sign == "%":
                self._percent += 1
                target.append(_Place("", "%"))
            elif literal:
                target.append(_Place("", literal))

    def _digit(self, sign: str, in_decimals: bool) -> None:
        if self._scale:
            self._grouped, self._scale = True, 0
        if in_decimals:
            self._decimals = min(self._decimals + 1, _MOST_DECIMALS)
        self._after.append(_Place(sign)) if in_decimals else self._whole.append(_Place(sign))

    def show(self, number: Decimal) -> str:
        """The number in this picture."""
        scaled = number * Decimal(100) ** self._percent / Decimal(1000) ** self._scale
        rounded = abs(scaled).quantize(Decimal(1).scaleb(-self._decimals), ROUND_HALF_UP)
        whole, _, fraction = format(rounded, "f").partition(".")
        shown = self._show_whole(whole) + self._show_fraction(fraction)
        return ("-" + shown if number < 0 and rounded else shown).strip()

    def _show_whole(self, digits: str) -> str:
        places = [at for at, place in enumerate(self._whole) if place.sign]
        digits = "" if digits == "0" else digits
        out = [place.literal for place in self._whole]
        for at in reversed(places):
            digits, last = digits[:-1], digits[-1:]
            out[at] = last or ("0" if self._whole[at].sign == "0" else "")
        if places:
            out[places[0]] = digits + out[places[0]]
        return _grouped("".join(out)) if self._grouped else "".join(out)

    def _show_fraction(self, digits: str) -> str:
        out, optional = "", len(digits)
        while optional and digits[optional - 1] == "0":
            optional -= 1
        at = 0
        for place in self._after:
            if not place.sign:
                out += place.literal
            elif at < self._decimals:
                out += digits[at] if at < optional or place.sign == "0" else ""
                at += 1
        return f",{out}" if out and out[0].isdigit() else out


def _grouped(text: str) -> str:
    """Thousands apart by no-break spaces, as Ukrainian Excel shows them."""
    return re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", "\u00a0", text)
