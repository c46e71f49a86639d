"""What a search of the paper's data found: one line an image on the disk, so that a killed run goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.localization import ScoredBox
from wsl_annotator.formats.atomic import write_error

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAt:
    """What was found of one searched class.

    Attributes:
        column: of the class, from 0.
        point: (x, y) in upright pixels.
        heat_max: greatest absolute heat.
        boxes: threshold -> boxes, best first.
    """

    column: int
    point: tuple[float, float]
    heat_max: float
    boxes: Mapping[float, tuple[ScoredBox, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedImage:
    """One image.

    Attributes:
        name: of the image in its set.
        width: upright width in pixels.
        height: upright height in pixels.
        scores: log-odds of every class for the whole image.
        found: one entry a searched class.
        seconds: of the search, without decoding.
    """

    name: str
    width: int
    height: int
    scores: tuple[float, ...]
    found: tuple[FoundAt, ...]
    seconds: float


class SearchLog:
    """The file of searched images, open for appending; every line is on the disk when `add` returns.

    Args:
        path: of the file.
        settings: everything that changes a result, as JSON types; a search goes on only under the same.

    Attributes:
        images: name -> what was found, by this search and earlier ones.

    Raises:
        FormatError: the file was made under other settings, is no such file, or cannot be written.
    """

    def __init__(self, path: Path, settings: Mapping[str, Any]) -> None:
        self.path = path
        self.images: dict[str, SearchedImage] = {}
        header = json.loads(json.dumps({"version": VERSION, "settings": settings}))
        try:
            content = path.read_bytes() if path.exists() else b""
            whole = content.rfind(b"\n") + 1
            self.images = _read(path, content[:whole], header)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = path.open("ab")
            if whole < len(content):
                # a line that a kill cut off is dropped
                self._file.truncate(whole)
        except OSError as error:
            raise write_error(path, error) from error
        if whole == 0:
            self._append(header)

    def add(self, image: SearchedImage) -> None:
        """Write one image through to the disk.

        Raises:
            FormatError: the disk is full or refuses; the lines before are whole.
        """
        self._append(_to_json(image))
        self.images[image.name] = image

    def _append(self, value: Mapping[str, Any]) -> None:
        try:
            self._file.write(json.dumps(value, allow_nan=False).encode() + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise write_error(self.path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()


def _read(path: Path, content: bytes, header: Mapping[str, Any]) -> dict[str, SearchedImage]:
    if not content:
        return {}
    try:
        lines = content.decode("utf-8").splitlines()
        found = json.loads(lines[0])
        if found["version"] != header["version"]:
            raise FormatError(f"{path} was written by another version of the program.", "Add --restart to start anew.")
        before = found["settings"]
        check_same(path, before, header["settings"])
        images = [_from_json(json.loads(line)) for line in lines[1:]]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise FormatError(f"{path} does not hold search results.", "Add --restart to start anew.") from error
    return {image.name: image for image in images}


def check_same(path: Path, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    """Refuse to go on with what was made under other settings.

    Args:
        path: of what was made, for the message.
        before: its settings, as JSON types.
        now: those that are wanted, as JSON types.

    Raises:
        FormatError: they differ; the sentence names what does.
    """
    changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    if changed:
        raise FormatError(
            f"{path} was made with other settings ({', '.join(changed)}).",
            "Give the same settings to go on, another --out, or --restart to start anew.",
        )


def _to_json(image: SearchedImage) -> dict[str, Any]:
    return {
        "name": image.name,
        "size": [image.width, image.height],
        "scores": list(image.scores),
        "seconds": round(image.seconds, 4),
        "found": [
            [
                found.column,
                *found.point,
                found.heat_max,
                {str(tau): [[*box.box.xyxy, box.score] for box in boxes] for tau, boxes in found.boxes.items()},
            ]
            for found in image.found
        ],
    }


def _from_json(values: Mapping[str, Any]) -> SearchedImage:
    width, height = values["size"]
    return SearchedImage(
        name=values["name"],
        width=width,
        height=height,
        scores=tuple(values["scores"]),
        seconds=values["seconds"],
        found=tuple(
            FoundAt(
                column=column,
                point=(x, y),
                heat_max=heat,
                boxes={
                    float(tau): tuple(ScoredBox(Box(*row[:4]), row[4]) for row in rows) for tau, rows in boxes.items()
                },
            )
            for column, x, y, heat, boxes in values["found"]
        ),
    )
