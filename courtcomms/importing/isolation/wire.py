"""What was read, as plain JSON values: the way out of the reading process and back into dataclasses.

The fields are taken from the dataclasses themselves, so a field that is added travels along. What comes
back is checked value by value: the process that wrote it has read a stranger's file.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from courtcomms.importing.document import ImportedDocument, ReadingChoices

_PLAIN = (str, int, bool, float)
_Step = Callable[[Any], Any]


class WireError(ValueError):
    """The values are not those that :func:`to_wire` gives."""


def to_wire(documents: Sequence[ImportedDocument]) -> dict[str, Any]:
    """All reports of a file as dicts, lists, texts and numbers."""
    return {"documents": [_packed(document) for document in documents]}


def from_wire(values: dict[str, Any]) -> tuple[ImportedDocument, ...]:
    """What :func:`to_wire` was given.

    Raises:
        WireError: something is missing, too much, or of another type.
    """
    found = _unpacked(values.get("documents"), tuple[ImportedDocument, ...])
    return cast(tuple[ImportedDocument, ...], found)


def choices_to_wire(choices: ReadingChoices) -> dict[str, Any]:
    """What the user said of columns, as plain values."""
    return cast(dict[str, Any], _packed(choices))


def choices_from_wire(values: Any) -> ReadingChoices:
    """What :func:`choices_to_wire` was given.

    Raises:
        WireError: something is missing or of another type.
    """
    return cast(ReadingChoices, _unpacked(values, ReadingChoices))


def _packed(value: Any) -> Any:
    kind: type = type(value)
    return _packer(kind)(value)


@cache
def _packer(kind: type) -> _Step:
    """What packs values of a type; looked up for each of a report's 600,000 values, so made once."""
    if issubclass(kind, Enum):
        return attrgetter("value")
    if dataclasses.is_dataclass(kind):
        names = tuple(field.name for field in dataclasses.fields(kind))
        return lambda value: {name: _packed(getattr(value, name)) for name in names}
    if issubclass(kind, Mapping):
        return lambda value: {key: _packed(item) for key, item in value.items()}
    if issubclass(kind, tuple):
        return lambda value: [_packed(item) for item in value]
    return kind.isoformat if issubclass(kind, date) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _unpacked(value: Any, wanted: Any) -> Any:
    """A value as the type that a field is annotated with."""
    return _unpacker(wanted)(value)


@cache
def _unpacker(wanted: Any) -> _Step:
    """What makes values of an annotated type; as :func:`_packer`."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (types.UnionType, Union):
        return _of_union(arguments)
    if origin is tuple:
        return _of_list(arguments)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        return _of_mapping(arguments[1])
    if origin is Literal:
        return lambda value: _checked(value, value in arguments)
    if dataclasses.is_dataclass(wanted):
        return _of_fields(cast(type, wanted))
    return _of_value(wanted)


def _of_value(wanted: Any) -> _Step:
    if wanted in _PLAIN:
        return lambda value: _checked(value, type(value) is wanted)
    if not (isinstance(wanted, type) and issubclass(wanted, (Enum, date))):
        raise WireError(f"no way to carry {wanted}")
    made: _Step = wanted.fromisoformat if issubclass(wanted, date) else wanted

    def unpack(value: Any) -> Any:
        text = _checked(value, isinstance(value, str))
        try:
            return made(text)
        except ValueError as error:
            raise WireError("an unknown word") from error

    return unpack


def _of_union(arguments: tuple[Any, ...]) -> _Step:
    (wanted,) = (item for item in arguments if item is not type(None))
    unpack, may_lack = _unpacker(wanted), type(None) in arguments
    return lambda value: _checked(None, may_lack) if value is None else unpack(value)


def _of_list(arguments: tuple[Any, ...]) -> _Step:
    if arguments[-1] is Ellipsis:
        each = _unpacker(arguments[0])
        return lambda value: tuple(map(each, _checked(value, isinstance(value, list))))
    steps = [_unpacker(wanted) for wanted in arguments]

    def unpack(value: Any) -> Any:
        items = _checked(value, isinstance(value, list) and len(value) == len(steps))
        return tuple(step(item) for step, item in zip(steps, items, strict=True))

    return unpack


def _of_mapping(wanted: Any) -> _Step:
    unpack = _unpacker(wanted)
    return lambda value: {key: unpack(item) for key, item in _checked(value, isinstance(value, dict)).items()}


def _of_fields(wanted: type) -> _Step:
    steps = {name: _unpacker(hint) for name, hint in get_type_hints(wanted).items()}

    def unpack(value: Any) -> Any:
        items = _checked(value, isinstance(value, dict) and value.keys() == steps.keys())
        try:
            return wanted(**{name: step(items[name]) for name, step in steps.items()})
        except WireError:
            raise
        except ValueError as error:
            raise WireError("a value out of its bounds") from error

    return unpack


def _checked(value: Any, right: bool) -> Any:
    if not right:
        raise WireError("a value of another type")
    return value
