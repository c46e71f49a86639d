"""Names and sizes of a file against those of the project's images."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath

from wsl_annotator.formats.export_set import ImportBox, ImportImage, ImportSet


class NameMatcher:
    """Finds the image that a file means, although files write folders and case in their own ways.

    A name is found as it stands; else, without regard to case, where one path is the end of the other
    (`val2017/a.jpg` and `a.jpg`); else, written without extension, in the same way. It must lead to exactly one
    image: `a` means `a.jpg` rather than `x/a.jpg`, but where only `x/a.jpg` and `y/a.jpg` exist it means neither, and
    `a.jpg` never means `a.png`.

    Args:
        image_names: relative paths with `/`.
    """

    def __init__(self, image_names: Collection[str]) -> None:
        self._names = set(image_names)
        self._by_name: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._by_stem: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in sorted(self._names):
            path = PurePosixPath(name.casefold())
            self._by_name.setdefault(path.name, []).append((path.parts, name))
            stem = (*path.parts[:-1], path.stem)
            self._by_stem.setdefault(path.stem, []).append((stem, name))

    def find_image(self, image: ImportImage) -> str | None:
        """Return the image that an entry describes, by its name or its other one, or None."""
        return self.find(image.file_name) or (self.find(image.fallback) if image.fallback else None)

    def find(self, name: str) -> str | None:
        """Return the one image of that name, or None where there is none or more than one."""
        if name in self._names:
            return name
        wanted = PurePosixPath(name.replace("\\", "/").casefold())
        return self._best(self._by_name.get(wanted.name, ()), wanted.parts) or self._best(
            self._by_stem.get(wanted.name, ()), wanted.parts
        )

    @staticmethod
    def _best(candidates: Sequence[tuple[tuple[str, ...], str]], wanted: tuple[str, ...]) -> str | None:
        """Return the one that equals `wanted`, else the one that shares most of its end, if exactly one does."""
        shared: dict[int, list[str]] = {}
        equal = [name for parts, name in candidates if parts == wanted]
        if equal:
            return equal[0] if len(equal) == 1 else None
        for parts, name in candidates:
            count = min(len(parts), len(wanted))
            if parts[-count:] == wanted[-count:]:
                shared.setdefault(count, []).append(name)
        longest = shared[max(shared)] if shared else []
        return longest[0] if len(longest) == 1 else None


def match_images(import_set: ImportSet, sizes: Mapping[str, tuple[int, int]]) -> ImportSet:
    """Return the set under the project's own image names and upright sizes, with boxes clipped to them.

    Images that the project does not have, and boxes that lie outside their image, are left out and listed. A size
    in the file that differs is a warning; where width and height are exchanged it says that the boxes may be those
    of the unrotated picture, and what to do then. Entries that mean one image are joined, and equal boxes among them
    taken once.

    Args:
        import_set: as read.
        sizes: image name -> upright (width, height) in pixels; (0, 0) for an image that cannot be read.
    """
    matcher = NameMatcher(sizes)
    problems, warnings = list(import_set.problems), list(import_set.warnings)
    joined: dict[str, ImportImage] = {}
    for image in import_set.images:
        name = matcher.find_image(image)
        if name is None:
            problems.append(f"{image.file_name} ({image.source}) is not among the images: left out.")
            continue
        width, height = sizes[name]
        if width <= 0 or height <= 0:
            problems.append(f"{name} ({image.source}) cannot be read as an image: left out.")
            continue
        _compare_sizes(image, name, width=width, height=height, warnings=warnings)
        boxes = _inside(image, name, width=width, height=height, problems=problems, warnings=warnings)
        earlier = joined.get(name)
        if earlier is not None:
            boxes = earlier.boxes + tuple(box for box in boxes if not _among(box, earlier.boxes))
            joined[name] = dataclasses.replace(earlier, boxes=boxes)
        else:
            joined[name] = dataclasses.replace(image, file_name=name, width=width, height=height, boxes=boxes)
    return dataclasses.replace(
        import_set, images=tuple(joined.values()), problems=tuple(problems), warnings=tuple(warnings)
    )


def _among(box: ImportBox, others: tuple[ImportBox, ...]) -> bool:
    return any(box.class_name == other.class_name and box.box == other.box for other in others)


def _compare_sizes(image: ImportImage, name: str, *, width: int, height: int, warnings: list[str]) -> None:
    if (image.width, image.height) == (width, height):
        return
    if image.width <= 0 or image.height <= 0:
        warnings.append(f"{image.source} gives no size for {name}: {width} x {height} was taken from the image.")
    elif (image.width, image.height) == (height, width):
        warnings.append(
            f"{image.source} says {image.width} x {image.height}, but {name} is {width} x {height} when shown upright: "
            "its boxes may belong to the unrotated picture. If so, take this import back and import again with boxes "
            "as stored (--orientation sensor)."
        )
    else:
        warnings.append(
            f"{image.source} says {image.width} x {image.height}, but {name} is {width} x {height}: look at its boxes."
        )


def _inside(
    image: ImportImage, name: str, *, width: int, height: int, problems: list[str], warnings: list[str]
) -> tuple[ImportBox, ...]:
    boxes: list[ImportBox] = []
    clipped_count = 0
    for box in image.boxes:
        clipped = box.box.clipped(width=width, height=height)
        if clipped is None:
            problems.append(f"A box of {box.class_name} ({image.source}) lies outside {name}: left out.")
            continue
        if clipped != box.box:
            clipped_count += 1
            # An imported outline still belongs to the clipped box: only an edit after this makes it stale.
            extra = {**box.attributes.get("extra", {}), "box": list(clipped.xyxy)}
            box = dataclasses.replace(box, box=clipped, attributes={**box.attributes, "extra": extra})
        boxes.append(box)
    if clipped_count:
        warnings.append(
            f"1 box of {name} ({image.source}) reached outside it and was clipped."
            if clipped_count == 1
            else f"{clipped_count} boxes of {name} ({image.source}) reached outside it and were clipped."
        )
    return tuple(boxes)
