"""The table of hostile files: what each comes to, its seconds, and the reading process's peak in MB.

Run it as ``python tests/hostile/measure.py [words of a name]``.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from hostile_cases import ALL, NOWHERE  # noqa: E402 - found by the line above

from courtcomms.errors import BadInput  # noqa: E402 - found by the line above
from courtcomms.importing.isolation.isolated import read_isolated  # noqa: E402 - found by the line above


def outcome(path: Path) -> tuple[str, float, int]:
    """The sentence or what was read, seconds, peak of the reading process in MB."""
    start = time.monotonic()
    try:
        read = read_isolated(path)
        told = f"прочитано рядків: {sum(len(one.rows) for one in read)}"
    except BadInput as refused:
        told = str(refused)
    return told, time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10


def apart(work: Callable[[], object]) -> object:
    """What some work gives in a process of its own: memory that another file took must not count for this."""
    ours, theirs = os.pipe()
    if os.fork() == 0:
        os.write(theirs, json.dumps(work()).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        told = pipe.read()
    os.wait()
    return json.loads(told)


def main() -> None:
    """Print a line a file."""
    for name, case in ALL.items():
        if not all(word in name for word in sys.argv[1:]):
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / case.name
            apart(lambda path=path, case=case: path.write_bytes(case.build(NOWHERE)))
            told, seconds, peak = apart(lambda path=path: outcome(path))
        bad = "" if case.told.strip("\0") in told and ("прочитано" in told or case.told != "\0") else "  !!!"
        words = told.replace(f"Файл «{case.name}» ", "")[:90]
        sys.stdout.write(f"{name} | {words} | {seconds:.1f} | {peak}{bad}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
