"""What a search of the paper's data found: one line an image on the disk, so that a killed run goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import ScoredBox
from wsl_annotator.workflow.line_log import LineKind, LineLog

ANEW = "Add --restart to start anew."
OTHER_SETTINGS = "Give the same settings to go on, another --out, or --restart to start anew."


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
        self._log = LineLog(path, settings, _KIND)
        self.images = {image.name: image for image in self._log.earlier}

    def add(self, image: SearchedImage) -> None:
        """Write one image through to the disk.

        Raises:
            FormatError: the disk is full or refuses; the lines before are whole.
        """
        self._log.append(image)
        self.images[image.name] = image

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._log.close()


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


_KIND = LineKind(
    name="search results",
    anew=ANEW,
    other=OTHER_SETTINGS,
    to_json=_to_json,
    from_json=_from_json,
)
