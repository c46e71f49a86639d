"""A user's classes as sets of a network's outputs; needs no torch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.paths import resource
from wsl_annotator.core.words import phrase

SHIPPED = ("voc20", "coco80")
"""Maps that come with the program, from ImageNet-1k."""

_FORMAT_HINT = 'A class map is JSON: {"dog": [151, 152], "cup": ["coffee mug", "cup"]}.'


@dataclass(frozen=True, slots=True, eq=False)
class ClassMap:
    """Which outputs of one network a user's class means.

    A class of the map means what the map says. A class that is not in the map means the network's class of the same
    name: exactly, or in another case, or as one of its synonyms ("tabby, tabby cat" has two). Nothing is guessed: a
    name that fits two outputs is an error.

    Attributes:
        network_names: the network's class names, one an output.
        entries: class name -> output indices, as the map gives them; empty without a map.
        left_out: class name -> why the map has nothing for it; such a class is missing, whatever the network's names
            say (ImageNet's kite is a bird, COCO's is not).
    """

    network_names: tuple[str, ...]
    entries: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)

    def targets(self, user_classes: Iterable[str]) -> tuple[list[ClassTarget], list[str]]:
        """Return the targets of the classes that this network has, and the names of those that it has not, in order.

        Raises:
            NetworkError: a name fits two different outputs.
        """
        found: list[ClassTarget] = []
        missing: list[str] = []
        for name in user_classes:
            indices = self._indices(name)
            if indices:
                found.append(ClassTarget(name, indices))
            else:
                missing.append(name)
        return found, missing

    def every_target(self) -> list[ClassTarget]:
        """Return all classes there are: those of the map, or without one each output under its shortest unique name."""
        if self.entries:
            return [ClassTarget(name, indices) for name, indices in self.entries.items()]
        first = [name.split(", ")[0] for name in self.network_names]
        return [
            ClassTarget(short if first.count(short) == 1 else f"{full} ({index})", (index,))
            for index, (short, full) in enumerate(zip(first, self.network_names, strict=True))
        ]

    def _indices(self, name: str) -> tuple[int, ...]:
        if name in self.entries:
            return self.entries[name]
        alike = [key for key in self.entries if key.casefold() == name.casefold()]
        if len(alike) > 1:
            raise NetworkError(
                f"The class {name!r} fits {alike[0]!r} and {alike[1]!r} of the class map.", "Rename one of them."
            )
        if alike:
            return self.entries[alike[0]]
        if any(key.casefold() == name.casefold() for key in self.left_out):
            return ()
        index = find_output(name, self.network_names)
        return () if index is None else (index,)

    @property
    def digest(self) -> str:
        """16 hex digits over the map's entries and what it leaves out: with the network's hash, what a class means."""
        values = [{name: list(indices) for name, indices in self.entries.items()}, sorted(self.left_out)]
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


def find_output(name: str, network_names: Sequence[str]) -> int | None:
    """Return the output whose class has this name, or None.

    Tried in order: the exact name, the name in any case, one of its comma-separated synonyms in any case.

    Raises:
        NetworkError: two outputs fit equally well.
    """
    folded = name.casefold()
    ways = (
        [index for index, other in enumerate(network_names) if other == name],
        [index for index, other in enumerate(network_names) if other.casefold() == folded],
        [index for index, other in enumerate(network_names) if folded in other.casefold().split(", ")],
    )
    for hits in ways:
        if len(hits) > 1:
            raise NetworkError(
                f"The class {name!r} fits two outputs of the network: {hits[0]} ({network_names[hits[0]]}) "
                f"and {hits[1]} ({network_names[hits[1]]}).",
                f'Say which by a class map (--class-map): a file like {{"{name}": [{hits[0]}]}}.',
            )
        if hits:
            return hits[0]
    return None


def load_class_map(spec: str | None, network_class_names: Sequence[str]) -> ClassMap:
    """Return the class map that a person names.

    Args:
        spec: `voc20`, `coco80`, a JSON file, or None for the network's own names. The file is {class: [index or
            name, ...]}; or {"classes": {...}, "left_out": {class: reason}, "names": {index: name}}, whose names
            are compared with the network's.
        network_class_names: one an output.

    Raises:
        NetworkError: the file is missing or malformed, names an output that the network has not, or is meant for
            another network.
    """
    names = tuple(network_class_names)
    if spec is None:
        return ClassMap(names)
    path = resource("class_maps", f"{spec}.json") if spec in SHIPPED else Path(spec)
    values = _read(path)
    classes, left_out, mirror = values, {}, {}
    if isinstance(values.get("classes"), dict):
        classes, left_out, mirror = values["classes"], values.get("left_out", {}), values.get("names", {})
        if not isinstance(left_out, dict) or not isinstance(mirror, dict) or not all(map(str.isdecimal, mirror)):
            raise NetworkError(f"The class map {path} has a malformed left_out or names.", _FORMAT_HINT)
    _check_mirror(mirror, names, path=path)
    entries = {name: _entry(name, wanted, names, path=path) for name, wanted in classes.items()}
    return ClassMap(names, entries, {str(name): str(reason) for name, reason in left_out.items()})


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise NetworkError(
            f"The class map {path} does not exist.",
            f"Give a class map (--class-map): {', '.join(SHIPPED)} or a JSON file.",
        ) from error
    except OSError as error:
        raise NetworkError(
            f"The class map {path} cannot be read: {error.strerror}.", "Check the class map (--class-map)."
        ) from error
    except ValueError as error:
        raise NetworkError(f"The class map {path} is not JSON: {error}.", _FORMAT_HINT) from error
    if not isinstance(values, dict) or not values:
        raise NetworkError(f"The class map {path} holds no classes.", _FORMAT_HINT)
    return values


def _entry(name: str, wanted: Any, names: tuple[str, ...], *, path: Path) -> tuple[int, ...]:
    if not isinstance(wanted, list) or not wanted:
        raise NetworkError(f"The class map {path} needs a list of outputs for {name!r}.", _FORMAT_HINT)
    # a class named twice, by index and by name, is still one
    return tuple(dict.fromkeys(_output(name, item, names, path=path) for item in wanted))


def _output(name: str, item: Any, names: tuple[str, ...], *, path: Path) -> int:
    if isinstance(item, int) and not isinstance(item, bool):
        if not 0 <= item < len(names):
            raise NetworkError(
                f"The class map {path} names output {item} for {name!r}, but the network has outputs 0 to "
                f"{len(names) - 1}.",
                "The map is for another network.",
            )
        return item
    if not isinstance(item, str):
        raise NetworkError(f"The class map {path} has {item!r} for {name!r}.", _FORMAT_HINT)
    index = find_output(item, names)
    if index is None:
        raise NetworkError(
            f"The class map {path} names {item!r} for {name!r}, which the network does not know.",
            "The command `wsl-annotator networks` and the network's class names say what there is.",
        )
    return index


def _check_mirror(mirror: Mapping[str, Any], names: tuple[str, ...], *, path: Path) -> None:
    """Refuse a map whose indices mean other classes here; a tenth may be spelled differently (crane, crane bird)."""
    wrong = [
        (int(index), str(name))
        for index, name in mirror.items()
        if int(index) >= len(names) or str(name).casefold() not in names[int(index)].casefold().split(", ")
    ]
    if len(wrong) * 10 > len(mirror):
        index, name = wrong[0]
        there = phrase(f"is {names[index]!r}") if index < len(names) else phrase("does not exist")
        raise NetworkError(
            f"The class map {path.name} is for another network: its output {index} is {name!r}, here it {there}.",
            "The shipped maps are for ImageNet-1k networks; leave the class map out, or write one for this network.",
        )
