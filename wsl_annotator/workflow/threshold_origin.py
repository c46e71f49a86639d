"""Who set a class's threshold: a person, whose choice stands, or the program, which may move it again.

The project keeps for each class the threshold that the program set last and what stands behind it. A threshold is the
program's while it still has that value, and while nobody has ever moved it from the cold start; anything else is a
person's, an automatic change that was undone too.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wsl_annotator.core.records import ClassRecord
from wsl_annotator.evaluation.calibration import COLD_TAU

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project
    from wsl_annotator.store.reader import ProjectReader

SETTING = "threshold_origins"
SetBy = Literal["boxes", "card", "person"]
_SETTERS = ("boxes", "card", "person")
_SAME = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdOrigin:
    """Where a threshold came from.

    Attributes:
        by: `boxes` that a person accepted, adjusted or drew; a network `card`; or a `person`.
        value: what was set, in [0, 1).
        boxes: that stand behind it; 0 for a person's.
        low: lower end of its spread.
        high: upper end of its spread.
    """

    by: SetBy
    value: float
    boxes: int = 0
    low: float = 0.0
    high: float = 0.0


def read_origins(project: ProjectReader) -> dict[int, ThresholdOrigin]:
    """Return the origins by class id; what cannot be read counts as unknown, so that nothing is moved by it."""
    text = project.setting(SETTING)
    try:
        entries = json.loads(text) if text else {}
        return {int(class_id): _origin(entry) for class_id, entry in entries.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _origin(entry: Mapping[str, object]) -> ThresholdOrigin:
    origin = ThresholdOrigin(**entry)  # type: ignore[arg-type]
    numbers = (origin.value, origin.boxes, origin.low, origin.high)
    if origin.by not in _SETTERS or not all(isinstance(number, int | float) for number in numbers):
        raise ValueError("no origin of a threshold")
    if not all(map(math.isfinite, numbers)):
        raise ValueError("no origin of a threshold")
    return origin


def write_origins(project: Project, changes: Mapping[int, ThresholdOrigin]) -> None:
    """Remember where these classes' thresholds came from.

    Raises:
        StoreError: the project cannot be written.
    """
    if changes:
        known = read_origins(project) | dict(changes)
        values = {str(class_id): dataclasses.asdict(origin) for class_id, origin in known.items()}
        project.set_setting(SETTING, json.dumps(values, sort_keys=True))


def is_persons(record: ClassRecord, origin: ThresholdOrigin | None) -> bool:
    """Return whether a person chose the class's threshold, so that the program must leave it alone."""
    if origin is None:
        return abs(record.threshold - COLD_TAU) > _SAME
    return origin.by == "person" or abs(record.threshold - origin.value) > _SAME
