"""Who sits at the machine, for the register's history."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """The name by which the system knows the user; empty where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Python before 3.13 lets KeyError and ImportError through where there is no account.
        return ""
