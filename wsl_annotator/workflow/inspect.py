"""One image and one class, looked at closely: every candidate of the search as JSON, and a strip to look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wsl_annotator import __version__
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.localization import Localization, ScoredBox
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.imaging.overlay import save_overlay
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.workflow.review import DEFAULT_EXTRACT
from wsl_annotator.workflow.trace_file import write_run
from wsl_annotator.workflow.trace_run import TraceRun
from wsl_annotator.workflow.trace_strip import draw_strip

if TYPE_CHECKING:
    from wsl_annotator.workflow.engine import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One search and what it means.

    Attributes:
        path: of the image.
        image: its upright pixels.
        localization: heat map, point, score and trace.
        boxes: at the threshold of `extract`, best first.
        extract: how the heat map became boxes.
        settings: network, localizer and program, as JSON types.
    """

    path: Path
    image: DecodedImage
    localization: Localization
    boxes: tuple[ScoredBox, ...]
    extract: ExtractConfig
    settings: dict[str, Any]

    def to_json(self) -> dict[str, Any]:
        """Return everything as JSON types; see `TraceRun.to_json`."""
        return self.run.to_json()

    @property
    def run(self) -> TraceRun:
        """The search without the pixels."""
        return TraceRun(
            file_name=self.path.name,
            sha256=self.image.sha256,
            width=self.image.width,
            height=self.image.height,
            localization=self.localization,
            boxes=self.boxes,
            extract=self.extract,
            settings=self.settings,
            heat_max=self.localization.heat.maximum,
            has_heat=True,
        )


def inspection_of(run: TraceRun, image: DecodedImage, photo: Path) -> Inspection:
    """Return a stored search joined with the photo that was searched, whose size was checked."""
    return Inspection(
        path=photo,
        image=image,
        localization=run.localization,
        boxes=run.boxes,
        extract=run.extract,
        settings=run.settings,
    )


def inspect_image(
    path: Path,
    class_name: str,
    engine: Engine,
    *,
    extract: ExtractConfig = DEFAULT_EXTRACT,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> Inspection:
    """Search one image for one class.

    Args:
        path: of the image.
        class_name: a class of the class map or network.
        engine: an open network and localizer.
        extract: how the heat map becomes boxes.
        cancel: seen within one batch of crops.
        progress: told after each level.

    Raises:
        ImageError: the image cannot be read.
        NetworkError: the network does not know the class.
        Cancelled: the token was set.
    """
    targets, missing = engine.targets([class_name])
    if missing:
        known = ", ".join(engine.identity.classes[:8]) + (", ..." if len(engine.identity.classes) > 8 else "")
        raise NetworkError(
            f"The network {engine.network.name} does not know the class {class_name!r}; it knows {known}.",
            "Give --class-map, or another --class.",
        )
    image = load_upright(path)
    (localization,) = engine.localizer.locate(
        image.rgb,
        targets,
        width=image.width,
        height=image.height,
        cancel=cancel or CancelToken(),
        progress=progress,
    )
    return Inspection(
        path=path,
        image=image,
        localization=localization,
        boxes=tuple(extract_boxes(localization.heat, extract)),
        extract=extract,
        settings={"program": f"wsl-annotator {__version__}", **engine.identity.to_settings()},
    )


def write_trace(inspection: Inspection, path: Path) -> None:
    """Write the inspection as JSON.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
    """
    write_run(inspection.run, path)


def write_strip(inspection: Inspection, path: Path) -> None:
    """Write the strip of levels as PNG or JPEG, by the suffix of `path`.

    Raises:
        ImageError: the file cannot be written, or has another suffix.
    """
    strip = draw_strip(
        inspection.image, inspection.localization, extract=inspection.extract, scope=inspection.run.scope
    )
    save_overlay(strip, path)
