"""Which classes of an image are searched: its positive labels, and by choice unknown ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wsl_annotator.core.errors import WslError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.words import phrase

ClassChoice = Literal["labels", "top5", "all"] | tuple[str, ...]
"""`labels`: the positive labels, and for an image without any known label the top five; `top5`: the positive labels
and the top five of the unknown; `all`: the positive and all unknown; names: these, where not labelled negative."""

TOP_COUNT = 5
TOP_PROBABILITY = 0.05


@dataclass(frozen=True, slots=True)
class WantedClasses:
    """What to search in one image.

    Attributes:
        fixed: searched in any case.
        screened: classified first; of these the `TOP_COUNT` best over `TOP_PROBABILITY` are searched.
    """

    fixed: tuple[str, ...]
    screened: tuple[str, ...] = ()


def parse_classes(text: str | None) -> ClassChoice:
    """Return the choice that a person typed: nothing, `top5`, `all` or names separated by commas.

    Raises:
        WslError: there is no name in it.
    """
    if text is None or text == "labels":
        return "labels"
    if text == "top5":
        return "top5"
    if text == "all":
        return "all"
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    if not names:
        raise WslError("--classes names no class.", "Give top5, all, or names separated by commas.")
    return names


def wanted_classes(states: Mapping[str, LabelState], universe: Sequence[str], choice: ClassChoice) -> WantedClasses:
    """Return the classes to search in one image, in the order of `universe`.

    Args:
        states: the image's labels; a class that is absent is unknown.
        universe: all classes of the project or label file.
        choice: what the person chose. A class that is labelled negative is never searched.

    Raises:
        WslError: a chosen name is no class of the universe.
    """
    positive = tuple(name for name in universe if states.get(name) is LabelState.POSITIVE)
    unknown = tuple(name for name in universe if states.get(name, LabelState.UNKNOWN) is LabelState.UNKNOWN)
    if choice == "labels":
        nothing_known = len(unknown) == len(universe)
        return WantedClasses(positive, unknown if nothing_known else ())
    if choice == "top5":
        return WantedClasses(positive, unknown)
    if choice == "all":
        searched = {*positive, *unknown}
        return WantedClasses(tuple(name for name in universe if name in searched))
    known = set(universe)
    for name in choice:
        if name not in known:
            raise WslError(f"There is no class {name!r} among {_few(universe)}.", "Check --classes.")
    return WantedClasses(tuple(name for name in choice if states.get(name) is not LabelState.NEGATIVE))


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:8])
    return phrase(f"{shown} and {len(names) - 8} more") if len(names) > 8 else shown or phrase("none")


def best_screened(scores: Mapping[str, float]) -> tuple[str, ...]:
    """Return the names of the `TOP_COUNT` highest probabilities over `TOP_PROBABILITY`, best first.

    Args:
        scores: class name -> probability in [0, 1] for the whole image.
    """
    over = [name for name, probability in scores.items() if probability > TOP_PROBABILITY]
    return tuple(sorted(over, key=lambda name: -scores[name])[:TOP_COUNT])
