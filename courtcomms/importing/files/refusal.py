"""Why a file cannot be read, told in one way.

The readers below do not know the file's name; they raise a :class:`Refusal`, and ``read_document`` makes
the user's sentence of it.
"""

from __future__ import annotations

import os

from courtcomms.errors import BadInput

_LONGEST_NAME = 80


class Refusal(Exception):
    """A file that cannot be used.

    ``what`` continues the words «Файл «…»»; ``advice`` is the sentence that says what to do.
    """

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice

    def for_user(self, name: str) -> BadInput:
        """The refusal as the user reads it."""
        return BadInput(f"Файл «{shown_name(name)}» {self.what}: нічого не імпортовано. {self.advice}")


class NeedsConversion(Refusal):
    """A file that only LibreOffice can read; ``kind`` is a ``sniff.FileKind``.

    ``locked``: if it cannot either, a password is the reason. As a refusal it is for those who read without
    asking LibreOffice.
    """

    def __init__(self, kind: str, refusal: Refusal, locked: bool = False) -> None:
        super().__init__(refusal.what, refusal.advice)
        self.kind = kind
        self.locked = locked


def shown_name(name: str) -> str:
    """A file's name that can be printed: bytes that are no text replaced, overlong ones shortened."""
    whole = os.fsencode(name).decode("utf-8", "replace")
    # Line ends and signs that turn the direction of writing would let a name pose as another one.
    printable = "".join(sign if sign.isprintable() else " " for sign in whole)
    return printable if len(printable) <= _LONGEST_NAME else printable[: _LONGEST_NAME - 1] + "…"


def damaged() -> Refusal:
    """The file broke on its way or was never whole."""
    return Refusal(
        "пошкоджено або збережено не до кінця",
        "Відкрийте його у Word чи Excel, збережіть заново або отримайте ще раз.",
    )


def too_large(what: str) -> Refusal:
    """A file beyond what any report can be."""
    return Refusal(
        f"завеликий для звіту ({what})",
        "Залиште у файлі лише таблицю звіту й збережіть його під новою назвою.",
    )


def suspicious(what: str) -> Refusal:
    """A file that no office program writes so, made to harm or broken."""
    return Refusal(
        f"побудовано небезпечно ({what})",
        "Відкрийте його у Word чи Excel, перевірте, звідки він, і збережіть заново.",
    )


def protected() -> Refusal:
    """Encrypted with a password."""
    return Refusal("захищено паролем", "Зніміть пароль у Word чи Excel і спробуйте ще раз.")


def other_format(what: str, advice: str) -> Refusal:
    """A sound file of another kind."""
    return Refusal(f"— це {what}, а не документ .docx чи .xlsx", advice)
