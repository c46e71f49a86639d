"""Traces as files: read back without a network, checked, and joined with their photo."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import ExtractConfig, HeatConfig, LocalizerConfig
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.localization import Localization, ScoredBox, SearchTrace
from wsl_annotator.formats.atomic import write_json
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.localization.grid import CHILDREN
from wsl_annotator.localization.trace import replay, trace_from_json
from wsl_annotator.workflow.trace_run import TraceRun

_HINT = "Choose a file that `wsl-annotator inspect --out` or the inspector wrote."


def write_run(run: TraceRun, path: Path) -> None:
    """Write a search as JSON.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
    """
    write_json(path, run.to_json())


def read_run(path: Path) -> TraceRun:
    """Return the search that a trace file holds; no network is needed.

    Raises:
        FormatError: the file cannot be read, is no trace, or its candidates do not fit each other or the image.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FormatError(f"{path} cannot be read: {(error.strerror or 'unknown cause').lower()}.", _HINT) from error
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{path} is no trace: it is not JSON.", _HINT) from error
    if not isinstance(values, dict):
        raise FormatError(f"{path} is no trace: it holds no object.", _HINT)
    if "trace" not in values and "heat" in values:
        raise FormatError(f"{path} is of a localizer that does not search, so there are no steps to show.", _HINT)
    try:
        return _run(values)
    except KeyError as error:
        raise FormatError(f"{path} is no trace: {error.args[0]!r} is missing.", _HINT) from error
    except (TypeError, ValueError, OverflowError, AttributeError, IndexError) as error:
        raise FormatError(f"{path} is a damaged trace: {error}.", _HINT) from error


def check_photo(run: TraceRun, image: DecodedImage, photo: Path) -> str:
    """Return a sentence where the photo's file is not the one that was searched, else an empty text.

    Raises:
        FormatError: the photo has another size, so the boxes do not lie on it.
    """
    if (image.width, image.height) != (run.width, run.height):
        raise FormatError(
            f"{photo} has {image.width} x {image.height} pixels, but the trace is of {run.file_name} with"
            f" {run.width} x {run.height}.",
            "Choose the photo that was searched.",
        )
    if run.sha256 and image.sha256 != run.sha256:
        return f"{photo} is not the file that was searched ({run.file_name}): the size is the same, the bytes are not."
    return ""


def _run(values: dict[str, Any]) -> TraceRun:
    image, settings = values["image"], values["settings"]
    width, height = int(image["width"]), int(image["height"])
    if width < 1 or height < 1:
        raise ValueError(f"the image has {width} x {height} pixels")
    trace = trace_from_json(values["trace"])
    check_trace(trace, width=width, height=height)
    stored = settings.get("localizer")
    heat_config = HeatConfig() if stored is None else LocalizerConfig.from_dict(stored).heat
    x, y = (float(edge) for edge in values["point"])
    localization = Localization(
        class_name=str(values["class"]),
        class_score=float(values["class_score"]),
        point=(x, y),
        heat=replay(trace, heat_config, width=width, height=height),
        trace=trace,
        threads=int(settings.get("threads", 1)),
        device=str(settings.get("device", "cpu")),
    )
    return TraceRun(
        file_name=str(image["file_name"]),
        sha256=str(image.get("sha256", "")),
        width=width,
        height=height,
        localization=localization,
        boxes=tuple(
            ScoredBox(Box(*(float(edge) for edge in found["box"])), float(found["score"])) for found in values["boxes"]
        ),
        extract=ExtractConfig(threshold=float(values["threshold"])),
        settings=settings,
        heat_max=float(values["heat_max"]),
        has_heat=False,
    )


def check_trace(trace: SearchTrace, *, width: int, height: int) -> None:
    """Raise where the candidates do not form one search of an image of this size.

    Raises:
        ValueError: in a few words, what does not fit.
    """
    parent, level = trace.parent, trace.level
    if level[0] != 0 or parent[0] != -1 or (level[1:] == 0).any():
        raise ValueError("the first candidate alone must be the root")
    rows = np.arange(len(trace))
    if (parent[1:] < 0).any() or (parent >= rows).any():
        raise ValueError("a candidate comes before its parent")
    if (level[1:] != level[parent[1:]] + 1).any() or (np.diff(level.astype(np.int64)) < 0).any():
        raise ValueError("a candidate is not one level below its parent")
    if not trace.kept[parent[1:]].all():
        raise ValueError("a candidate's parent was pruned")
    if (trace.child[1:] >= CHILDREN).any():
        raise ValueError(f"a step is none of the {CHILDREN} that there are")
    boxes = trace.boxes
    if not np.isfinite(boxes).all() or not np.isfinite(trace.score).all():
        raise ValueError("a box or score is not finite")
    inside = (boxes[:, :2] >= 0).all() and (boxes[:, 2] <= width).all() and (boxes[:, 3] <= height).all()
    if not inside or not (boxes[:, :2] < boxes[:, 2:]).all() or not math.isfinite(float(boxes.sum())):
        raise ValueError(f"a box is empty or leaves the image of {width} x {height} pixels")
