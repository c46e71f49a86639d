"""What to evaluate, as a value, and the command line that does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Interpolation = Literal["area", "11"]
Profile = Literal["spec", "zero-based"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRequest:
    """One evaluation of a project.

    Attributes:
        project: the project file, absolute.
        truth: a COCO JSON file, a VOC XML file or a folder of them; None for the project's own boxes.
        page: the HTML page to write.
        verified_only: of the project's own boxes only those in verified images.
        profile: the convention of VOC coordinates.
        interpolation: of average precision for classification and points.
    """

    project: Path
    truth: Path | None
    page: Path
    verified_only: bool = True
    profile: Profile = "spec"
    interpolation: Interpolation = "area"


def evaluate_words(request: EvaluationRequest) -> list[str]:
    """Return the words of `wsl-annotator evaluate`, without the program."""
    words = ["evaluate", str(request.project), "--out", str(request.page), "--json", "--stop-with-input"]
    words += ["--interpolation", request.interpolation]
    if request.truth is not None:
        words += ["--truth", str(request.truth), "--profile", request.profile]
    elif not request.verified_only:
        words.append("--unverified")
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the command reported, as far as the window shows it.

    Attributes:
        truth: what it was judged by.
        images: judged.
        classes: name -> measure -> share in [0, 1], None where it was not taken; `images` and `objects` are counts.
        mean: the same over classes.
        seconds_a_box: help -> seconds for each box at the main overlap.
        notes: one sentence for each thing that a reader must know.
        skipped: one sentence for each entry of the truth that was left out.
        page: that was written.
    """

    truth: str
    images: int
    classes: Mapping[str, Mapping[str, float | None]]
    mean: Mapping[str, float | None]
    seconds_a_box: Mapping[str, float | None]
    notes: tuple[str, ...]
    skipped: tuple[str, ...]
    page: Path

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Summary:
        """Return the summary of a `result` event; KeyError or TypeError where it is none."""
        classes = {
            str(row["name"]): {
                **row["figures"],
                "images": row["images"],
                "objects": row["objects"],
                "seconds": row["annotator"][0]["seconds_per_box"] if row["annotator"] else None,
            }
            for row in values["classes"]
        }
        return cls(
            truth=str(values["truth"]),
            images=int(values["images"]),
            classes=classes,
            mean=dict(values["mean"]),
            seconds_a_box={row["method"]: row["figures"][0]["seconds_per_box"] for row in values["annotator"]},
            notes=tuple(str(note) for note in values["notes"]),
            skipped=tuple(str(text) for text in values["skipped"]),
            page=Path(values["written"]),
        )
