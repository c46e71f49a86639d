"""Which files of a folder are images, by their names alone."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from wsl_annotator.core.errors import ImageError

_COMMON = frozenset((".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".bmp", ".dib", ".gif", ".tif", ".tiff"))
_RARE = frozenset((".webp", ".avif", ".ppm", ".pgm", ".pbm", ".pnm", ".jp2", ".j2k"))

EXTENSIONS = _COMMON | _RARE
"""Suffixes, in lower case, that make a file an image."""

_SYSTEM = frozenset(("__macosx", "$recycle.bin", "system volume information", "lost+found", "@eadir"))
_NUMBER = re.compile(r"(\d+)")


def scan_images(folder: Path, *, on_problem: Callable[[str], None] | None = None) -> list[Path]:
    """Return the images in a folder and all folders below it, in natural order (`img2` before `img10`).

    Only names are looked at, no file is opened. Hidden files and folders (a leading dot) and those of operating systems
    are left out. Links to folders are followed, each real folder once, so that a loop of links ends.

    Args:
        folder: where to look.
        on_problem: told in one sentence of each folder below that cannot be listed.

    Returns:
        `folder / relative path` of each image.

    Raises:
        ImageError: `folder` is missing, not a folder, or cannot be listed.
    """
    found: list[Path] = []
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            status = place.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            images, below = _list(place)
        except OSError as error:
            text = f"The folder {place} cannot be read: {error.strerror}."
            if place == folder:
                raise ImageError(text, "Give the folder that holds the images.") from error
            if on_problem is not None:
                on_problem(text)
            continue
        found += images
        # real folders first and links last: the images of a folder that is linked too keep their real path
        waiting += below
    return sorted(found, key=lambda path: natural_key(path.relative_to(folder).as_posix()))


def _list(folder: Path) -> tuple[list[Path], list[Path]]:
    images: list[Path] = []
    real: list[Path] = []
    links: list[Path] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.casefold() in _SYSTEM:
                continue
            if entry.is_dir():
                (links if entry.is_symlink() else real).append(folder / entry.name)
            elif is_image_name(entry.name) and entry.is_file():
                images.append(folder / entry.name)
    # the last is visited next, so links wait until the real folders here are done
    return images, sorted(links, reverse=True) + sorted(real, reverse=True)


def is_image_name(name: str) -> bool:
    """Return whether a file of this name counts as an image."""
    return os.path.splitext(name)[1].casefold() in EXTENSIONS  # noqa: PTH122  (called 100,000 times: no Path each)


def natural_key(text: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return a sort key that orders runs of digits by value and letters without case; ties by the text itself."""
    parts = _NUMBER.split(text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part), text
