"""A slow, literal judge of boxes after the description of the PASCAL VOC development kit, written without our own.

Plain Python, one box at a time, no array code: what it shares with the program is the rule alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

XYXY = tuple[float, float, float, float]


@dataclass
class TwinImage:
    """The true boxes of one image."""

    boxes: list[XYXY] = field(default_factory=list)
    difficult: list[bool] = field(default_factory=list)


@dataclass
class TwinAnswer:
    """One answered box; answers come in the order of images, then of their making."""

    image: int
    box: XYXY
    score: float


def shared_share(first: XYXY, second: XYXY, *, inclusive: bool) -> float:
    one = 1.0 if inclusive else 0.0
    width = min(first[2], second[2]) - max(first[0], second[0]) + one
    height = min(first[3], second[3]) - max(first[1], second[1]) + one
    if width <= 0 or height <= 0:
        return 0.0
    common = width * height
    total = (first[2] - first[0] + one) * (first[3] - first[1] + one)
    total += (second[2] - second[0] + one) * (second[3] - second[1] + one)
    return common / (total - common)


def twin_curve(
    answers: Sequence[TwinAnswer],
    truth: dict[int, TwinImage],
    *,
    threshold: float,
    strict: bool,
    inclusive: bool,
) -> tuple[list[float], list[float], int]:
    """Precision and recall after each answer that counts, and the number of boxes to find."""
    to_find = sum(not flag for image in truth.values() for flag in image.difficult)
    found = {number: [False] * len(image.boxes) for number, image in truth.items()}
    right = wrong = 0
    precision: list[float] = []
    recall: list[float] = []
    # Python's sort is stable: equal scores stay in the order given.
    for answer in sorted(answers, key=lambda entry: -entry.score):
        image = truth.get(answer.image, TwinImage())
        best, best_share = -1, -1.0
        for place, box in enumerate(image.boxes):
            share = shared_share(answer.box, box, inclusive=inclusive)
            if share > best_share:
                best, best_share = place, share
        matched = best >= 0 and (best_share > threshold if strict else best_share >= threshold)
        if matched and image.difficult[best]:
            continue
        if matched and not found[answer.image][best]:
            found[answer.image][best] = True
            right += 1
        else:
            wrong += 1
        precision.append(right / (right + wrong))
        recall.append(right / to_find if to_find else float("nan"))
    return precision, recall, to_find


def twin_average_precision(precision: Sequence[float], recall: Sequence[float], *, eleven: bool) -> float:
    """VOC 2007: the mean of the best precision at eleven recalls; since 2010: the area under the falling staircase."""
    if eleven:
        total = 0.0
        for step in range(11):
            reached = [p for p, r in zip(precision, recall, strict=True) if r >= step * 0.1]
            total += max(reached, default=0.0)
        return total / 11
    area, before = 0.0, 0.0
    for place, here in enumerate(recall):
        if here > before:
            area += (here - before) * max(precision[place:])
            before = here
    return area
