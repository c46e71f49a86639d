"""What a command with `--json` says, line by line, as values."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from wsl_annotator.core.progress import Progress
from wsl_annotator.training.figures import EpochFigures

log = logging.getLogger(__name__)

_EPOCH_FIELDS = frozenset(field.name for field in fields(EpochFigures))


@dataclass(frozen=True, slots=True)
class NoticeSaid:
    """A sentence that a person should know while it runs."""

    text: str


@dataclass(frozen=True, slots=True)
class ErrorSaid:
    """Why it ended: a sentence and the remedy."""

    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class ResultSaid:
    """What came of it."""

    values: Mapping[str, Any]


CommandEvent = Progress | EpochFigures | NoticeSaid | ErrorSaid | ResultSaid


class EventReader:
    """Turns bytes, as they come through a pipe, into events; a line may come in pieces."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[CommandEvent]:
        """Return the events that are complete now. Lines that are no event are logged and dropped."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            event = _event(line)
            if event is not None:
                yield event


def _event(line: bytes) -> CommandEvent | None:
    try:
        values = json.loads(line)
        kind = values["event"]
        if kind == "progress":
            eta_s = values["eta_s"]
            return Progress(
                done=int(values["done"]),
                total=int(values["total"]),
                message=str(values["message"]),
                eta_s=None if eta_s is None else float(eta_s),
            )
        if kind == "item" and values["kind"] == "epoch":
            known = {name: value for name, value in values.items() if name in _EPOCH_FIELDS}
            return EpochFigures(**{**known, "class_ap": tuple(known.get("class_ap", ()))})
        if kind == "notice":
            return NoticeSaid(str(values["text"]))
        if kind == "error":
            return ErrorSaid(str(values["text"]), str(values["hint"]))
        if kind == "result":
            return ResultSaid(values)
    except (ValueError, KeyError, TypeError):
        log.warning("the command said %r", line[:500])
    return None
