"""Signs of picture fonts: the letters of Unicode that say the same.

Symbol is Adobe's Symbol encoding. Of Wingdings those are known that stand in people's texts: bullets,
boxes, marks and arrows (Unicode's own table of Wingdings).
"""

from __future__ import annotations

_SYMBOL_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_WINGDINGS = dict(
    zip(
        bytes.fromhex("20282A464A4C6C6E6F717273747576779E9FA1A7A8ABD8DFE0E8F0FBFCFDFE"),
        " ☎✉☞☺☹●■□❑❒⬧⧫◆❖⬥·•○▪◻★➢←→➔⇨✗✓☒☑",
        strict=True,
    )
)
_SIGNS = {
    "symbol": dict(enumerate(_SYMBOL_LOW, 0x20)) | dict(enumerate(_SYMBOL_HIGH, 0xA0)),
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x20: " ", 0x50: "✓", 0x52: "☑", 0x54: "☒", 0x97: "•", 0xA3: "□"},
    "wingdings 3": {0x20: " ", 0x7D: "▶"},
    "webdings": {0x20: " ", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"},
}


def is_picture_font(font: str) -> bool:
    """Whether letters in a font show pictures."""
    return font.lower() in _SIGNS


def sign_of(font: str, code: int) -> str | None:
    """The sign that a code shows in a font; ``None`` where no letter is known for it.

    Word writes the signs of picture fonts at U+F000–U+F0FF or as the bare byte.
    """
    signs = _SIGNS.get(font.lower())
    private = 0xE000 <= code <= 0xF8FF
    if signs is None:
        return None if private or code > 0xFFFF else chr(code)
    byte = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if byte > 0xFF:
        return None if private else chr(code)
    return signs.get(byte)
