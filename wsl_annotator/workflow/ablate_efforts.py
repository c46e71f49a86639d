"""What searches cost, kept on the disk as it is measured, so that a stopped ablation does not measure twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wsl_annotator.core.errors import FormatError
from wsl_annotator.formats.atomic import write_error, write_json
from wsl_annotator.formats.readers import read_json
from wsl_annotator.workflow.line_log import check_same
from wsl_annotator.workflow.reproduce_log import ANEW, OTHER_SETTINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What one image and class cost.

    Attributes:
        seconds: wall time, nothing shared with other rows.
        passes: convolution passes, in units of one pass at the network's input size; equal crops count once.
    """

    seconds: float
    passes: float


class EffortLog:
    """The file of efforts; everything is on the disk when `add` returns.

    Args:
        path: of the file.
        settings: everything that changes what a search costs, as JSON types.

    Raises:
        FormatError: the file was made under other settings, is no such file, or cannot be written.
    """

    def __init__(self, path: Path, settings: Mapping[str, Any]) -> None:
        self._path = path
        self._settings = dict(settings)
        self._efforts: dict[str, dict[str, list[float]]] = {}
        if path.exists():
            try:
                values = read_json(path)
                check_same(path, values["settings"], self._settings, hint=OTHER_SETTINGS)
                self._efforts = {str(row): dict(entries) for row, entries in values["efforts"].items()}
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                raise FormatError(f"{path} holds no efforts.", ANEW) from error
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(path, error) from error

    def has(self, row: str, pair: str) -> bool:
        """Return whether a pair of a row was measured."""
        return pair in self._efforts.get(row, {})

    def add(self, row: str, pair: str, effort: Effort) -> None:
        """Keep what a pair of a row cost.

        Raises:
            FormatError: the disk is full or refuses.
        """
        self._efforts.setdefault(row, {})[pair] = [effort.seconds, effort.passes]
        write_json(self._path, {"settings": self._settings, "efforts": self._efforts})

    def of(self, row: str, pairs: Sequence[str]) -> list[Effort]:
        """Return what a row cost on these pairs; those that were not measured are left out."""
        known = self._efforts.get(row, {})
        return [Effort(seconds=known[pair][0], passes=known[pair][1]) for pair in pairs if pair in known]
