"""Image-level labels from wherever they are: a table, VOC's image sets or XML, COCO JSON, one folder a class."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.labels import LabelState, LabelTable
from wsl_annotator.formats.coco_read import read_coco
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.formats.label_builder import LabelBuilder
from wsl_annotator.formats.labels_csv import read_labels_csv, write_labels_csv
from wsl_annotator.formats.voc_read import read_voc, voc_files
from wsl_annotator.formats.voc_sets import read_class_set

__all__ = [
    "read_labels",
    "read_labels_coco",
    "read_labels_csv",
    "read_labels_folders",
    "read_labels_voc_sets",
    "read_labels_voc_xml",
    "write_labels_csv",
]

_IMAGE_SUFFIXES = frozenset((".jpg", ".jpeg", ".jpe", ".png", ".bmp", ".tif", ".tiff", ".webp", ".gif", ".ppm", ".pgm"))


def read_labels(path: Path, *, image_names: Collection[str] | None = None, complete: bool | None = None) -> LabelTable:
    """Return image-level labels, after finding out what `path` is.

    A `.json` file is COCO; an `.xml` file VOC; a file `<class>_<set>.txt` of names and 1, -1, 0 a VOC image set; any
    other file a table. A folder is VOC image sets where it is, or holds, `ImageSets/Main` with class files; else VOC
    XML where it holds XML files; else one folder a class.

    Args:
        path: a file or folder.
        image_names: the project's images. Names in the source become these, found also where folders, case or a
            missing extension differ; a name that leads to none, or to several, is listed in `problems`. None takes
            names as they stand.
        complete: whether a class that is not mentioned for an image is not in it (negative) or unknown. None means
            negative for VOC XML and COCO, which annotate all objects of their classes, and unknown for folders. A
            table and image sets say it themselves.

    Raises:
        FormatError: the path is missing, or nothing in it can be read as labels.
    """
    if path.is_dir():
        return _read_folder(path, image_names=image_names, complete=complete)
    suffix = path.suffix.lower()
    if suffix == ".json":
        return read_labels_coco(path, image_names=image_names, complete=complete is not False)
    if suffix == ".xml":
        return read_labels_voc_xml(path, image_names=image_names, complete=complete is not False)
    if suffix == ".txt" and _is_class_set(path):
        return read_labels_voc_sets(path, image_names=image_names)
    return read_labels_csv(path, image_names=image_names)


def _read_folder(path: Path, *, image_names: Collection[str] | None, complete: bool | None) -> LabelTable:
    if _set_files(path):
        return read_labels_voc_sets(path, image_names=image_names)
    if voc_files(path)[1]:
        return read_labels_voc_xml(path, image_names=image_names, complete=complete is not False)
    return read_labels_folders(path, image_names=image_names, exclusive=complete is True)


def _is_class_set(path: Path) -> bool:
    try:
        read_class_set(path, [])
    except FormatError:
        return False
    return "_" in path.stem


def _set_files(path: Path) -> list[Path]:
    """Return the class files of `ImageSets/Main` in or at a folder, or the one class file."""
    if path.is_file():
        return [path]
    main = next((folder for folder in (path / "ImageSets" / "Main", path / "Main", path) if folder.is_dir()), path)
    return [file for file in sorted(main.glob("*_*.txt")) if _is_class_set(file)]


def read_labels_voc_sets(path: Path, *, image_names: Collection[str] | None = None) -> LabelTable:
    """Return the labels of `ImageSets/Main/<class>_<set>.txt`; sets (train, val) are joined. 0 means unknown.

    Args:
        path: the devkit folder, its `ImageSets/Main`, or one class file.
        image_names: see `read_labels`; without it, names have no extension.

    Raises:
        FormatError: no class file is there, or one cannot be read.
    """
    files = _set_files(path)
    if not files:
        raise FormatError(f"{path} holds no image set named <class>_<set>.txt.", "Choose the folder ImageSets/Main.")
    builder = LabelBuilder(image_names)
    for file in files:
        class_name = file.stem.rsplit("_", maxsplit=1)[0]
        builder.add_classes((class_name,))
        for name, state in read_class_set(file, builder.problems):
            image = builder.add_image(name, str(file))
            if image is not None:
                builder.add(image, class_name, state, str(file))
    return builder.table()


def read_labels_voc_xml(path: Path, *, image_names: Collection[str] | None = None, complete: bool = True) -> LabelTable:
    """Return the classes that occur in VOC XML files; boxes are ignored.

    Args:
        path: one XML file or a folder of them.
        image_names: see `read_labels`.
        complete: classes that an image's file does not mention are negative, else unknown.

    Raises:
        FormatError: see `voc.read_voc`.
    """
    return _from_boxes(read_voc(path), image_names=image_names, complete=complete)


def read_labels_coco(path: Path, *, image_names: Collection[str] | None = None, complete: bool = True) -> LabelTable:
    """Return the classes that occur in a COCO instances file; boxes are ignored.

    Args:
        path: the JSON file.
        image_names: see `read_labels`.
        complete: categories without an annotation in an image are negative, else unknown.

    Raises:
        FormatError: see `coco.read_coco`.
    """
    return _from_boxes(read_coco(path), image_names=image_names, complete=complete)


def _from_boxes(import_set: ImportSet, *, image_names: Collection[str] | None, complete: bool) -> LabelTable:
    builder = LabelBuilder(image_names)
    builder.problems.extend(import_set.problems)
    builder.add_classes(category.name for category in import_set.categories)
    for entry in import_set.images:
        # An XML file's own name helps only where <filename> leads nowhere (a renamed or converted image).
        name = builder.find(entry.file_name) or (builder.find(entry.fallback) if entry.fallback else None)
        image = builder.add_image(name or entry.file_name, entry.source)
        if image is not None:
            for box in entry.boxes:
                builder.add(image, box.class_name, LabelState.POSITIVE, entry.source)
    if complete:
        builder.add_absent()
    return builder.table()


def read_labels_folders(
    path: Path, *, image_names: Collection[str] | None = None, exclusive: bool = False
) -> LabelTable:
    """Return the labels of images that are sorted into one folder a class.

    Args:
        path: the folder that holds the class folders; an image directly in it has no class and is listed.
        image_names: see `read_labels`; without it, names are relative to `path`.
        exclusive: an image has no class but its folder's; else the other classes are unknown.

    Raises:
        FormatError: no class folder with an image is there.
    """
    try:
        files = [file for file in sorted(path.rglob("*")) if file.suffix.lower() in _IMAGE_SUFFIXES and file.is_file()]
    except OSError as error:
        raise FormatError(f"{path} could not be read: {(error.strerror or 'unknown cause').lower()}.") from error
    files = [file for file in files if not any(part.startswith(".") for part in file.relative_to(path).parts)]
    builder = LabelBuilder(image_names)
    sorted_in = [file for file in files if file.parent != path]
    if not sorted_in:
        raise FormatError(
            f"{path} holds no labels: no table, no VOC or COCO files and no class folders with images.",
            "Choose a CSV file, an ImageSets/Main folder, a folder of XML files, a COCO JSON or one folder a class.",
        )
    for file in files:
        name = file.relative_to(path)
        if file.parent == path:
            builder.problems.append(f"{file} lies in no class folder: left out.")
            continue
        image = builder.add_image(name.as_posix(), str(path))
        if image is not None:
            builder.add(image, name.parts[0], LabelState.POSITIVE, str(path))
    if exclusive:
        builder.add_absent()
    return builder.table()
