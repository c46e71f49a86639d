"""proposals.json: what a localizer found, in upright pixels counted from 0.

    {"settings": {...},
     "images": [{"id", "file_name", "width", "height"}],
     "categories": [{"id", "name"}],
     "localizations": [{"image_id", "category_id", "class_score", "point": [x, y], "heat_max",
                        "boxes": [{"bbox": [x, y, width, height], "score"}], "combined_score"}]}

`class_score` is the log-odds of the class for the whole image, `heat_max` the greatest absolute heat, `score` the
mean absolute heat inside the box; boxes come best first. `combined_score` is there only where the network card learned
which classes come together and all of its classes were searched in the image: an order of images and classes, and no
probability.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.localization import ScoredBox
from wsl_annotator.formats.atomic import write_json_lines
from wsl_annotator.formats.boxes_json import bbox_of
from wsl_annotator.formats.readers import read_json

# The log-odds of a class that takes all of the probability are infinite, which JSON cannot say.
_MAX_LOG_ODDS = 700.0
_REMEDY = "Write it again with propose --out."
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalImage:
    """One searched image: its id, relative path, and upright size in pixels."""

    id: int
    file_name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCategory:
    """One class: its id and name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLocalization:
    """One class in one image.

    Attributes:
        image_id: of a `ProposalImage`.
        category_id: of a `ProposalCategory`.
        class_score: log-odds of the class for the whole image; written within +-700.
        point: (x, y), upright image pixels.
        heat_max: greatest absolute heat.
        boxes: best first.
        combined_score: probability raised by the other classes of the image (Bency et al. 2016, eq. 2); None where it
            was not taken.
    """

    image_id: int
    category_id: int
    class_score: float
    point: tuple[float, float]
    heat_max: float
    boxes: tuple[ScoredBox, ...]
    combined_score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Everything that one run found.

    Attributes:
        images: with unique ids.
        categories: with unique ids.
        localizations: each of an image and a category above.
        settings: what the result depends on (network, localizer, threshold), as JSON types.
    """

    images: tuple[ProposalImage, ...]
    categories: tuple[ProposalCategory, ...]
    localizations: tuple[ProposalLocalization, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)


def write_proposals(proposals: Proposals, path: Path) -> None:
    """Write proposals.json in pure ASCII, one localization a line.

    Args:
        proposals: what was found.
        path: the file, replaced at once.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
        ValueError: a point, score or heat is not finite.
    """
    document = {
        "settings": dict(proposals.settings),
        "images": [
            {"id": image.id, "file_name": image.file_name, "width": image.width, "height": image.height}
            for image in proposals.images
        ],
        "categories": [{"id": category.id, "name": category.name} for category in proposals.categories],
        "localizations": [
            {
                "image_id": entry.image_id,
                "category_id": entry.category_id,
                "class_score": min(max(entry.class_score, -_MAX_LOG_ODDS), _MAX_LOG_ODDS),
                "point": list(entry.point),
                "heat_max": entry.heat_max,
                "boxes": [{"bbox": bbox_of(scored.box), "score": scored.score} for scored in entry.boxes],
                **({} if entry.combined_score is None else {"combined_score": entry.combined_score}),
            }
            for entry in proposals.localizations
        ],
    }
    write_json_lines(path, document)


def read_proposals(path: Path) -> Proposals:
    """Return what `write_proposals` wrote.

    Args:
        path: the file.

    Raises:
        FormatError: it cannot be read, or an entry is not as the format says; the sentence names the entry.
    """
    top = read_json(path)
    lists: dict[str, list[Any]] = {}
    for key in ("images", "categories", "localizations"):
        part = top.get(key) if isinstance(top, dict) else None
        if isinstance(part, list):
            lists[key] = part
        else:
            raise FormatError(f'{path} is not a proposals file: it has no list "{key}".', "Choose a proposals.json.")
    settings = top.get("settings", {})
    if not isinstance(settings, dict):
        raise FormatError(f'{path} is not a proposals file: its "settings" are no object.')
    images = tuple(_entry(path, "image", number, _image, entry) for number, entry in enumerate(lists["images"], 1))
    categories = tuple(
        _entry(path, "category", number, _category, entry) for number, entry in enumerate(lists["categories"], 1)
    )
    localizations = tuple(
        _entry(path, "localization", number, _localization, entry)
        for number, entry in enumerate(lists["localizations"], 1)
    )
    _check_ids(path, images, categories, localizations)
    return Proposals(images=images, categories=categories, localizations=localizations, settings=settings)


def _entry(path: Path, kind: str, number: int, build: Callable[[Any], _T], entry: Any) -> _T:
    """Return the built entry.

    Raises:
        FormatError: a field is missing or of the wrong kind.
    """
    try:
        return build(entry)
    except KeyError as error:
        raise FormatError(f"{path}, {kind} {number}, has no {error.args[0]}.", _REMEDY) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise FormatError(f"{path}, {kind} {number}, is not as the format says: {error}.", _REMEDY) from error


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError(f"{str(value)[:40]!r} is no finite number")
    return float(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise TypeError(f"{str(value)[:40]!r} is no whole number above 0")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError(f"{str(value)[:40]!r} is no name")
    return value


def _image(entry: Any) -> ProposalImage:
    return ProposalImage(
        id=_whole(entry["id"]),
        file_name=_text(entry["file_name"]),
        width=_whole(entry["width"]),
        height=_whole(entry["height"]),
    )


def _category(entry: Any) -> ProposalCategory:
    return ProposalCategory(id=_whole(entry["id"]), name=_text(entry["name"]))


def _localization(entry: Any) -> ProposalLocalization:
    x, y = (_number(value) for value in entry["point"])
    boxes = tuple(
        ScoredBox(Box.from_xywh(*(_number(value) for value in scored["bbox"])), _number(scored["score"]))
        for scored in entry["boxes"]
    )
    return ProposalLocalization(
        image_id=_whole(entry["image_id"]),
        category_id=_whole(entry["category_id"]),
        class_score=_number(entry["class_score"]),
        point=(x, y),
        heat_max=_number(entry["heat_max"]),
        boxes=boxes,
        combined_score=_number(entry["combined_score"]) if "combined_score" in entry else None,
    )


def _check_ids(
    path: Path,
    images: Sequence[ProposalImage],
    categories: Sequence[ProposalCategory],
    localizations: Sequence[ProposalLocalization],
) -> None:
    image_ids, category_ids = {image.id for image in images}, {category.id for category in categories}
    if len(image_ids) != len(images) or len(category_ids) != len(categories):
        raise FormatError(f"{path} repeats an image or category id.", _REMEDY)
    for number, entry in enumerate(localizations, start=1):
        if entry.image_id not in image_ids or entry.category_id not in category_ids:
            raise FormatError(f"{path}, localization {number}, has an unknown image or category.", _REMEDY)
