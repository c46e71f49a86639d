"""A file of JSON lines that survives a kill: a header with the settings, then one finished thing a line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Generic, Self, TypeVar

from wsl_annotator.core.errors import FormatError
from wsl_annotator.formats.atomic import write_error

VERSION = 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineKind(Generic[T]):
    """What the lines of a log are.

    Attributes:
        name: of what the file holds, for messages.
        anew: how a person starts anew, one sentence.
        other: what a person does where the settings differ, one sentence.
        to_json: value -> JSON types.
        from_json: the way back; raises ValueError, KeyError or TypeError for what is none.
    """

    name: str
    anew: str
    other: str
    to_json: Callable[[T], Mapping[str, Any]]
    from_json: Callable[[Mapping[str, Any]], T]


class LineLog(Generic[T]):
    """The file, open for appending; every line is on the disk when `append` returns.

    Args:
        path: of the file.
        settings: everything that changes a result, as JSON types; work goes on only under the same.
        kind: what the lines are.

    Attributes:
        earlier: what was there already, in the file's order.

    Raises:
        FormatError: the file was made under other settings, is no such file, or cannot be written.
    """

    def __init__(self, path: Path, settings: Mapping[str, Any], kind: LineKind[T]) -> None:
        self.path = path
        self._kind = kind
        header = json.loads(json.dumps({"version": VERSION, "settings": dict(settings)}))
        try:
            content = path.read_bytes() if path.exists() else b""
            whole = content.rfind(b"\n") + 1
            self.earlier = self._read(content[:whole], header)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = path.open("ab")
            if whole < len(content):
                # a line that a kill cut off is dropped
                self._file.truncate(whole)
        except OSError as error:
            raise write_error(path, error) from error
        if whole == 0:
            self._write(header)

    def append(self, value: T) -> None:
        """Write one line through to the disk.

        Raises:
            FormatError: the disk is full or refuses; the lines before are whole.
        """
        self._write(self._kind.to_json(value))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _write(self, value: Mapping[str, Any]) -> None:
        try:
            self._file.write(json.dumps(value, allow_nan=False).encode() + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise write_error(self.path, error) from error

    def _read(self, content: bytes, header: Mapping[str, Any]) -> list[T]:
        if not content:
            return []
        try:
            lines = [json.loads(line) for line in content.decode("utf-8").splitlines()]
            if lines[0]["version"] != VERSION:
                raise FormatError(f"{self.path} was written by another version of the program.", self._kind.anew)
            check_same(self.path, lines[0]["settings"], header["settings"], hint=self._kind.other)
            return [self._kind.from_json(line) for line in lines[1:]]
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise FormatError(f"{self.path} does not hold {self._kind.name}.", self._kind.anew) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def check_same(path: Path, before: Mapping[str, Any], now: Mapping[str, Any], *, hint: str) -> None:
    """Refuse to go on with what was made under other settings.

    Args:
        path: of what was made, for the message.
        before: its settings, as JSON types.
        now: those that are wanted, as JSON types.
        hint: the remedy.

    Raises:
        FormatError: they differ; the sentence names what does.
    """
    changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    if changed:
        raise FormatError(f"{path} was made with other settings ({', '.join(changed)}).", hint)
