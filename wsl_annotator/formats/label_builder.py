"""Collects image-level labels from any source into one `LabelTable`."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wsl_annotator.core.labels import LabelRow, LabelState, LabelTable
from wsl_annotator.formats.matching import NameMatcher


class LabelBuilder:
    """Adds labels one by one and joins what is said of an image in several places.

    Where two places contradict each other the label is unknown and both are listed.

    Args:
        image_names: the project's images; names in the source become these, and a name that leads to none of them
            is listed once. None takes names as they stand.
    """

    def __init__(self, image_names: Collection[str] | None) -> None:
        self._matcher = None if image_names is None else NameMatcher(image_names)
        self._classes: dict[str, None] = {}
        self._rows: dict[str, dict[str, LabelState]] = {}
        self._contradicted: set[tuple[str, str]] = set()
        self._unknown: set[str] = set()
        self.problems: list[str] = []

    def add_classes(self, names: Iterable[str]) -> None:
        """Add classes in order; those that are there stay where they are."""
        self._classes.update(dict.fromkeys(names))

    def find(self, name: str) -> str | None:
        """Return the image that a name means, or None."""
        return name.replace("\\", "/").removeprefix("./") if self._matcher is None else self._matcher.find(name)

    def add_image(self, name: str, where: str) -> str | None:
        """Return the image that a name means and give it a row, or None after listing that there is none."""
        found = self.find(name)
        if found is None:
            if name not in self._unknown:
                self._unknown.add(name)
                self.problems.append(f"{where}: {name} is not among the images: left out.")
            return None
        self._rows.setdefault(found, {})
        return found

    def add(self, image: str, class_name: str, state: LabelState, where: str) -> None:
        """Set one label of an image that `add_image` returned; unknown says nothing."""
        self.add_classes((class_name,))
        if state is LabelState.UNKNOWN or (image, class_name) in self._contradicted:
            return
        states = self._rows[image]
        earlier = states.get(class_name)
        if earlier is not None and earlier is not state:
            del states[class_name]
            self._contradicted.add((image, class_name))
            self.problems.append(
                f"{where}: {class_name} of {image} is said to be both there and not: taken as unknown."
            )
        else:
            states[class_name] = state

    def add_absent(self) -> None:
        """Make every class negative in the images that do not have it."""
        for image, states in self._rows.items():
            for name in self._classes:
                if (image, name) not in self._contradicted:
                    states.setdefault(name, LabelState.NEGATIVE)

    def table(self) -> LabelTable:
        """Return what was collected; each row's states in the order of the classes."""
        rows = tuple(
            LabelRow(file_name=image, states={name: states[name] for name in self._classes if name in states})
            for image, states in self._rows.items()
        )
        return LabelTable(classes=tuple(self._classes), rows=rows, problems=tuple(self.problems))
