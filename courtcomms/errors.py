"""Refusals that a user can act on, each one Ukrainian sentence."""


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


class Missing(CourtcommsError):
    """The event, report or court asked for is not in the register."""
