"""All tables: ``python -m benchmarks``; ``--full`` adds the cases that take minutes."""

from __future__ import annotations

import sys

from benchmarks import link_truth, links, pdf, readers, start, window, writers


def main() -> int:
    """Measure everything and print it as Markdown."""
    full = "--full" in sys.argv[1:]
    print(start.run())
    print()
    for documents in (writers, readers, pdf):
        print(documents.run(full=full))
        print()
    print(window.run(window.SIZES if full else window.SIZES[:1]))
    print()
    print(links.run(links.SIZES if full else links.SIZES[:1]))
    if full:
        print()
        print(link_truth.run())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
