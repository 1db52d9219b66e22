"""What was read, as plain JSON values: the way out of the reading process and back into dataclasses.

The fields are taken from the dataclasses themselves, so a field that is added travels along. What comes
back is checked value by value: the process that wrote it has read a stranger's file.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from courtcomms.importing.document import ImportedDocument, ReadingChoices

_PLAIN = (str, int, bool, float)


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
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        return {field.name: _packed(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _packed(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_packed(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _unpacked(value: Any, wanted: Any) -> Any:
    """A value as the type that a field is annotated with."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (types.UnionType, Union):
        return _of_union(value, arguments)
    if origin is tuple:
        return _of_list(value, arguments)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        return _of_mapping(value, arguments[1])
    if origin is Literal:
        return _checked(value, value in arguments)
    if dataclasses.is_dataclass(wanted):
        return _of_fields(value, cast(type, wanted))
    return _of_value(value, wanted)


def _of_value(value: Any, wanted: Any) -> Any:
    if wanted in _PLAIN:
        return _checked(value, type(value) is wanted)
    if isinstance(wanted, type) and issubclass(wanted, (Enum, date)):
        text = _checked(value, isinstance(value, str))
        try:
            return date.fromisoformat(text) if issubclass(wanted, date) else wanted(text)
        except ValueError as error:
            raise WireError("an unknown word") from error
    raise WireError(f"no way to carry {wanted}")


def _of_union(value: Any, arguments: tuple[Any, ...]) -> Any:
    if value is None:
        return _checked(None, type(None) in arguments)
    (wanted,) = (item for item in arguments if item is not type(None))
    return _unpacked(value, wanted)


def _of_list(value: Any, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    items = _checked(value, isinstance(value, list))
    if arguments[-1] is Ellipsis:
        return tuple(_unpacked(item, arguments[0]) for item in items)
    _checked(value, len(items) == len(arguments))
    return tuple(_unpacked(item, wanted) for item, wanted in zip(items, arguments, strict=True))


def _of_mapping(value: Any, wanted: Any) -> dict[str, Any]:
    items = _checked(value, isinstance(value, dict))
    return {key: _unpacked(item, wanted) for key, item in items.items()}


def _of_fields(value: Any, wanted: type) -> Any:
    hints = _hints(wanted)
    items = _checked(value, isinstance(value, dict) and value.keys() == hints.keys())
    try:
        return wanted(**{name: _unpacked(items[name], hint) for name, hint in hints.items()})
    except WireError:
        raise
    except ValueError as error:
        raise WireError("a value out of its bounds") from error


@cache
def _hints(wanted: type) -> dict[str, Any]:
    return get_type_hints(wanted)


def _checked(value: Any, right: bool) -> Any:
    if not right:
        raise WireError("a value of another type")
    return value
