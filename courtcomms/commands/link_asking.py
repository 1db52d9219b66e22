"""Asking the network about links for a command: progress on the terminal, Ctrl+C, no network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from courtcomms.commands.output import say
from courtcomms.commands.progress_line import ProgressLine, stopped_by_ctrl_c
from courtcomms.errors import CourtcommsError
from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import LinkCheck
from courtcomms.progress import Cancelled
from courtcomms.services.link_checking import check_links, no_network
from courtcomms.services.links import ReportLink
from courtcomms.store import Register

#: What a shell expects of a command that Ctrl+C has ended.
INTERRUPTED = 130
_STOPPED = "Перевірку зупинено: що встигли перевірити, показано й збережено."

Tell = Callable[[ReportLink], None]


def ask_links(
    links: Sequence[ReportLink],
    urls: Sequence[str],
    settings: LinkSettings,
    tell: Tell,
    seen: Callable[[ReportLink, LinkCheck], ReportLink],
    register: Register | None = None,
) -> bool:
    """Tell of each link: first of those that need no asking, then of each as its answer comes.

    ``seen`` puts an answer to its link. With a ``register`` answers are remembered. ``False`` where Ctrl+C
    has ended it.

    Raises:
        CourtcommsError: there is no network; nothing of it was told as bad.
    """
    wanted = frozenset(urls)
    waiting: defaultdict[str, list[ReportLink]] = defaultdict(list)
    for link in links:
        if link.askable and link.url in wanted:
            waiting[link.url].append(link)
        else:
            tell(link)
    if not waiting:
        return True
    line = ProgressLine()

    def answered(check: LinkCheck) -> None:
        line.clear()
        for link in waiting.pop(check.url, ()):
            tell(seen(link, check))

    try:
        with stopped_by_ctrl_c(line) as progress:
            run = check_links(urls, settings, answered, register=register, progress=progress, pace=line.pace)
    except Cancelled:
        line.clear()
        say(_STOPPED)
        return False
    line.clear()
    if run.no_network:
        raise CourtcommsError(no_network(run))
    return True
