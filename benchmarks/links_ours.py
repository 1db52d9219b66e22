"""Our checker as a process of its own: ``python -m benchmarks.links_ours FILE PER_HOST AT_ONCE``.

FILE has one address a line. Prints one line of JSON: seconds of the check alone, and how many links it found
to work. The window checks in a process that runs already, so that these seconds are what its user waits; a
few links go first, so that imports and first-use caches are not charged.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.child import WARM_UP_ROWS
from courtcomms.linkcheck.checker import LinkChecker
from courtcomms.linkcheck.settings import DEFAULT
from courtcomms.model.link_checks import LinkCheck, Verdict


def main(arguments: list[str]) -> int:
    """Check the file's links with these limits, on loopback that counts as the world."""
    urls = Path(arguments[0]).read_text(encoding="utf-8").split()
    settings = replace(DEFAULT, per_host=int(arguments[1]), at_once=int(arguments[2]))
    found: list[LinkCheck] = []
    checker = LinkChecker(
        settings, proxy_for=lambda _url: None, guard=lambda _host, _ip: True, online=lambda: True
    )
    checker.check(urls[:WARM_UP_ROWS], lambda _check: None)
    run = checker.check(urls, found.append)
    works = sum(check.verdict is Verdict.WORKS for check in found)
    print(json.dumps({"seconds": run.seconds, "works": works}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
