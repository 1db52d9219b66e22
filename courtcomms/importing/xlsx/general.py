"""Numbers without decimal places of their own: General, powers of ten, fractions."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

_SCIENTIFIC = re.compile(r"([0#?]+)(?:\.([0#?]+))?[eE]([+-])([0#?]+)")
_FRACTION = re.compile(r"(?:([0#?,]+)\s+)?([0#?]+)\s*/\s*([0#?]+|\d+)")
#: Excel keeps 15 digits; whole numbers up to there stay whole, as those of telephones and cases.
_MOST_DIGITS = 15
#: What fits into General: eleven signs with the decimal comma.
_WIDTH = 11


def general(number: Decimal) -> str:
    """A number as «General» shows it; a whole one with all its digits, for it may be a name of something."""
    if number == number.to_integral_value() and abs(number) < Decimal(10) ** _MOST_DIGITS:
        return str(int(number))
    value = float(number)
    return _fitting(value).replace(".", ",")


def _fitting(value: float) -> str:
    size = abs(value)
    plain = _stripped(f"{value:.12f}")
    room = _WIDTH + (value < 0)
    if 1e-9 <= size < 1e10 and len(plain) <= room:
        return plain
    if 1e-4 <= size < 1e11:
        whole = len(str(int(size)))
        places = _WIDTH - 1 - whole if size >= 1 else 9
        return _stripped(f"{value:.{max(places, 0)}f}")
    mantissa, _, power = f"{value:.5e}".partition("e")
    return f"{_stripped(mantissa)}E{power[0]}{power[1:].lstrip('0').zfill(2)}"


def _stripped(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def scientific(number: Decimal, section: str) -> str | None:
    """A number in a format such as ``0.00E+00``; ``None`` for other formats."""
    match = _SCIENTIFIC.search(section)
    if match is None:
        return None
    step, places = len(match[1]), len(match[2] or "")
    power = number.adjusted() // step * step if number else 0
    mantissa = f"{number.scaleb(-power):.{places}f}"
    if len(mantissa.lstrip("-").split(".")[0]) > step:
        power += step
        mantissa = f"{number.scaleb(-power):.{places}f}"
    sign = "-" if power < 0 else "+" if match[3] == "+" else ""
    return f"{mantissa}E{sign}{str(abs(power)).zfill(len(match[4]))}".replace(".", ",")


def fraction(number: Decimal, section: str) -> str | None:
    """A number in a format such as ``# ?/?`` or ``# ?/8``; ``None`` for other formats."""
    match = _FRACTION.search(section)
    if match is None:
        return None
    size = Fraction(abs(number))
    whole = size.numerator // size.denominator if match[1] else 0
    top, bottom = _parts(size - whole, match[3])
    if match[1] and top == bottom:
        whole, top = whole + 1, 0
    told = [str(whole)] if whole or (match[1] and not top) else []
    told += [f"{top}/{bottom}"] if top or not match[1] else []
    return ("-" if number < 0 else "") + " ".join(told)


def _parts(rest: Fraction, denominator: str) -> tuple[int, int]:
    if denominator.isdigit() and int(denominator):
        bottom = int(denominator)
        return round(rest * bottom), bottom
    near = rest.limit_denominator(10 ** min(len(denominator), 4) - 1)
    return near.numerator, near.denominator
