"""A court's register with one report, for what services say of its links."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from link_looks import Q3, SITE

from courtcomms.model import Anchor, Cells, Column, Court, CourtName
from courtcomms.store import Register


@pytest.fixture
def register(tmp_path):
    """A register with one court, whose id is 1."""
    with Register.open(tmp_path / "register.sqlite3", who="Олена") as opened:
        opened.save_court(Court(0, (CourtName("Інгулецький суд", "Інгулецького суду"),), SITE))
        yield opened


@pytest.fixture
def court(register):
    return register.courts()[0]


@pytest.fixture
def add(register):
    """Enter an event into the report; ``hidden`` are words of the site's cell with where they lead."""

    def enter(site="", media="", hidden=(), date="08.10.2021", **texts):
        anchors = tuple(Anchor(Column.SITE_LINKS, text, target) for text, target in hidden)
        cells = Cells(date=date, site_links=site, media=media, anchors=anchors, **texts)
        return register.add_event(1, cells, period=Q3).created[0]

    return enter
