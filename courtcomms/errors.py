"""Refusals that a user can act on, each one Ukrainian sentence."""

from __future__ import annotations

import errno


class CourtcommsError(Exception):
    """A refusal whose text is shown to the user as it is.

    The text says, in Ukrainian, what happened, what was kept and what to do next.
    The command line prints it on stderr and exits with 2; the window shows it in a message.
    """


class BadInput(CourtcommsError):
    """A file, a period or an argument that cannot be used; nothing was written."""


class CannotWrite(CourtcommsError):
    """A target that cannot be written; what stood there before is untouched."""


class RegisterUnusable(CourtcommsError):
    """A register that cannot be opened: damaged, newer than the program, or no register at all."""


class Conflict(CourtcommsError):
    """The row was changed elsewhere since it was read; neither version is lost."""


class Frozen(CourtcommsError):
    """The report was submitted: its rows are as they were sent, until it is reopened."""


class Missing(CourtcommsError):
    """The event, report or court asked for is not in the register."""


_REASONS = {
    errno.EACCES: "немає прав доступу",
    errno.EPERM: "система не дозволяє",
    errno.EROFS: "диск доступний лише для читання",
    errno.ENOSPC: "на диску немає місця",
    errno.ENOENT: "такої теки чи файла немає",
    errno.ENOTDIR: "частина шляху не є текою",
    errno.EISDIR: "це тека, а не файл",
    errno.EEXIST: "така назва вже зайнята",
    errno.ENAMETOOLONG: "назва задовга",
    errno.EINVAL: "назва непридатна",
    errno.EIO: "диск відповів помилкою",
    errno.EBUSY: "файл зайнятий іншою програмою",
    errno.EFBIG: "файл завеликий для цього диска",
    errno.EMFILE: "відкрито забагато файлів",
}


def reason_of(error: OSError) -> str:
    """Why the system refused, in Ukrainian words that fit into the middle of a sentence."""
    return _REASONS.get(error.errno or 0, "система відмовила")
