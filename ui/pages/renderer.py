"""Lets reports be written as PDF. Qt is loaded with the first of them, and begun where there is no window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from courtcomms.progress import Progress
from courtcomms.reports.export import add_renderer
from courtcomms.reports.snapshot import Rendered, ReportSnapshot

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

_application: Any = None


def offer_pdf() -> None:
    """From now on «.pdf» is one of the formats of a report; without Qt it is not, and export says why."""
    try:
        import PySide6  # noqa: F401
    except ImportError:
        return
    add_renderer(".pdf", _render)


def _render(snapshot: ReportSnapshot, progress: Progress) -> Rendered:
    _begin_qt()
    from ui.pages.pdf import render_pdf

    return Rendered(render_pdf(snapshot, progress))


def _begin_qt() -> None:
    """Fonts need Qt's application. On Linux it would look for a screen; elsewhere the system has one."""
    global _application
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        if sys.platform == "linux":
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = _made()


def _made() -> QGuiApplication:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication(sys.argv[:1])
