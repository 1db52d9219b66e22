"""Messages on a pipe: four bytes that tell the length, then JSON. Nothing longer than agreed is read."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">I")


class BadFrame(ValueError):
    """What came is no message: cut off, too long, or no JSON object."""


def write_frame(pipe: IO[bytes], message: dict[str, Any]) -> None:
    """Send one message at once. Letters outside ASCII go as escapes, so that odd file names pass."""
    content = json.dumps(message, separators=(",", ":")).encode("ascii")
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def read_frame(pipe: IO[bytes], most: int) -> dict[str, Any] | None:
    """The next message of at most ``most`` bytes; ``None`` where the pipe was closed between two.

    Raises:
        BadFrame: what came is none.
    """
    head = pipe.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise BadFrame("cut off")
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise BadFrame("too long")
    content = pipe.read(length)
    if len(content) < length:
        raise BadFrame("cut off")
    return _decoded(content)


def _decoded(content: bytes) -> dict[str, Any]:
    try:
        message = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadFrame("no JSON") from error
    if not isinstance(message, dict):
        raise BadFrame("no object")
    return message
