"""Image-level labels: which classes are in an image, not where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class LabelState(IntEnum):
    """What is known of a class in an image. The values are those stored in the project file."""

    NEGATIVE = 0
    POSITIVE = 1
    UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class LabelRow:
    """The labels of one image.

    Attributes:
        file_name: path relative to the image folder, with `/`.
        states: class name -> state; a class that is absent is unknown.
    """

    file_name: str
    states: Mapping[str, LabelState]

    @property
    def positives(self) -> tuple[str, ...]:
        """The classes known to be in the image, in the row's order."""
        return tuple(name for name, state in self.states.items() if state is LabelState.POSITIVE)


@dataclass(frozen=True, slots=True)
class LabelTable:
    """Image-level labels read from somewhere.

    Attributes:
        classes: class names in the source's order, without repeats.
        rows: one an image, in the source's order.
        problems: one sentence for each entry that was left out, for the report.
    """

    classes: tuple[str, ...]
    rows: tuple[LabelRow, ...]
    problems: tuple[str, ...] = field(default=())

    def by_file(self) -> dict[str, LabelRow]:
        """Return the rows keyed by file name."""
        return {row.file_name: row for row in self.rows}


@dataclass(frozen=True, slots=True)
class ClassTarget:
    """A class that a user names, as a set of a network's outputs.

    Attributes:
        name: the user's class name.
        indices: logit indices of the network whose union is this class; at least one, without repeats.
    """

    name: str
    indices: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.indices or len(set(self.indices)) != len(self.indices):
            raise ValueError(f"class {self.name!r} needs at least one logit index and no repeats: {self.indices}")
