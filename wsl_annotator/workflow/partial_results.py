"""Results of a folder run that is not finished: one line an image on the disk, so that a killed run goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.localization import ScoredBox
from wsl_annotator.formats.atomic import write_error
from wsl_annotator.workflow.line_log import LineKind, LineLog


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClass:
    """What was found of one class in one image.

    Attributes:
        class_name: the class.
        class_score: log-odds for the whole image.
        point: (x, y) in upright pixels.
        heat_max: greatest absolute heat.
        boxes: best first.
    """

    class_name: str
    class_score: float
    point: tuple[float, float]
    heat_max: float
    boxes: tuple[ScoredBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedImage:
    """One image of a run.

    Attributes:
        file_name: relative path with `/`.
        sha256: of the file that was searched.
        wanted: digest of the classes that were asked for.
        width: upright width in pixels.
        height: upright height in pixels.
        found: one entry a searched class.
        unmapped: wanted classes that the network does not know.
        batch_size: crops a batch; 0 where it does not apply.
    """

    file_name: str
    sha256: str
    wanted: str
    width: int
    height: int
    found: tuple[FoundClass, ...]
    unmapped: tuple[str, ...] = ()
    batch_size: int = 0


def partial_path(out: Path) -> Path:
    """Return where the partial results of `out` lie."""
    return out.with_name(f"{out.name}.partial")


def check_not_in_the_way(path: Path, *, resume: bool) -> None:
    """Refuse to start anew where finished images of a stopped run are at `path`.

    Raises:
        FormatError: there are some, and `resume` is not set.
    """
    try:
        lines = path.read_bytes().count(b"\n") if path.exists() else 0
    except OSError as error:
        raise write_error(path, error) from error
    if lines > 1 and not resume:
        raise FormatError(
            f"{path} holds {lines - 1} finished images of a run that was stopped.",
            "Add --resume to go on from there, or delete the file to start anew.",
        )


class PartialResults:
    """The file of partial results, open for appending; every line is on the disk when `add` returns.

    Args:
        path: of the file.
        settings: everything that changes a result, as JSON types; a run goes on only under the same.
        resume: go on from what is there, else the file must not be there.

    Attributes:
        finished: file name -> what earlier runs found.

    Raises:
        FormatError: the file is there and `resume` is not set, was made under other settings, is no such file, or
            cannot be written.
    """

    def __init__(self, path: Path, settings: Mapping[str, Any], *, resume: bool) -> None:
        check_not_in_the_way(path, resume=resume)
        self._path = path
        self._log = LineLog(path, settings, _KIND)
        self.finished = {image.file_name: image for image in self._log.earlier}

    def add(self, image: FinishedImage) -> None:
        """Write one image's results through to the disk.

        Raises:
            FormatError: the disk is full or refuses; the lines before are whole.
        """
        self._log.append(image)
        self.finished[image.file_name] = image

    def remove(self) -> None:
        """Close and delete the file, once its results are elsewhere."""
        self._log.close()
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._log.close()


def _to_json(image: FinishedImage) -> dict[str, Any]:
    return {
        "file_name": image.file_name,
        "sha256": image.sha256,
        "wanted": image.wanted,
        "size": [image.width, image.height],
        "unmapped": list(image.unmapped),
        "batch_size": image.batch_size,
        "found": [
            {
                "class": found.class_name,
                "class_score": found.class_score,
                "point": list(found.point),
                "heat_max": found.heat_max,
                "boxes": [[*scored.box.xyxy, scored.score] for scored in found.boxes],
            }
            for found in image.found
        ],
    }


def _from_json(values: Mapping[str, Any]) -> FinishedImage:
    width, height = values["size"]
    return FinishedImage(
        file_name=values["file_name"],
        sha256=values["sha256"],
        wanted=values["wanted"],
        width=width,
        height=height,
        unmapped=tuple(values["unmapped"]),
        batch_size=values["batch_size"],
        found=tuple(
            FoundClass(
                class_name=found["class"],
                class_score=found["class_score"],
                point=(found["point"][0], found["point"][1]),
                heat_max=found["heat_max"],
                boxes=tuple(ScoredBox(Box(*row[:4]), row[4]) for row in found["boxes"]),
            )
            for found in values["found"]
        ),
    )


_KIND = LineKind(
    name="partial results",
    anew="Delete it to start anew.",
    other="Give the same settings to go on, or delete the file to start anew.",
    to_json=_to_json,
    from_json=_from_json,
)
