"""Thresholds of a card's classes that were fitted on boxes, one set for each search; free of torch."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wsl_annotator.networks.card_file import CARD, card_text, card_values, damaged

KEY = "calibrations"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassThreshold:
    """The fitted threshold of one class, and what stands behind it.

    Attributes:
        threshold: tau, in [0, 1).
        low: lower end of what other draws of the same images would have chosen.
        high: their upper end.
        images: that held a box.
        boxes: true boxes that it was fitted on.
        average_precision: at this threshold, on these boxes.
        average_precision_before: at the threshold that was in use before, on these boxes.
    """

    threshold: float
    low: float
    high: float
    images: int
    boxes: int
    average_precision: float
    average_precision_before: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The thresholds of one search (localizer with its settings): heat maps of another one need others.

    Attributes:
        preset: name of the search, for people.
        iou_threshold: overlap with a true box that was asked for.
        truth: file name of the boxes, for the record.
        made_at: date, ISO 8601.
        classes: class -> threshold.
    """

    preset: str
    iou_threshold: float
    truth: str
    made_at: str
    classes: Mapping[str, ClassThreshold]

    @property
    def thresholds(self) -> dict[str, float]:
        """Class -> tau."""
        return {name: fitted.threshold for name, fitted in self.classes.items()}

    def to_dict(self) -> dict[str, Any]:
        """Return the thresholds as JSON types."""
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Calibration:
        """Return what `to_dict` wrote; KeyError, TypeError, ValueError or AttributeError where it is damaged."""
        return cls(
            preset=str(values["preset"]),
            iou_threshold=float(values["iou_threshold"]),
            truth=str(values["truth"]),
            made_at=str(values["made_at"]),
            classes={str(name): _class_threshold(entry) for name, entry in values["classes"].items()},
        )


def _class_threshold(values: Mapping[str, Any]) -> ClassThreshold:
    fitted = ClassThreshold(
        threshold=float(values["threshold"]),
        low=float(values["low"]),
        high=float(values["high"]),
        images=int(values["images"]),
        boxes=int(values["boxes"]),
        average_precision=float(values["average_precision"]),
        average_precision_before=float(values["average_precision_before"]),
    )
    if not 0 <= fitted.threshold < 1 or not all(math.isfinite(value) for value in dataclasses.astuple(fitted)):
        raise ValueError("impossible threshold")
    return fitted


def calibrations_of(values: Mapping[str, Any]) -> dict[str, Calibration]:
    """Return the calibrations in a card's values: digest of the search -> thresholds; none in cards of older programs.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: they are damaged.
    """
    return {str(digest): Calibration.from_dict(entry) for digest, entry in values.get(KEY, {}).items()}


def read_calibrations(folder: Path) -> dict[str, Calibration]:
    """Return the calibrations of a card: `LocalizerConfig.digest` -> thresholds.

    Raises:
        NetworkError: the card is missing, damaged, or of a newer program.
    """
    try:
        return calibrations_of(card_values(folder))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(folder / CARD) from error


def text_with_calibration(folder: Path, *, digest: str, calibration: Calibration) -> str:
    """Return the text of a card's file with these thresholds in it; everything else stays as it is.

    Classes that this calibration does not fit keep the thresholds that an earlier one of the same search gave them.

    Args:
        folder: of the card.
        digest: `LocalizerConfig.digest` of the search.
        calibration: the thresholds.

    Raises:
        NetworkError: the card is missing, damaged, or of a newer program.
    """
    values = card_values(folder)
    known = read_calibrations(folder)
    if digest in known:
        calibration = dataclasses.replace(calibration, classes={**known[digest].classes, **calibration.classes})
    entries = {name: entry.to_dict() for name, entry in (known | {digest: calibration}).items()}
    return card_text({**values, KEY: entries})
