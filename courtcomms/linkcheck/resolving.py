"""Names to addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

#: ``resolve(host, port)``: where to dial for it, as (ip in digits, port); raises OSError where there is no such host.
Resolve = Callable[[str, int], Sequence[tuple[str, int]]]
