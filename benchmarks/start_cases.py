"""What is started: ``python -m benchmarks.start_cases WHAT``; times run from the start of the process.

The program is watched from outside, with nothing in it that knows of being measured.
"""

from __future__ import annotations
