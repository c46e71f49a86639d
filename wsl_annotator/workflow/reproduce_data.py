"""The paper's data sets as they come from their own pages: a VOC devkit or a COCO folder -> images, labels, boxes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.formats.export_set import ImportCategory, ImportImage, ImportSet
from wsl_annotator.formats.readers import read_text
from wsl_annotator.formats.voc_sets import read_class_set
from wsl_annotator.training.dataset import NEGATIVE, POSITIVE, UNKNOWN, LabeledImages
from wsl_annotator.workflow.import_ import read_annotations

_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a data set comes from and what is taught and tested.

    Attributes:
        title: for people.
        train: name of the set whose image-level labels teach.
        test: name of the set that is judged.
        folder: that holds it, inside a folder of its own or of the devkit.
        download: what to fetch, from which page, and how it lies then.
    """

    title: str
    train: str
    test: str
    folder: str
    download: str


SOURCES: Mapping[str, Source] = {
    "voc2012": Source(
        title="PASCAL VOC 2012",
        train="train",
        test="val",
        folder="VOC2012",
        download="Download VOCtrainval_11-May-2012.tar from the PASCAL VOC 2012 page "
        "(host.robots.ox.ac.uk/pascal/VOC/voc2012) and unpack it in {0}, so that {0}/VOCdevkit/VOC2012 holds "
        "JPEGImages, Annotations and ImageSets/Main.",
    ),
    "voc2007": Source(
        title="PASCAL VOC 2007",
        train="trainval",
        test="test",
        folder="VOC2007",
        download="Download VOCtrainval_06-Nov-2007.tar and VOCtest_06-Nov-2007.tar from the PASCAL VOC 2007 page "
        "(host.robots.ox.ac.uk/pascal/VOC/voc2007) and unpack both in {0}, so that {0}/VOCdevkit/VOC2007 holds "
        "JPEGImages, Annotations and ImageSets/Main.",
    ),
    "coco2014": Source(
        title="COCO 2014",
        train="train2014",
        test="val2014",
        folder="",
        download="Download 2014 Train images, 2014 Val images and 2014 Train/Val annotations from the COCO page "
        "(cocodataset.org, Download) and unpack them in {0}, so that it holds train2014, val2014 and "
        "annotations/instances_train2014.json and instances_val2014.json.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """One set of images.

    Attributes:
        name: of the set.
        images: with their labels; a class whose objects are all difficult, or crowds, is unknown in an image.
        annotations: VOC: one XML file an image, in their order; empty for COCO.
        described: COCO: the images with their boxes, without outlines; empty for VOC.
        missing: names of images that the set lists and the folder lacks.
        listed: images that the set lists, before a limit.
    """

    name: str
    images: LabeledImages
    missing: tuple[str, ...]
    listed: int
    annotations: tuple[Path, ...] = ()
    described: tuple[ImportImage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PaperData:
    """Both sets of a data set."""

    source: Source
    root: Path
    train: Part
    test: Part

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each set that lists images which are not there."""
        return tuple(
            f"{len(part.missing)} of {part.listed} images of the set {part.name} are missing "
            f"({', '.join(part.missing[:_FEW])}{', ...' if len(part.missing) > _FEW else ''}): left out."
            for part in (self.train, self.test)
            if part.missing
        )


def read_data(name: str, folder: Path, *, limit: int | None, seed: int, cancel: CancelToken) -> PaperData:
    """Return a data set with its image-level labels.

    Args:
        name: of `SOURCES`.
        folder: the devkit, a folder that holds it, or the COCO folder.
        limit: at most so many images of each set, drawn at random; None takes all.
        seed: of that draw.
        cancel: seen between files.

    Raises:
        FormatError: something is missing or damaged; the hint says what to download and where to put it.
        Cancelled: the token was set.
    """
    source = SOURCES[name]
    if name == "coco2014":
        return _read_coco(source, folder, limit=limit, seed=seed, cancel=cancel)
    return _read_voc(source, folder, limit=limit, seed=seed, cancel=cancel)


def truth_of(
    part: Part, names: Iterable[str], *, cancel: CancelToken, progress: ProgressCallback = ignore_progress
) -> ImportSet:
    """Return the true boxes of some images of a set, under the set's own names and with all of its classes.

    Raises:
        FormatError: an annotation cannot be read.
        Cancelled: the token was set.
    """
    wanted = set(names)
    categories = tuple(ImportCategory(name=name) for name in part.images.classes)
    if part.described:
        kept = tuple(image for image in part.described if image.file_name in wanted)
        return ImportSet(format="coco", images=kept, categories=categories)
    images: list[ImportImage] = []
    problems: list[str] = []
    clock = ProgressClock(len(wanted))
    for name, path in zip(part.images.names, part.annotations, strict=True):
        cancel.raise_if_cancelled()
        if name in wanted:
            one = read_annotations(path)
            images += [dataclasses.replace(image, file_name=name) for image in one.images]
            problems += one.problems
            progress(clock.at(len(images), "reading true boxes"))
    return ImportSet(format="voc", images=tuple(images), categories=categories, problems=tuple(problems))


def _drawn(names: Sequence[str], *, limit: int | None, seed: int) -> list[str]:
    """Return at most `limit` of the names, in their order."""
    if limit is None or limit >= len(names):
        return list(names)
    rows = np.sort(np.random.default_rng(seed).permutation(len(names))[:limit])
    return [names[row] for row in rows]


def _asked_for(source: Source, folder: Path, missing: str) -> FormatError:
    return FormatError(f"{folder} holds no {source.title}: {missing} is missing.", source.download.format(folder))


def _read_voc(source: Source, folder: Path, *, limit: int | None, seed: int, cancel: CancelToken) -> PaperData:
    root = _devkit(source, folder)
    parts = [_voc_part(source, folder, root, name, limit, seed, cancel) for name in (source.train, source.test)]
    return PaperData(source=source, root=root, train=parts[0], test=parts[1])


def _devkit(source: Source, folder: Path) -> Path:
    places = (folder / "VOCdevkit" / source.folder, folder / source.folder, folder)
    root = next((place for place in places if (place / "ImageSets" / "Main").is_dir()), None)
    if root is None:
        raise _asked_for(source, folder, f"{source.folder}/ImageSets/Main")
    for name in ("JPEGImages", "Annotations"):
        if not (root / name).is_dir():
            raise _asked_for(source, folder, f"{root / name}")
    for name in (source.train, source.test):
        if not (root / "ImageSets" / "Main" / f"{name}.txt").is_file():
            raise _asked_for(source, folder, f"{root / 'ImageSets' / 'Main' / name}.txt")
    return root


def _voc_part(
    source: Source, folder: Path, root: Path, name: str, limit: int | None, seed: int, cancel: CancelToken
) -> Part:
    sets = root / "ImageSets" / "Main"
    lines = [line.split() for line in read_text(sets / f"{name}.txt").splitlines()]
    listed = list(dict.fromkeys(words[0] for words in lines if words))
    stems = _drawn(listed, limit=limit, seed=seed)
    there = [
        stem
        for stem in stems
        if (root / "JPEGImages" / f"{stem}.jpg").is_file() and (root / "Annotations" / f"{stem}.xml").is_file()
    ]
    if not there:
        raise _asked_for(source, folder, f"every photo or annotation of the set {name}")
    cancel.raise_if_cancelled()
    classes, labels = _class_sets(sets, name, there)
    if not classes:
        raise _asked_for(source, folder, f"{sets / f'*_{name}.txt'}")
    kept = set(there)
    return Part(
        name=name,
        images=LabeledImages(
            names=tuple(f"{stem}.jpg" for stem in there),
            paths=tuple(root / "JPEGImages" / f"{stem}.jpg" for stem in there),
            classes=classes,
            labels=labels,
        ),
        annotations=tuple(root / "Annotations" / f"{stem}.xml" for stem in there),
        missing=tuple(stem for stem in stems if stem not in kept),
        listed=len(listed),
    )


def _class_sets(sets: Path, name: str, stems: Sequence[str]) -> tuple[tuple[str, ...], NDArray[np.int8]]:
    """Return the classes and int8 (N, K) of `<class>_<set>.txt`; what such a file does not mention is unknown."""
    files = sorted(sets.glob(f"*_{name}.txt"))
    row_of = {stem: row for row, stem in enumerate(stems)}
    labels = np.full((len(stems), len(files)), UNKNOWN, np.int8)
    for column, path in enumerate(files):
        for stem, state in read_class_set(path, []):
            if stem in row_of:
                labels[row_of[stem], column] = int(state)
    return tuple(path.name.removesuffix(f"_{name}.txt") for path in files), labels


def _read_coco(source: Source, folder: Path, *, limit: int | None, seed: int, cancel: CancelToken) -> PaperData:
    parts = []
    for name in (source.train, source.test):
        annotations, photos = folder / "annotations" / f"instances_{name}.json", folder / name
        if not annotations.is_file():
            raise _asked_for(source, folder, f"annotations/instances_{name}.json")
        if not photos.is_dir():
            raise _asked_for(source, folder, name)
        cancel.raise_if_cancelled()
        parts.append(_coco_part(source, folder, name, limit, seed))
    return PaperData(source=source, root=folder, train=parts[0], test=parts[1])


def _coco_part(source: Source, folder: Path, name: str, limit: int | None, seed: int) -> Part:
    path = folder / "annotations" / f"instances_{name}.json"
    whole = read_annotations(path)
    by_name = {image.file_name: image for image in whole.images}
    chosen = _drawn(list(by_name), limit=limit, seed=seed)
    there = [file for file in chosen if (folder / name / file).is_file()]
    if not there:
        raise _asked_for(source, folder, f"every photo of the set {name}")
    classes = tuple(category.name for category in whole.categories)
    kept = set(there)
    return Part(
        name=name,
        images=LabeledImages(
            names=tuple(there),
            paths=tuple(folder / name / PurePosixPath(file) for file in there),
            classes=classes,
            labels=_labels([by_name[file] for file in there], classes),
        ),
        described=tuple(_without_outlines(by_name[file]) for file in there),
        missing=tuple(file for file in chosen if file not in kept),
        listed=len(by_name),
    )


def _without_outlines(image: ImportImage) -> ImportImage:
    """Return an image whose boxes keep what an evaluation reads: outlines fill gigabytes."""
    boxes = tuple(
        dataclasses.replace(
            box,
            attributes={
                "iscrowd": box.attributes.get("iscrowd", False),
                "extra": {"coco": {"area": box.attributes["extra"]["coco"].get("area")}},
            },
        )
        for box in image.boxes
    )
    return dataclasses.replace(image, boxes=boxes, extra={})


def _labels(images: Sequence[ImportImage], classes: Sequence[str]) -> NDArray[np.int8]:
    """Return int8 (N, K): COCO annotates every object of its classes, so what has no box is not there."""
    column_of = {name: column for column, name in enumerate(classes)}
    labels = np.full((len(images), len(classes)), NEGATIVE, np.int8)
    for row, image in enumerate(images):
        for box in image.boxes:
            column = column_of[box.class_name]
            if not box.attributes.get("iscrowd", False):
                labels[row, column] = POSITIVE
            elif labels[row, column] == NEGATIVE:
                labels[row, column] = UNKNOWN
    return labels
