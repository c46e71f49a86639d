"""The devkit's `JPEGImages/`: the images beside their annotations, as copies or links."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from wsl_annotator.core.records import ImageRecord
from wsl_annotator.formats.atomic import atomic_write_bytes, write_error

ImageChoice = Literal["none", "copy", "symlink"]


def place_images(
    records: Sequence[ImageRecord],
    root: Path,
    folder: Path,
    *,
    choice: Literal["copy", "symlink"],
    skipped: list[str],
) -> list[Path]:
    """Return the images placed in `folder` under their own relative names.

    A different file that is there already stays and is listed.

    Args:
        records: the images.
        root: folder that their paths are relative to.
        folder: `JPEGImages`, made if missing.
        choice: byte-for-byte copies, or symbolic links to the absolute path.
        skipped: gets one sentence for each image that cannot be read.

    Raises:
        FormatError: the place cannot be written.
    """
    placed: list[Path] = []
    for record in records:
        source, target = (root / record.path).resolve(), folder / record.path
        if not source.is_file() or not os.access(source, os.R_OK):
            skipped.append(f"{source} was not placed beside its annotation: it is missing or cannot be read.")
            continue
        if target.exists():
            if not _is_same(source, target):
                skipped.append(f"{target} is another file than {source}: it was left alone.")
                continue
        elif choice == "copy":
            with source.open("rb") as reader, atomic_write_bytes(target) as writer:
                shutil.copyfileobj(reader, writer)
        else:
            _link(source, target)
        placed.append(target)
    return placed


def _is_same(source: Path, target: Path) -> bool:
    """Whether both names lead to one file, or to two with the same bytes."""
    return os.path.samestat(source.stat(), target.stat()) or filecmp.cmp(source, target, shallow=False)


def _link(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink():
            target.unlink()  # a link that leads nowhere
        target.symlink_to(source)
    except OSError as error:
        raise write_error(target, error) from error
