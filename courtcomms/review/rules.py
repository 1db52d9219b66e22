"""The rules of the review.

A rule of a row yields findings of that row alone, so that a changed row can be reviewed again by itself; a
rule of the report needs all of its rows. They speak of what `cells` understood; what they say is for the
author of the row, in Ukrainian.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from courtcomms.model import Column, Event, Finding
from courtcomms.review.blanks import double_blanks, missing_blanks, stray_blanks
from courtcomms.review.dates import date_in_period, date_that_reads
from courtcomms.review.glued_words import glued_words
from courtcomms.review.letters import invisible_signs, two_alphabets
from courtcomms.review.link_addresses import addresses, commas_for_dots, shown_and_true, unread_addresses
from courtcomms.review.link_news import news_of_another_time
from courtcomms.review.link_pages import same_link_twice, same_page_in_rows
from courtcomms.review.link_sites import media_of_the_court, site_of_the_court
from courtcomms.review.links import link_flaws
from courtcomms.review.links_seen import links_seen
from courtcomms.review.numbers import media_number, participants_number
from courtcomms.review.past import past_period
from courtcomms.review.required import needed_cells
from courtcomms.review.row import Row
from courtcomms.review.signs import open_brackets, open_quotes
from courtcomms.review.whole import empty_cells_alike, same_event_twice

RowRule = Callable[[Row], Iterator[Finding]]
CellRule = Callable[[Row, Column], Iterator[Finding]]
ReportRule = Callable[[Sequence[Event]], Iterator[Finding]]

ROW_RULES: tuple[RowRule, ...] = (
    needed_cells,
    date_that_reads,
    date_in_period,
    past_period,
    media_number,
    media_of_the_court,
    participants_number,
    link_flaws,
    addresses,
    unread_addresses,
    commas_for_dots,
    shown_and_true,
    same_link_twice,
    site_of_the_court,
    news_of_another_time,
    links_seen,
)

#: Rules of typing: they ask for nothing but the cell's own text.
CELL_RULES: tuple[CellRule, ...] = (
    two_alphabets,
    invisible_signs,
    double_blanks,
    stray_blanks,
    missing_blanks,
    open_brackets,
    open_quotes,
)

#: Rules of any rows together, and those that only the rows of one report can break.
REGISTER_RULES: tuple[ReportRule, ...] = (same_event_twice,)
REPORT_RULES: tuple[ReportRule, ...] = (*REGISTER_RULES, empty_cells_alike, glued_words, same_page_in_rows)
